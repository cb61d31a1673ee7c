"""What may be published, what stands of it afterwards, and what the database itself refuses."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from pytest_django.fixtures import Settings

from accounts.roles import Role
from tests.arenden.public import publishing
from tests.arenden.public.publishing import BASIS, new_file, publish_all, publish_page
from tests.arenden.web import acting
from tests.factories import people
from tests.factories.cases import World
from ärenden import published
from ärenden.actions.base import Doing
from ärenden.actions.documents import NewDocument, add_document, annul_document
from ärenden.actions.meetings import Sitting
from ärenden.actions.proposals import NewProposal, propose
from ärenden.actions.publishing import Thing, publish, publishable, unpublish
from ärenden.actions.values import Point
from ärenden.choices import Direction, DocumentKind, ProposalKind, ProposalSource
from ärenden.exceptions import ActionRefused
from ärenden.models import Case, Decision, Document, Publication

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def world() -> World:
    return acting.world()


def codes(world: World, case: Case, *things: Thing, basis: str = BASIS) -> list[str]:
    with pytest.raises(ActionRefused) as refused:
        publish(case=case, doing=acting.now(world), things=things, basis=basis)
    return [refusal.code for refusal in refused.value.refusals]


def document(world: World, case: Case, direction: Direction) -> Document:
    new = NewDocument(
        kind=DocumentKind.MEMORANDUM,
        title="Tjänsteskrivelse",
        direction=direction,
        received_on=acting.today() if direction == Direction.INCOMING else None,
        dispatched_on=acting.today() if direction == Direction.OUTGOING else None,
    )
    return add_document(case=case, doing=acting.now(world), new=new)


def board_proposes(world: World, case: Case) -> Decision:
    points = [Point(text="Motionen avslås.", has_att=False)]
    new = NewProposal(
        kind=ProposalKind.REJECTION,
        source=ProposalSource.BOARD,
        points=points,
        sitting=Sitting(meeting=people.meeting(world.board, acting.today())),
    )
    propose(case=case, doing=acting.now(world), new=new, target_body=world.council)
    return case.decisions.get(nature="proposal_to_body")


def test_working_paper_is_never_published(world: World) -> None:
    case = acting.registered(world)
    paper = document(world, case, Direction.INTERNAL)

    assert codes(world, case, Thing(), Thing(document=paper)) == ["not_public"]
    assert paper not in [thing.document for thing in publishable(case, on=acting.today())]


def test_answer_is_not_published_before_it_is_handed_over(world: World) -> None:
    case = acting.with_answer(world)
    paper = case.documents.get(kind=DocumentKind.ANSWER)

    assert codes(world, case, Thing(), Thing(document=paper)) == ["not_public"]


def test_answer_is_not_published_before_the_council_has_it(world: World) -> None:
    case = acting.handed_over(world)
    paper = case.documents.get(kind=DocumentKind.ANSWER)

    assert codes(world, case, Thing(), Thing(document=paper)) == ["not_public"]


def test_proposal_to_another_body_waits_for_the_end_of_the_case(world: World) -> None:
    case = acting.preparing(world)
    decision = board_proposes(world, case)

    assert codes(world, case, Thing(), Thing(decision=decision)) == ["not_public"]


def test_secret_case_is_not_published(world: World) -> None:
    case = acting.registered(world)
    publishing.mark(world, case, row=case)

    assert codes(world, case, Thing()) == ["case_secret"]


def test_secret_paper_is_published_masked_only(world: World) -> None:
    case = publishing.answered(world)
    publish_page(world, case)
    paper = case.documents.get(kind=DocumentKind.ANSWER)
    publishing.mark(world, case, row=paper)

    assert codes(world, case, Thing(document=paper)) == ["words_withheld"]
    masked = Thing(document=paper, public_text="I korthet: ja.")
    publish(case=case, doing=acting.now(world), things=[masked], basis=BASIS)
    assert [row.document for row in published.readable(on=acting.today())] == [None, paper]


def test_nothing_is_published_without_page_and_basis(world: World) -> None:
    case = acting.registered(world)
    paper = case.documents.get()

    assert codes(world, case, Thing(document=paper), basis=" ") == ["page_missing", "basis_missing"]
    assert codes(world, case) == ["nothing_chosen"]


def test_page_that_is_no_longer_shown_must_be_published_anew(world: World) -> None:
    case = acting.registered(world)
    shown_before = replace(acting.now(world), at=timezone.now() - timedelta(days=3))
    yesterday = acting.today() - timedelta(days=1)
    publish(case=case, doing=shown_before, things=[Thing()], basis=BASIS, until=yesterday)

    assert codes(world, case, Thing(document=case.documents.get())) == ["page_missing"]


def test_thing_of_another_case_is_refused(world: World) -> None:
    case, other = acting.registered(world), acting.registered(world)

    assert codes(world, case, Thing(), Thing(document=other.documents.get())) == ["not_public"]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.COUNCILLOR, Role.ADMINISTRATOR])
def test_only_registrar_and_reviewer_publish(world: World, role: Role) -> None:
    case = acting.registered(world)
    person = world.asker if role == Role.COUNCILLOR else None
    doing = Doing(by=people.user(world.organisation, role, person=person), at=acting.now(world).at)

    with pytest.raises(PermissionDenied):
        publish(case=case, doing=doing, things=[Thing()], basis=BASIS)


def test_decision_tells_who_when_and_until_when(world: World) -> None:
    case = publishing.answered(world)
    until = acting.today() + timedelta(days=30)

    publish_all(world, case, until=until)

    assert {
        (row.basis, row.decided_by, row.until, row.is_masked) for row in case.publications.all()
    } == {(BASIS, world.registrar.name, until, False)}
    assert case.events.first().summary == (
        "Publicerades på webben: ärendets sida, handling 1, handling 2, beslut i Kommunfullmäktige"
    )


def test_last_day_is_shown_and_the_day_after_is_not(world: World) -> None:
    case = publishing.answered(world)
    until = acting.today() + timedelta(days=30)
    publish_all(world, case, until=until)

    def shown(on: date) -> list[Case]:
        return list(published.published(on=on))

    assert (shown(until), shown(until + timedelta(days=1))) == ([case], [])


def test_what_is_taken_down_is_gone_at_once_and_stays_in_the_case(world: World) -> None:
    case = publishing.answered(world)
    rows = publish_all(world, case)

    unpublish(case=case, doing=acting.now(world), publications=rows, reason="Fel handling")

    assert list(published.standing(on=acting.today())) == []
    assert {row.withdrawn_reason for row in case.publications.all()} == {"Fel handling"}
    assert case.events.first().reason == "Fel handling"


def test_new_decision_takes_the_place_of_the_earlier(world: World) -> None:
    case = acting.registered(world)
    publish_page(world, case)
    masked = Thing(public_text="I korthet: bänkar.")

    publish(case=case, doing=acting.now(world), things=[masked], basis=BASIS)

    earlier, now = case.publications.order_by("pk")
    assert (earlier.withdrawn_reason, now.withdrawn_at) == ("Ersattes av ett nytt beslut", None)
    assert list(published.standing(on=acting.today())) == [now]


def test_document_that_is_annulled_is_gone_from_the_web(world: World) -> None:
    case = publishing.answered(world)
    publish_all(world, case)
    paper = case.documents.get(kind=DocumentKind.ANSWER)

    annul_document(document=paper, doing=acting.now(world), reason="Fel fil")

    shown = published.standing(on=acting.today()).values_list("document", flat=True)
    assert paper.pk not in list(shown)


def test_masked_file_is_what_is_handed_out(world: World) -> None:
    case = acting.registered(world)
    publish_page(world, case)
    masked = Thing(document=case.documents.get(), masked_files=[new_file("m.txt", b"Maskad")])

    [row] = publish(case=case, doing=acting.now(world), things=[masked], basis=BASIS)

    [file] = row.files.all()
    assert (row.is_masked, file.variant, file.file.read()) == (True, "public", b"Maskad")
    file.file.close()


def test_file_that_cannot_be_laid_open_stops_the_whole_decision(world: World) -> None:
    odt = new_file("bild.png", b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    case = acting.registered(world, files=[odt])

    assert codes(world, case, *publishable(case, on=acting.today())) == ["file_not_publishable"]
    assert case.publications.count() == 0


CHANGES: dict[str, Callable[[QuerySet[Publication]], object]] = {
    "another basis": lambda rows: rows.update(basis="Annan"),
    "unmasked": lambda rows: rows.update(is_masked=True),
    "removed": lambda rows: rows.delete(),
    "half withdrawn": lambda rows: rows.update(withdrawn_reason="Fel"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_database_lets_a_decision_only_be_withdrawn(world: World, change: str) -> None:
    case = acting.registered(world)
    publish_page(world, case)
    rows = Publication.objects.filter(case=case)

    with pytest.raises(DatabaseError, match="only withdrawn, once"), transaction.atomic():
        CHANGES[change](rows)


def test_database_lets_a_withdrawal_stand(world: World) -> None:
    case = acting.registered(world)
    publish_page(world, case)
    rows = Publication.objects.filter(case=case)
    unpublish(case=case, doing=acting.now(world), publications=list(rows), reason="Fel")

    with pytest.raises(DatabaseError, match="only withdrawn, once"), transaction.atomic():
        rows.update(withdrawn_reason="Annat")

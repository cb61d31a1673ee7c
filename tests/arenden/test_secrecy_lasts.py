"""Sekretessmarkering: what was kept apart is neither told in pieces nor lost."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from tests.factories import cases, people
from ärenden.actions.changes import change_addressee, change_type
from ärenden.actions.deadline_moves import move_deadline
from ärenden.actions.documents import NewDocument, add_document, move_document
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import permit
from ärenden.actions.secrecy import NewMark, lift_secrecy, mark_secrecy
from ärenden.actions.values import Name
from ärenden.choices import (
    AgentKind,
    Capacity,
    CaseType,
    DeadlineCause,
    Direction,
    DocumentKind,
    Purpose,
)
from ärenden.exceptions import ActionRefused

pytestmark = pytest.mark.django_db

GROUND = {"provision": "bestämmelse för prov", "authority": "Kommunstyrelsen"}
STRANGER = Name(name="Gösta Grannbo", kind=AgentKind.PUBLIC)


def letter(title: str) -> NewDocument:
    return NewDocument(kind=DocumentKind.LETTER, title=title, direction=Direction.INTERNAL)


def test_title_is_left_out_whole_though_a_name_in_it_was_marked_first(client: Client) -> None:
    world = cases.world()
    case = cases.motion(world, signatories=[STRANGER])
    new = letter(f"{STRANGER.name} har flyttat")
    paper = add_document(case=case, doing=world.doing(), new=new)
    name = NewMark(row=case.agents.get(), field="name_printed", **GROUND)
    heading = NewMark(row=paper, field="title", wording="Brev", **GROUND)
    for new in (name, heading):
        mark_secrecy(case=case, doing=world.doing(), new=new)
    client.force_login(people.user(world.organisation, Role.OFFICER))

    page = client.get(reverse("arenden:case", args=[world.organisation.slug, case.public_id]))

    assert "har flyttat" not in page.content.decode()


@pytest.mark.parametrize(("wording", "told"), [("", "Skrivelse"), ("Om ljud", "Om ljud")])
def test_title_of_a_marked_document_is_kept_apart_with_it(wording: str, told: str) -> None:
    world = cases.world()
    case = cases.motion(world)
    new = letter(f"Brev om {STRANGER.name}")
    paper = add_document(case=case, doing=world.doing(), new=new)

    new = NewMark(row=paper, wording=wording, **GROUND)
    mark_secrecy(case=case, doing=world.doing(), new=new)

    paper.refresh_from_db()
    kept = case.secrecy_marks.get(document=paper, field="title").kept
    assert (paper.title, kept) == (told, {"title": f"Brev om {STRANGER.name}"})


@pytest.mark.parametrize("title", ["Brev", "Motion om belysning"])
def test_wording_typed_for_a_marked_document_is_its_public_title(title: str) -> None:
    world = cases.world()
    case = cases.motion(world, title="Motion om belysning")
    paper = add_document(case=case, doing=world.doing(), new=letter(title))

    new = NewMark(row=paper, wording="Om ljud", **GROUND)
    mark_secrecy(case=case, doing=world.doing(), new=new)

    paper.refresh_from_db()
    assert paper.title_public == "Om ljud"


def test_title_kept_apart_with_its_document_is_put_back_with_it() -> None:
    world = cases.world()
    case, other = cases.motion(world), cases.motion(world)
    paper = add_document(case=case, doing=world.doing(), new=letter("Brev om ljud"))
    made = mark_secrecy(case=case, doing=world.doing(), new=NewMark(row=paper, **GROUND))
    move_document(document=paper, to=other, doing=world.doing(), reason="Fel ärende")

    lift_secrecy(case=other, doing=world.doing(), mark=made, reason="Tiden har gått ut")

    moved = other.documents.get(title="Brev om ljud")
    assert list(moved.secrecy_marks.filter(lifted_on=None)) == []
    assert other.events.latest("version").summary == (
        f"Sekretessmarkeringen hävdes: handling {moved.running_number}"
        f" och rubriken på handling {moved.running_number}"
    )


def test_title_marked_for_its_own_words_stays_so_when_its_document_is_opened() -> None:
    world = cases.world()
    case = cases.motion(world)
    paper = add_document(case=case, doing=world.doing(), new=letter("Brev om ljud"))
    heading = NewMark(row=paper, field="title", wording="Brev", **GROUND)
    own = mark_secrecy(case=case, doing=world.doing(), new=heading)
    whole = mark_secrecy(case=case, doing=world.doing(), new=NewMark(row=paper, **GROUND))

    lift_secrecy(case=case, doing=world.doing(), mark=whole, reason="Tiden har gått ut")

    paper.refresh_from_db()
    assert paper.title == "Brev"
    assert list(case.secrecy_marks.filter(lifted_on=None)) == [own]


def test_row_whose_words_are_kept_apart_is_not_removed() -> None:
    world = cases.world()
    case = cases.registered_case(world, addressee=STRANGER)
    asked = case.agents.get(name_printed=STRANGER.name)
    for row, field in ((case.questions.first(), "text"), (asked, "name_printed")):
        new = NewMark(row=row, field=field, **GROUND)
        mark_secrecy(case=case, doing=world.doing(), new=new)
    kept = set(case.secrecy_marks.all())

    with pytest.raises(ActionRefused, match="en fråga är sekretessmarkerad"):
        change_type(case=case, doing=world.doing(), to=CaseType.MOTION, reason="Fel typ")
    with pytest.raises(ActionRefused, match="namnet är sekretessmarkerat"):
        change_addressee(case=case, doing=world.doing(), to=Name(name="Ada Ask"), reason="Fel")

    assert set(case.secrecy_marks.all()) == kept


def test_reason_of_a_moved_day_does_not_tell_the_name_that_was_marked(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world, signatories=[STRANGER])
    doing = world.doing(on=world.first_meeting.held_on)
    permit(case=case, doing=doing, sitting=Sitting(meeting=world.first_meeting))
    moving = {"cause": DeadlineCause.EXTENSION, "reason": f"{STRANGER.name} är bortrest"}
    due = case.deadlines.get(purpose=Purpose.ANSWER_IN)
    move_deadline(case=case, doing=doing, deadline=due, to=date(2026, 5, 20), **moving)
    signed = case.agents.get(capacity=Capacity.SIGNATORY)
    mark_secrecy(case=case, doing=doing, new=NewMark(row=signed, field="name_printed", **GROUND))
    client.force_login(people.user(world.organisation, Role.OFFICER))

    page = client.get(reverse("arenden:case", args=[world.organisation.slug, case.public_id]))

    told = [line for shown in page.context["deadlines"] for line in shown.moves]
    assert [line.rpartition(", ")[2] for line in told] == ["[uppgift utelämnad] är bortrest."]
    assert STRANGER.name not in page.content.decode()

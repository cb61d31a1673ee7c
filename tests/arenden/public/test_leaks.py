"""What is not published leaks nowhere: every public address, every class of what is hidden."""

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from parties.models import Body, Person
from tests.arenden.public import publishing
from tests.arenden.web import acting
from tests.factories.cases import World
from tests.security.addresses import PUBLIC
from ärenden.actions.endings import annul
from ärenden.actions.permission import announce
from ärenden.actions.publishing import Thing, publish, unpublish
from ärenden.models import AgentSnapshot, Case, FileRendition

pytestmark = pytest.mark.django_db
WORD = "hemlighetsbrunnen"
OPEN = "gatlyktorna"


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def unpublished(world: World) -> Case:
    return publishing.answered(world, WORD)


def withdrawn(world: World) -> Case:
    case = publishing.answered(world, WORD)
    rows = publishing.publish_all(world, case)
    unpublish(case=case, doing=acting.now(world), publications=rows, reason="Fel")
    return case


def page_withdrawn(world: World) -> Case:
    case = publishing.answered(world, WORD)
    rows = publishing.publish_all(world, case)
    page = [row for row in rows if row.document is None and row.decision is None]
    unpublish(case=case, doing=acting.now(world), publications=page, reason="Fel")
    return case


def expired(world: World) -> Case:
    case = publishing.answered(world, WORD)
    yesterday = acting.today() - timedelta(days=1)
    publishing.publish_all(world, case, until=yesterday, days_ago=3)
    return case


def annulled(world: World) -> Case:
    case = publishing.answered(world, WORD)
    publishing.publish_all(world, case)
    annul(case=case, doing=acting.now(world), reason="Fel")
    return case


def secret(world: World) -> Case:
    case = publishing.answered(world, WORD)
    publishing.publish_all(world, case)
    publishing.mark(world, case, row=case)
    return case


def of_another_organisation(_: World) -> Case:
    elsewhere = acting.world()
    case = publishing.answered(elsewhere, WORD)
    publishing.publish_all(elsewhere, case)
    return case


HIDDEN = (
    unpublished,
    withdrawn,
    page_withdrawn,
    expired,
    annulled,
    secret,
    of_another_organisation,
)


def things_of(world: World, case: Case) -> dict[str, Any]:
    """Every id that belongs to the case, under the organisation that is asked."""
    file = FileRendition.objects.filter(document__case=case).latest("pk")
    agent = AgentSnapshot.objects.filter(case=case, person__isnull=False).earliest("capacity", "pk")
    meeting = acting.people.meeting(world.council, acting.today() + timedelta(days=60))
    case.agenda_items.create(meeting=meeting, kind="answer", position=1)
    return {
        "organisation": world.organisation.slug,
        "case": case.public_id,
        "document": file.document.public_id,
        "file": file.public_id,
        "person": agent.person.public_id if agent.person else None,
        "meeting": meeting.public_id,
    }


def said(client: Client, path: str, **fields: str) -> tuple[int, str]:
    response = client.get(path, fields)
    return response.status_code, response.getvalue().decode(errors="replace")


@pytest.mark.parametrize("hidden", HIDDEN)
def test_hidden_case_is_found_by_no_address(
    client: Client, hidden: Callable[[World], Case]
) -> None:
    world = acting.world()
    publishing.publish_all(world, publishing.answered(world, OPEN))
    case = hidden(world)
    things = things_of(world, case)
    told = [WORD, WORD.capitalize(), str(case.public_id)]

    for address in PUBLIC:
        path = address.path(**things)
        assert [word for word in told if word in said(client, path)[1]] == [], address


@pytest.mark.parametrize("hidden", HIDDEN)
def test_search_for_what_is_hidden_is_like_one_for_what_never_was(
    client: Client, hidden: Callable[[World], Case]
) -> None:
    world = acting.world()
    publishing.publish_all(world, publishing.answered(world, OPEN))
    case = hidden(world)
    path = f"/oppet/{world.organisation.slug}/arenden/"

    def found(words: str) -> str:
        text = said(client, path, q=words)[1]
        return text.replace(words, "").replace(quote_plus(words), "")

    own_number = [case.dnr or ""] if case.organisation == world.organisation else []
    for words in (WORD, "hemlighetsbrunen", f"Frida {WORD}", str(case.public_id), *own_number):
        assert found(words) == found("ordsomintefinns"), words


@pytest.mark.parametrize("hidden", HIDDEN)
def test_hidden_things_are_the_same_404_as_what_never_was(
    client: Client, hidden: Callable[[World], Case]
) -> None:
    world = acting.world()
    things = things_of(world, hidden(world))
    of_things = [
        each for each in PUBLIC if dict(each.holds).keys() & things.keys() - {"organisation"}
    ]

    answers = set()
    for address in of_things:
        for path in (address.path(**things), address.path(organisation=things["organisation"])):
            response = client.get(path)
            answers.add((response.status_code, response.serialize()))

    assert len(of_things) == 4
    assert len(answers) == 1
    assert {status for status, _ in answers} == {HTTPStatus.NOT_FOUND}


@pytest.mark.parametrize("hidden", HIDDEN)
def test_hidden_case_is_not_counted(client: Client, hidden: Callable[[World], Case]) -> None:
    world = acting.world()
    publishing.publish_all(world, publishing.answered(world, OPEN))
    path = f"/oppet/{world.organisation.slug}/arenden/"
    _, before = said(client, path)

    hidden(world)

    assert said(client, path)[1] == before


def test_answer_that_comes_after_the_decision_waits_for_its_own(client: Client) -> None:
    world = acting.world()
    case = acting.permitted(world)
    publishing.publish_all(world, case)
    new = publishing.answer(case, WORD)
    acting_now = acting.now(world)
    publishing.receive_answer(case=case, doing=acting_now, new=new)
    publishing.hand_over_answer(case=case, doing=acting_now, on=acting.today())
    things = things_of(world, case)

    texts = [said(client, each.path(**things), q=WORD)[1] for each in PUBLIC]

    assert not any(f"finns {WORD}" in text or f"Svar om {WORD}" in text for text in texts)


def test_protected_person_stands_nowhere_by_name(client: Client) -> None:
    world = acting.world()
    case = publishing.answered(world, WORD)
    publishing.publish_all(world, case)
    things = things_of(world, case)
    person = AgentSnapshot.objects.get(case=case, capacity="signatory").person
    person.has_protected_identity = True
    person.save()

    for address in PUBLIC:
        _, text = said(client, address.path(**things | {"person": person.public_id}))
        assert person.family_name not in text, address
        assert WORD not in text.lower(), address
    assert said(client, f"/oppet/{world.organisation.slug}/arenden/", q=WORD)[1].count("<h3>") == 0


def test_masked_paper_does_not_name_the_protected_in_its_title(client: Client) -> None:
    world = acting.world()
    case = publishing.answered(world, WORD)
    paper = case.documents.get(kind="answer")
    signatory = AgentSnapshot.objects.filter(case=case, capacity="signatory")
    Person.objects.filter(pk__in=signatory.values("person")).update(has_protected_identity=True)
    masked = Thing(document=paper, public_text="I korthet: ja.")

    publish(case=case, doing=acting.now(world), things=[Thing(), masked], basis=publishing.BASIS)

    text = said(client, f"/oppet/{world.organisation.slug}/arenden/{case.public_id}/")[1]
    assert ("I korthet: ja." in text, WORD in text) == (True, False)


def test_what_a_body_prepares_does_not_show_on_its_meetings_page(client: Client) -> None:
    world = acting.world()
    ended, open_case = publishing.answered(world, OPEN), acting.registered(world, title=WORD)
    announce(case=open_case, doing=acting.now(world), meeting=world.second_meeting)
    ended.decisions.update(meeting=world.second_meeting)
    publishing.publish_page(world, ended)
    publishing.publish_page(world, open_case)
    path = f"/oppet/{world.organisation.slug}/sammantraden/{world.second_meeting.public_id}/"
    before = said(client, path)[1]

    Body.objects.filter(pk=world.council.pk).update(prepares_only=True)

    after = said(client, path)[1]
    assert [(OPEN in text, WORD in text) for text in (before, after)] == [
        (True, True),
        (True, False),
    ]


@pytest.mark.parametrize("paper", ["interpellation", "answer"])
def test_paper_marked_as_secret_takes_its_words_and_file_with_it(
    client: Client, paper: str
) -> None:
    world = acting.world()
    case = publishing.answered(world, WORD)
    publishing.publish_all(world, case)
    document = case.documents.get(kind=paper)
    file = document.files.get(variant="public")
    words = {"interpellation": f"Motivet är {WORD}", "answer": f"Här finns {WORD}"}[paper]
    path = f"/oppet/{world.organisation.slug}/"
    before = said(client, f"{path}arenden/{case.public_id}/")[1]

    publishing.mark(world, case, row=document)

    after = said(client, f"{path}arenden/{case.public_id}/")[1]
    file_path = f"{path}handlingar/{document.public_id}/{file.public_id}/"
    assert (words in before, words in after) == (True, False)
    assert str(file.public_id) not in after
    assert said(client, file_path)[0] == HTTPStatus.NOT_FOUND


def test_fact_marked_as_secret_leaves_only_the_head_of_the_case(client: Client) -> None:
    world = acting.world()
    case = publishing.answered(world, WORD)
    publishing.publish_all(world, case)

    publishing.mark(world, case, row=case.questions.get(), field="text")

    text = said(client, f"/oppet/{world.organisation.slug}/arenden/{case.public_id}/")[1]
    assert "Texterna i ärendet visas inte på webben" in text
    assert [words for words in ("Var finns", "Här finns", "Motivet") if words in text] == []


def test_masked_version_is_all_that_is_shown_of_a_document(client: Client) -> None:
    world = acting.world()
    case = publishing.answered(world, WORD)
    publishing.publish_page(world, case)
    paper = case.documents.get(kind="answer")
    thing = Thing(document=paper, public_text="Svaret i korthet: mellan lyktorna.")
    publish(case=case, doing=acting.now(world), things=[thing], basis=publishing.BASIS)

    _, text = said(client, f"/oppet/{world.organisation.slug}/arenden/{case.public_id}/")

    assert "mellan lyktorna" in text
    assert f"Här finns {WORD}" not in text
    assert f"Tack för frågan om {WORD}" not in text

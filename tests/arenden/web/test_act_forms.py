"""Every action can be done through its form, and the page then says what was done."""

from collections.abc import Callable

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.arenden.web import acting
from tests.arenden.web.stories import STORIES, TODAY, WHY, Fields, Maker
from tests.factories.cases import World
from ärenden.actions.notes import NewNote, write_note
from ärenden.web.cases.actions.registry import FORMS
from ärenden.workflow import Action
from ärenden.workflow.actions import WITHOUT_STEP

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("action", "make", "fields", "summary"), STORIES)
def test_action_through_its_form_stands_in_the_timeline(
    client: Client, action: Action, make: Maker, fields: Fields, summary: Callable[[World], str]
) -> None:
    world = acting.world()
    case = make(world)
    client.force_login(world.registrar)

    response = acting.sent(client, case, action, **fields(world, case))

    assert response.status_code == 302, response.context["form"].errors
    assert response["Location"] == acting.case_url(case)
    told = [str(each).partition(" <a ")[0] for each in get_messages(response.wsgi_request)]
    assert told == [f"{summary(world)}."]
    event = case.events.first()
    assert (event.action, event.summary) == (action, summary(world))


def test_every_action_has_a_form_and_a_story() -> None:
    apart = {Action.REFER, Action.LINK, Action.LINK_NOTE, Action.MOVE_DOCUMENT}
    apart |= {Action.PUBLISH, Action.PUBLISH_MASKED, Action.UNPUBLISH}

    assert set(FORMS) == set(Action) - WITHOUT_STEP
    assert {story[0] for story in STORIES} == set(FORMS) - apart


def test_several_referrals_leave_at_once(client: Client) -> None:
    world = acting.world()
    case = acting.preparing(world)
    client.force_login(world.registrar)

    acting.sent(
        client,
        case,
        Action.REFER,
        bodies=[world.board.pk],
        others="Byalaget\nFöreningen Cykel",
        sent_on=TODAY,
        due_on="i morgon",
    )

    recipients = case.referrals.values_list("recipient_printed", flat=True)
    assert list(recipients) == ["Kommunstyrelsen", "Byalaget", "Föreningen Cykel"]


@pytest.mark.parametrize(
    ("action", "more"), [(Action.LINK, {"kind": "same_matter"}), (Action.MOVE_DOCUMENT, {})]
)
def test_other_case_is_found_by_its_number(
    client: Client, action: Action, more: dict[str, str]
) -> None:
    world = acting.world()
    case, other = acting.registered(world), acting.registered(world)
    client.force_login(world.registrar)

    document = case.documents.get().pk
    fields = {"other": other.dnr, "document": document} | WHY | more
    acting.sent(client, case, action, **fields)

    assert case.events.first().action == action
    assert str(other.dnr) in case.events.first().summary


def test_statement_keeps_its_file(client: Client) -> None:
    world = acting.world()
    case = acting.referred(world)
    client.force_login(world.registrar)

    paper = SimpleUploadedFile("yttrande.pdf", b"%PDF-1.4 yttrande")
    acting.sent(
        client,
        case,
        Action.RECEIVE_STATEMENT,
        referral=case.referrals.get().pk,
        answered_on=TODAY,
        attached=[paper],
    )

    document = case.referrals.get().document
    assert document is not None
    stored = document.files.get()
    with stored.file.open() as content:
        assert (stored.name, content.read()) == ("yttrande.pdf", b"%PDF-1.4 yttrande")


def test_notes_of_a_meeting_are_linked_once(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    new = NewNote(organisation=world.organisation, title="Möte om bänkarna")
    note = write_note(doing=acting.now(world), new=new)
    client.force_login(world.registrar)

    for _ in range(2):
        acting.sent(client, case, Action.LINK_NOTE, **{"note": note.pk} | WHY)

    assert list(note.cases.all()) == [case]
    assert case.events.filter(action=Action.LINK_NOTE).count() == 1

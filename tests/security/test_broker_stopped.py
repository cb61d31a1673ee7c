"""The broker is stopped: every page opens, and a whole interpellation is lived through."""

from http import HTTPStatus
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from accounts.models import User
from accounts.roles import Role
from kernel.periods import period
from parties.models import PartyGroup
from tests.arenden.groups.making import secretary_of
from tests.arenden.web import acting
from tests.arenden.web.registration.forms import typed
from tests.factories import people
from tests.security.addresses import IN_ORGANISATION
from tests.security.register import Register, register
from ärenden.actions.groups import Content, Member, open_desk, write_note
from ärenden.choices import State
from ärenden.models import Case
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db
ANSWER = {
    "received_on": "i dag",
    "answer_1": "Tolv.",
    "answer_2": "I maj.",
    "coverage_1": "full",
    "coverage_2": "full",
}

OPENED = {HTTPStatus.OK, HTTPStatus.FOUND, HTTPStatus.METHOD_NOT_ALLOWED}  # some are only sent to
# Nothing is handed in, no one else is to answer, there is nothing to undo, the case is no motion.
NOT_YET_THERE = {
    *("arenden:answer_receipt", "arenden:answer_left"),
    *("arenden:undo", "arenden:balance_note"),
}


@pytest.fixture(autouse=True)
def no_broker(settings: Settings, tmp_path: Path) -> None:
    """Nothing answers at the broker's address, and whoever asked there would fail."""
    settings.MEDIA_ROOT = tmp_path
    settings.REDIS_URL = settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"


def in_a_group(made: Register) -> User:
    """The secretary at the open desk of a group that has a note on the case."""
    group = PartyGroup.objects.get(public_id=made.things["group"])
    user = secretary_of(group)
    open_desk(user, group, at=timezone.now())
    member = Member(user=user, group=group, at=timezone.now())
    note = write_note(member, case=made.case, content=Content(text="Fråga om brunnen"))
    made.things["entry"] = note.public_id
    return user


def test_every_page_opens(client: Client) -> None:
    made = register()
    user = made.world.registrar
    user.memberships.create(
        organisation=made.world.organisation,
        role=Role.ADMINISTRATOR,
        period=period(people.LONG_AGO),
    )
    asker, answerer = (
        people.user(made.world.organisation, Role.COUNCILLOR, person=person)
        for person in (made.world.asker, made.world.answerer)
    )

    opened = set()
    for user in (made.world.registrar, asker, answerer, in_a_group(made)):
        client.force_login(user)
        for address in IN_ORGANISATION:
            response = client.get(made.path(address))
            response.getvalue()
            if response.status_code in OPENED:
                opened.add(address.name)

    assert opened == {address.name for address in IN_ORGANISATION} - NOT_YET_THERE


def test_interpellation_is_registered_answered_and_closed(client: Client) -> None:
    world = acting.world()
    client.force_login(world.registrar)
    at = {"meeting": people.meeting(world.council, acting.today()).pk, "paragraph": "12"}
    client.post(reverse("arenden:register", args=[world.organisation.slug]), typed(world))
    case = Case.objects.get()
    life = {
        Action.PERMIT: at,
        Action.RECEIVE_ANSWER: ANSWER,
        Action.HAND_OVER_ANSWER: {"on": "i dag"},
        Action.RECORD_ANSWERED: at | {"outcome": "answered_in_writing"},
        Action.CLOSE: {},
    }

    for step, fields in life.items():
        assert acting.sent(client, case, step, **fields)["Location"] == acting.case_url(case)

    case.refresh_from_db()
    told = case.events.order_by("version").values_list("action", flat=True)
    assert (case.state, list(told)) == (State.CLOSED, [Action.REGISTER, *life])

"""Who handles the case and where it is taken up, for the stories of every action."""

from typing import Any

from accounts.models import User
from accounts.roles import Role
from kernel.dates import full_date, long_date
from tests.arenden.web import acting
from tests.factories import people
from tests.factories.cases import World, name_of
from ärenden.actions.handling import cover
from ärenden.actions.minutes import NewReservation, reserve
from ärenden.actions.permission import announce
from ärenden.models import Case
from ärenden.workflow import Action

BEGINS = f"från {full_date(acting.today())}"


def colleague(world: World) -> User:
    name = "Olle Officer"
    found = User.objects.filter(memberships__organisation=world.organisation, name=name).first()
    return found or people.user(world.organisation, Role.OFFICER, name=name)


def to_colleague(world: World, _: Case) -> dict[str, Any]:
    return {"to": str(colleague(world).public_id)}


def handled(world: World) -> Case:
    colleague(world)
    return acting.registered(world)


def covered(world: World) -> Case:
    case, doing = handled(world), acting.now(world)
    cover(case=case, doing=doing, by=colleague(world), first=acting.today(), last=None)
    return case


def announced(world: World) -> Case:
    case = acting.registered(world)
    announce(case=case, doing=acting.now(world), meeting=world.second_meeting)
    return case


def not_there(world: World) -> str:
    day = world.second_meeting.held_on
    assert day is not None
    return f"Togs bort från listan till kommunfullmäktige {long_date(day)}"


def awaiting(world: World) -> Case:
    """Decided, with a reservation whose text is to come."""
    case = acting.decided(world)
    new = NewReservation(people=[name_of(world.asker, party="(V)")], awaits_text=True)
    reserve(decision=case.decisions.latest("pk"), doing=acting.now(world), new=new)
    return case


HANDLED = [
    (
        Action.ASSIGN,
        handled,
        to_colleague,
        lambda _: "Olle Officer blev ansvarig handläggare efter Rut Registrator",
    ),
    (
        Action.COVER,
        handled,
        lambda world, case: to_colleague(world, case) | {"first": "i dag", "last": ""},
        lambda _: f"Olle Officer täcker för Rut Registrator {BEGINS} tills vidare",
    ),
    (Action.END_COVER, covered, lambda *_: {}, lambda _: "Olle Officer täcker inte längre"),
    (
        Action.TAKE_OFF,
        announced,
        lambda world, _: {"meeting": world.second_meeting.pk, "reason": "Fel lista"},
        not_there,
    ),
    (
        Action.END_PREPARATION,
        acting.preparing,
        lambda *_: {"reason": "Fel nämnd"},
        lambda _: "Togs tillbaka från kommunstyrelsen",
    ),
    (
        Action.RECEIVE_RESERVATION,
        awaiting,
        lambda _, case: {
            "reservation": case.decisions.latest("pk").reservations.get().pk,
            "on": "i dag",
            "text": "Cyklarna behöver tak.",
        },
        lambda _: "Reservationens text kom in från Frida Fråga (V)",
    ),
]

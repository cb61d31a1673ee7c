"""Reminders outlive a mistake that is mended, and a text that changes while the date stands."""

from datetime import date

import pytest
from django.db.models import QuerySet

from accounts.roles import Role
from parties.changes import Administering
from tests.arenden.reminders.making import at
from tests.factories import cases, people
from tests.factories.cases import World, noon, registered_case
from ärenden.actions.closed_days import close, rename
from ärenden.actions.handling import assign
from ärenden.actions.meeting_days import DAYS, note_days
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import permit
from ärenden.actions.recount import after_meeting_change
from ärenden.actions.reminders.closing import hold_back
from ärenden.actions.reminders.planning import plan
from ärenden.actions.reminders.rules import add_default_rules
from ärenden.choices import Purpose, ReminderStatus
from ärenden.models import ClosedDay, Reminder

pytestmark = pytest.mark.django_db
APRIL_7 = date(2026, 4, 7)
NOTED = date(2026, 4, 8)


@pytest.fixture
def world() -> World:
    """Its council meets on 27 April and is summoned to by the 20th; the reminders are made."""
    world = cases.world()
    add_default_rules(world.organisation, at=noon(date(2025, 1, 1)))
    after_meeting_change(world.council, doing=world.doing(on=date(2026, 4, 1)), why="planerat")
    plan(at(APRIL_7))
    return world


def administering(world: World, *, on: date) -> Administering:
    return Administering(organisation=world.organisation, by=world.registrar, at=noon(on))


def note(world: World, summoned_on: date | None) -> None:
    days = dict.fromkeys(DAYS) | {"summoned_on": summoned_on}
    note_days(meeting=world.second_meeting, doing=world.doing(on=NOTED), days=days)


def of_summons() -> QuerySet[Reminder]:
    return Reminder.objects.filter(deadline__purpose=Purpose.SUMMONS).order_by("send_at", "pk")


def stand() -> list[tuple[int, str, str, object]]:
    return list(of_summons().values_list("pk", "status", "reason", "closed_at"))


def test_summons_noted_by_mistake_is_reminded_of_as_before(world: World) -> None:
    before = stand()

    note(world, NOTED)
    noted = {status for _, status, _, _ in stand()}
    note(world, None)

    assert before
    assert (noted, stand()) == ({ReminderStatus.NOT_NEEDED}, before)


def test_one_held_back_is_held_back_still_when_the_mistake_is_mended(world: World) -> None:
    doing = world.doing(on=NOTED)
    hold_back(of_summons()[0], doing=doing, reason="Ordföranden vet redan")
    before = stand()

    note(world, NOTED)
    noted = of_summons()[0].reason
    note(world, None)

    assert noted == "Det som skulle göras är gjort. Hölls tillbaka: Ordföranden vet redan"
    assert stand() == before


def test_renamed_day_leaves_the_reminders_of_a_date_that_stands(world: World) -> None:
    close({date(2026, 4, 24): "klämdagen"}, doing=administering(world, on=date(2026, 3, 2)))
    case = registered_case(world)
    assign(case=case, doing=world.doing(), to=people.user(world.organisation, Role.OFFICER))
    permitted = world.doing(on=date(2026, 3, 30))
    permit(case=case, doing=permitted, sitting=Sitting(meeting=world.first_meeting))
    due = case.deadlines.get(purpose=Purpose.ANSWER_IN)
    plan(at(date(2026, 4, 14)))
    hold_back(due.reminders.all()[0], doing=world.doing(on=date(2026, 4, 14)), reason="Semester")
    before = list(due.reminders.values())

    rename(ClosedDay.objects.get(), "lovdagen", doing=administering(world, on=date(2026, 4, 15)))

    due.refresh_from_db()
    assert list(due.reminders.values()) == before
    assert (due.status, due.set_at, due.revision) == ("open", permitted.at, 1)
    assert "lovdagen" in due.explanation

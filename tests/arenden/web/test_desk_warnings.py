"""The desk warns of what will miss its meeting, of motions near their year, and of the report."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from kernel.dates import long_date
from meetings.models import Meeting
from tests.arenden.web import acting
from tests.arenden.web.test_desk import shown, told
from tests.factories import cases, people
from tests.factories.cases import World, noon
from ärenden.actions.balance import freeze
from ärenden.actions.meetings import Sitting
from ärenden.actions.preparation import raise_case
from ärenden.actions.recount import after_meeting_change
from ärenden.models import Case, MotionReport
from ärenden.queries.desk import meetings_ahead, timetable_of
from ärenden.web.desk.balance import Balance, balance_of

pytestmark = pytest.mark.django_db

LATE = "Hinner inte i tid"


def in_days(days: int) -> date:
    return acting.today() + timedelta(days=days)


def meeting_in(world: World, days: int) -> World:
    world.second_meeting = people.meeting(world.council, in_days(days))
    return world


def warned(context: Any) -> list[Any]:
    return [
        row
        for section in context["sections"]
        if section.key == "hinner-inte"
        for row in section.rows
    ]


def test_interpellation_that_came_too_late_is_offered_the_next_meeting(client: Client) -> None:
    world = acting.world()
    following = world.second_meeting
    meeting_in(world, 3)
    case = acting.registered(world, received_on=acting.today())

    context = shown(client, world)

    assert told(context) == {LATE: [(case.title, "Anmäl till sammanträde")]}
    [row] = warned(context)
    assert following.held_on is not None
    later = long_date(following.held_on).removesuffix(f" {in_days(3).year}")
    assert f"Det är för sent till kommunfullmäktige {long_date(in_days(3))[:6]}" in row.why
    assert f"nästa är kommunfullmäktige {later}" in row.why


def test_interpellation_in_time_is_not_warned_of(client: Client) -> None:
    world = meeting_in(acting.world(), 6)
    acting.registered(world)

    assert warned(shown(client, world)) == []


def test_answer_that_should_be_in_is_warned_of_once(client: Client) -> None:
    world = acting.world()
    case = acting.permitted(world)
    Meeting.objects.filter(pk=world.second_meeting.pk).update(held_on=in_days(2))
    after_meeting_change(world.council, doing=acting.now(world), why="sammanträdet flyttades")

    context = shown(client, world)

    assert told(context) == {LATE: [(case.title, "Ta in svaret")]}
    assert warned(context)[0].why.startswith("Svaret lämnas till kansliet: senast ")


def test_answer_that_is_in_is_not_warned_of(client: Client) -> None:
    world = acting.world()
    acting.with_answer(world)
    Meeting.objects.filter(pk=world.second_meeting.pk).update(held_on=in_days(2))

    assert warned(shown(client, world)) == []


def old_motion(world: World, *, days: int) -> Case:
    case = acting.motion(world)
    met = people.meeting(world.council, in_days(-days))
    Case.objects.filter(pk=case.pk).update(received_on=met.held_on)
    raise_case(case=case, doing=acting.now(world), sitting=Sitting(meeting=met), raised_on=None)
    return case


def test_motion_with_one_meeting_left_before_its_year_is_warned_of(client: Client) -> None:
    world = acting.world()
    case = old_motion(world, days=330)
    people.meeting(world.council, in_days(60))

    [row] = warned(shown(client, world))

    assert (row.title, row.action_label) == (case.title, "Lämna till beredning")
    assert "Sista sammanträdet före dess är kommunfullmäktige " in row.why


def test_motion_is_not_warned_of_because_meetings_are_not_planned_yet(client: Client) -> None:
    world = acting.world()
    old_motion(world, days=200)

    assert warned(shown(client, world)) == []


def test_motion_with_several_meetings_left_is_not_warned_of(client: Client) -> None:
    world = acting.world()
    old_motion(world, days=200)
    for days in (60, 400):
        people.meeting(world.council, in_days(days))

    assert warned(shown(client, world)) == []


def at_the_desk(world: World, day: date) -> Balance:
    ahead = meetings_ahead(world.registrar, world.organisation, on=day)
    return balance_of(
        world.organisation,
        user=world.registrar,
        ahead=ahead,
        timetable=timetable_of(world.organisation, ahead),
        now=noon(day),
    )


def rows(found: Balance) -> list[tuple[str, str]]:
    return [(row.date_text, row.action_label) for row in found.section.rows]


def frozen(world: World, *, on: date) -> MotionReport:
    case = cases.motion(world)
    raise_case(
        case=case,
        doing=world.doing(on=date(2026, 3, 31)),
        sitting=Sitting(meeting=world.first_meeting),
        raised_on=None,
    )
    return freeze(council=world.council, meeting=world.second_meeting, doing=world.doing(on=on))


@pytest.mark.parametrize(("weeks", "waits"), [(7, []), (6, ["Gör i ordning balansen"])])
def test_report_is_asked_for_six_weeks_before(weeks: int, waits: list[str]) -> None:
    world = cases.world()

    found = at_the_desk(world, date(2026, 4, 27) - timedelta(weeks=weeks))

    assert [label for _, label in rows(found)] == waits
    assert found.next == "Sammanträdet i april, måndag 27 april 2026. Vanlig praxis."


def test_frozen_report_is_asked_for_no_more_until_its_meeting_is_held() -> None:
    world = cases.world()
    frozen(world, on=date(2026, 4, 2))
    people.meeting(world.council, date(2026, 5, 25))

    before, after = (at_the_desk(world, date(2026, 4, day)) for day in (3, 28))

    assert rows(before) == []
    assert rows(after) == [("I går", "Anteckna redovisningen")]

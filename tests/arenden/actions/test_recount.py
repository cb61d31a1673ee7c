"""Dates follow the meetings and the closed days that they were counted from, and tell why."""

from datetime import date

import pytest

from meetings.choices import MeetingStatus
from meetings.models import Meeting
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.deadline_moves import move_deadline
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import permit, schedule, take_off
from ärenden.actions.recount import after_calendar_change, after_meeting_change
from ärenden.choices import DeadlineCause, DeadlineStatus, Purpose
from ärenden.models import Case, ClosedDay, Deadline
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db
MARCH_30 = date(2026, 3, 30)


@pytest.fixture
def world() -> World:
    return cases.world()


def permitted(world: World, *, at: Meeting | None = None) -> Case:
    """Answered on 27 April unless the council chose another meeting."""
    case = cases.registered_case(world)
    sitting = Sitting(meeting=world.first_meeting)
    permit(case=case, doing=world.doing(on=MARCH_30), sitting=sitting, answer_meeting=at)
    return case


def change(world: World, meeting: Meeting, **values: object) -> int:
    for name, value in values.items():
        setattr(meeting, name, value)
    meeting.save()
    doing = world.doing(on=date(2026, 4, 1))
    return after_meeting_change(world.council, doing=doing, why="sammanträdet ändrades")


def days(case: Case, *, status: DeadlineStatus = DeadlineStatus.OPEN) -> dict[str, date]:
    rows = Deadline.objects.filter(case=case, status=status)
    return {row.purpose: row.due_at.date() for row in rows}


def test_moved_meeting_moves_the_answer_and_what_is_due_before_it(world: World) -> None:
    case = permitted(world)
    before = days(case)

    moved = change(world, world.second_meeting, held_on=date(2026, 5, 11))

    assert moved == 1
    assert days(case) == {
        Purpose.ANSWER: date(2026, 5, 11),
        Purpose.ANSWER_IN: date(2026, 5, 4),
        Purpose.ANSWER_TO_ASKER: date(2026, 5, 10),
    }
    assert days(case, status=DeadlineStatus.REPLACED) == before


def test_moved_date_keeps_the_first_and_says_what_moved_it(world: World) -> None:
    case = permitted(world)
    first = case.deadlines.get(purpose=Purpose.ANSWER)

    change(world, world.second_meeting, held_on=date(2026, 5, 11))

    now = case.deadlines.get(purpose=Purpose.ANSWER, status=DeadlineStatus.OPEN)
    assert (now.replaces, now.original_due_at) == (first, first.due_at)
    assert (now.cause, now.reason) == (DeadlineCause.MEETING, "sammanträdet ändrades")
    assert now.set_by_name == world.registrar.name


def test_case_with_other_dates_tells_so_once(world: World) -> None:
    case = permitted(world)

    change(world, world.second_meeting, held_on=date(2026, 5, 11))

    [event] = case.events.filter(action=Action.RECOUNT)
    assert event.summary == (
        "Frister räknades om: besvaras 11 maj 2026 (var 27 april 2026);"
        " svaret till kansliet 4 maj 2026 (var 20 april 2026);"
        " svaret till frågeställaren 10 maj 2026 (var 26 april 2026)"
    )
    assert event.reason == "sammanträdet ändrades"


def test_change_that_moves_no_date_writes_nothing(world: World) -> None:
    case = permitted(world)
    rows = case.deadlines.count()

    moved = change(world, world.second_meeting, place="Folkets hus")

    assert moved == 0
    assert case.deadlines.count() == rows
    assert not case.events.filter(action=Action.RECOUNT).exists()


def test_case_of_a_cancelled_meeting_goes_to_the_next(world: World) -> None:
    may = people.meeting(world.council, date(2026, 5, 25))
    case = permitted(world)

    change(world, world.second_meeting, status=MeetingStatus.CANCELLED)

    case.refresh_from_db()
    assert case.target_meeting == may
    assert days(case)[Purpose.ANSWER] == date(2026, 5, 25)


def test_case_without_any_meeting_waits_and_goes_on_when_one_is_planned(world: World) -> None:
    case = permitted(world)
    change(world, world.second_meeting, status=MeetingStatus.CANCELLED)
    waiting = days(case)

    people.meeting(world.council, date(2026, 6, 15))
    after_meeting_change(world.council, doing=world.doing(on=date(2026, 4, 2)), why="planerat")

    assert waiting == {}
    assert days(case)[Purpose.ANSWER] == date(2026, 6, 15)
    answer = case.deadlines.get(purpose=Purpose.ANSWER, status=DeadlineStatus.OPEN)
    assert answer.original_due_at.date() == date(2026, 4, 27)


def test_meeting_that_the_council_chose_is_followed_where_it_goes(world: World) -> None:
    people.meeting(world.council, date(2026, 5, 4))
    chosen = people.meeting(world.council, date(2026, 5, 25))
    case = permitted(world, at=chosen)

    change(world, chosen, held_on=date(2026, 6, 1))

    assert days(case)[Purpose.ANSWER] == date(2026, 6, 1)


def test_day_that_someone_set_does_not_move_with_the_meeting(world: World) -> None:
    case = permitted(world)
    answer_in = case.deadlines.get(purpose=Purpose.ANSWER_IN)
    move_deadline(
        case=case,
        doing=world.doing(on=date(2026, 3, 31)),
        deadline=answer_in,
        to=date(2026, 4, 22),
        cause=DeadlineCause.EXTENSION,
        reason="Underlaget kommer sent",
    )

    change(world, world.second_meeting, held_on=date(2026, 5, 11))

    assert days(case)[Purpose.ANSWER_IN] == date(2026, 4, 22)
    assert days(case)[Purpose.ANSWER] == date(2026, 5, 11)


def test_answer_put_on_another_list_is_due_before_that_meeting(world: World) -> None:
    later = people.meeting(world.council, date(2026, 5, 25))
    case = permitted(world)

    schedule(case=case, doing=world.doing(on=date(2026, 3, 31)), meeting=later)

    moved = {
        Purpose.ANSWER: date(2026, 5, 25),
        Purpose.ANSWER_IN: date(2026, 5, 18),
        Purpose.ANSWER_TO_ASKER: date(2026, 5, 24),
    }
    assert days(case) == moved
    change(world, world.second_meeting, held_on=date(2026, 5, 4))
    assert days(case) == moved
    take_off(
        case=case, doing=world.doing(on=date(2026, 4, 2)), meeting=later, reason="Fel sammanträde"
    )
    assert days(case) == {
        Purpose.ANSWER: date(2026, 5, 4),
        Purpose.ANSWER_IN: date(2026, 4, 24),
        Purpose.ANSWER_TO_ASKER: date(2026, 5, 3),
    }


def test_closed_day_is_not_counted_from_the_moment_it_is_entered(world: World) -> None:
    case = permitted(world)
    ClosedDay.objects.create(
        organisation=world.organisation, day=date(2026, 4, 23), name="planeringsdagen"
    )

    moved = after_calendar_change(
        world.organisation, doing=world.doing(on=date(2026, 4, 1)), why="en stängd dag lades till"
    )

    assert moved == 1
    assert days(case)[Purpose.ANSWER_IN] == date(2026, 4, 17)
    assert days(case)[Purpose.ANSWER] == date(2026, 4, 27)


def test_other_organisations_cases_stand_still(world: World) -> None:
    case = permitted(world)
    other = people.body(people.organisation(name="Annanby kommun", slug="annanby"))

    moved = after_meeting_change(other, doing=world.doing(on=date(2026, 4, 1)), why="planerat")

    assert (moved, days(case)[Purpose.ANSWER]) == (0, date(2026, 4, 27))

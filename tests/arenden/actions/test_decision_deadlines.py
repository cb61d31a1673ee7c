"""The council's own time for a decision: counted to a meeting, and only when it is the earlier."""

from dataclasses import replace
from datetime import date

import pytest

from meetings.choices import MeetingStatus
from parties.changes import Administering
from tests.arenden.actions.test_own_rules import (
    APRIL_1,
    MARCH_30,
    YEAR,
    decide,
    raised,
    referred,
    ruled,
    running,
)
from tests.factories import cases, people
from tests.factories.cases import World, noon
from ärenden.actions.meetings import Sitting
from ärenden.actions.planning import remove_meeting
from ärenden.actions.preparation import report_open
from ärenden.actions.recount import after_calendar_change, after_meeting_change
from ärenden.choices import CaseType, DeadlineStatus, Event, Purpose, Route, Unit
from ärenden.deadlines import Rule
from ärenden.deadlines.shapes import MeetingAfter, TimeAfter
from ärenden.models import Case, ClosedDay
from ärenden.queries.prospects import statement_due
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db
APRIL_27, MAY_11 = date(2026, 4, 27), date(2026, 5, 11)


@pytest.fixture
def world() -> World:
    return cases.world()


def at_meeting(n: int = 1, *, route: Route | None = None) -> Rule:
    return replace(decide(1, route=route), shape=MeetingAfter(n=n, after=Event.RAISED))


def own(case: Case) -> list[date]:
    return [day for rule, day in running(case) if rule != YEAR[0]]


def changed(world: World, *, on: date = APRIL_1) -> int:
    return after_meeting_change(world.council, doing=world.doing(on=on), why="ändrat")


def moved(world: World, **values: object) -> int:
    for name, value in values.items():
        setattr(world.second_meeting, name, value)
    world.second_meeting.save()
    return changed(world)


def test_time_counted_in_meetings_is_set(world: World) -> None:
    ruled(world, at_meeting())

    assert running(raised(world)) == [("motion-beslut-alla", APRIL_27), YEAR]


def test_it_follows_the_meeting_and_the_case_tells_so(world: World) -> None:
    ruled(world, at_meeting())
    case = raised(world)

    count = moved(world, held_on=MAY_11)

    assert (count, running(case)) == (1, [("motion-beslut-alla", MAY_11), YEAR])
    [event] = case.events.filter(action=Action.RECOUNT)
    assert event.summary == "Frister räknades om: beslutas 11 maj 2026 (var 27 april 2026)"


def test_it_waits_while_its_meeting_is_cancelled_and_goes_on_with_the_next(world: World) -> None:
    ruled(world, at_meeting())
    case = raised(world)

    moved(world, status=MeetingStatus.CANCELLED)
    waiting = own(case)
    people.meeting(world.council, MAY_11)
    changed(world)

    assert (waiting, own(case)) == ([], [MAY_11])
    row = case.deadlines.get(rule="motion-beslut-alla", status=DeadlineStatus.OPEN)
    assert row.original_due_at.date() == APRIL_27


def test_it_waits_when_its_meeting_is_removed_and_the_case_tells_why(world: World) -> None:
    ruled(world, at_meeting())
    case = raised(world)
    doing = Administering(organisation=world.organisation, by=world.registrar, at=noon(APRIL_1))

    said = remove_meeting(world.second_meeting, called="Sammanträdet", doing=doing)

    assert (said, own(case)) == ("1 ärende fick andra frister", [])
    [event] = case.events.filter(action=Action.RECOUNT)
    assert event.reason == "kommunfullmäktige måndag 27 april 2026 togs bort"


def test_it_is_set_when_its_meeting_is_planned(world: World) -> None:
    ruled(world, at_meeting(2))
    case = raised(world)
    before = own(case)

    people.meeting(world.council, MAY_11)

    assert (changed(world), before, own(case)) == (1, [], [MAY_11])


def test_meeting_that_is_over_when_it_is_planned_sets_nothing(world: World) -> None:
    ruled(world, at_meeting(2))
    case = raised(world)

    people.meeting(world.council, MAY_11)

    assert (changed(world, on=date(2026, 6, 1)), own(case)) == (0, [])


def test_reported_motion_gets_no_time_of_its_own_afterwards(world: World) -> None:
    ruled(world, at_meeting(2))
    case = raised(world)
    doing, sitting = world.doing(on=APRIL_27), Sitting(meeting=world.second_meeting)
    report_open(case=case, doing=doing, sitting=sitting, shown="Utredningen pågår")

    people.meeting(world.council, MAY_11)

    assert (changed(world), running(case)) == (0, [])


def test_time_in_working_days_follows_a_closed_day(world: World) -> None:
    shape = TimeAfter(n=10, unit=Unit.WORKING_DAYS, after=Event.RAISED)
    ruled(world, replace(decide(1), shape=shape))
    case = raised(world)
    before = own(case)
    ClosedDay.objects.create(organisation=world.organisation, day=date(2026, 4, 8), name="stängt")

    count = after_calendar_change(world.organisation, doing=world.doing(on=APRIL_1), why="stängt")

    assert (count, before, own(case)) == (1, [date(2026, 4, 15)], [date(2026, 4, 16)])


def test_remiss_with_a_time_in_meetings_goes_by_it(world: World) -> None:
    ruled(world, decide(4, route=Route.EXECUTIVE), at_meeting(route=Route.REFERRED))
    case = raised(world)
    before = own(case)

    referred(world, case)

    assert (before, own(case)) == ([date(2026, 7, 30)], [APRIL_27])
    assert not case.deadlines.filter(status=DeadlineStatus.WAIVED).exists()


def test_remiss_whose_meeting_is_not_planned_waits_for_it(world: World) -> None:
    ruled(world, decide(4, route=Route.EXECUTIVE), at_meeting(2, route=Route.REFERRED))
    case = raised(world)

    referred(world, case)
    waiting = own(case)
    people.meeting(world.council, MAY_11)
    changed(world)

    assert (waiting, own(case)) == ([], [MAY_11])


@pytest.mark.parametrize(("n", "unit"), [(12, Unit.MONTHS), (1, Unit.YEARS), (18, Unit.MONTHS)])
def test_own_time_that_is_not_before_the_year_of_law_is_not_told_twice(
    world: World, n: int, unit: Unit
) -> None:
    shape = TimeAfter(n=n, unit=unit, after=Event.RAISED)
    ruled(world, replace(decide(1), shape=shape))

    assert running(raised(world)) == [YEAR]


def test_remiss_with_the_time_of_law_leaves_only_that(world: World) -> None:
    ruled(world, decide(4, route=Route.EXECUTIVE), decide(12, route=Route.REFERRED))
    case = raised(world)

    referred(world, case)

    assert running(case) == [YEAR]
    ended = case.deadlines.get(status=DeadlineStatus.WAIVED)
    assert ended.ended_reason == "Reglernas egen tid går inte ut före lagens år."


def test_statement_is_due_at_the_meeting_that_the_rules_say(world: World) -> None:
    shape = MeetingAfter(n=1, after=Event.REFERRED)
    rule = replace(decide(1), key="motion-yttrande", purpose=Purpose.STATEMENT, shape=shape)
    ruled(world, rule)

    due = statement_due(raised(world), sent_on=APRIL_1)

    assert due is not None
    assert due.day == APRIL_27


def test_sending_on_is_due_at_the_meeting_that_the_rules_say(world: World) -> None:
    rule = replace(
        decide(1),
        key="interpellation-vidare",
        purpose=Purpose.FORWARD,
        shape=MeetingAfter(n=1, after=Event.HANDED_IN),
        case_types=(CaseType.INTERPELLATION,),
    )
    ruled(world, rule)

    case = cases.to_send_on(world)

    assert running(case, Purpose.FORWARD) == [("interpellation-vidare", MARCH_30)]

"""What a council's own rules set beside the law, by who prepares the case, and from any day."""

from datetime import date

import pytest

from parties.changes import Administering
from tests.factories import cases
from tests.factories.cases import World, noon
from ärenden.actions.corrections import correct_day
from ärenden.actions.deadline_moves import waive_deadline
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import permit
from ärenden.actions.preparation import prepare, raise_case, refer, report_open
from ärenden.actions.rules import Heading, adopt, propose
from ärenden.choices import CaseType, DeadlineStatus, Event, Purpose, Route, Unit
from ärenden.deadlines import EXAMPLES, Rule, default_rules
from ärenden.deadlines.shapes import TimeAfter
from ärenden.exceptions import ActionRefused
from ärenden.models import Case

pytestmark = pytest.mark.django_db
JANUARY, MARCH_30, APRIL_1 = date(2026, 1, 7), date(2026, 3, 30), date(2026, 4, 1)
YEAR = ("lag-motion-ett-ar", date(2027, 3, 30))


@pytest.fixture
def world() -> World:
    return cases.world()


def ruled(world: World, *rules: Rule) -> None:
    doing = Administering(organisation=world.organisation, by=world.registrar, at=noon(JANUARY))
    heading = Heading(title="Arbetsordning", first=JANUARY, decided_on=JANUARY)
    every = default_rules(JANUARY).with_rules(rules).rules
    adopt(propose(heading, every, doing=doing), doing=doing)


def decide(months: int, *, route: Route | None = None) -> Rule:
    return Rule(
        key=f"motion-beslut-{route or 'alla'}",
        name="Motionen beslutas",
        purpose=Purpose.DECIDE,
        shape=TimeAfter(n=months, unit=Unit.MONTHS, after=Event.RAISED),
        case_types=(CaseType.MOTION,),
        route=route,
        source="Arbetsordningen",
    )


def asked(purpose: Purpose, *, days: int, after: Event) -> Rule:
    return Rule(
        key=f"interpellation-{purpose.replace('_', '-')}",
        name="Svaret",
        purpose=purpose,
        shape=TimeAfter(n=days, unit=Unit.DAYS, after=after),
        case_types=(CaseType.INTERPELLATION,),
        source="Arbetsordningen",
    )


def raised(world: World) -> Case:
    case = cases.motion(world)
    sitting = Sitting(meeting=world.first_meeting)
    doing = world.doing(on=MARCH_30)
    raise_case(case=case, doing=doing, sitting=sitting, raised_on=None)
    prepare(case=case, doing=doing, body=world.board, on=MARCH_30)
    return case


def referred(world: World, case: Case) -> None:
    days = {"sent_on": APRIL_1, "due_on": date(2026, 5, 29)}
    refer(case=case, doing=world.doing(on=APRIL_1), recipient="Nämnden", body=None, **days)


def running(case: Case, purpose: Purpose = Purpose.DECIDE) -> list[tuple[str, date]]:
    rows = case.deadlines.filter(purpose=purpose, status=DeadlineStatus.OPEN)
    return [(row.rule, row.due_at.date()) for row in rows]


def test_year_of_law_runs_beside_the_councils_own_time(world: World) -> None:
    ruled(world, decide(6))

    assert running(raised(world)) == [("motion-beslut-alla", date(2026, 9, 30)), YEAR]


def test_own_time_is_waived_and_the_year_of_law_is_not(world: World) -> None:
    ruled(world, decide(6))
    case = raised(world)
    own, law = case.deadlines.order_by("due_at")
    doing = world.doing(on=APRIL_1)

    waive_deadline(case=case, doing=doing, deadline=own, reason="Utredningen tar längre tid")
    with pytest.raises(ActionRefused):
        waive_deadline(case=case, doing=doing, deadline=law, reason="Utredningen tar längre tid")

    assert running(case) == [YEAR]


def test_time_follows_who_prepares_the_motion(world: World) -> None:
    """As in the example of Karlstad."""
    [example] = [each for each in EXAMPLES if each.number == 21]
    ruled(world, *(rule for rule in example.rules if rule.purpose == Purpose.DECIDE))
    case = raised(world)
    before = running(case)

    referred(world, case)

    assert [day for _, day in before] == [date(2026, 7, 30), YEAR[1]]
    assert [day for _, day in running(case)] == [date(2026, 9, 30), YEAR[1]]
    assert case.deadlines.filter(rule=YEAR[0]).count() == 1


def test_waived_time_stays_so_when_the_motion_is_sent_on_a_remiss(world: World) -> None:
    ruled(world, decide(6))
    case = raised(world)
    own = case.deadlines.get(rule="motion-beslut-alla")
    waive_deadline(case=case, doing=world.doing(on=APRIL_1), deadline=own, reason="Utredning")

    referred(world, case)

    assert running(case) == [YEAR]


def test_time_for_those_the_board_prepares_ends_with_a_remiss(world: World) -> None:
    ruled(world, decide(4, route=Route.EXECUTIVE))
    case = raised(world)

    referred(world, case)

    assert running(case) == [YEAR]


def test_report_to_the_council_ends_both(world: World) -> None:
    ruled(world, decide(6))
    case = raised(world)
    sitting = Sitting(meeting=world.second_meeting)

    doing = world.doing(on=date(2026, 4, 27))
    report_open(case=case, doing=doing, sitting=sitting, shown="Utredningen pågår")

    assert running(case) == []


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        (asked(Purpose.ANSWER, days=30, after=Event.PERMITTED), date(2026, 4, 29)),
        (asked(Purpose.ANSWER_IN, days=20, after=Event.HANDED_IN), date(2026, 3, 22)),
    ],
)
def test_time_counted_without_a_meeting_is_set(world: World, rule: Rule, day: date) -> None:
    ruled(world, rule)
    case = cases.registered_case(world)

    permit(case=case, doing=world.doing(on=MARCH_30), sitting=Sitting(meeting=world.first_meeting))

    assert running(case, rule.purpose) == [(rule.key, day)]


def test_mended_arrival_moves_what_is_counted_from_it(world: World) -> None:
    ruled(world, asked(Purpose.ANSWER_IN, days=20, after=Event.HANDED_IN))
    case = cases.registered_case(world)
    sitting = Sitting(meeting=world.first_meeting)
    permit(case=case, doing=world.doing(on=MARCH_30), sitting=sitting)

    correct_day(
        case=case,
        doing=world.doing(on=MARCH_30),
        row=case,
        field="received_on",
        day=date(2026, 3, 1),
        reason="Stämpeln är otydlig",
    )

    assert [day for _, day in running(case, Purpose.ANSWER_IN)] == [date(2026, 3, 21)]

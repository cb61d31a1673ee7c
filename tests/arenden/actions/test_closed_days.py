"""A day that is closed moves the dates counted past it, and never the times of the law."""

from datetime import date

import pytest

from parties.changes import Administering
from parties.exceptions import Refused
from tests.factories import cases
from tests.factories.cases import World
from ärenden.actions.closed_days import close, open_again, rename
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import permit
from ärenden.actions.preparation import raise_case
from ärenden.choices import DeadlineStatus, Purpose
from ärenden.models import Case, ClosedDay
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db
MARCH_30, CLOSED = date(2026, 3, 30), date(2026, 4, 22)


@pytest.fixture
def world() -> World:
    return cases.world()


@pytest.fixture
def case(world: World) -> Case:
    """To be answered on 27 April, with the answer in five working days before."""
    case = cases.registered_case(world)
    sitting = Sitting(meeting=world.first_meeting, paragraph=7)
    permit(case=case, doing=world.doing(on=MARCH_30), sitting=sitting)
    return case


def administering(world: World) -> Administering:
    return Administering(
        organisation=world.organisation, by=world.registrar, at=cases.noon(MARCH_30)
    )


def days_of(case: Case) -> dict[str, date]:
    rows = case.deadlines.filter(status=DeadlineStatus.OPEN)
    return {row.purpose: row.due_at.date() for row in rows}


def test_closed_day_moves_what_is_counted_past_it_and_tells_the_case(
    world: World, case: Case
) -> None:
    assert days_of(case)[Purpose.ANSWER_IN] == date(2026, 4, 20)

    moved = close({CLOSED: "planeringsdagen"}, doing=administering(world))

    assert (moved, days_of(case)[Purpose.ANSWER_IN]) == (1, date(2026, 4, 17))
    event = case.events.latest("version")
    assert (event.action, event.reason) == (
        Action.RECOUNT,
        "Kansliet stänger 22 april 2026 (planeringsdagen)",
    )
    assert world.organisation.changes.first().summary == "1 dag stängdes"


def test_day_that_opens_again_gives_the_dates_back(world: World, case: Case) -> None:
    close({CLOSED: "planeringsdagen"}, doing=administering(world))

    moved = open_again(ClosedDay.objects.get(), doing=administering(world))

    assert (moved, days_of(case)[Purpose.ANSWER_IN]) == (1, date(2026, 4, 20))


def test_new_name_stands_in_the_sentence_and_moves_nothing(world: World, case: Case) -> None:
    close({CLOSED: "planeringsdagen"}, doing=administering(world))

    before = days_of(case)

    assert rename(ClosedDay.objects.get(), "studiedagen", doing=administering(world))

    row = case.deadlines.get(status=DeadlineStatus.OPEN, purpose=Purpose.ANSWER_IN)
    assert "studiedagen räknas inte" in row.explanation
    assert days_of(case) == before


def test_day_is_closed_once(world: World) -> None:
    close({CLOSED: "planeringsdagen"}, doing=administering(world))

    with pytest.raises(Refused, match="redan stängd"):
        close({CLOSED: "studiedagen"}, doing=administering(world))


def test_closed_day_never_prolongs_the_year_of_a_motion(world: World) -> None:
    motion = cases.motion(world)
    close({date(2027, 3, 30): "klämdagen"}, doing=administering(world))

    sitting = Sitting(meeting=world.first_meeting, paragraph=8)
    raise_case(case=motion, doing=world.doing(on=MARCH_30), sitting=sitting, raised_on=None)

    assert days_of(motion)[Purpose.DECIDE] == date(2027, 3, 30)

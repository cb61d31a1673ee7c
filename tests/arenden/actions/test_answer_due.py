"""When an interpellation or fråga is to be answered, as the rules count it or the council chose."""

from datetime import date

import pytest

from meetings.models import Meeting
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.meetings import NOWHERE, Sitting
from ärenden.actions.permission import permit, postpone
from ärenden.choices import CaseType, DeadlineStatus, Fact, Purpose
from ärenden.models import Case, Deadline

pytestmark = pytest.mark.django_db
MARCH_30 = date(2026, 3, 30)


@pytest.fixture
def world() -> World:
    return cases.world()


def put(world: World, case_type: CaseType, *, chosen: Meeting | None = None) -> Case:
    """Permitted at the meeting of 30 March."""
    case = cases.registered_case(world, case_type=case_type)
    sitting = Sitting(meeting=world.first_meeting, paragraph=7)
    permit(case=case, doing=world.doing(on=MARCH_30), sitting=sitting, answer_meeting=chosen)
    return case


def put_off(world: World, case: Case, *, to: Meeting | None) -> None:
    postpone(
        case=case,
        doing=world.doing(on=MARCH_30),
        sitting=Sitting(meeting=world.first_meeting, paragraph=7),
        reason="Tiden räckte inte",
        next_meeting=to,
    )


def due_of(case: Case) -> Deadline:
    return case.deadlines.get(status=DeadlineStatus.OPEN, purpose=Purpose.ANSWER)


def test_interpellation_should_be_answered_at_the_next_ordinary_meeting(world: World) -> None:
    case = put(world, CaseType.INTERPELLATION)

    assert case.target_meeting == world.second_meeting
    assert due_of(case).explanation == (
        "Bör besvaras vid kommunfullmäktige måndag 27 april 2026: nästa ordinarie sammanträde"
        " efter måndag 30 mars, då interpellationen fick ställas."
    )


def test_question_is_answered_at_the_same_meeting(world: World) -> None:
    assert due_of(put(world, CaseType.QUESTION)).explanation == (
        "Besvaras vid kommunfullmäktige måndag 30 mars 2026:"
        " samma sammanträde där frågan fick ställas."
    )


def test_postponed_question_is_answered_at_the_next_meeting(world: World) -> None:
    case = put(world, CaseType.QUESTION)

    put_off(world, case, to=None)

    assert due_of(case).explanation == (
        "Besvaras vid kommunfullmäktige måndag 27 april 2026: nästa ordinarie sammanträde"
        " efter måndag 30 mars, då frågan bordlades."
    )


def test_meeting_that_the_council_chose_goes_before_the_count(world: World) -> None:
    may = people.meeting(world.council, date(2026, 5, 25))
    case = put(world, CaseType.INTERPELLATION, chosen=may)
    on_permission = due_of(case).explanation

    put_off(world, case, to=may)

    day = "Bör besvaras vid kommunfullmäktige måndag 25 maj 2026: så beslutades måndag 30 mars, då"
    assert on_permission == f"{day} interpellationen fick ställas."
    assert due_of(case).explanation == f"{day} interpellationen bordlades."


def test_nothing_is_due_while_the_day_of_permission_is_unknown(world: World) -> None:
    case = cases.registered_case(world)
    unknown = {Fact.MEETING: "Protokollet saknas"}

    permit(case=case, doing=world.doing(on=MARCH_30, unknown=unknown), sitting=NOWHERE)

    assert not case.deadlines.exists()

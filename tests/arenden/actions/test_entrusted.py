"""A medborgarförslag that the council hands to a nämnd (KL 5:23)."""

from datetime import date

import pytest

from parties.models import Body
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.decisions import NewDecision, decide
from ärenden.actions.endings import close
from ärenden.actions.entrusting import entrust, report_decided
from ärenden.actions.meetings import Sitting
from ärenden.actions.preparation import prepare, raise_case
from ärenden.actions.telling import notify
from ärenden.choices import CaseType, DeadlineStatus, DecisionNature, Fact, Outcome, State
from ärenden.exceptions import ActionRefused
from ärenden.models import Case

pytestmark = pytest.mark.django_db

MARCH_30, APRIL_13, APRIL_27 = date(2026, 3, 30), date(2026, 4, 13), date(2026, 4, 27)


def raised(world: World) -> Case:
    case = cases.motion(world, case_type=CaseType.CITIZEN_PROPOSAL)
    sitting = Sitting(meeting=world.first_meeting)
    raise_case(case=case, doing=world.doing(on=MARCH_30), sitting=sitting, raised_on=None)
    return case


def handed_over(world: World, case: Case, *, body: Body) -> None:
    sitting = Sitting(meeting=world.first_meeting, paragraph=12)
    entrust(case=case, doing=world.doing(on=MARCH_30), sitting=sitting, body=body)


def board_decides(world: World, case: Case) -> None:
    sitting = Sitting(meeting=people.meeting(world.board, APRIL_13), paragraph=40)
    new = NewDecision(outcome=Outcome.REJECTED, sitting=sitting)
    decide(case=case, doing=world.doing(on=APRIL_13), new=new)


def test_committee_decides_without_a_proposal_and_the_council_is_told() -> None:
    world = cases.world()
    case = raised(world)
    handed_over(world, case, body=world.board)

    board_decides(world, case)
    told = Sitting(meeting=world.second_meeting, paragraph=9)
    report_decided(case=case, doing=world.doing(on=APRIL_27), sitting=told)
    notify(case=case, doing=world.doing(on=APRIL_27), on=APRIL_27)
    close(case=case, doing=world.doing(on=APRIL_27))

    assert (case.state, case.outcome, case.body) == (State.CLOSED, Outcome.REJECTED, world.council)
    assert list(case.decisions.values_list("nature", "body__name", "decided_on")) == [
        (DecisionNature.ENTRUSTED, "Kommunfullmäktige", MARCH_30),
        (DecisionNature.FINAL, "Kommunstyrelsen", APRIL_13),
        (DecisionNature.ANNOUNCED, "Kommunfullmäktige", APRIL_27),
    ]
    assert {row.status for row in case.deadlines.all()} == {DeadlineStatus.MET}


def test_entrusted_case_is_prepared_and_decided_by_the_committee() -> None:
    world = cases.world()
    case = raised(world)

    handed_over(world, case, body=world.board)

    assert (case.state, case.preparing_body, case.decider) == (
        State.PREPARING,
        world.board,
        world.board,
    )
    assert case.events.latest("version").summary == (
        "Beslutet överläts till kommunstyrelsen, kommunfullmäktige måndag 30 mars 2026 § 12"
    )


def test_medborgarforslag_has_one_year_by_its_own_rule() -> None:
    due = raised(cases.world()).deadlines.get()

    assert due.explanation.startswith(
        "Senast tisdag 30 mars 2027: ett år efter att medborgarförslaget väcktes"
    )
    assert due.source == "Kommunallagen 5 kap. 35 § och 6 kap. 34 §"


def test_decision_at_an_unknown_meeting_is_that_of_the_committee() -> None:
    world = cases.world()
    case = raised(world)
    handed_over(world, case, body=world.board)
    doing = world.doing(on=APRIL_13, unknown={Fact.MEETING: "Protokollet saknas"})

    decision = decide(case=case, doing=doing, new=NewDecision(outcome=Outcome.REJECTED))

    assert (decision.body, decision.decided_on) == (world.board, None)


def test_council_without_a_proposal_does_not_decide_itself() -> None:
    world = cases.world()
    case = raised(world)
    prepare(case=case, doing=world.doing(on=MARCH_30), body=world.board, on=MARCH_30)

    with pytest.raises(ActionRefused, match="inget förslag till beslut"):
        board_decides(world, case)


def test_decision_is_handed_to_no_council() -> None:
    world = cases.world()
    case = raised(world)

    with pytest.raises(ActionRefused, match="inte till Kommunfullmäktige"):
        handed_over(world, case, body=world.council)

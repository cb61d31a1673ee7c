"""A day that disagrees with another is refused, whichever action brings it."""

from datetime import date

import pytest

from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.answers import NewAnswer, hand_over_answer, receive_answer
from ärenden.actions.corrections import correct_day
from ärenden.actions.decisions import NewDecision, decide
from ärenden.actions.endings import close, reopen, withdraw
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import permit, record_answered
from ärenden.actions.preparation import NewStatement, prepare, raise_case, receive_statement, refer
from ärenden.actions.proposals import NewProposal, add_proposal, propose
from ärenden.actions.values import Name, Part
from ärenden.choices import Fact, Outcome, ProposalKind, ProposalSource
from ärenden.exceptions import ActionRefused
from ärenden.models import Case
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db

APRIL_27, MAY_25, AUTUMN = date(2026, 4, 27), date(2026, 5, 25), date(2026, 10, 1)


def permitted(world: World) -> Case:
    """May be put since April; what is recorded is recorded in the autumn."""
    case = cases.registered_case(world)
    at = Sitting(meeting=world.second_meeting)
    permit(case=case, doing=world.doing(on=AUTUMN), sitting=at)
    return case


def prepared(world: World) -> Case:
    case = cases.motion(world)
    doing = world.doing(on=AUTUMN)
    raise_case(case=case, doing=doing, sitting=Sitting(meeting=world.first_meeting), raised_on=None)
    prepare(case=case, doing=doing, body=world.board, on=date(2026, 4, 1))
    return case


def board_proposes(world: World, case: Case, *, on: date) -> None:
    at = Sitting(meeting=people.meeting(world.board, on))
    new = NewProposal(kind=ProposalKind.REJECTION, source=ProposalSource.BOARD, sitting=at)
    propose(case=case, doing=world.doing(on=AUTUMN), new=new, target_body=world.council)


def test_nothing_is_changed_by_an_action_whose_day_is_refused() -> None:
    world = cases.world()
    case = permitted(world)
    at = Sitting(meeting=world.first_meeting)

    with pytest.raises(ActionRefused, match="men den fick ställas först 27 april 2026"):
        record_answered(
            case=case,
            doing=world.doing(on=AUTUMN),
            sitting=at,
            outcome=Outcome.ANSWERED_ORALLY,
        )

    case.refresh_from_db()
    assert (case.state, case.decisions.count(), case.events.count()) == ("permitted", 1, 2)


def test_answer_in_writing_is_in_the_askers_hands_when_the_council_meets() -> None:
    world = cases.world()
    case = permitted(world)
    doing = world.doing(on=AUTUMN)
    new = NewAnswer(parts=[Part(text="Tolv.")], received_on=APRIL_27)
    receive_answer(case=case, doing=doing, new=new)
    hand_over_answer(case=case, doing=doing, on=MAY_25)
    outcome, at = Outcome.ANSWERED_IN_WRITING, Sitting(meeting=world.second_meeting)

    with pytest.raises(ActionRefused, match="svaret lämnades över först 25 maj 2026"):
        record_answered(case=case, doing=doing, sitting=at, outcome=outcome)
    at = Sitting(meeting=people.meeting(world.council, MAY_25))
    record_answered(case=case, doing=doing, sitting=at, outcome=outcome)

    assert case.state == "answered"


def test_council_decides_after_the_board_proposed_even_when_that_is_recorded_late() -> None:
    world = cases.world()
    case = prepared(world)
    board_proposes(world, case, on=MAY_25)
    at = Sitting(meeting=world.second_meeting)
    early = NewDecision(outcome=Outcome.REJECTED, sitting=at)

    with pytest.raises(ActionRefused, match="förslaget till beslut lades fram först 25 maj 2026"):
        decide(case=case, doing=world.doing(on=AUTUMN), new=early)
    at = Sitting(meeting=people.meeting(world.council, date(2026, 6, 15)))
    new = NewDecision(outcome=Outcome.REJECTED, sitting=at)
    decide(case=case, doing=world.doing(on=AUTUMN), new=new)

    assert case.outcome == Outcome.REJECTED


def test_yrkande_in_the_board_is_noted_after_the_council_decided() -> None:
    world = cases.world()
    case = prepared(world)
    board_proposes(world, case, on=date(2026, 4, 13))
    at = Sitting(meeting=world.second_meeting)
    new = NewDecision(outcome=Outcome.REJECTED, sitting=at)
    decide(case=case, doing=world.doing(on=AUTUMN), new=new)
    board = Sitting(meeting=people.meeting(world.board, date(2026, 4, 14)))
    moved = NewProposal(kind=ProposalKind.APPROVAL, proposers=[Name(name="Ada Ask")], sitting=board)

    proposal = add_proposal(case=case, doing=world.doing(on=AUTUMN), new=moved)

    assert proposal in case.proposals.all()


def test_statement_comes_in_after_its_remiss_left() -> None:
    world = cases.world()
    case = prepared(world)
    doing = world.doing(on=AUTUMN)
    days = {"sent_on": MAY_25, "due_on": AUTUMN}
    referral = refer(case=case, doing=doing, recipient="Skolnämnden", body=None, **days)
    early = NewStatement(text="", answered_on=APRIL_27)

    with pytest.raises(ActionRefused, match="men remissen till skolnämnden skickades först"):
        receive_statement(referral=referral, doing=doing, new=early)


def test_corrected_day_agrees_with_the_others() -> None:
    world = cases.world()
    case = permitted(world)

    with pytest.raises(ActionRefused, match="Den fick ställas 27 april 2026, men ärendet kom in"):
        correct_day(
            case=case,
            doing=world.doing(on=AUTUMN),
            row=case,
            field="received_on",
            day=MAY_25,
            reason="Fel dag",
        )

    case.refresh_from_db()
    assert case.received_on == cases.TODAY


def test_contradiction_of_the_papers_is_recorded_once_with_its_reason() -> None:
    world = cases.world()
    case = permitted(world)
    why = {Fact.ORDER: "Så står det i protokollet"}
    withdraw(case=case, doing=world.doing(on=AUTUMN, unknown=why), on=date(2026, 4, 1))

    close(case=case, doing=world.doing(on=AUTUMN))

    events = case.events.filter(action__in=(Action.WITHDRAW, Action.CLOSE))
    assert [event.unknown for event in events] == [{}, why]


def test_closing_that_was_undone_binds_no_one() -> None:
    world = cases.world()
    case = permitted(world)
    withdraw(case=case, doing=world.doing(on=AUTUMN), on=AUTUMN)
    close(case=case, doing=world.doing(on=AUTUMN))

    reopen(case=case, doing=world.doing(on=AUTUMN), reason="Fel ärende")

    assert (case.state, case.closed_on) == ("withdrawn", None)

"""A motion from väckt through parallel remisser to a decision per att-sats."""

from datetime import date

import pytest

from meetings.models import Meeting
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.base import Doing
from ärenden.actions.decisions import NewDecision, decide, return_case
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import postpone
from ärenden.actions.preparation import (
    NewStatement,
    close_referral,
    prepare,
    raise_case,
    receive_statement,
    refer,
    report_open,
)
from ärenden.actions.proposals import NewProposal, propose
from ärenden.actions.values import Point
from ärenden.choices import (
    DeadlineStatus,
    Outcome,
    ProposalKind,
    ProposalSource,
    Purpose,
    State,
)
from ärenden.exceptions import ActionRefused
from ärenden.models import Case, Referral

pytestmark = pytest.mark.django_db

MARCH_30 = date(2026, 3, 30)


def prepared(world: World) -> Case:
    case = cases.motion(world)
    doing = world.doing(on=MARCH_30)
    raise_case(case=case, doing=doing, sitting=Sitting(meeting=world.first_meeting), raised_on=None)
    prepare(case=case, doing=doing, body=world.board, on=MARCH_30)
    return case


def out_on_referral(world: World, case: Case, *recipients: str) -> list[Referral]:
    return [
        refer(
            case=case,
            doing=world.doing(on=date(2026, 4, 1)),
            recipient=recipient,
            body=None,
            sent_on=date(2026, 4, 1),
            due_on=date(2026, 6, 30),
        )
        for recipient in recipients
    ]


def board_proposes(world: World, case: Case) -> None:
    proposal = NewProposal(
        kind=ProposalKind.REJECTION,
        source=ProposalSource.BOARD,
        points=[Point(text="Motionen avslås.")],
    )
    propose(case=case, doing=world.doing(on=date(2026, 7, 1)), new=proposal)


def put_off(case: Case, doing: Doing, meeting: Meeting) -> None:
    sitting = Sitting(meeting=meeting)
    postpone(case=case, doing=doing, sitting=sitting, reason="Tidsbrist", next_meeting=None)


def test_motion_has_one_year_from_the_day_it_was_raised() -> None:
    case = prepared(cases.world())

    due = case.deadlines.get(purpose=Purpose.DECIDE)

    assert case.raised_on == MARCH_30
    assert due.due_at.date() == date(2027, 3, 30)
    assert due.explanation.startswith("Senast tisdag 30 mars 2027: ett år efter")
    assert due.source == "Kommunallagen 5 kap. 35 §"


def test_motion_goes_on_without_a_late_statement_for_a_reason() -> None:
    world = cases.world()
    case = prepared(world)
    first, second = out_on_referral(world, case, "tekniska nämnden", "socialnämnden")
    receive_statement(
        referral=first,
        doing=world.doing(on=date(2026, 7, 1)),
        new=NewStatement(text="Nämnden har inget att invända.", answered_on=date(2026, 7, 1)),
    )

    with pytest.raises(ActionRefused, match="yttrande saknas från socialnämnden"):
        board_proposes(world, case)
    close_referral(
        referral=second, doing=world.doing(on=date(2026, 7, 1)), reason="För sent", declined=False
    )
    board_proposes(world, case)

    assert case.state == State.PROPOSED
    asked = case.deadlines.filter(purpose=Purpose.STATEMENT)
    assert [row.status for row in asked] == [DeadlineStatus.MET, DeadlineStatus.WAIVED]


def test_decision_gives_each_att_sats_its_own_outcome() -> None:
    world = cases.world()
    case = prepared(world)
    board_proposes(world, case)
    first, second = case.proposals.earliest("ordinal").points.all()

    decide(
        case=case,
        doing=world.doing(on=date(2026, 9, 28)),
        new=NewDecision(
            outcome=Outcome.PARTLY_APPROVED,
            outcomes={first: Outcome.APPROVED, second: Outcome.REJECTED},
            sitting=Sitting(meeting=people.meeting(world.council, date(2026, 9, 28))),
        ),
    )

    decision = case.decisions.get(nature="final")
    assert (case.state, case.outcome) == (State.DECIDED, Outcome.PARTLY_APPROVED)
    assert [(each.point, each.outcome) for each in decision.point_outcomes.all()] == [
        (first, Outcome.APPROVED),
        (second, Outcome.REJECTED),
    ]


def test_decision_that_its_att_satser_contradict_is_refused_and_leaves_nothing() -> None:
    world = cases.world()
    case = prepared(world)
    board_proposes(world, case)
    first, _ = case.proposals.earliest("ordinal").points.all()
    new = NewDecision(
        outcome=Outcome.REJECTED,
        outcomes={first: Outcome.APPROVED},
        sitting=Sitting(meeting=people.meeting(world.council, date(2026, 9, 28))),
    )

    with pytest.raises(ActionRefused, match="Välj ”Delvis bifall” som innebörd"):
        decide(case=case, doing=world.doing(on=date(2026, 9, 28)), new=new)

    case.refresh_from_db()
    assert (case.state, case.outcome) == (State.PROPOSED, "")


def test_outcome_of_another_cases_att_sats_is_refused() -> None:
    world = cases.world()
    case = prepared(world)
    board_proposes(world, case)
    foreign = cases.motion(world).proposals.get().points.first()
    new = NewDecision(
        outcome=Outcome.REJECTED,
        outcomes={foreign: Outcome.REJECTED},
        sitting=Sitting(meeting=people.meeting(world.council, date(2026, 9, 28))),
    )

    with pytest.raises(ActionRefused, match="hör till ett annat ärende"):
        decide(case=case, doing=world.doing(on=date(2026, 9, 28)), new=new)


def test_unprepared_motion_is_not_decided_but_may_be_written_off_when_reported() -> None:
    world = cases.world()
    case = prepared(world)
    sitting = Sitting(meeting=people.meeting(world.council, date(2027, 3, 29)))
    doing = world.doing(on=date(2027, 3, 29))
    write_off = NewDecision(outcome=Outcome.WRITTEN_OFF, sitting=sitting)

    with pytest.raises(ActionRefused, match="inget förslag till beslut"):
        decide(case=case, doing=doing, new=write_off)
    report_open(case=case, doing=doing, sitting=sitting, shown="Utredningen är inte klar")
    assert case.state == State.PREPARING
    decide(case=case, doing=doing, new=write_off)

    assert (case.state, case.outcome) == (State.DECIDED, Outcome.WRITTEN_OFF)


def test_returned_motion_is_prepared_again_by_the_named_body() -> None:
    world = cases.world()
    case = prepared(world)
    board_proposes(world, case)
    september = Sitting(meeting=people.meeting(world.council, date(2026, 9, 28)))

    return_case(
        case=case,
        doing=world.doing(on=date(2026, 9, 28)),
        sitting=september,
        reason="Kostnaden ska räknas fram",
        body=world.board,
    )
    assert case.state == State.RETURNED
    october = date(2026, 10, 1)
    prepare(case=case, doing=world.doing(on=october), body=world.board, on=october)

    assert case.state == State.PREPARING


def test_motion_put_off_before_it_has_a_proposal_goes_on_being_prepared() -> None:
    world = cases.world()
    case = prepared(world)
    autumn = people.meeting(world.council, date(2026, 8, 31))
    spring = world.doing(on=MARCH_30)
    put_off(case, spring, world.first_meeting)

    prepare(case=case, doing=spring, body=world.board, on=MARCH_30)
    board_proposes(world, case)
    doing = world.doing(on=date(2026, 8, 31))
    put_off(case, doing, autumn)

    with pytest.raises(ActionRefused, match="återremittera ärendet om det ska beredas mer"):
        prepare(case=case, doing=doing, body=world.board, on=date(2026, 8, 31))

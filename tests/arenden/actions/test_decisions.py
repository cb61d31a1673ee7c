"""Yrkanden, beslutsgång, reservations, tasks: what the minutes tell (KL 5:67)."""

from datetime import date
from typing import Any

import pytest

from accounts.roles import Role, Verb
from meetings.models import Meeting
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.access import can, can_read
from ärenden.actions.decisions import NewDecision, decide
from ärenden.actions.endings import close
from ärenden.actions.meetings import Sitting
from ärenden.actions.minutes import (
    NewTask,
    add_statement,
    add_task,
    report_task,
)
from ärenden.actions.proposals import NewProposal, NewStep, add_proposal, add_step, propose
from ärenden.actions.values import Name, Point
from ärenden.choices import (
    Execution,
    Outcome,
    ProposalKind,
    ProposalSource,
    State,
    StatementKind,
    StepMethod,
)
from ärenden.exceptions import ActionRefused
from ärenden.models import Case, Decision, Proposal

pytestmark = pytest.mark.django_db

ADA, BO = Name(name="Ada Ask", party_printed="(C)"), Name(name="Bo Bok", party_printed="(L)")


def yrkande(world: World, case: Case, kind: ProposalKind, by: Name) -> Proposal:
    new = NewProposal(kind=kind, proposers=[by], points=[Point(text="att ärendet prövas")])
    return add_proposal(case=case, doing=world.doing(), new=new)


def board_meeting(world: World) -> Meeting:
    return world.board.meetings.first() or people.meeting(world.board, cases.TODAY)


def decided(world: World, case: Case) -> Decision:
    sitting = Sitting(meeting=board_meeting(world), paragraph=146)
    new = NewDecision(
        outcome=Outcome.ADOPTED, points=[Point(text="Riktlinjen antas.")], sitting=sitting
    )
    return decide(case=case, doing=world.doing(), new=new)


def test_someone_may_support_one_yrkande_and_move_another() -> None:
    world = cases.world()
    case = cases.committee_case(world)

    for proposer, supporter in ((ADA, BO), (BO, ADA)):
        new = NewProposal(kind=ProposalKind.OWN, proposers=[proposer], supporters=[supporter])
        add_proposal(case=case, doing=world.doing(), new=new)

    assert [str(p.agents.get(capacity="proposer")) for p in case.proposals.all()] == [
        "Ada Ask (C)",
        "Bo Bok (L)",
    ]
    with pytest.raises(ActionRefused, match="Ada Ask kan inte instämma i sitt eget yrkande"):
        add_proposal(
            case=case,
            doing=world.doing(),
            new=NewProposal(kind=ProposalKind.OWN, proposers=[ADA], supporters=[ADA]),
        )


def test_step_against_rejection_is_won_by_rejection_without_anyone_moving_it() -> None:
    world = cases.world()
    case = cases.committee_case(world)
    addition = yrkande(world, case, ProposalKind.ADDITION, ADA)

    step = add_step(
        case=case,
        doing=world.doing(),
        new=NewStep(
            method=StepMethod.AGAINST_REJECTION,
            options=[addition, None],
            outcome=None,
            votes=(31, 28, 1),
            meanings=("avslag", "bifall till tilläggsyrkandet"),
        ),
    )

    assert (step.outcome, step.outcome_is_rejection, step.decided_by) == (None, True, "vote")
    assert (step.yes, step.yes_means) == (31, "avslag")


def test_step_won_by_something_not_put_is_refused() -> None:
    world = cases.world()
    case = cases.committee_case(world)
    put, other = (yrkande(world, case, ProposalKind.OWN, by) for by in (ADA, BO))
    new = NewStep(method=StepMethod.AGAINST_EACH_OTHER, options=[put, None], outcome=other)

    with pytest.raises(ActionRefused, match="ett av dem som ställdes mot varandra"):
        add_step(case=case, doing=world.doing(), new=new)


def test_statement_is_not_a_reservation() -> None:
    world = cases.world()
    case = cases.committee_case(world)
    decision = decided(world, case)

    add_statement(
        case=case,
        doing=world.doing(),
        kind=StatementKind.MINUTES_NOTE,
        authors=[ADA],
        text="Riktlinjen\nborde ha remitterats.",
    )

    assert decision.reservations.count() == 0
    assert case.statements.get().text == "Riktlinjen\nborde ha remitterats."


def board_proposes(world: World, case: Case, **changes: Any) -> Proposal:
    values: dict[str, Any] = {
        "kind": ProposalKind.OWN,
        "source": ProposalSource.BOARD,
        "points": [Point(text="att riktlinjen antas", has_att=True, label="1.")],
        "sitting": Sitting(meeting=board_meeting(world), paragraph=310),
    }
    new = NewProposal(**(values | changes))
    return propose(case=case, doing=world.doing(), new=new, target_body=world.council)


def test_body_decides_to_propose_and_its_proposal_is_put_to_the_other() -> None:
    world = cases.world()
    case = cases.committee_case(world)

    proposal = board_proposes(world, case)

    decision = case.decisions.get()
    assert (case.state, case.outcome, decision.outcome) == (State.PROPOSED, "", "")
    assert (decision.proposal, decision.body, decision.target_body) == (
        proposal,
        world.board,
        world.council,
    )
    assert str(decision.minutes_item) == str(proposal.minutes_item) == "§ 310"
    assert str(proposal.agents.get()) == "Kommunstyrelsen"
    assert [[point.text for point in row.points.all()] for row in (decision, proposal)] == [
        ["att riktlinjen antas"],
        ["att riktlinjen antas"],
    ]
    step = NewStep(method=StepMethod.AGAINST_REJECTION, options=[proposal, None], outcome=proposal)
    assert add_step(case=case, doing=world.doing(), new=step).outcome == proposal


def test_body_that_would_have_decided_leaves_it_to_the_one_it_proposes_to() -> None:
    world = cases.world()
    case = cases.committee_case(world)

    board_proposes(world, case)

    assert (case.body, case.decider, case.deciding_body) == (
        world.board,
        world.council,
        world.council,
    )


def test_body_that_a_proposal_goes_to_reads_the_case_and_notes_its_decision() -> None:
    world = cases.world()
    case = cases.committee_case(world)
    home = world.organisation
    member = people.person(home, "Lo Ledamot", member_of=world.council)
    councillor = people.user(home, Role.COUNCILLOR, person=member)
    secretary = people.user(home, Role.COMMITTEE_SECRETARY, of=world.council)
    before = can_read(councillor, case, on=cases.TODAY)

    board_proposes(world, case)

    assert (before, can_read(councillor, case, on=cases.TODAY)) == (False, True)
    assert can(secretary, Verb.MEETING, case, on=cases.TODAY)


def test_office_proposes_without_deciding() -> None:
    world = cases.world()
    case = cases.committee_case(world)

    proposal = board_proposes(world, case, source=ProposalSource.OFFICE)

    assert (case.state, case.decisions.count()) == (State.PROPOSED, 0)
    assert not proposal.agents.exists()


@pytest.mark.parametrize(
    ("source", "to", "words"),
    [
        (ProposalSource.SUBCOMMITTEE, "council", "Kommunstyrelsen är inte det organ som lägger"),
        (ProposalSource.BOARD, "board", "Kommunstyrelsen lägger inte fram förslag till sig själv"),
        (ProposalSource.BOARD, "", "Välj vilket organ förslaget går till"),
    ],
)
def test_body_that_cannot_have_proposed_it_is_refused(
    source: ProposalSource, to: str, words: str
) -> None:
    world = cases.world()
    case = cases.committee_case(world)
    sitting = Sitting(meeting=people.meeting(world.board, cases.TODAY))
    new = NewProposal(kind=ProposalKind.OWN, source=source, text="Bifall.", sitting=sitting)
    target = getattr(world, to) if to else None

    with pytest.raises(ActionRefused, match=words):
        propose(case=case, doing=world.doing(), new=new, target_body=target)


def test_paragraph_that_belongs_to_another_case_is_refused() -> None:
    world = cases.world()
    decided(world, cases.committee_case(world))
    meeting = people.meeting(world.board, date(2026, 4, 13))
    new = NewDecision(outcome=Outcome.NOTED, sitting=Sitting(meeting=meeting, paragraph=146))

    with pytest.raises(ActionRefused, match="§ 146 finns redan"):
        decide(case=cases.committee_case(world), doing=world.doing(), new=new)


def test_case_is_executed_when_its_last_task_is_reported_and_may_then_be_closed() -> None:
    world = cases.world()
    case = cases.committee_case(world)
    decided(world, case)
    new = NewTask(responsible="kommundirektören", text="Mäta bänkarna", due_on=date(2026, 12, 1))
    task = add_task(case=case, doing=world.doing(), new=new)

    assert case.execution == Execution.PENDING
    with pytest.raises(ActionRefused, match="inte återrapporterat"):
        close(case=case, doing=world.doing())
    report_task(task=task, doing=world.doing(), report="Mätta.", on=cases.TODAY)
    case.refresh_from_db()
    close(case=case, doing=world.doing())

    assert (case.state, case.execution) == (State.CLOSED, Execution.DONE)


def test_task_that_a_proposal_gave_is_to_be_executed_once_it_is_decided() -> None:
    world = cases.world()
    case = cases.committee_case(world)
    board_proposes(world, case)
    task = NewTask(responsible="kommundirektören", text="Mäta bänkarna")
    add_task(case=case, doing=world.doing(), new=task)

    assert case.execution == Execution.NOT_NEEDED
    decided(world, case)

    assert case.execution == Execution.PENDING

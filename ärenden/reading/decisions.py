"""From a reading to what the minutes tell: yrkanden, beslutsgång, decision and what follows."""

from dataclasses import replace

from parties.choices import BodyKind
from ärenden.actions.decisions import NewDecision, decide
from ärenden.actions.meetings import NOWHERE
from ärenden.actions.minutes import (
    NewReservation,
    NewTask,
    add_statement,
    add_task,
    report_task,
    reserve,
)
from ärenden.actions.proposals import (
    SOURCE_OF,
    NewProposal,
    NewStep,
    add_proposal,
    add_step,
    propose,
)
from ärenden.actions.values import Point
from ärenden.choices import Capacity, DecisionNature, ProposalKind
from ärenden.models import Case, Decision, Proposal
from ärenden.reading.cases import Desk
from ärenden.reading.format import (
    ReadDecision,
    ReadPoint,
    ReadProposal,
    ReadReservation,
    ReadStatement,
    ReadStep,
    ReadTask,
)

REJECTION = "avslag"


def add_minutes(desk: Desk, case: Case) -> None:
    """Everything a paragraph tells, in the order in which it came about."""
    paper = desk.paper
    for proposal in paper.proposals:
        desk.proposals[proposal.key] = _proposal(desk, case, proposal)
    for step in paper.steps:
        _step(desk, case, step)
    if paper.decision is None:
        return
    is_final = paper.decision.nature == DecisionNature.FINAL
    decision = (_decision if is_final else _proposing)(desk, case, paper.decision)
    for reservation in paper.reservations:
        _reservation(desk, decision, reservation)
    for statement in paper.statements:
        _statement(desk, decision, statement)
    for task in paper.tasks:
        _task(desk, decision, task)


def _proposal(desk: Desk, case: Case, read: ReadProposal) -> Proposal:
    in_paper = bool(read.document)
    document = case.documents.get(running_number=read.document) if in_paper else None
    new = NewProposal(
        kind=read.kind,
        source=read.source,
        proposers=desk.around.names(read.proposers),
        supporters=desk.around.names(read.supporters),
        points=[_point(desk, point) for point in read.points],
        lead_text=read.lead_text_printed.text,
        text=read.text.text,
        target=desk.proposal(read.target) if read.target else None,
        document=document,
        sitting=NOWHERE if in_paper else desk.sitting,
    )
    proposal = add_proposal(case=case, doing=desk.doing, new=new)
    desk.traces.add(proposal, read)
    desk.traces.add_all(proposal.points.all(), read.points)
    desk.traces.add_names(Capacity.PROPOSER, read.proposers, proposal=proposal)
    desk.traces.add_names(Capacity.SUPPORTER, read.supporters, proposal=proposal)
    return proposal


def _point(desk: Desk, read: ReadPoint) -> Point:
    return Point(
        text=read.text.text,
        label=read.label_printed.text,
        lead_text=read.lead_text_printed.text,
        has_att=read.has_att,
        derived_from=desk.point(read.derived_from),
    )


def _step(desk: Desk, case: Case, read: ReadStep) -> None:
    options = [_option(desk, key) for key in read.options]
    new = NewStep(
        method=read.method,
        options=options,
        outcome=_option(desk, read.outcome),
        found=read.found_printed.text,
        sitting=desk.sitting,
    )
    desk.traces.add(add_step(case=case, doing=desk.doing, new=new), read)


def _option(desk: Desk, key: str) -> Proposal | None:
    return None if key == REJECTION else desk.proposal(key)


def _decision(desk: Desk, case: Case, read: ReadDecision) -> Decision:
    new = NewDecision(
        outcome=read.outcome,
        points=[_point(desk, point) for point in read.points],
        from_points=[desk.point(point.from_point) for point in read.points],
        lead_text=read.lead_text_printed.text,
        sitting=desk.sitting,
    )
    decision = decide(case=case, doing=desk.saying(read.unknown), new=new)
    desk.traces.add(decision, read)
    desk.traces.add_all(decision.points.all(), read.points)
    return decision


def _proposing(desk: Desk, case: Case, read: ReadDecision) -> Decision:
    """A body's decision to propose, which is also the proposal that is put to the other body."""
    body = case.body if desk.sitting.meeting is None else desk.sitting.meeting.body
    new = NewProposal(
        kind=ProposalKind.OWN,
        source=SOURCE_OF[BodyKind(body.kind)],
        points=[
            replace(_point(desk, point), derived_from=desk.point(point.from_point))
            for point in read.points
        ],
        lead_text=read.lead_text_printed.text,
        sitting=desk.sitting,
    )
    target = desk.around.body_if(read.target_body)
    doing = desk.saying(read.unknown)
    proposal = propose(case=case, doing=doing, new=new, target_body=target)
    for row in (proposal, proposal.decision):
        desk.traces.add(row, read)
        desk.traces.add_all(row.points.all(), read.points)
    return proposal.decision


def _reservation(desk: Desk, decision: Decision, read: ReadReservation) -> None:
    new = NewReservation(
        people=desk.around.names(read.people),
        in_favour_of=desk.proposal(read.in_favour_of) if read.in_favour_of else None,
        printed=read.printed.text,
        text=read.text.text,
    )
    row = reserve(decision=decision, doing=desk.doing, new=new)
    desk.traces.add(row, read)
    desk.traces.add_names(Capacity.RESERVING, read.people, reservation=row)


def _statement(desk: Desk, decision: Decision, read: ReadStatement) -> None:
    row = add_statement(
        case=decision.case,
        doing=desk.doing,
        kind=read.kind,
        authors=desk.around.names(read.authors),
        text=read.text.text,
        lead_text=read.lead_text_printed.text,
        minutes_item=decision.minutes_item,
    )
    desk.traces.add(row, read)
    desk.traces.add_names(Capacity.AUTHOR, read.authors, statement=row)


def _task(desk: Desk, decision: Decision, read: ReadTask) -> None:
    new = NewTask(
        responsible=read.responsible_printed.text,
        text=read.text.text,
        due_on=read.due_on,
        due_precision=read.due_precision,
        report_to=read.report_to_printed.text,
        point=decision.points.filter(number=read.point).first(),
    )
    task = add_task(case=decision.case, doing=desk.doing, new=new)
    if read.reported_on:
        report, on = read.report.text, read.reported_on
        task = report_task(task=task, doing=desk.doing, report=report, on=on)
    desk.traces.add(task, read)

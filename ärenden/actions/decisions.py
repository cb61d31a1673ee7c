"""What a body decides: in the matter, or to send it back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kernel.text import normalise
from parties.models import Body
from ärenden.actions.base import Doing, acting
from ärenden.actions.deadlines import meet_deadlines
from ärenden.actions.documents import establish_papers
from ärenden.actions.meetings import NOWHERE, Sitting, at, write_decision
from ärenden.actions.telling import set_telling_deadline
from ärenden.actions.values import Point
from ärenden.choices import (
    DecisionNature,
    Execution,
    Fact,
    Outcome,
    Purpose,
    TaskStatus,
)
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, Decision, DecisionPoint, PointOutcome, ProposalPoint
from ärenden.queries.points import own_points
from ärenden.workflow import Action
from ärenden.workflow.outcomes import outcome_refusals


@dataclass(frozen=True, kw_only=True)
class NewDecision:
    """A decision in the matter as printed; `outcomes` are those of the case's own att-satser."""

    outcome: Outcome
    points: Sequence[Point] = ()
    lead_text: str = ""
    motivation: str = ""
    sitting: Sitting = NOWHERE
    outcomes: Mapping[ProposalPoint, Outcome] = field(default_factory=dict)
    from_points: Sequence[ProposalPoint | None] = ()
    needs_execution: bool = False


def decide(*, case: Case, doing: Doing, new: NewDecision) -> Decision:
    """Note the decision; the matter is now slutbehandlat, its working papers upprättade."""
    given = new.sitting.given
    with acting(Action.DECIDE, case=case, doing=doing, given=given) as act:
        decision = write_decision(
            act.case,
            new.sitting,
            DecisionNature.FINAL,
            unknown=doing.unknown.get(Fact.MEETING, ""),
            outcome=new.outcome,
            motivation=new.motivation,
            lead_text=normalise(new.lead_text),
        )
        sources = [*new.from_points, *[None] * (len(new.points) - len(new.from_points))]
        write_decided_points(decision, new.points, sources=sources)
        write_outcomes(decision, new.outcomes)
        act.case.outcome = new.outcome
        waits = new.needs_execution or act.case.tasks.filter(status=TaskStatus.OPEN).exists()
        act.case.execution = Execution.PENDING if waits else Execution.NOT_NEEDED
        ended = new.sitting.day or doing.day
        meet_deadlines(act.case, Purpose.DECIDE, on=ended, doing=doing)
        set_telling_deadline(act, Purpose.NOTIFY)
        finished_on = new.sitting.day if new.sitting.meeting else doing.day
        establish_papers(act.case, on=finished_on)
        text = f"Beslut: {new.outcome.label.lower()}{at(new.sitting)}"
        act.record(text, on=new.sitting.day, reason=new.motivation, **new.sitting.told)
    return decision


def write_decided_points(
    decision: Decision, points: Sequence[Point], *, sources: Iterable[ProposalPoint | None]
) -> None:
    """The printed points, each with the point that it took up word by word."""
    DecisionPoint.objects.bulk_create(
        DecisionPoint(
            decision=decision,
            number=number,
            label_printed=point.label,
            has_att=point.has_att,
            text=normalise(point.text),
            from_point=source,
        )
        for number, (point, source) in enumerate(zip(points, sources, strict=True), start=1)
    )


def write_outcomes(decision: Decision, given: Mapping[ProposalPoint, Outcome]) -> None:
    """What became of each att-sats; refused when the decision as a whole says something else."""
    points = own_points(decision.case)
    if given.keys() - set(points):
        text = "En av att-satserna hör till ett annat ärende. Läs in sidan igen"
        raise ActionRefused([Refusal("point_of_other_case", text)])
    outcomes = [(point, given.get(point)) for point in points]
    if found := outcome_refusals(Outcome(decision.outcome), [(p.number, o) for p, o in outcomes]):
        raise ActionRefused(found)
    PointOutcome.objects.bulk_create(
        PointOutcome(decision=decision, point=point, outcome=outcome)
        for point, outcome in outcomes
        if outcome
    )


def return_case(
    *, case: Case, doing: Doing, sitting: Sitting, reason: str, body: Body | None
) -> Decision:
    """Återremiss: back to preparation, with what is to be looked into (KL 5:50)."""
    with acting(Action.RETURN, case=case, doing=doing, given=sitting.given) as act:
        decision = write_decision(
            act.case,
            sitting,
            DecisionNature.RETURNED,
            unknown=doing.unknown.get(Fact.MEETING, ""),
            motivation=reason,
            target_body=body,
        )
        act.case.preparing_body = body or act.case.preparing_body
        text = f"Återremitterades{at(sitting)}"
        act.record(text, on=sitting.day, reason=reason, **sitting.told)
    return decision

"""Rätta what a decision means, as a whole and for each att-sats that it decided on."""

from collections.abc import Mapping

from ärenden.actions.base import Act, Doing, acting
from ärenden.actions.corrections import correctable_row, nothing_new, told_why
from ärenden.actions.decisions import write_outcomes
from ärenden.choices import CaseType, Outcome
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, Decision, ProposalPoint
from ärenden.queries.corrections import OUTCOMES
from ärenden.queries.snapshots import snapshot_of
from ärenden.workflow import Action, step_for


def correct_outcome(
    *,
    case: Case,
    doing: Doing,
    row: Decision,
    outcome: Outcome,
    outcomes: Mapping[ProposalPoint, Outcome],
    reason: str,
) -> None:
    """Rätta what a decision means, as a whole and for each att-sats.

    Refused when the two disagree, or when it says of an answer what the case does not bear out.
    """
    with acting(Action.CORRECT, case=case, doing=doing) as act:
        decision: Decision = correctable_row(act, row, "outcome", among=OUTCOMES)
        _demand_borne_out(act, decision, outcome)
        before, meant = _meaning(decision), decision.outcome
        decision.outcome = outcome
        decision.point_outcomes.all().delete()
        write_outcomes(decision, outcomes)
        after = _meaning(decision)
        if after == before:
            raise nothing_new()
        with told_why(act, reason):
            decision.save()
        if act.case.outcome == meant:
            act.case.outcome = outcome
        text = f"Rättades: {after} i stället för {before}"
        act.record(text, on=doing.day, reason=reason, before=before, after=after)


def _demand_borne_out(act: Act, decision: Decision, outcome: Outcome) -> None:
    """What noting that outcome of an answer demands holds for correcting to it too."""
    step = step_for(Action.RECORD_ANSWERED, CaseType(act.case.case_type))
    way = step.way(outcome) if step else None
    if way is None:
        return
    snapshot = snapshot_of(act.case, on=act.doing.day)
    found = [each for demand in way.demands if (each := demand.refusal(snapshot))]
    if way.needs_reason and not decision.motivation:
        text = "skriv först varför inget svar lämnades, som beslutets motivering"
        found.append(Refusal("reason_missing", text))
    if found:
        raise ActionRefused(found)


def _meaning(decision: Decision) -> str:
    """`delvis bifall (1 bifall, 2 avslag)`."""
    rows = decision.point_outcomes.select_related("point").order_by("point__number", "pk")
    points = [f"{row.point.number} {Outcome(row.outcome).label.lower()}" for row in rows]
    whole = Outcome(decision.outcome).label.lower()
    return f"{whole} ({', '.join(points)})" if points else whole

"""The rules about states: one table, and one function that tells every hindrance."""

from collections.abc import Set as AbstractSet

from ärenden.choices import AnswerState, CaseType, Fact, Outcome, State
from ärenden.exceptions import Refusal
from ärenden.workflow.actions import Action
from ärenden.workflow.snapshot import Snapshot
from ärenden.workflow.table import STEPS, Step

__all__ = ["STEPS", "Action", "Snapshot", "Step", "refusals", "step_for", "steps_of"]

ASKED_FOR: dict[Fact, str] = {Fact.MEETING: "ange vid vilket sammanträde"}
NOTHING: frozenset[Fact] = frozenset()
ANSWER_TRACK: dict[AnswerState, str] = {
    AnswerState.NONE: "inget svar har kommit in",
    AnswerState.IN_PROGRESS: "svaret håller på att skrivas",
    AnswerState.RECEIVED: "svaret har redan kommit in",
    AnswerState.HANDED_OVER: "svaret är redan överlämnat",
}


def steps_of(case_type: CaseType) -> tuple[Step, ...]:
    """The steps that exist for a case type, in the order they are suggested."""
    return tuple(step for step in STEPS if case_type in step.types)


def step_for(action: Action, case_type: CaseType) -> Step | None:
    """The row of the table; None when the type has no such step."""
    return next((step for step in steps_of(case_type) if step.action == action), None)


def refusals(
    action: Action,
    snapshot: Snapshot,
    *,
    given: AbstractSet[Fact] | None = None,
    unknown: AbstractSet[Fact] = NOTHING,
    outcome: Outcome | None = None,
) -> tuple[Refusal, ...]:
    """Every hindrance for the action now; empty means it may be done.

    `given` are the facts that the form or caller brings (None: not asked for yet).
    `unknown` are facts that the papers lack; a demand about such a fact is waived.
    An `outcome` may demand more: a written answer must have been handed over.
    """
    step = step_for(action, snapshot.case_type)
    if step is None:
        return (_no_such_step(action, snapshot),)
    wrong_place = [*_wrong_state(step, snapshot), *_wrong_answer_state(step, snapshot)]
    way = step.way(outcome)
    demands = (*step.demands, *(way.demands if way else ()))
    unmet = [demand.refusal(snapshot) for demand in demands]
    missing = [] if given is None else [_ask(fact) for fact in step.asks if fact not in given]
    found = [*wrong_place, *(refusal for refusal in unmet if refusal), *missing]
    return tuple(refusal for refusal in found if refusal.fact not in unknown)


def _no_such_step(action: Action, snapshot: Snapshot) -> Refusal:
    kind = CaseType(snapshot.case_type).label.lower()
    return Refusal("no_such_step", f"”{action.label}” finns inte för ärendetypen {kind}")


def _wrong_state(step: Step, snapshot: Snapshot) -> list[Refusal]:
    if snapshot.state in step.sources:
        return []
    label = State(snapshot.state).label.lower()
    return [Refusal("wrong_state", f"ärendet står i läget {label}", source=step.law)]


def _wrong_answer_state(step: Step, snapshot: Snapshot) -> list[Refusal]:
    if snapshot.answer_state in step.answer_sources:
        return []
    return [Refusal("wrong_answer_state", ANSWER_TRACK[snapshot.answer_state])]


def _ask(fact: Fact) -> Refusal:
    return Refusal(f"{fact}_not_given", ASKED_FOR[fact], fact)

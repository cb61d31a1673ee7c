"""What stands on a meeting's list, and the step that notes what the meeting did with it."""

from collections.abc import Collection, Mapping

from ärenden.choices import AgendaKind, CaseType, State
from ärenden.workflow import Action, step_for

A = Action

# The usual step first; any of them means that the item is dealt with.
STEPS_OF: Mapping[AgendaKind, tuple[Action, ...]] = {
    AgendaKind.PERMISSION: (A.PERMIT, A.REFUSE_PERMISSION, A.POSTPONE),
    AgendaKind.ANSWER: (A.RECORD_ANSWERED, A.POSTPONE),
    AgendaKind.ANNOUNCEMENT: (A.RAISE,),
    AgendaKind.DECISION: (A.DECIDE, A.POSTPONE, A.RETURN, A.ENTRUST),
    AgendaKind.REPORT: (A.REPORT_OPEN, A.REPORT_DECIDED),
}


def is_noted(kind: AgendaKind, noted: Collection[str]) -> bool:
    """Does anything noted from the meeting tell how the item ended?"""
    return not {*STEPS_OF[kind]}.isdisjoint(noted)


def likely_step(kind: AgendaKind, *, case_type: CaseType, state: State) -> Action | None:
    """The first step for the item that the case's place allows; what it lacks, its form tells."""
    steps = [step_for(action, case_type) for action in STEPS_OF[kind]]
    return next((step.action for step in steps if step and state in step.sources), None)

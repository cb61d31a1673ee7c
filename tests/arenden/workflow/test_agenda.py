"""Which step notes what a meeting did with an item of its list."""

import pytest

from ärenden.choices import AgendaKind, CaseType, State
from ärenden.workflow import Action
from ärenden.workflow.agenda import is_noted, likely_step

S = State


@pytest.mark.parametrize(
    ("kind", "case_type", "state", "step"),
    [
        (AgendaKind.PERMISSION, CaseType.INTERPELLATION, S.ANNOUNCED, Action.PERMIT),
        (AgendaKind.PERMISSION, CaseType.INTERPELLATION, S.PERMITTED, Action.POSTPONE),
        (AgendaKind.ANSWER, CaseType.QUESTION, S.PERMITTED, Action.RECORD_ANSWERED),
        (AgendaKind.ANNOUNCEMENT, CaseType.MOTION, S.ANNOUNCED, Action.RAISE),
        (AgendaKind.DECISION, CaseType.MOTION, S.PROPOSED, Action.DECIDE),
        (AgendaKind.DECISION, CaseType.COMMITTEE, S.REGISTERED, Action.DECIDE),
        (AgendaKind.DECISION, CaseType.MOTION, S.DECIDED, None),
        (AgendaKind.REPORT, CaseType.MOTION, S.PREPARING, Action.REPORT_OPEN),
    ],
)
def test_likely_step_is_the_first_that_the_place_of_the_case_allows(
    kind: AgendaKind, case_type: CaseType, state: State, step: Action | None
) -> None:
    assert likely_step(kind, case_type=case_type, state=state) == step


def test_item_is_dealt_with_by_what_ends_it_and_not_by_a_yrkande() -> None:
    assert is_noted(AgendaKind.DECISION, [Action.ADD_PROPOSAL, Action.RETURN])
    assert not is_noted(AgendaKind.DECISION, [Action.ADD_PROPOSAL, Action.ADD_STEP])

"""What the rules need to know of a case: plain values, no database."""

from dataclasses import dataclass

from ärenden.choices import AnswerState, CaseType, State


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """A case as the rules see it. Numbers are question numbers; names are as printed."""

    case_type: CaseType
    state: State
    answer_state: AnswerState = AnswerState.NONE
    is_permitted: bool | None = None
    has_motivation: bool = False
    question_count: int = 0
    unanswered: tuple[int, ...] = ()
    open_referrals: tuple[str, ...] = ()
    has_proposal: bool = False
    has_decision: bool = False
    is_reported_open: bool = False
    is_entrusted: bool = False
    has_open_task: bool = False
    awaits_reservation: bool = False
    is_marked_secret: bool = False
    has_handler: bool = False
    is_covered: bool = False
    is_on_coming_list: bool = False
    answerer_may_transfer: bool = False
    rules_allow_transfer: bool = False
    is_asked_for_time: bool = False
    is_handed_in_here: bool = False
    is_completion_asked: bool = False
    has_waiting_completion: bool = False
    is_published: bool = False
    has_movable_deadline: bool = False
    is_to_be_forwarded: bool = False
    is_mover_to_be_told: bool = False

"""What a row of the table is, and the groups of types and states that the rows speak of."""

from dataclasses import dataclass

from accounts.roles import Verb
from ärenden.choices import AnswerState, CaseType, Fact, State
from ärenden.workflow.actions import Action
from ärenden.workflow.demands import Demand

ASKED = frozenset({CaseType.INTERPELLATION, CaseType.QUESTION})
MOTION = frozenset({CaseType.MOTION})
COMMITTEE = frozenset({CaseType.COMMITTEE})
INITIATIVE = frozenset({CaseType.INITIATIVE})
CITIZEN = frozenset({CaseType.CITIZEN_PROPOSAL})
DECIDED_TYPES = MOTION | COMMITTEE | INITIATIVE | CITIZEN
EVERY_TYPE = frozenset(CaseType)

S = State
OPEN_ASKED = frozenset({S.REGISTERED, S.ANNOUNCED, S.PERMITTED, S.POSTPONED})
BEFORE_PERMISSION = frozenset({S.REGISTERED, S.ANNOUNCED, S.POSTPONED})
BEFORE_DECISION = frozenset({S.PREPARING, S.PROPOSED, S.POSTPONED})
IN_PREPARATION = BEFORE_DECISION | {S.RETURNED}
OPEN_DECIDED = frozenset({S.REGISTERED, S.ANNOUNCED, S.RAISED}) | IN_PREPARATION
OPEN = OPEN_ASKED | OPEN_DECIDED
FINISHED = frozenset({S.ANSWERED, S.DECIDED, S.PERMISSION_REFUSED, S.WITHDRAWN, S.DISMISSED})
IN_THE_REGISTER = frozenset(State) - {S.ANNULLED}


@dataclass(frozen=True, kw_only=True)
class Step:
    """One row: who may take which case from where to where, and what that demands.

    No target: the step leaves the state as it is. `asks` are facts that the form must give.
    `is_main` steps are suggested first on the case page, in the order of the table.
    Who is to answer may take those `by_answerer` herself, without the verb.
    """

    action: Action
    types: frozenset[CaseType]
    sources: frozenset[State]
    verb: Verb
    target: State | None = None
    answer_sources: frozenset[AnswerState] = frozenset(AnswerState)
    answer_target: AnswerState | None = None
    demands: tuple[Demand, ...] = ()
    asks: tuple[Fact, ...] = ()
    needs_reason: bool = False
    law: str = ""
    is_main: bool = False
    by_answerer: bool = False

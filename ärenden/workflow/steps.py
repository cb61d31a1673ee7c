"""What a row of the table is, and the groups of types and states that the rows speak of."""

from dataclasses import dataclass

from accounts.roles import Verb
from ärenden.choices import AnswerState, CaseType, Fact, Outcome, State
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
# What a meeting may decide it may also postpone or send back.
TO_BE_SETTLED = (
    (COMMITTEE, BEFORE_DECISION | {S.REGISTERED}),
    (DECIDED_TYPES - COMMITTEE, BEFORE_DECISION | {S.RAISED}),
)
IN_PREPARATION = BEFORE_DECISION | {S.RETURNED}
OPEN_DECIDED = frozenset({S.REGISTERED, S.ANNOUNCED, S.RAISED}) | IN_PREPARATION
OPEN = OPEN_ASKED | OPEN_DECIDED
FINISHED = frozenset(
    {S.ANSWERED, S.DECIDED, S.PERMISSION_REFUSED, S.WITHDRAWN, S.DISMISSED, S.WRITTEN_OFF}
)
IN_THE_REGISTER = frozenset(State) - {S.ANNULLED}


@dataclass(frozen=True, kw_only=True)
class Way:
    """What one outcome of a step demands beside what the step always does."""

    outcome: Outcome
    demands: tuple[Demand, ...] = ()
    needs_reason: bool = False


@dataclass(frozen=True, kw_only=True)
class Step:
    """One row: who may take which case from where to where, and what that demands.

    No target: the step leaves the state as it is, or `goes_back`: its action puts the case where
    it was before. `asks` are facts that the form must give.
    `is_main` steps are suggested first on the case page, in the order of the table.
    Who is to answer may take those `by_answerer` herself, without the verb.
    """

    action: Action
    types: frozenset[CaseType]
    sources: frozenset[State]
    verb: Verb
    target: State | None = None
    goes_back: bool = False
    answer_sources: frozenset[AnswerState] = frozenset(AnswerState)
    answer_target: AnswerState | None = None
    demands: tuple[Demand, ...] = ()
    asks: tuple[Fact, ...] = ()
    needs_reason: bool = False
    ways: tuple[Way, ...] = ()
    law: str = ""
    is_main: bool = False
    by_answerer: bool = False

    def way(self, outcome: Outcome | None) -> Way | None:
        return next((way for way in self.ways if way.outcome == outcome), None)

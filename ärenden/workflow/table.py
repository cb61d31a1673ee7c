"""Every step of every case type, in one table. docs/workflow.md is printed from it."""

from dataclasses import dataclass

from accounts.roles import Verb
from ärenden.choices import AnswerState, CaseType, Fact, Outcome, State
from ärenden.workflow import demands as d
from ärenden.workflow.actions import Action
from ärenden.workflow.demands import Demand

ASKED = frozenset({CaseType.INTERPELLATION, CaseType.QUESTION})
MOTION = frozenset({CaseType.MOTION})
COMMITTEE = frozenset({CaseType.COMMITTEE})
INITIATIVE = frozenset({CaseType.INITIATIVE})
CITIZEN = frozenset({CaseType.CITIZEN_PROPOSAL})
DECIDED_TYPES = MOTION | COMMITTEE | INITIATIVE | CITIZEN
RAISED_TYPES = MOTION | INITIATIVE | CITIZEN
EVERY_TYPE = frozenset(CaseType)

S = State
OPEN_ASKED = frozenset({S.REGISTERED, S.ANNOUNCED, S.PERMITTED, S.POSTPONED})
BEFORE_PERMISSION = frozenset({S.REGISTERED, S.ANNOUNCED, S.POSTPONED})
IN_PREPARATION = frozenset({S.PREPARING, S.PROPOSED, S.POSTPONED, S.RETURNED})
OPEN_DECIDED = frozenset({S.REGISTERED, S.ANNOUNCED, S.RAISED}) | IN_PREPARATION
OPEN = OPEN_ASKED | OPEN_DECIDED | {S.SUBMITTED}
FINISHED = frozenset({S.ANSWERED, S.DECIDED, S.PERMISSION_REFUSED, S.WITHDRAWN, S.DISMISSED})
IN_THE_REGISTER = frozenset(State) - {S.ANNULLED}


@dataclass(frozen=True, kw_only=True)
class Step:
    """One row: who may take which case from where to where, and what that demands.

    No target: the step leaves the state as it is. `asks` are facts that the form must give.
    `is_main` steps are suggested first on the case page, in the order of the table.
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


A = AnswerState
NOT_IN = frozenset({A.NONE, A.IN_PROGRESS})
CAME_IN = frozenset({A.RECEIVED, A.HANDED_OVER})

ANSWERING = (
    Step(
        action=Action.HAND_OVER_ANSWER,
        types=ASKED,
        sources=OPEN_ASKED | {S.ANSWERED},
        verb=Verb.ANSWER,
        answer_sources=frozenset({A.RECEIVED}),
        answer_target=A.HANDED_OVER,
        law="Tryckfrihetsförordningen 2 kap. 10 §",
        is_main=True,
    ),
    Step(
        action=Action.RECORD_ANSWERED,
        types=ASKED,
        sources=OPEN_ASKED,
        target=S.ANSWERED,
        verb=Verb.MEETING,
        demands=(d.IS_PERMITTED,),
        asks=(Fact.MEETING,),
        law="Kommunallagen 5 kap. 59, 64 och 68 §§",
        is_main=True,
    ),
    Step(
        action=Action.PERMIT,
        types=ASKED,
        sources=BEFORE_PERMISSION,
        target=S.PERMITTED,
        verb=Verb.MEETING,
        demands=(d.NOT_YET_PERMITTED, d.HAS_MOTIVATION, d.HAS_QUESTIONS),
        asks=(Fact.MEETING,),
        law="Kommunallagen 5 kap. 62 §",
        is_main=True,
    ),
    Step(
        action=Action.RECEIVE_ANSWER,
        types=ASKED,
        sources=OPEN_ASKED,
        verb=Verb.ANSWER,
        answer_sources=NOT_IN,
        answer_target=A.RECEIVED,
        is_main=True,
    ),
    Step(
        action=Action.REFUSE_PERMISSION,
        types=ASKED,
        sources=BEFORE_PERMISSION,
        target=S.PERMISSION_REFUSED,
        verb=Verb.MEETING,
        demands=(d.NOT_YET_PERMITTED,),
        asks=(Fact.MEETING,),
        needs_reason=True,
        law="Kommunallagen 5 kap. 62 §",
    ),
    Step(
        action=Action.BEGIN_ANSWER,
        types=ASKED,
        sources=OPEN_ASKED,
        verb=Verb.ANSWER,
        answer_sources=frozenset({A.NONE}),
        answer_target=A.IN_PROGRESS,
    ),
    Step(
        action=Action.SUPPLEMENT_ANSWER,
        types=ASKED,
        sources=OPEN_ASKED | {S.ANSWERED},
        verb=Verb.ANSWER,
        answer_sources=CAME_IN,
        answer_target=A.RECEIVED,
    ),
    Step(
        action=Action.TRANSFER_ANSWER,
        types=ASKED,
        sources=OPEN_ASKED,
        verb=Verb.MEETING,
        answer_sources=NOT_IN,
        demands=(d.MAY_TRANSFER,),
        needs_reason=True,
        law="Kommunallagen 5 kap. 63 §",
    ),
    Step(
        action=Action.CHANGE_ANSWERER,
        types=ASKED,
        sources=OPEN_ASKED,
        verb=Verb.REGISTER,
        answer_sources=NOT_IN,
        needs_reason=True,
    ),
    Step(
        action=Action.CHANGE_ADDRESSEE,
        types=ASKED,
        sources=OPEN_ASKED,
        verb=Verb.REGISTER,
        needs_reason=True,
    ),
)

DECIDING = (
    Step(
        action=Action.RAISE,
        types=RAISED_TYPES,
        sources=frozenset({S.REGISTERED, S.ANNOUNCED}),
        target=S.RAISED,
        verb=Verb.MEETING,
        asks=(Fact.MEETING,),
        law="Kommunallagen 5 kap. 22 och 35 §§",
        is_main=True,
    ),
    Step(
        action=Action.PREPARE,
        types=RAISED_TYPES,
        sources=frozenset({S.RAISED, S.RETURNED}),
        target=S.PREPARING,
        verb=Verb.PREPARE,
        law="Kommunallagen 5 kap. 26–28 §§",
        is_main=True,
    ),
    Step(
        action=Action.PREPARE,
        types=COMMITTEE,
        sources=frozenset({S.REGISTERED, S.RETURNED}),
        target=S.PREPARING,
        verb=Verb.PREPARE,
        is_main=True,
    ),
    Step(
        action=Action.PROPOSE,
        types=MOTION | CITIZEN,
        sources=frozenset({S.PREPARING}),
        target=S.PROPOSED,
        verb=Verb.PREPARE,
        demands=(d.NO_OPEN_REFERRAL,),
        law="Kommunallagen 5 kap. 28 §",
        is_main=True,
    ),
    Step(
        action=Action.PROPOSE,
        types=COMMITTEE | INITIATIVE,
        sources=frozenset({S.REGISTERED, S.RAISED, S.PREPARING}),
        target=S.PROPOSED,
        verb=Verb.PREPARE,
        demands=(d.NO_OPEN_REFERRAL,),
        is_main=True,
    ),
    Step(
        action=Action.DECIDE,
        types=MOTION | CITIZEN,
        sources=frozenset({S.RAISED}) | IN_PREPARATION,
        target=S.DECIDED,
        verb=Verb.MEETING,
        demands=(d.HAS_PROPOSAL_OR_REPORT,),
        asks=(Fact.MEETING,),
        law="Kommunallagen 5 kap. 23, 35 och 67 §§",
        is_main=True,
    ),
    Step(
        action=Action.DECIDE,
        types=COMMITTEE,
        sources=frozenset({S.REGISTERED}) | IN_PREPARATION,
        target=S.DECIDED,
        verb=Verb.MEETING,
        asks=(Fact.MEETING,),
        law="Kommunallagen 6 kap. 35 §",
        is_main=True,
    ),
    Step(
        action=Action.DECIDE,
        types=INITIATIVE,
        sources=frozenset({S.RAISED}) | IN_PREPARATION,
        target=S.DECIDED,
        verb=Verb.MEETING,
        asks=(Fact.MEETING,),
        law="Kommunallagen 4 kap. 20 §",
        is_main=True,
    ),
    Step(
        action=Action.REFER,
        types=DECIDED_TYPES,
        sources=frozenset({S.PREPARING, S.RETURNED}),
        verb=Verb.PREPARE,
    ),
    Step(
        action=Action.RECEIVE_STATEMENT,
        types=DECIDED_TYPES,
        sources=IN_PREPARATION,
        verb=Verb.PREPARE,
        demands=(d.HAS_OPEN_REFERRAL,),
    ),
    Step(
        action=Action.CLOSE_REFERRAL,
        types=DECIDED_TYPES,
        sources=IN_PREPARATION,
        verb=Verb.PREPARE,
        demands=(d.HAS_OPEN_REFERRAL,),
        needs_reason=True,
    ),
    Step(
        action=Action.REPORT_OPEN,
        types=MOTION | CITIZEN,
        sources=frozenset({S.RAISED}) | IN_PREPARATION,
        verb=Verb.MEETING,
        asks=(Fact.MEETING,),
        needs_reason=True,
        law="Kommunallagen 5 kap. 35 §",
    ),
    Step(
        action=Action.NOTE_PREPARATION,
        types=DECIDED_TYPES,
        sources=OPEN_DECIDED | {S.DECIDED},
        verb=Verb.PREPARE,
    ),
    Step(
        action=Action.ADD_PROPOSAL,
        types=DECIDED_TYPES,
        sources=OPEN_DECIDED | {S.DECIDED},
        verb=Verb.PREPARE,
        law="Kommunallagen 5 kap. 67 §",
    ),
    Step(
        action=Action.ADD_STEP,
        types=DECIDED_TYPES,
        sources=OPEN_DECIDED | {S.DECIDED},
        verb=Verb.MEETING,
        law="Kommunallagen 5 kap. 53 och 67 §§",
    ),
    Step(
        action=Action.RETURN,
        types=DECIDED_TYPES,
        sources=frozenset({S.RAISED, S.PROPOSED, S.POSTPONED}),
        target=S.RETURNED,
        verb=Verb.MEETING,
        asks=(Fact.MEETING,),
        needs_reason=True,
        law="Kommunallagen 5 kap. 50 §",
    ),
    Step(
        action=Action.DISMISS,
        types=CITIZEN,
        sources=frozenset({S.REGISTERED}),
        target=S.DISMISSED,
        verb=Verb.REGISTER,
        needs_reason=True,
        law="Kommunallagen 8 kap. 1 §",
    ),
    Step(
        action=Action.RESERVE,
        types=DECIDED_TYPES,
        sources=IN_THE_REGISTER,
        verb=Verb.MEETING,
        demands=(d.HAS_DECISION,),
        law="Kommunallagen 4 kap. 27 §",
    ),
    Step(
        action=Action.ADD_STATEMENT,
        types=EVERY_TYPE,
        sources=IN_THE_REGISTER,
        verb=Verb.MEETING,
        demands=(d.HAS_DECISION,),
    ),
    Step(
        action=Action.NOTE_NON_PARTICIPATION,
        types=DECIDED_TYPES,
        sources=OPEN_DECIDED | {S.DECIDED},
        verb=Verb.MEETING,
        law="Kommunallagen 4 kap. 25 § och 5 kap. 47 §",
    ),
    Step(
        action=Action.ADD_TASK,
        types=DECIDED_TYPES,
        sources=IN_THE_REGISTER - {S.CLOSED},
        verb=Verb.MEETING,
        demands=(d.HAS_DECISION,),
    ),
    Step(
        action=Action.REPORT_TASK,
        types=DECIDED_TYPES,
        sources=IN_THE_REGISTER,
        verb=Verb.MEETING,
        demands=(d.HAS_TASK,),
    ),
)

REGISTERING = (
    Step(
        action=Action.ANNOUNCE,
        types=ASKED | MOTION | CITIZEN,
        sources=frozenset({S.REGISTERED, S.ANNOUNCED}),
        target=S.ANNOUNCED,
        verb=Verb.MEETING,
        asks=(Fact.MEETING,),
        law="Kommunallagen 5 kap. 13 §",
    ),
    Step(
        action=Action.POSTPONE,
        types=ASKED,
        sources=frozenset({S.ANNOUNCED, S.PERMITTED, S.POSTPONED}),
        target=S.POSTPONED,
        verb=Verb.MEETING,
        asks=(Fact.MEETING,),
        needs_reason=True,
        law="Kommunallagen 5 kap. 50 och 51 §§",
    ),
    Step(
        action=Action.POSTPONE,
        types=DECIDED_TYPES,
        sources=frozenset({S.RAISED, S.PROPOSED, S.POSTPONED}),
        target=S.POSTPONED,
        verb=Verb.MEETING,
        asks=(Fact.MEETING,),
        needs_reason=True,
        law="Kommunallagen 5 kap. 50 och 51 §§ och 6 kap. 33 §",
    ),
    Step(
        action=Action.WITHDRAW,
        types=EVERY_TYPE - COMMITTEE,
        sources=OPEN,
        target=S.WITHDRAWN,
        verb=Verb.REGISTER,
    ),
    Step(
        action=Action.CLOSE,
        types=EVERY_TYPE,
        sources=FINISHED,
        target=S.CLOSED,
        verb=Verb.CLOSE,
        demands=(d.NO_OPEN_TASK,),
        is_main=True,
    ),
    Step(
        action=Action.REOPEN,
        types=EVERY_TYPE,
        sources=frozenset({S.CLOSED}),
        verb=Verb.CLOSE,
        needs_reason=True,
    ),
    Step(
        action=Action.ADD_DOCUMENT,
        types=EVERY_TYPE,
        sources=IN_THE_REGISTER,
        verb=Verb.REGISTER,
        law="Offentlighets- och sekretesslagen 5 kap. 1 och 2 §§",
    ),
    *(
        Step(
            action=action,
            types=EVERY_TYPE,
            sources=IN_THE_REGISTER,
            verb=Verb.REGISTER,
            needs_reason=True,
        )
        for action in (
            Action.CORRECT,
            Action.LINK,
            Action.MOVE_DOCUMENT,
            Action.ANNUL_DOCUMENT,
        )
    ),
    Step(
        action=Action.CHANGE_TYPE,
        types=EVERY_TYPE,
        sources=frozenset({S.REGISTERED}),
        verb=Verb.REGISTER,
        needs_reason=True,
    ),
    Step(
        action=Action.ANNUL,
        types=EVERY_TYPE,
        sources=IN_THE_REGISTER,
        target=S.ANNULLED,
        verb=Verb.REGISTER,
        needs_reason=True,
    ),
)

DEMANDS_OF_OUTCOME: dict[Outcome | None, tuple[Demand, ...]] = {
    Outcome.ANSWERED_IN_WRITING: (d.ANSWER_HANDED_OVER, d.EVERY_QUESTION_ANSWERED),
}

STEPS: tuple[Step, ...] = (*ANSWERING, *DECIDING, *REGISTERING)

"""Steps of every case type: meeting lists, closing, and what a registrar mends."""

from accounts.roles import Verb
from ärenden.choices import AnswerState, Fact, State
from ärenden.workflow import demands as d
from ärenden.workflow.actions import Action
from ärenden.workflow.steps import (
    ASKED,
    CITIZEN,
    COMMITTEE,
    DECIDED_TYPES,
    EVERY_TYPE,
    FINISHED,
    IN_THE_REGISTER,
    INITIATIVE,
    MOTION,
    OPEN,
    TO_BE_SETTLED,
    Step,
)

S = State
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
        action=Action.SCHEDULE,
        types=ASKED | MOTION | CITIZEN,
        sources=OPEN - {S.REGISTERED, S.ANNOUNCED},
        verb=Verb.MEETING,
        asks=(Fact.MEETING,),
        law="Kommunallagen 5 kap. 13 §",
    ),
    Step(
        action=Action.SCHEDULE,
        types=COMMITTEE | INITIATIVE,
        sources=OPEN - {S.ANNOUNCED},
        verb=Verb.MEETING,
        asks=(Fact.MEETING,),
    ),
    Step(
        action=Action.TAKE_OFF,
        types=EVERY_TYPE,
        sources=OPEN,
        verb=Verb.MEETING,
        demands=(d.ON_COMING_LIST,),
        needs_reason=True,
        goes_back=True,
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
    *(
        Step(
            action=Action.POSTPONE,
            types=types,
            sources=sources,
            target=S.POSTPONED,
            verb=Verb.MEETING,
            asks=(Fact.MEETING,),
            needs_reason=True,
            law="Kommunallagen 5 kap. 50 och 51 §§ och 6 kap. 33 §",
        )
        for types, sources in TO_BE_SETTLED
    ),
    Step(
        action=Action.WITHDRAW,
        types=EVERY_TYPE - COMMITTEE,
        sources=OPEN,
        target=S.WITHDRAWN,
        verb=Verb.REGISTER,
    ),
    Step(
        action=Action.WRITE_OFF,
        types=COMMITTEE,
        sources=frozenset({S.REGISTERED, S.PREPARING}),
        target=S.WRITTEN_OFF,
        verb=Verb.CLOSE,
        demands=(d.NOT_TAKEN_UP, d.NO_OPEN_REFERRAL),
        needs_reason=True,
    ),
    *(
        Step(
            action=Action.CLOSE,
            types=types,
            sources=FINISHED,
            target=S.CLOSED,
            verb=Verb.CLOSE,
            demands=demands,
            is_main=True,
        )
        for types, demands in (
            (ASKED, (d.NO_WAITING_ANSWER,)),
            (COMMITTEE, (d.NO_OPEN_TASK,)),
            (DECIDED_TYPES - COMMITTEE, (d.NO_OPEN_TASK, d.MOVER_TOLD)),
        )
    ),
    Step(
        action=Action.REOPEN,
        types=EVERY_TYPE,
        sources=frozenset({S.CLOSED}),
        verb=Verb.CLOSE,
        needs_reason=True,
        goes_back=True,
    ),
    Step(
        action=Action.ADD_DOCUMENT,
        types=EVERY_TYPE,
        sources=IN_THE_REGISTER,
        verb=Verb.REGISTER,
        law="Offentlighets- och sekretesslagen 5 kap. 1 och 2 §§",
    ),
    Step(
        action=Action.REQUEST_COMPLETION,
        types=ASKED | MOTION,
        sources=OPEN,
        verb=Verb.REGISTER,
        demands=(d.HANDED_IN_HERE, d.NO_COMPLETION_ASKED),
        needs_reason=True,
    ),
    Step(
        action=Action.RECEIVE_COMPLETION,
        types=ASKED | MOTION,
        sources=IN_THE_REGISTER,
        verb=Verb.REGISTER,
        demands=(d.HAS_WAITING_COMPLETION,),
        needs_reason=True,
        law="Offentlighets- och sekretesslagen 5 kap. 1 §",
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
            Action.LINK_NOTE,
            Action.MOVE_DOCUMENT,
            Action.ANNUL_DOCUMENT,
        )
    ),
    *(
        Step(
            action=action,
            types=EVERY_TYPE,
            sources=IN_THE_REGISTER,
            verb=Verb.PUBLISH,
            law="Tryckfrihetsförordningen 2 kap. 9 och 10 §§",
        )
        for action in (Action.PUBLISH, Action.PUBLISH_MASKED)
    ),
    Step(
        action=Action.UNPUBLISH,
        types=EVERY_TYPE,
        sources=frozenset(State),
        verb=Verb.PUBLISH,
        demands=(d.IS_PUBLISHED,),
        needs_reason=True,
    ),
    *(
        Step(
            action=action,
            types=EVERY_TYPE,
            sources=IN_THE_REGISTER,
            verb=Verb.ASSIGN,
            demands=demands,
        )
        for action, demands in (
            (Action.ASSIGN, ()),
            (Action.COVER, (d.HAS_HANDLER,)),
            (Action.END_COVER, (d.IS_COVERED,)),
        )
    ),
    Step(
        action=Action.MARK_SECRECY,
        types=EVERY_TYPE,
        sources=frozenset(State),
        verb=Verb.SECRECY,
        law="Offentlighets- och sekretesslagen 5 kap. 2 och 5 §§",
    ),
    Step(
        action=Action.LIFT_SECRECY,
        types=EVERY_TYPE,
        sources=frozenset(State),
        verb=Verb.SECRECY,
        demands=(d.MARKED_SECRET,),
        needs_reason=True,
        law="Offentlighets- och sekretesslagen 5 kap. 5 §",
    ),
    Step(
        action=Action.CHANGE_TYPE,
        types=EVERY_TYPE,
        sources=frozenset({S.REGISTERED}),
        answer_sources=frozenset({AnswerState.NONE}),
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
    Step(
        action=Action.MOVE_DEADLINE,
        types=EVERY_TYPE,
        sources=IN_THE_REGISTER,
        verb=Verb.MEETING,
        demands=(d.HAS_MOVABLE_DEADLINE,),
        needs_reason=True,
    ),
    Step(
        action=Action.WAIVE_DEADLINE,
        types=EVERY_TYPE,
        sources=IN_THE_REGISTER,
        verb=Verb.MEETING,
        demands=(d.HAS_MOVABLE_DEADLINE,),
        needs_reason=True,
    ),
)

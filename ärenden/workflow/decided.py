"""Motioner, nämndärenden, initiativ and medborgarförslag: raised, prepared, decided."""

from accounts.roles import Verb
from ärenden.choices import Fact, State
from ärenden.workflow import demands as d
from ärenden.workflow.actions import Action
from ärenden.workflow.steps import (
    BEFORE_DECISION,
    CITIZEN,
    COMMITTEE,
    DECIDED_TYPES,
    EVERY_TYPE,
    IN_PREPARATION,
    IN_THE_REGISTER,
    INITIATIVE,
    MOTION,
    OPEN_DECIDED,
    TO_BE_SETTLED,
    Step,
)

S = State
DECIDING = (
    Step(
        action=Action.RAISE,
        types=MOTION | CITIZEN,
        sources=frozenset({S.REGISTERED, S.ANNOUNCED}),
        target=S.RAISED,
        verb=Verb.MEETING,
        asks=(Fact.MEETING,),
        law="Kommunallagen 5 kap. 22 och 35 §§",
        is_main=True,
    ),
    Step(
        action=Action.RAISE,
        types=INITIATIVE,
        sources=frozenset({S.REGISTERED}),
        target=S.RAISED,
        verb=Verb.MEETING,
        asks=(Fact.MEETING,),
        law="Kommunallagen 4 kap. 20 §",
        is_main=True,
    ),
    *(
        Step(
            action=Action.PREPARE,
            types=types,
            sources=frozenset({begun, S.RETURNED, S.POSTPONED}),
            target=S.PREPARING,
            verb=Verb.PREPARE,
            demands=(d.NO_PROPOSAL_IF_POSTPONED,),
            law=law,
            is_main=True,
        )
        for types, begun, law in (
            (MOTION | CITIZEN, S.RAISED, "Kommunallagen 5 kap. 26–28 §§"),
            (INITIATIVE, S.RAISED, ""),
            (COMMITTEE, S.REGISTERED, ""),
        )
    ),
    *(
        Step(
            action=Action.PROPOSE,
            types=types,
            sources=begun | {S.PREPARING, S.POSTPONED},
            target=S.PROPOSED,
            verb=Verb.PREPARE,
            demands=(d.NO_OPEN_REFERRAL, d.NO_PROPOSAL_IF_POSTPONED),
            law=law,
            is_main=True,
        )
        for types, begun, law in (
            (MOTION | CITIZEN, frozenset[State](), "Kommunallagen 5 kap. 28 §"),
            (COMMITTEE, frozenset({S.REGISTERED}), ""),
            (INITIATIVE, frozenset({S.RAISED}), ""),
        )
    ),
    Step(
        action=Action.DECIDE,
        types=MOTION,
        sources=frozenset({S.RAISED}) | BEFORE_DECISION,
        target=S.DECIDED,
        verb=Verb.MEETING,
        demands=(d.HAS_PROPOSAL_OR_REPORT, d.NO_OPEN_REFERRAL),
        asks=(Fact.MEETING,),
        law="Kommunallagen 5 kap. 23, 35 och 67 §§",
        is_main=True,
    ),
    Step(
        action=Action.DECIDE,
        types=CITIZEN,
        sources=frozenset({S.RAISED}) | BEFORE_DECISION,
        target=S.DECIDED,
        verb=Verb.MEETING,
        demands=(d.IS_PREPARED_OR_ENTRUSTED, d.NO_OPEN_REFERRAL),
        asks=(Fact.MEETING,),
        law="Kommunallagen 5 kap. 23, 35 och 67 §§ och 6 kap. 34 §",
        is_main=True,
    ),
    Step(
        action=Action.ENTRUST,
        types=CITIZEN,
        sources=frozenset({S.RAISED, S.PROPOSED, S.POSTPONED}),
        target=S.PREPARING,
        verb=Verb.MEETING,
        demands=(d.NOT_ENTRUSTED,),
        asks=(Fact.MEETING,),
        law="Kommunallagen 5 kap. 23 §",
    ),
    Step(
        action=Action.REPORT_DECIDED,
        types=CITIZEN,
        sources=frozenset({S.DECIDED}),
        verb=Verb.MEETING,
        demands=(d.IS_ENTRUSTED,),
        asks=(Fact.MEETING,),
        law="Kommunallagen 6 kap. 34 §",
    ),
    *(
        Step(
            action=Action.DECIDE,
            types=types,
            sources=BEFORE_DECISION | {begun},
            target=S.DECIDED,
            verb=Verb.MEETING,
            demands=(d.NO_OPEN_REFERRAL,),
            asks=(Fact.MEETING,),
            law="Kommunallagen 6 kap. 33 och 35 §§",
            is_main=True,
        )
        for types, begun in ((COMMITTEE, S.REGISTERED), (INITIATIVE, S.RAISED))
    ),
    Step(
        action=Action.NOTIFY,
        types=DECIDED_TYPES - COMMITTEE,
        sources=frozenset({S.DECIDED}),
        verb=Verb.PREPARE,
        demands=(d.MOVER_TO_BE_TOLD,),
        is_main=True,
    ),
    *(
        Step(
            action=Action.END_PREPARATION,
            types=types,
            sources=frozenset({S.PREPARING}),
            verb=Verb.PREPARE,
            demands=(d.NO_OPEN_REFERRAL, *demands),
            needs_reason=True,
            goes_back=True,
        )
        for types, demands in (
            (DECIDED_TYPES - CITIZEN, ()),
            (CITIZEN, (d.NOT_PREPARED_AS_ENTRUSTED,)),
        )
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
        law="Kommunallagen 5 kap. 67 § och 6 kap. 35 §",
    ),
    Step(
        action=Action.ADD_STEP,
        types=DECIDED_TYPES,
        sources=OPEN_DECIDED | {S.DECIDED},
        verb=Verb.MEETING,
        law="Kommunallagen 5 kap. 53 och 67 §§, 6 kap. 33 och 35 §§",
    ),
    *(
        Step(
            action=Action.RETURN,
            types=types,
            sources=sources,
            target=S.RETURNED,
            verb=Verb.MEETING,
            asks=(Fact.MEETING,),
            needs_reason=True,
            law="Kommunallagen 5 kap. 50 § (fullmäktige)",
        )
        for types, sources in TO_BE_SETTLED
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
        action=Action.RECEIVE_RESERVATION,
        types=DECIDED_TYPES,
        sources=IN_THE_REGISTER,
        verb=Verb.MEETING,
        demands=(d.AWAITS_RESERVATION,),
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
        law="Kommunallagen 4 kap. 25 §, 5 kap. 47 § och 6 kap. 28 §",
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

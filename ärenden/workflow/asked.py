"""Interpellationer and frågor: permission and answer, two tracks of one case."""

from collections.abc import Mapping

from accounts.roles import Verb
from ärenden.choices import (
    CAME_IN,
    AnswerState,
    CaseType,
    Fact,
    Outcome,
    Purpose,
    State,
)
from ärenden.workflow import demands as d
from ärenden.workflow.actions import Action
from ärenden.workflow.steps import ASKED, BEFORE_PERMISSION, OPEN_ASKED, Step, Way

S = State
A = AnswerState
NOT_IN = frozenset({A.NONE, A.IN_PROGRESS})
# What is due before the meeting of the answer, until the answer's track has come so far.
BEFORE_THE_MEETING: Mapping[Purpose, frozenset[AnswerState]] = {
    Purpose.ANSWER_IN: CAME_IN,
    Purpose.ANSWER_TO_ASKER: frozenset({A.HANDED_OVER}),
}

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
        ways=(
            Way(
                outcome=Outcome.ANSWERED_IN_WRITING,
                demands=(d.ANSWER_HANDED_OVER, d.EVERY_QUESTION_ANSWERED),
            ),
            Way(outcome=Outcome.NOT_ANSWERED, needs_reason=True),
        ),
        law="Kommunallagen 5 kap. 68 §",
        is_main=True,
    ),
    *(
        Step(
            action=Action.PERMIT,
            types=frozenset({case_type}),
            sources=BEFORE_PERMISSION,
            target=S.PERMITTED,
            verb=Verb.MEETING,
            demands=(d.NOT_YET_PERMITTED, *demands),
            asks=(Fact.MEETING,),
            law="Kommunallagen 5 kap. 62 §",
            is_main=True,
        )
        for case_type, demands in (
            (CaseType.INTERPELLATION, (d.HAS_MOTIVATION, d.HAS_QUESTIONS)),
            (CaseType.QUESTION, (d.HAS_QUESTIONS,)),
        )
    ),
    Step(
        action=Action.RECEIVE_ANSWER,
        types=ASKED,
        sources=OPEN_ASKED,
        verb=Verb.ANSWER,
        answer_sources=NOT_IN,
        answer_target=A.RECEIVED,
        is_main=True,
        by_answerer=True,
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
        action=Action.FORWARD,
        types=ASKED,
        sources=OPEN_ASKED,
        verb=Verb.REGISTER,
        demands=(d.TO_BE_FORWARDED,),
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
        answer_target=A.RECEIVED,
        demands=(d.SOMETHING_TO_SUPPLEMENT,),
    ),
    Step(
        action=Action.TRANSFER_ANSWER,
        types=ASKED,
        sources=OPEN_ASKED,
        verb=Verb.MEETING,
        answer_sources=NOT_IN,
        demands=(d.RULES_ALLOW_TRANSFER, d.MAY_TRANSFER),
        needs_reason=True,
        law="Kommunallagen 5 kap. 63 §",
        by_answerer=True,
    ),
    Step(
        action=Action.ASK_FOR_TIME,
        types=ASKED,
        sources=OPEN_ASKED,
        verb=Verb.ANSWER,
        answer_sources=NOT_IN,
        demands=(d.NOT_ASKED_FOR_TIME,),
        needs_reason=True,
        by_answerer=True,
    ),
    Step(
        action=Action.GRANT_TIME,
        types=ASKED,
        sources=OPEN_ASKED,
        verb=Verb.ANSWER,
        answer_sources=NOT_IN,
        demands=(d.ASKED_FOR_TIME,),
    ),
    Step(
        action=Action.DECLINE_TIME,
        types=ASKED,
        sources=OPEN_ASKED,
        verb=Verb.ANSWER,
        answer_sources=NOT_IN,
        demands=(d.ASKED_FOR_TIME,),
        needs_reason=True,
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

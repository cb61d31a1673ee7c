"""Which steps stand in the box of next steps, and under which heading the others are found."""

from collections.abc import Mapping

from ärenden.choices import State
from ärenden.workflow import Action

A = Action

# Something is awaited: its coming in is the next step when no main step is possible.
AWAITED = (A.RECEIVE_COMPLETION, A.RECEIVE_STATEMENT, A.REPORT_TASK)

# What is new in the register waits for a place on the council's list.
FIRST: Mapping[State, Action] = {State.REGISTERED: A.ANNOUNCE}

# Beside the main steps, the nearest first.
FITTING: Mapping[State, tuple[Action, ...]] = {
    State.REGISTERED: (
        A.FORWARD,
        A.GRANT_TIME,
        A.DECLINE_TIME,
        A.SCHEDULE,
        A.BEGIN_ANSWER,
        A.REFUSE_PERMISSION,
        A.DISMISS,
    ),
    State.ANNOUNCED: (
        A.FORWARD,
        A.GRANT_TIME,
        A.DECLINE_TIME,
        A.BEGIN_ANSWER,
        A.REFUSE_PERMISSION,
        A.POSTPONE,
    ),
    State.PERMITTED: (
        A.FORWARD,
        A.GRANT_TIME,
        A.DECLINE_TIME,
        A.BEGIN_ANSWER,
        A.SCHEDULE,
        A.POSTPONE,
    ),
    State.RAISED: (A.ENTRUST, A.SCHEDULE, A.POSTPONE),
    State.PREPARING: (A.RECEIVE_STATEMENT, A.CLOSE_REFERRAL, A.REFER, A.NOTE_PREPARATION),
    State.PROPOSED: (A.SCHEDULE, A.ADD_PROPOSAL, A.ADD_STEP, A.POSTPONE),
    State.POSTPONED: (
        A.FORWARD,
        A.GRANT_TIME,
        A.DECLINE_TIME,
        A.SCHEDULE,
        A.REFUSE_PERMISSION,
        A.ADD_PROPOSAL,
        A.ADD_STEP,
    ),
    State.RETURNED: (A.RECEIVE_STATEMENT, A.REFER, A.NOTE_PREPARATION),
    State.ANSWERED: (A.SUPPLEMENT_ANSWER, A.PUBLISH),
    State.DECIDED: (
        *(A.REPORT_DECIDED, A.REPORT_TASK, A.ADD_TASK),
        *(A.RESERVE, A.ADD_STATEMENT, A.PUBLISH),
    ),
    State.CLOSED: (A.PUBLISH,),
}

GROUPS: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (
        "Svaret",
        (
            A.FORWARD,
            A.BEGIN_ANSWER,
            A.RECEIVE_ANSWER,
            A.HAND_OVER_ANSWER,
            A.SUPPLEMENT_ANSWER,
            A.ASK_FOR_TIME,
            A.GRANT_TIME,
            A.DECLINE_TIME,
            A.TRANSFER_ANSWER,
            A.CHANGE_ANSWERER,
            A.CHANGE_ADDRESSEE,
        ),
    ),
    (
        "Beredning",
        (
            A.PREPARE,
            A.END_PREPARATION,
            A.REFER,
            A.RECEIVE_STATEMENT,
            A.CLOSE_REFERRAL,
            A.NOTE_PREPARATION,
            A.PROPOSE,
            A.REPORT_OPEN,
        ),
    ),
    (
        "Sammanträdet och protokollet",
        (
            A.ANNOUNCE,
            A.SCHEDULE,
            A.TAKE_OFF,
            A.RAISE,
            A.PERMIT,
            A.REFUSE_PERMISSION,
            A.RECORD_ANSWERED,
            A.ADD_PROPOSAL,
            A.ADD_STEP,
            A.POSTPONE,
            A.RETURN,
            A.ENTRUST,
            A.DECIDE,
            A.NOTIFY,
            A.REPORT_DECIDED,
            A.RESERVE,
            A.RECEIVE_RESERVATION,
            A.ADD_STATEMENT,
            A.NOTE_NON_PARTICIPATION,
            A.ADD_TASK,
            A.REPORT_TASK,
        ),
    ),
    (
        "Handlingar",
        (
            A.ADD_DOCUMENT,
            A.REQUEST_COMPLETION,
            A.RECEIVE_COMPLETION,
            A.MOVE_DOCUMENT,
            A.ANNUL_DOCUMENT,
        ),
    ),
    ("Allmänheten", (A.PUBLISH, A.PUBLISH_MASKED, A.UNPUBLISH)),
    ("Frister", (A.MOVE_DEADLINE, A.WAIVE_DEADLINE)),
    ("Vem som handlägger", (A.ASSIGN, A.COVER, A.END_COVER)),
    (
        "Rätta och ordna",
        (
            A.CORRECT,
            A.LINK,
            A.LINK_NOTE,
            A.MARK_SECRECY,
            A.LIFT_SECRECY,
            A.CHANGE_TYPE,
            A.WITHDRAW,
            A.DISMISS,
            A.WRITE_OFF,
            A.CLOSE,
            A.REOPEN,
            A.ANNUL,
        ),
    ),
)

"""The steps about what is due, and more time for it, for the stories of every action."""

from datetime import date, timedelta

from kernel.dates import full_date
from tests.arenden.web import acting
from tests.factories.cases import World
from ärenden.actions.answer_time import ask_for_time
from ärenden.choices import Purpose
from ärenden.models import Case
from ärenden.workflow import Action

WHY = "Underlaget kommer från bolaget nästa vecka"


def later() -> date:
    return acting.today() + timedelta(days=20)


def asked_for_time(world: World) -> Case:
    case = acting.permitted(world)
    ask_for_time(case=case, doing=acting.now(world), proposed_on=later(), reason=WHY)
    return case


TIMED = [
    (
        Action.ASK_FOR_TIME,
        acting.permitted,
        lambda *_: {"proposed_on": later().isoformat(), "reason": WHY},
        lambda _: f"Sven Svar (S) bad om tid till {full_date(later())}",
    ),
    (
        Action.GRANT_TIME,
        asked_for_time,
        lambda *_: {"until": later().isoformat()},
        lambda _: f"Sven Svar (S) fick tid till {full_date(later())}",
    ),
    (
        Action.DECLINE_TIME,
        asked_for_time,
        lambda *_: {"reason": "Fullmäktige väntar på svaret"},
        lambda _: "Sven Svar (S) fick inte mer tid för svaret",
    ),
    (
        Action.MOVE_DEADLINE,
        acting.permitted,
        lambda _, case: {
            "deadline": case.deadlines.get(purpose=Purpose.ANSWER_IN).pk,
            "to": later().isoformat(),
            "cause": "pause",
            "reason": WHY,
        },
        lambda _: f"Fristen flyttades till {full_date(later())}: svaret till kansliet",
    ),
    (
        Action.WAIVE_DEADLINE,
        acting.permitted,
        lambda _, case: {
            "deadline": case.deadlines.get(purpose=Purpose.ANSWER_TO_ASKER).pk,
            "reason": WHY,
        },
        lambda _: "Fristen gäller inte längre: svaret till frågeställaren",
    ),
    (
        Action.FORWARD,
        acting.to_send_on,
        lambda *_: {"on": "i dag", "to": "Sven Svar (S) och presidiet"},
        lambda _: "Skickades vidare till Sven Svar (S) och presidiet",
    ),
    (
        Action.NOTIFY,
        acting.decided_by_the_board,
        lambda *_: {"on": "i dag"},
        lambda _: "Förslagsställaren underrättades om beslutet",
    ),
]

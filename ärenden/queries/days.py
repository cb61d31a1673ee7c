"""What happened in a case on which day, as far as days are compared."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce

from kernel.text import in_sentence
from meetings.models import Meeting
from parties.choices import BodyKind
from ärenden.choices import Outcome
from ärenden.models import Answer, Case, Referral
from ärenden.workflow import Action
from ärenden.workflow.order import TOLD, Happening

LEVELS = {
    BodyKind.SUBCOMMITTEE: 0,
    BodyKind.BOARD: 1,
    BodyKind.COMMITTEE: 1,
    BodyKind.JOINT_COMMITTEE: 1,
    BodyKind.COUNCIL: 2,
}
ANSWER_DAYS = ("handed_over_on", "received_on")
IN_ROWS = frozenset(
    {Action.REGISTER, Action.CLOSE, Action.REFER, Action.RECEIVE_STATEMENT}
    | {Action.RECEIVE_ANSWER, Action.HAND_OVER_ANSWER}
)


def happenings_of(case: Case) -> list[Happening]:
    """Days that may be mended are read where they stand, the others from the events."""
    answers = list(case.answers.filter(is_received=True).order_by(Coalesce(*ANSWER_DAYS)))
    thread = _thread(answers[0]) if answers and _is_in_writing(case) else ""
    found = [*_own(case), *_answers(answers), *_referrals(case), *_events(case, answered=thread)]
    return [each for each in found if each is not None]


def _is_in_writing(case: Case) -> bool:
    return case.outcome == Outcome.ANSWERED_IN_WRITING


def _known(action: Action, day: date | None, **more: Any) -> Happening | None:
    return Happening(action=action, day=day, **more) if day else None


def _own(case: Case) -> Iterator[Happening | None]:
    yield _known(Action.REGISTER, case.received_on)
    yield _known(Action.CLOSE, case.closed_on)


def _thread(row: Answer | Referral) -> str:
    return f"{row._meta.model_name} {row.pk}"


def _answers(answers: list[Answer]) -> Iterator[Happening | None]:
    for row in answers:
        yield _known(Action.RECEIVE_ANSWER, row.received_on, thread=_thread(row))
        yield _known(Action.HAND_OVER_ANSWER, row.handed_over_on, thread=_thread(row))


def _referrals(case: Case) -> Iterator[Happening | None]:
    for row in case.referrals.all():
        who, thread = in_sentence(row.recipient_printed), _thread(row)
        yield _known(Action.REFER, row.sent_on, thread=thread, whose=f"till {who}")
        yield _known(Action.RECEIVE_STATEMENT, row.answered_on, thread=thread, whose=f"från {who}")


def _events(case: Case, *, answered: str) -> Iterator[Happening | None]:
    meeting = Cast(KeyTextTransform("meeting", OuterRef("data")), BigIntegerField())
    body = Meeting.objects.filter(pk=meeting).values("body__kind")
    rows = case.events.filter(action__in=TOLD.keys() - IN_ROWS).annotate(kind=Subquery(body))
    for event in rows:
        yield _known(
            Action(event.action),
            event.happened_on,
            turn=event.version,
            thread=answered if event.action == Action.RECORD_ANSWERED else "",
            level=LEVELS.get(event.kind),
        )

"""By when what was handed in is to be registered: as soon as it can be (OSL 5 kap. 1 §)."""

from django.utils import timezone

from ärenden.actions.base import Doing
from ärenden.actions.deadlines import Move, counted, meet, place, says
from ärenden.choices import DeadlineStatus, Event, Purpose
from ärenden.deadlines import REGISTRATION, Calendar, Due, Facts, evaluate
from ärenden.models import Deadline, Submission


def settle_registration(submission: Submission, calendar: Calendar, move: Move) -> None:
    """The deadline of one that waits for the registrar, as it is counted now."""
    arrived = timezone.localdate(submission.handed_in_at)
    due = evaluate(REGISTRATION, Facts(events={Event.RECEIVED: arrived}), calendar)
    now = submission.deadlines.filter(status=DeadlineStatus.OPEN).first()
    if isinstance(due, Due) and not (now and says(now, due)):
        row = Deadline(submission=submission, purpose=Purpose.REGISTER)
        place(row, counted(due), doing=move.doing, cause=move.cause, reason=move.reason)


def meet_registration(submission: Submission, doing: Doing) -> None:
    """It stands in the register."""
    meet(submission.deadlines.all(), doing, on=doing.day)

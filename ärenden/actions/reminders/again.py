"""One that could not be sent is tried once more."""

from django.db import transaction

from ärenden.actions.base import Doing
from ärenden.actions.reminders.closing import locked
from ärenden.choices import ReminderStatus
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Reminder

NOT_FAILED = Refusal("reminder_not_failed", "Påminnelsen har inte misslyckats")
ENDED = Refusal("deadline_ended", "Datumet gäller inte längre, så påminnelsen behövs inte")


@transaction.atomic
def try_again(reminder: Reminder, *, doing: Doing) -> None:
    """It leaves within a minute, when what went wrong has been mended."""
    row = locked(reminder, doing)
    if row.status != ReminderStatus.FAILED:
        raise ActionRefused([NOT_FAILED])
    if not row.is_true:
        raise ActionRefused([ENDED])
    row.status, row.reason, row.ordered_by = ReminderStatus.WAITING, "", doing.by.name
    row.tries, row.next_try_at, row.error, row.closed_at = 0, None, "", None
    row.save()

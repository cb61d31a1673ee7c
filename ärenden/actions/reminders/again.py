"""One that could not be sent is tried once more."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from ärenden.actions.base import Doing
from ärenden.actions.reminders.closing import may_order
from ärenden.choices import DeadlineStatus, ReminderStatus
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Reminder

NOT_FAILED = Refusal("reminder_not_failed", "Påminnelsen har inte misslyckats")
ENDED = Refusal("deadline_ended", "Datumet gäller inte längre, så påminnelsen behövs inte")


@transaction.atomic
def try_again(reminder: Reminder, *, doing: Doing) -> None:
    """It leaves within a minute, when what went wrong has been mended."""
    rows = Reminder.objects.select_for_update(of=("self",)).select_related(
        "deadline__case", "deadline__meeting__body"
    )
    row = rows.get(pk=reminder.pk)
    if not may_order(doing, row.deadline):
        raise PermissionDenied(f"{doing.by} may not order reminders of {row.deadline}")
    if row.status != ReminderStatus.FAILED:
        raise ActionRefused([NOT_FAILED])
    if row.deadline.status != DeadlineStatus.OPEN:
        raise ActionRefused([ENDED])
    row.status, row.reason, row.ordered_by = ReminderStatus.WAITING, "", doing.by.name
    row.tries, row.next_try_at, row.error, row.closed_at = 0, None, "", None
    row.save()

"""Close what is not to be sent: with its deadline, or because someone says so."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Case, QuerySet, TextField, Value, When
from django.db.models.functions import Concat, Substr

from accounts.roles import Verb
from ärenden.access import can, can_for
from ärenden.actions.base import Doing
from ärenden.choices import DeadlineStatus, ReminderStatus
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Deadline, Reminder
from ärenden.models.reminders import OPEN

ENDED: Mapping[DeadlineStatus, tuple[ReminderStatus, str]] = {
    DeadlineStatus.MET: (ReminderStatus.NOT_NEEDED, "Det som skulle göras är gjort."),
    DeadlineStatus.WAIVED: (ReminderStatus.NOT_NEEDED, "Datumet gäller inte längre."),
    DeadlineStatus.REPLACED: (ReminderStatus.REPLACED, "Datumet har ersatts av ett annat."),
    DeadlineStatus.WAITING: (ReminderStatus.NOT_NEEDED, "Datumet gäller inte. Inget nytt finns."),
}

HELD_BACK = " Hölls tillbaka: "


def close_reminders(deadlines: QuerySet[Deadline], ended: DeadlineStatus, *, at: datetime) -> None:
    """The unsent ones of deadlines that end, in the same transaction.

    One that is on its way to the mail server this very moment is left to its sender: it is sent,
    or finds its deadline ended when it is tried again. So no page waits for a mail server.
    """
    status, because = ENDED[ended]
    close_unsent(Reminder.objects.filter(deadline__in=deadlines), status, because=because, at=at)


def close_unsent(
    rows: QuerySet[Reminder], status: ReminderStatus, *, because: str, at: datetime
) -> None:
    """Those that no sender has in hand."""
    free = rows.filter(status__in=OPEN).select_for_update(skip_locked=True, of=("self",))
    keys = list(free.values_list("pk", flat=True))
    close(Reminder.objects.filter(pk__in=keys), status, because=because, at=at)


def close(rows: QuerySet[Reminder], status: ReminderStatus, *, because: str, at: datetime) -> None:
    """For the reason told; what held one back is told after it."""
    why_held = Concat(Value(because + HELD_BACK), "reason", output_field=TextField())
    was_held = When(status=ReminderStatus.HELD, then=why_held)
    reason = Case(was_held, default=Value(because), output_field=TextField())
    rows.update(status=status, reason=reason, closed_at=at)


def open_reminders_again(deadlines: QuerySet[Deadline]) -> None:
    """Of what was not done after all: they wait, or are held back, as they did."""
    closed = Reminder.objects.filter(deadline__in=deadlines, status=ReminderStatus.NOT_NEEDED)
    beginning = ENDED[DeadlineStatus.MET][1] + HELD_BACK
    held = closed.filter(reason__startswith=beginning)
    why_held = Substr("reason", len(beginning) + 1)
    held.update(status=ReminderStatus.HELD, reason=why_held, closed_at=None)
    closed.update(status=ReminderStatus.WAITING, reason="", closed_at=None)


@transaction.atomic
def hold_back(reminder: Reminder, *, doing: Doing, reason: str) -> None:
    """It is not sent until someone lets it go; the reason stands beside it."""
    row = _ordered(reminder, doing)
    if not reason.strip():
        raise ActionRefused([Refusal("reason_missing", "Skriv varför den hålls tillbaka")])
    row.status, row.reason, row.ordered_by = ReminderStatus.HELD, reason.strip(), doing.by.name
    row.save()


@transaction.atomic
def send_now(reminder: Reminder, *, doing: Doing) -> None:
    """It leaves within a minute, in quiet hours and from those held back too."""
    row = _ordered(reminder, doing)
    row.status, row.reason, row.ordered_by = ReminderStatus.WAITING, "", doing.by.name
    row.send_at, row.next_try_at = doing.at, None
    row.save()


@transaction.atomic
def let_go(reminder: Reminder, *, doing: Doing) -> None:
    """One that was held back waits for its time again."""
    row = _ordered(reminder, doing)
    row.status, row.reason, row.ordered_by = ReminderStatus.WAITING, "", ""
    row.save()


def _ordered(reminder: Reminder, doing: Doing) -> Reminder:
    """The row, locked, when it can still be ordered."""
    row = locked(reminder, doing)
    if row.status not in OPEN:
        raise ActionRefused(
            [Refusal("reminder_closed", "Påminnelsen är redan skickad eller stängd")]
        )
    return row


def locked(reminder: Reminder, doing: Doing) -> Reminder:
    """The row as it stands now, for an account that may order it.

    Its deadline is kept first, as by those who end it: they close what was ordered meanwhile.
    """
    Deadline.objects.select_for_update(no_key=True, of=("self",)).get(pk=reminder.deadline_id)
    rows = Reminder.objects.select_for_update(of=("self",)).select_related(
        "deadline__case", "deadline__meeting__body", "deadline__submission__body"
    )
    row = rows.get(pk=reminder.pk)
    if not may_order(doing, row.deadline):
        raise PermissionDenied(f"{doing.by} may not order reminders of {row.deadline}")
    return row


def may_order(doing: Doing, deadline: Deadline) -> bool:
    """Those who prepare the case, keep the body's meetings or register what was handed in to it."""
    if deadline.case:
        return can(doing.by, Verb.PREPARE, deadline.case, on=doing.day)
    if deadline.submission:
        return can_for(doing.by, Verb.REGISTER, deadline.submission.body, on=doing.day)
    meeting = deadline.meeting
    return meeting is not None and can_for(doing.by, Verb.MEETING, meeting.body, on=doing.day)

"""Which of the rows that wait for a person go into the mail, and why the others do not."""

import logging
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

from django.utils import timezone

from ärenden.actions.reminders.closing import close
from ärenden.choices import ReminderStatus, Wanted
from ärenden.models import Reminder, ReminderSettings
from ärenden.queries.reminder_mails import Item, Sayable
from ärenden.queries.reminder_people import still_told
from ärenden.reminding import Hours

log = logging.getLogger(__name__)
# What a row that makes no sense can cause while its words are put together.
SPOILED = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
ENDED = "Datumet gäller inte längre, eller rör inte längre mottagaren."
UNREADABLE = "Mottagaren får inte läsa ärendet."
DECLINED = "Mottagaren har valt bort den här påminnelsen."
NO_MAIL = "Mottagaren har valt bort påminnelser med e-post."


def is_time(row: Reminder, settings: ReminderSettings | None, *, now: datetime) -> bool:
    """Not in quiet hours, and not before the day's digest; what someone sends now goes now."""
    hours = settings.hours if settings else Hours()
    leaves = hours.leaves(row.send_at, due_at=row.due_at, at_once=row.rule.is_escalation)
    return bool(row.ordered_by) or (leaves <= now and hours.awake(now) <= now)


def chosen(
    rows: list[Reminder], settings: ReminderSettings | None, *, now: datetime
) -> list[tuple[Item, list[Reminder]]]:
    """Each thing to remind of, with its rows; the rest are closed with the reason."""
    user, day = rows[0].recipient, timezone.localdate(now)
    declined = still_told((row.pk for row in rows), day=day)
    sayable = Sayable(user, rows, on=day)
    kept = []
    for row in rows:
        if row.pk not in declined:
            _close(row, ReminderStatus.NOT_NEEDED, ENDED, now)
        elif not sayable.may_be_told(row):
            _close(row, ReminderStatus.SUPPRESSED, UNREADABLE, now)
        elif reason := _unwanted(row, settings, is_declined=declined[row.pk]):
            _close(row, ReminderStatus.SUPPRESSED, reason, now)
        else:
            kept.append(row)
    return list(_items(kept, sayable, now=now))


def _unwanted(row: Reminder, settings: ReminderSettings | None, *, is_declined: bool) -> str:
    """What a person may choose away: not what law demands, nor what is late."""
    if row.rule.wanted == Wanted.ALWAYS:
        return ""
    if settings and not settings.by_mail:
        return NO_MAIL
    return DECLINED if is_declined else ""


def _items(
    rows: Iterable[Reminder], sayable: Sayable, *, now: datetime
) -> Iterator[tuple[Item, list[Reminder]]]:
    """One for each deadline; one whose words cannot be made fails alone."""
    in_order = sorted(rows, key=lambda row: (row.due_at, row.deadline_id, row.pk))
    for _, group in groupby(in_order, key=lambda row: row.deadline_id):
        of_deadline = list(group)
        try:
            yield sayable.item(of_deadline), of_deadline
        except SPOILED as problem:
            log.exception("Reminder %s cannot be written", of_deadline[0].pk)
            for row in of_deadline:
                _close(row, ReminderStatus.FAILED, f"Texten gick inte att skriva: {problem!r}", now)


def _close(row: Reminder, status: ReminderStatus, because: str, now: datetime) -> None:
    close(Reminder.objects.filter(pk=row.pk), status, because=because, at=now)

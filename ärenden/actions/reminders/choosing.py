"""Which of the rows that wait for a person go into the mail, and why the others do not."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from itertools import groupby

from ärenden.access import can_read, reads_everything
from ärenden.actions.reminders.closing import close
from ärenden.choices import Audience, ReminderStatus, Wanted
from ärenden.models import Reminder, ReminderSettings
from ärenden.queries.reminder_mails import Item, Sayable
from ärenden.queries.reminder_people import Checked, lock
from ärenden.reminding import Hours

log = logging.getLogger(__name__)
# What a row that makes no sense can cause while its words are put together.
SPOILED = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
# They stand in the case, and everyone who does reads it (`access.visible_to`).
WITH_PART = frozenset({Audience.ANSWERER, Audience.ASKER})
ENDED = "Datumet eller regeln gäller inte längre, eller rör inte längre mottagaren."
UNREADABLE = "Mottagaren får inte läsa ärendet."
DECLINED = "Mottagaren har valt bort den här påminnelsen."
NO_MAIL = "Mottagaren har valt bort påminnelser med e-post."


def is_time(row: Reminder, settings: ReminderSettings | None, *, now: datetime) -> bool:
    """Not in quiet hours, and not before the day's digest; what someone sends now goes now."""
    hours = settings.hours if settings else Hours()
    leaves = hours.leaves(row.send_at, due_at=row.due_at, at_once=row.rule.is_escalation)
    return bool(row.ordered_by) or (leaves <= now and hours.awake(now) <= now)


def chosen(
    rows: Sequence[Reminder],
    sayable: Sayable,
    settings: ReminderSettings | None,
    *,
    concerned: AbstractSet[int],
    now: datetime,
) -> list[tuple[Item, list[Reminder]]]:
    """Each thing to remind of with its rows, now locked; the rest are closed with the reason.

    `concerned` are the rows that still concern their recipient.
    """
    checked, kept = lock(rows), []
    for row in (row for row in rows if row.pk in checked):
        found = checked[row.pk]
        if not (found.is_due and row.pk in concerned):
            _close(row, ReminderStatus.NOT_NEEDED, ENDED, now)
        elif not _may_read(row, found, on=sayable.day):
            _close(row, ReminderStatus.SUPPRESSED, UNREADABLE, now)
        elif reason := _unwanted(row, settings, is_declined=found.is_declined):
            _close(row, ReminderStatus.SUPPRESSED, reason, now)
        else:
            kept.append(row)
    return list(_items(kept, sayable, checked, now=now))


def _may_read(row: Reminder, found: Checked, *, on: date) -> bool:
    """The rule of `access`, asked only where role and part in the case do not settle it."""
    user, case = row.recipient, row.deadline.case
    if case is None:
        return True
    has_part = row.rule.audience in WITH_PART
    if not found.is_marked and (has_part or reads_everything(user, case, on=on)):
        return True
    return can_read(user, case, on=on)


def _unwanted(row: Reminder, settings: ReminderSettings | None, *, is_declined: bool) -> str:
    """What a person may choose away: not what law demands, nor what is late."""
    if row.rule.wanted == Wanted.ALWAYS:
        return ""
    if settings and not settings.by_mail:
        return NO_MAIL
    return DECLINED if is_declined else ""


def _items(
    rows: Iterable[Reminder], sayable: Sayable, checked: Mapping[int, Checked], *, now: datetime
) -> Iterator[tuple[Item, list[Reminder]]]:
    """One for each deadline; one whose words cannot be made fails alone."""
    in_order = sorted(rows, key=lambda row: (row.due_at, row.deadline_id, row.pk))
    for _, group in groupby(in_order, key=lambda row: row.deadline_id):
        of_deadline = list(group)
        try:
            is_marked = checked[of_deadline[0].pk].is_marked
            yield sayable.item(of_deadline, is_marked=is_marked), of_deadline
        except SPOILED as problem:
            log.exception("Reminder %s cannot be written", of_deadline[0].pk)
            for row in of_deadline:
                _close(row, ReminderStatus.FAILED, f"Texten gick inte att skriva: {problem!r}", now)


def _close(row: Reminder, status: ReminderStatus, because: str, now: datetime) -> None:
    close(Reminder.objects.filter(pk=row.pk), status, because=because, at=now)

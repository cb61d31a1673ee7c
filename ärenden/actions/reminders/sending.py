"""Send what waits: one mail to each person, one transaction to each mail.

The rows stay locked while their mail is on its way, and nothing but the commit comes after the
mail server's yes. What the server refuses for now is tried again; what it refuses for good, and
what cannot be written, ends with its reason and stops no one else's.
"""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from smtplib import SMTPDataError, SMTPException, SMTPNotSupportedError, SMTPRecipientsRefused

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F, Min, Q, QuerySet
from django.utils import timezone

from parties.access import remember_memberships
from parties.models import Organisation
from ärenden.actions.reminders.choosing import SPOILED, chosen, is_time
from ärenden.actions.reminders.closing import close
from ärenden.actions.reminders.writing import keep, mail
from ärenden.choices import ReminderStatus
from ärenden.models import Reminder, ReminderSettings
from ärenden.queries.reminder_mails import Item, Sayable
from ärenden.queries.reminder_people import still_told
from ärenden.reminding import MOST_TRIES, pause_after

log = logging.getLogger(__name__)
Key = tuple[int, int]  # who, and in which organisation
Send = Callable[[EmailMessage], object]
AROUND = (
    "recipient",
    "organisation",
    "rule",
    "deadline__referral",
    "deadline__task",
    "deadline__meeting__body",
    "deadline__submission__body",
    "deadline__case__body",
    "deadline__case__deciding_body",
    "deadline__case__handler",
)
OF_THE_MAIL = (SMTPNotSupportedError, *SPOILED)
FOR_GOOD = 500  # from here on a mail server's answer is final


class NotSent(Exception):
    """The mail server did not take the mail; nothing of its transaction stands."""

    def __init__(self, reminders: Iterable[Reminder], problem: Exception) -> None:
        self.rows, self.problem = list(reminders), problem
        super().__init__(str(problem))


def waiting(now: datetime) -> QuerySet[Reminder]:
    """Everything unsent whose time has come, however long ago."""
    rows = Reminder.objects.filter(status=ReminderStatus.WAITING, send_at__lte=now)
    return rows.filter(Q(next_try_at=None) | Q(next_try_at__lte=now))


def recipients(now: datetime, *, only: Organisation | None = None) -> list[Key]:
    """Whom something waits for, in all organisations or one, the longest waiting first."""
    rows = waiting(now).filter(organisation=only) if only else waiting(now)
    people = rows.values("recipient", "organisation").annotate(since=Min("send_at"))
    return list(people.order_by("since", "recipient").values_list("recipient", "organisation"))


@dataclass(frozen=True)
class Round:
    """What is known of many people's reminders at once, before each person's are locked."""

    rows: Mapping[Key, Sequence[Reminder]]
    settings: Mapping[Key, ReminderSettings]
    sayable: Sayable
    concerned: AbstractSet[int]


def deliver(keys: Sequence[Key], *, now: datetime) -> bool:
    """A mail to each over one connection, until the mail server is in trouble: then False."""
    found, server = prepare(keys, now=now), get_connection()
    try:
        server.open()
        return all(deliver_to(key, found, now=now, send=_by(server)) for key in keys)
    except (SMTPException, OSError) as problem:
        log.warning("The mail server does not answer: %s", problem)
        return False
    finally:
        _hang_up(server)


def prepare(keys: Iterable[Key], *, now: datetime) -> Round:
    """Everything about many mails that is asked for once."""
    users, day = {user for user, _ in keys}, timezone.localdate(now)
    settings = ReminderSettings.objects.filter(user__in=users)
    rows = list(waiting(now).filter(recipient__in=users).select_related(*AROUND).order_by("id"))
    remember_memberships([row.recipient for row in rows], day)
    grouped: dict[Key, list[Reminder]] = defaultdict(list)
    for row in rows:
        grouped[row.recipient_id, row.organisation_id].append(row)
    return Round(
        rows=grouped,
        settings={(row.user_id, row.organisation_id): row for row in settings},
        sayable=Sayable(rows, on=day),
        concerned=still_told(rows, day=day),
    )


def deliver_to(key: Key, found: Round, *, now: datetime, send: Send) -> bool:
    """One person's mail; what another worker has in hand is left to it."""
    settings = found.settings.get(key)
    rows = [row for row in found.rows.get(key, ()) if is_time(row, settings, now=now)]
    if not rows:
        return True
    try:
        with transaction.atomic():
            items = chosen(rows, found.sayable, settings, concerned=found.concerned, now=now)
            if items:
                _send(items, now=now, send=send)
    except NotSent as unsent:
        return _put_off(unsent, now=now)
    return True


def _send(items: list[tuple[Item, list[Reminder]]], *, now: datetime, send: Send) -> None:
    """The rows are written before the mail leaves, so that only the commit is left after it."""
    rows = sorted((row for _, group in items for row in group), key=lambda row: row.pk)
    first = rows[0]
    try:
        message = mail([item for item, _ in items], first=first)
        keep(message, rows, now=now)
        send(message)
    except (SMTPException, OSError, *SPOILED) as problem:
        raise NotSent(rows, problem) from problem


def _put_off(unsent: NotSent, *, now: datetime) -> bool:
    """Fail for good, or wait for the next try; whether the server may be asked for the others."""
    keys, problem = [row.pk for row in unsent.rows], unsent.problem
    rows = Reminder.objects.filter(pk__in=keys, status=ReminderStatus.WAITING)  # no one else's now
    log.warning("Reminders %s were not sent: %r", keys, problem)
    tries = max(row.tries for row in unsent.rows) + 1
    is_about_mail = isinstance(problem, (SMTPRecipientsRefused, SMTPDataError, *OF_THE_MAIL))
    if _is_final(problem) or (is_about_mail and tries >= MOST_TRIES):
        close(rows, ReminderStatus.FAILED, because=told(problem), at=now)
    else:
        rows.update(tries=F("tries") + 1, next_try_at=now + pause_after(tries), error=told(problem))
    return is_about_mail


def _is_final(problem: Exception) -> bool:
    """Says the server no to this mail, whatever the time?"""
    if isinstance(problem, SMTPRecipientsRefused):
        return all(code >= FOR_GOOD for code, _ in problem.recipients.values())
    if isinstance(problem, SMTPDataError):
        return problem.smtp_code >= FOR_GOOD
    return isinstance(problem, OF_THE_MAIL)


def told(problem: Exception) -> str:
    """The reason as the secretary reads it, with the server's own words."""
    if isinstance(problem, SMTPRecipientsRefused):
        answers = [f"{code} {_text(words)}" for code, words in problem.recipients.values()]
        return f"E-postservern tog inte emot adressen: {', '.join(answers)}"
    if isinstance(problem, SMTPDataError):
        return (
            f"E-postservern tog inte emot mejlet: {problem.smtp_code} {_text(problem.smtp_error)}"
        )
    if isinstance(problem, OF_THE_MAIL):
        return f"Mejlet gick inte att skriva: {problem}"
    return f"E-postservern svarar inte: {problem}"


def _text(words: bytes | str) -> str:
    return words.decode(errors="replace") if isinstance(words, bytes) else words


def _by(server: BaseEmailBackend) -> Send:
    return lambda message: server.send_messages([message])


def _hang_up(server: BaseEmailBackend) -> None:
    try:
        server.close()
    except (SMTPException, OSError) as problem:
        log.info("The mail server hung up first: %s", problem)

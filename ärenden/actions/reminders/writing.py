"""The mail itself: everything that one person is to be reminded of now, in one."""

from collections.abc import Sequence
from datetime import datetime
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from kernel.dates import full_date
from kernel.text import counted
from ärenden.models import Reminder
from ärenden.queries.prepared import planned_once
from ärenden.queries.reminder_mails import Item

KEEP = """
with mail as (
    insert into arenden_remindermail (public_id, organisation_id, recipient_id, address,
        message_id, subject, text, sent_at, bounce)
    values (gen_random_uuid(), %(organisation)s, %(recipient)s, %(address)s,
        %(message_id)s, %(subject)s, %(text)s, %(now)s, '')
    returning id
)
update arenden_reminder set status = 'sent', mail_id = mail.id, closed_at = %(now)s
from mail where arenden_reminder.id = any(%(rows)s)
"""


def mail(items: Sequence[Item], *, first: Reminder) -> EmailMultiAlternatives:
    """As text, and the same words as HTML; mail servers know it by its first row."""
    to, organisation = first.recipient, first.organisation
    own = settings.SITE_ADDRESS + reverse("arenden:own_reminders", args=[organisation.slug])
    facts = {"items": items, "recipient": to, "organisation": organisation, "own": own}
    message = EmailMultiAlternatives(
        subject=_subject(items),
        body=render_to_string("arenden/reminders/mail.txt", facts),
        to=[to.email],
        headers={"Message-ID": message_id(first), "Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(render_to_string("arenden/reminders/mail.html", facts), "text/html")
    return message


def keep(message: EmailMessage, rows: Sequence[Reminder], *, now: datetime) -> None:
    """The mail as it leaves, and its rows as sent."""
    first = rows[0]
    facts = {
        "organisation": first.organisation_id,
        "recipient": first.recipient_id,
        "address": first.recipient.email,
        "message_id": message_id(first),
        "subject": message.subject,
        "text": message.body,
        "now": now,
        "rows": [row.pk for row in rows],
    }
    with planned_once() as cursor:
        cursor.execute(KEEP, facts)


def message_id(first: Reminder) -> str:
    """The same at every try, so that a mail server can tell a second copy from a second mail."""
    _, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return f"<{first.public_id}@{address.rpartition('@')[2]}>"


def _subject(items: Sequence[Item]) -> str:
    urgent = "Brådskar: " if any(item.is_urgent for item in items) else ""
    if len(items) == 1:
        return f"{urgent}{' '.join(items[0].brief.split())}"[:200]
    nearest = min((item.day for item in items if item.day), default=None)
    if nearest is None:
        return f"{urgent}{len(items)} datum gäller inte längre"
    number = counted(len(items), "påminnelse", "påminnelser")
    return f"{urgent}{number}, närmast {full_date(nearest)}"

"""The mail itself: everything that one person is to be reminded of now, in one."""

from collections.abc import Sequence
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from kernel.dates import full_date
from kernel.text import counted
from ärenden.models import Reminder
from ärenden.queries.reminder_mails import Item


def mail(items: Sequence[Item], *, first: Reminder) -> EmailMultiAlternatives:
    """As text, and the same words as HTML; mail servers know it by its first row."""
    to, organisation = first.recipient, first.organisation
    facts = {"items": items, "recipient": to, "organisation": organisation}
    message = EmailMultiAlternatives(
        subject=_subject(items),
        body=render_to_string("arenden/reminders/mail.txt", facts),
        to=[to.email],
        headers={"Message-ID": message_id(first), "Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(render_to_string("arenden/reminders/mail.html", facts), "text/html")
    return message


def message_id(first: Reminder) -> str:
    """The same at every try, so that a mail server can tell a second copy from a second mail."""
    _, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return f"<{first.public_id}@{address.rpartition('@')[2]}>"


def _subject(items: Sequence[Item]) -> str:
    nearest = min(items, key=lambda item: item.day)
    urgent = "Brådskar: " if any(item.is_urgent for item in items) else ""
    if len(items) > 1:
        number = counted(len(items), "påminnelse", "påminnelser")
        return f"{urgent}{number}, närmast {full_date(nearest.day)}"
    what = " ".join(f"{nearest.what} senast {full_date(nearest.day)}: {nearest.of}".split())
    return f"{urgent}{what}"[:200]

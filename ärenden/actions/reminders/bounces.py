"""Mails that came back: read out of the mail server's own report (RFC 3464)."""

from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage, Message
from email.parser import BytesParser, HeaderParser
from email.policy import default

from django.db import transaction

from ärenden.choices import ReminderStatus
from ärenden.models import ReminderMail

FAILED = "failed"


@transaction.atomic
def record_bounce(raw: bytes, *, at: datetime) -> ReminderMail | None:
    """Mark the mail that the report is about; none when it is no such report, or not ours."""
    report = BytesParser(policy=default).parsebytes(raw)
    reason = " ".join(_failures(report))
    mail = ReminderMail.objects.filter(message_id=_original(report)).first()
    if mail is None or not reason:
        return None
    mail.bounced_at, mail.bounce = at, reason
    mail.save()
    mail.reminders.update(status=ReminderStatus.BOUNCED, reason=reason)
    return mail


def _failures(report: EmailMessage) -> Iterator[str]:
    """The server's words for each address that it gave up; one that is only late is no failure."""
    for fields in _parts(report, "message/delivery-status"):
        if str(fields.get("Action", "")).strip().lower() == FAILED:
            yield str(fields.get("Diagnostic-Code") or fields.get("Status", "")).strip()


def _original(report: EmailMessage) -> str:
    """The Message-ID of the mail that came back, which is there whole or as headers only."""
    headers = [
        HeaderParser().parsestr(str(part.get_payload()))
        for part in report.walk()
        if part.get_content_type() == "text/rfc822-headers"
    ]
    found = [part["Message-ID"] for part in (*_parts(report, "message/rfc822"), *headers)]
    return str(found[0] or "").strip() if found else ""


def _parts(report: EmailMessage, kind: str) -> Iterator[Message]:
    """What is inside parts of the kind: each a message, or a group of fields."""
    for part in report.walk():
        payload = part.get_payload()
        if part.get_content_type() == kind and isinstance(payload, list):
            yield from (inner for inner in payload if isinstance(inner, Message))

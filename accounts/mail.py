"""Mails about an account: written by the page, sent by beat's task."""

import logging
from datetime import timedelta
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused
from typing import Final

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from accounts.models import OutgoingMail

WORTH_SENDING_FOR: Final = timedelta(hours=12)  # then the link in it has had its time
log = logging.getLogger(__name__)


def write(*, recipient: str, subject: str, template: str, **facts: object) -> None:
    text = render_to_string(template, facts)
    OutgoingMail.objects.create(
        recipient=recipient, subject=subject, text=text, written_at=timezone.now()
    )


def send_waiting() -> None:
    """Each in its own transaction; what the mail server does not take waits for the next time."""
    OutgoingMail.objects.filter(written_at__lt=timezone.now() - WORTH_SENDING_FOR).delete()
    for key in OutgoingMail.objects.values_list("pk", flat=True):
        try:
            _send(key)
        except (SMTPRecipientsRefused, SMTPDataError) as problem:  # of this mail only
            log.warning("The mail server refuses a mail: %s", problem)
        except (SMTPException, OSError) as problem:
            log.warning("The mail server does not take mail: %s", problem)
            return


@transaction.atomic
def _send(key: int) -> None:
    mail = OutgoingMail.objects.select_for_update(skip_locked=True).filter(pk=key).first()
    if mail:
        EmailMessage(mail.subject, mail.text, to=[mail.recipient]).send()
        mail.delete()

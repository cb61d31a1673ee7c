"""What beat asks of the parties."""

from celery import shared_task
from django.utils import timezone

from parties.invitations import send_waiting


@shared_task(name="parties.send_invitations")
def send_invitations() -> None:
    """Every quarter of a minute: the mails that wait, those of a stopped broker too."""
    send_waiting(timezone.now())

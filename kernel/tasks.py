"""The beat's sign of life."""

from celery import shared_task
from django.utils import timezone

from kernel.models import Heartbeat


@shared_task(name="kernel.record_beat")
def record_beat() -> None:
    """Store that beat and a worker both live: beat sends this, a worker runs it."""
    Heartbeat.objects.update_or_create(name="beat", defaults={"at": timezone.now()})

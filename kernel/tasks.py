"""The beat's sign of life."""

from celery import shared_task

from kernel.models import Heartbeat


@shared_task(name="kernel.record_beat")
def record_beat() -> None:
    """Store that beat and a worker both live: beat sends this, a worker runs it."""
    Heartbeat.show("beat")

"""What beat asks of the register: make reminders, and send those whose time has come."""

from celery import shared_task
from django.utils import timezone

from kernel.models import Heartbeat
from ärenden.actions.reminders import planning, sending
from ärenden.reminding import DELIVER, PLAN

A_MESSAGE = 100
BEAT_ASKS_AGAIN = 15  # seconds; what no worker took until then is asked for anew


@shared_task(name="arenden.plan_reminders")
def plan_reminders() -> None:
    """Every half minute: what is missing of the next two weeks."""
    planning.plan(timezone.now())
    Heartbeat.show(PLAN)


@shared_task(name="arenden.deliver_reminders")
def deliver_reminders() -> None:
    """Four times a minute: share out those whom something waits for, a hundred a message."""
    found = sending.recipients(timezone.now())
    for start in range(0, len(found), A_MESSAGE):
        hundred = found[start : start + A_MESSAGE]
        deliver_hundred.apply_async(args=(hundred,), expires=BEAT_ASKS_AGAIN)
    if not found:
        Heartbeat.show(DELIVER)


@shared_task(name="arenden.deliver_hundred")
def deliver_hundred(keys: list[sending.Key]) -> None:
    """A mail to each, over one connection; the mail server's trouble shows as a missing beat."""
    if sending.deliver([(user, organisation) for user, organisation in keys], now=timezone.now()):
        Heartbeat.show(DELIVER)

"""The reminders of the latest mornings, as if they had been sent then."""

from datetime import datetime, time, timedelta

from django.core.mail import EmailMessage

from ärenden.actions.reminders.planning import plan
from ärenden.actions.reminders.sending import deliver_to, prepare, recipients
from ärenden.deadlines import STOCKHOLM
from ärenden.demo.stage import Stage

MORNINGS = 3


def remind(stage: Stage) -> None:
    """Up to yesterday; today's own are the worker's."""
    for ago in range(MORNINGS, 0, -1):
        morning = stage.today - timedelta(days=ago)
        now = datetime.combine(morning, time(7, 31), tzinfo=STOCKHOLM)
        plan(now)
        keys = recipients(now)
        found = prepare(keys, now=now)
        for key in keys:
            deliver_to(key, found, now=now, send=_sent)


def _sent(_message: EmailMessage) -> None:
    """To no one: the demo's people are invented."""

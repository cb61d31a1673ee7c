"""The reminders of the latest mornings, as if they had been sent then."""

from datetime import datetime, time, timedelta

from django.core.mail import EmailMessage
from django.db.models import QuerySet

from accounts.roles import Role
from ärenden.actions.base import Doing
from ärenden.actions.reminders.closing import close, hold_back
from ärenden.actions.reminders.planning import plan
from ärenden.actions.reminders.sending import deliver_to, prepare, recipients
from ärenden.choices import ReminderStatus
from ärenden.deadlines import STOCKHOLM
from ärenden.demo.stage import Stage
from ärenden.models import Reminder

MORNINGS = 3
FULL = "E-postservern tog inte emot adressen: 552 Mailbox full"


def remind(stage: Stage) -> None:
    """Up to yesterday; today's own are the worker's. One did not arrive, and one is held back."""
    for ago in range(MORNINGS, 0, -1):
        morning = stage.today - timedelta(days=ago)
        now = datetime.combine(morning, time(7, 31), tzinfo=STOCKHOLM)
        plan(now)
        if ago == MORNINGS:
            _turn_away(stage, now)
        keys = recipients(now)
        found = prepare(keys, now=now)
        for key in keys:
            deliver_to(key, found, now=now, send=_sent)
    _hold_back_one(stage, now)


def _turn_away(stage: Stage, now: datetime) -> None:
    """The officer's mailbox was full."""
    officers = _waiting(stage).filter(recipient=stage.users[Role.OFFICER], send_at__lte=now)
    first = officers.order_by("send_at", "id")[:1].values("pk")
    close(Reminder.objects.filter(pk__in=first), ReminderStatus.FAILED, because=FULL, at=now)


def _hold_back_one(stage: Stage, now: datetime) -> None:
    rows = _waiting(stage).filter(deadline__case__isnull=False).order_by("send_at", "id")
    if first := rows.first():
        doing = Doing(by=stage.users[Role.REGISTRAR], at=now)
        hold_back(first, doing=doing, reason="Svaret är utlovat i telefon")


def _waiting(stage: Stage) -> QuerySet[Reminder]:
    return Reminder.objects.filter(organisation=stage.organisation, status=ReminderStatus.WAITING)


def _sent(_message: EmailMessage) -> None:
    """To no one: the demo's people are invented."""

"""A dry run: all that the next run would do in an organisation, in a transaction that is undone."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Max

from accounts.models import User
from parties.models import Organisation
from ärenden.actions.reminders.planning import plan
from ärenden.actions.reminders.sending import deliver_to, prepare, recipients
from ärenden.models import Reminder
from ärenden.queries.reminders import readable_by, reminders_in, shown_to

MOST_PEOPLE = 100


@dataclass(frozen=True, kw_only=True)
class Tried:
    """What would be made and be done with those that wait, as the account may read it.

    `others` are of cases that it may not read; `more` the people whom the trial did not come to.
    """

    made: int
    rows: list[Reminder]
    others: int
    more: int


@transaction.atomic
def try_run(user: User, organisation: Organisation, *, now: datetime, on: date) -> Tried:
    everything = reminders_in(organisation)
    latest = everything.aggregate(latest=Max("pk"))["latest"] or 0
    plan(now, only=organisation)
    made = everything.filter(pk__gt=latest).count()
    keys = recipients(now, only=organisation)
    found = prepare(keys[:MOST_PEOPLE], now=now)
    for key in keys[:MOST_PEOPLE]:
        deliver_to(key, found, now=now, send=_leave)
    closed = readable_by(user, organisation, on=on).filter(closed_at=now)
    rows = list(shown_to(user, closed, on=on).order_by("recipient__name", "status", "id"))
    others = everything.filter(closed_at=now).count() - len(rows)
    transaction.set_rollback(True)
    return Tried(made=made, rows=rows, others=others, more=max(len(keys) - MOST_PEOPLE, 0))


def _leave(message: EmailMessage) -> None:
    """No mail leaves in a trial; making its words is what is tried."""

"""An interpellation whose answer is due on a day, in a municipality with the usual reminders."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.core import mail

from accounts.models import User
from accounts.roles import Role
from tests.factories import cases, people
from tests.factories.cases import World, noon
from ärenden.actions.deadlines import Term, set_deadline
from ärenden.actions.handling import assign
from ärenden.actions.reminders.planning import plan
from ärenden.actions.reminders.rules import add_default_rules
from ärenden.actions.reminders.sending import deliver, recipients
from ärenden.choices import DeadlineCause, Purpose
from ärenden.deadlines import STOCKHOLM
from ärenden.models import Case, Deadline, Reminder, ReminderRule

DUE = date(2026, 4, 20)  # a Monday; the answers are put on 27 April
SENT = (date(2026, 4, 10), date(2026, 4, 15), date(2026, 4, 16))  # the first Friday before a Sunday


@dataclass
class Reminded:
    world: World
    case: Case
    handler: User
    answerer: User


def at(day: date, hour: int = 8, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=STOCKHOLM)


def reminded(**changes: Any) -> Reminded:
    world = cases.world()
    add_default_rules(world.organisation, at=noon(date(2025, 1, 1)))
    handler = people.user(world.organisation, Role.OFFICER, name="Hanna Handläggare")
    answerer = people.user(
        world.organisation, Role.COUNCILLOR, name="Sven Svar", person=world.answerer
    )
    case = cases.registered_case(world, **changes)
    assign(case=case, doing=world.doing(), to=handler)
    return Reminded(world=world, case=case, handler=handler, answerer=answerer)


def due(
    those: Reminded,
    on: date = DUE,
    *,
    purpose: Purpose = Purpose.ANSWER_IN,
    set_on: date | None = None,
) -> Deadline:
    term = Term(at=at(on, 23, 59), explanation="Svaret lämnas fem arbetsdagar före fullmäktige.")
    doing = those.world.doing(on=set_on) if set_on else those.world.doing()
    return set_deadline(those.case, purpose, term, doing=doing, cause=DeadlineCause.STEP)


def run(now: datetime) -> list[tuple[str, str]]:
    """As beat does; whom mails went to, and their subjects."""
    before = len(mail.outbox)
    plan(now)
    deliver(recipients(now), now=now)
    return [(message.to[0], message.subject) for message in mail.outbox[before:]]


def rows(deadline: Deadline, **kept: Any) -> list[tuple[str, date, str]]:
    """Who is reminded, on which day, and how it stands."""
    found = Reminder.objects.filter(deadline=deadline, **kept).select_related("recipient")
    return [
        (row.recipient.name, row.send_at.astimezone(STOCKHOLM).date(), row.status)
        for row in found.order_by("send_at", "recipient__name")
    ]


def only(*rules: ReminderRule) -> None:
    """No other rules than these."""
    ReminderRule.objects.exclude(pk__in=[rule.pk for rule in rules]).delete()

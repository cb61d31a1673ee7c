"""The pages of reminders, with an answer that is due in ten days."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from tests.arenden.reminders.making import Reminded, due, reminded
from ärenden.actions.reminders.planning import plan
from ärenden.models import Deadline, Reminder
from ärenden.web.reminders.rows import Line


def waiting() -> tuple[Reminded, Deadline]:
    those = reminded()
    today = timezone.localdate()
    deadline = due(those, today + timedelta(days=12), set_on=today - timedelta(days=1))
    plan(timezone.now())
    return those, deadline


def path(those: Reminded, name: str, **things: Any) -> str:
    where = {"organisation": those.world.organisation.slug, **things}
    return reverse(f"arenden:{name}", kwargs=where)


def order(client: Client, those: Reminded, name: str, row: Reminder, **fields: str) -> int:
    where = path(those, f"reminder_{name}", reminder=row.public_id)
    return client.post(where, fields).status_code


def first(deadline: Deadline, to: User) -> Reminder:
    return deadline.reminders.filter(recipient=to).earliest("send_at")


def lines(client: Client, where: str) -> list[Line]:
    return [line for day in client.get(where).context["days"] for line in day.lines]

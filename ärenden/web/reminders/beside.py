"""Påminnelser beside a case: what was last sent and what is next, for those who prepare it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from kernel.dates import relative_instant
from kernel.text import capital
from parties.models import PROTECTED
from ärenden.choices import ReminderStatus, Trigger
from ärenden.models import Case, Deadline
from ärenden.models.reminders import OPEN
from ärenden.web.reminders.pages import CASE

MOST_NEXT = 3
DONE = {
    ReminderStatus.SENT: "Skickades",
    ReminderStatus.BOUNCED: "Studsade: skickades",
    ReminderStatus.FAILED: "Gick inte att skicka",
}


@dataclass(frozen=True, kw_only=True)
class Beside:
    last: str
    is_trouble: bool
    coming: list[str]
    url: str


@dataclass(frozen=True, kw_only=True)
class Told:
    """One of `queries.reminders.reminders_told`; `at` is when it was closed, or is to be sent."""

    status: ReminderStatus
    at: datetime
    whom: str
    what: str

    def said(self, today: date) -> str:
        return f"{relative_instant(self.at, today=today)} till {self.whom}. {self.what}."


def reminders_beside(case: Case, deadlines: Iterable[Deadline], *, today: date) -> Beside:
    """Told out of the deadlines that the page has read already."""
    rows = sorted(
        (_told(row, each) for row in deadlines for each in vars(row)["told_reminders"]),
        key=lambda told: told.at,
    )
    last = next((row for row in reversed(rows) if row.status not in OPEN), None)
    path = reverse("arenden:reminders", args=[case.organisation.slug])
    return Beside(
        last=f"{DONE[last.status]} {last.said(today)}" if last else "",
        is_trouble=last is not None and last.status != ReminderStatus.SENT,
        coming=[_next(row, today) for row in rows if row.status in OPEN][:MOST_NEXT],
        url=f"{path}?{urlencode({CASE: case.public_id})}",
    )


def _told(deadline: Deadline, found: dict[str, Any]) -> Told:
    lapse = " utan datum" if found["trigger"] == Trigger.LAPSED else ""
    return Told(
        status=ReminderStatus(found["status"]),
        at=datetime.fromisoformat(found["at"]),
        whom=PROTECTED.lower() if found["to"] == PROTECTED else found["to"],
        what=f"{deadline.what}{lapse}",
    )


def _next(row: Told, today: date) -> str:
    said = row.said(today)
    if row.status == ReminderStatus.HELD:
        return f"Hålls tillbaka: {said}"
    return capital(said)

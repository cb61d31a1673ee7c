"""Beside the rows: the next meeting, who is away, motions near one year, signs of life."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from kernel.dates import clock, full_date, long_date, relative_instant
from ärenden.choices import AgendaKind
from ärenden.models import Cover
from ärenden.queries.desk import OnDesk, day_of
from ärenden.queries.reminders import Tally
from ärenden.reminding import LATE_AFTER
from ärenden.workflow.duties import lacking

KINDS = {
    AgendaKind.PERMISSION: "Får den ställas?",
    AgendaKind.ANSWER: "Ska besvaras",
    AgendaKind.ANNOUNCEMENT: "Anmäls",
    AgendaKind.DECISION: "Ska beslutas",
    AgendaKind.REPORT: "Redovisas",
}


@dataclass(frozen=True)
class Count:
    label: str
    number: int


@dataclass(frozen=True, kw_only=True)
class NextMeeting:
    url: str
    body: str
    when: str
    counts: list[Count]


def meeting_of(meeting: Any, *, on_desk: Iterable[OnDesk], organisation: str) -> NextMeeting:
    """The first of a body in `queries.desk.meetings_ahead`."""
    counts = Counter(meeting.kinds)
    key = str(meeting.public_id)
    lacks = sum(1 for each in on_desk if lacking(each.matter, meeting=key))
    told = [Count("Punkter på listan", counts.total())]
    told += [Count("Saknar något", lacks)] if lacks else []
    told += [Count(label, counts[kind]) for kind, label in KINDS.items() if counts[kind]]
    at = f" {clock(meeting.starts_at)}" if meeting.starts_at else ""
    place = f", {meeting.place}" if meeting.place else ""
    return NextMeeting(
        url=reverse("arenden:meeting", args=[organisation, meeting.public_id]),
        body=meeting.body.name,
        when=f"{long_date(day_of(meeting)).capitalize()}{at}{place}",
        counts=told,
    )


def absences_of(rows: Iterable[Cover], *, user: User) -> list[str]:
    return [told(row, user) for row in rows]


def told(row: Cover, user: User) -> str:
    """Who covers for whom, said to the user."""
    last = row.last
    until = f"till och med {full_date(last)}" if last else "tills vidare"
    period = f"från {full_date(row.period.lower)} {until}"
    if row.substitute_id == user.pk:
        return f"Du täcker för {row.handler.name} {period}. De ärendena visas bland dina."
    if row.handler_id == user.pk:
        return f"{row.substitute.name} täcker för dig {period}."
    return f"{row.handler.name} är borta {period}. {row.substitute.name} täcker."


def reminders_of(tally: Tally) -> list[Count]:
    """What the next two weeks hold, and what needs a hand."""
    told = [Count("Skickas inom två veckor", tally.coming)]
    told += [Count("Hålls tillbaka", tally.held)] if tally.held else []
    return told + ([Count("Gick inte fram", tally.trouble)] if tally.trouble else [])


@dataclass(frozen=True)
class Beat:
    """When what runs by itself last ran; amber when that is too long ago."""

    text: str
    is_late: bool


def beat(last: datetime | None, *, now: datetime) -> Beat:
    if last is None:
        return Beat("Påminnelser har inte körts än", is_late=True)
    text = f"Påminnelser senast körda {relative_instant(last, today=timezone.localdate(now))}"
    return Beat(text, is_late=now - last > LATE_AFTER)

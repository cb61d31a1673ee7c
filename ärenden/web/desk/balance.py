"""The motionsbalans at the desk: that it is time for it, and that it is to be noted as told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.roles import Verb
from kernel.text import in_sentence
from parties.choices import BodyKind
from parties.models import Body, Organisation
from ärenden import access
from ärenden.queries.balance import next_report_among
from ärenden.queries.prospects import Timetable, planned
from ärenden.web.desk.rows import Section, when
from ärenden.web.duty import DutyRow

TIME_FOR_IT = timedelta(weeks=6)
COUNCIL = BodyKind.COUNCIL


@dataclass(frozen=True)
class Balance:
    """What waits, and when motions are next reported, for those who table the report."""

    section: Section
    next: str = ""


def balance_of(
    organisation: Organisation,
    *,
    user: User,
    ahead: Mapping[int, Sequence[Any]],
    timetable: Timetable,
    now: datetime,
) -> Balance:
    """Out of `queries.desk.meetings_ahead`; nothing for those who do not table the reports."""
    today, slug = timezone.localdate(now), organisation.slug
    section = Section("motionsbalans", "Motionsbalans", [])
    meetings = next((rows for rows in ahead.values() if rows[0].body.kind == COUNCIL), None)
    if not meetings or not access.can_for(user, Verb.MEETING, meetings[0].body, on=today):
        return Balance(section)
    body, reports = meetings[0].body, meetings[0].reports
    section.rows.extend(_to_note(reports, body, today, slug))
    coming = [planned(row, row.held_on) for row in meetings]
    following = next_report_among(coming, timetable=timetable, on=today)
    if following is None:
        return Balance(section)
    is_frozen = any(report["meeting"] == following.meeting.id for report in reports)
    if not is_frozen and following.meeting.day <= today + TIME_FOR_IT:
        section.rows.append(_to_make(following.meeting.day, following.sentence, today, slug))
    return Balance(section, following.sentence)


def _to_note(
    reports: Sequence[Mapping[str, Any]], body: Body, today: date, slug: str
) -> Iterator[DutyRow]:
    """The latest report of each meeting that has been held."""
    latest = {report["meeting"]: report for report in reversed(reports)}
    for report in latest.values():
        day = date.fromisoformat(report["day"]) if report["day"] else date.max
        if day <= today:
            yield _row(
                day,
                today,
                url=reverse("arenden:motion_report", args=[slug, report["key"]]),
                title=f"Motionsbalansen till {in_sentence(body.name)}",
                why="Är den redovisad? Då antecknas det i varje motion.",
                action_label="Anteckna redovisningen",
            )


def _to_make(day: date, sentence: str, today: date, slug: str) -> DutyRow:
    url = reverse("arenden:motion_balance", args=[slug])
    label = "Gör i ordning balansen"
    return _row(day, today, url=url, title="Motionsbalans", why=sentence, action_label=label)


def _row(day: date, today: date, *, url: str, **said: str) -> DutyRow:
    text, note, tone = when(day, None, today=today)
    return DutyRow(date_text=text, date_note=note, tone=tone, url=url, action_url=url, **said)

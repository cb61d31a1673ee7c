"""Meetings and deadlines as iCalendar (RFC 5545): what a calendar program is told of each.

The same facts give the same bytes. A phone lies about: of a secret case only its number is told.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar, Event, Timezone, vDuration

from kernel.dates import full_date
from kernel.text import in_sentence
from meetings.choices import MeetingKind, MeetingMode, MeetingStatus
from meetings.models import Meeting
from ärenden.choices import DeadlineStatus
from ärenden.deadlines import STOCKHOLM
from ärenden.deadlines.calendar import LAST_MINUTE

FETCHED_EVERY = timedelta(hours=1)
USUAL_LENGTH = timedelta(hours=3)
A_DAY = timedelta(days=1)
SUMMER_AND_WINTER = Timezone.from_ical(
    "\r\n".join(
        (
            *("BEGIN:VTIMEZONE", "TZID:Europe/Stockholm"),
            *("BEGIN:DAYLIGHT", "DTSTART:19960331T020000"),
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            *("TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT"),
            *("BEGIN:STANDARD", "DTSTART:19961027T030000"),
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            *("TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD"),
            "END:VTIMEZONE",
        )
    )
)
ENDED = (DeadlineStatus.WAIVED, DeadlineStatus.REPLACED, DeadlineStatus.WAITING)


def written(
    name: str, *, meetings: Iterable[Meeting], deadlines: Iterable[Any], organisation: str
) -> bytes:
    """The whole calendar under its name; `organisation` is the slug of its addresses."""
    calendar = Calendar()
    calendar.add("PRODID", "-//Ärenden//Kalender//SV")
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    for key in ("NAME", "X-WR-CALNAME"):
        calendar.add(key, name)
    calendar.add("X-WR-TIMEZONE", "Europe/Stockholm")
    calendar.add("REFRESH-INTERVAL", FETCHED_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(FETCHED_EVERY))
    calendar.add_component(SUMMER_AND_WINTER)
    for meeting in meetings:
        calendar.add_component(_of_meeting(meeting, organisation))
    for deadline in deadlines:
        calendar.add_component(_of_deadline(deadline, organisation))
    return bytes(calendar.to_ical())


def _of_meeting(meeting: Meeting, organisation: str) -> Event:
    """One whose day is known."""
    is_cancelled = meeting.status == MeetingStatus.CANCELLED
    event = _event(
        uid=meeting.public_id,
        sequence=meeting.revision,
        changed=meeting.revised_at,
        url=reverse("arenden:meeting", args=[organisation, meeting.public_id]),
        is_cancelled=is_cancelled,
    )
    start, end, notes = _time_of(meeting)
    event.add("DTSTART", start)
    event.add("DTEND", end)
    extra = ", extra sammanträde" if meeting.kind == MeetingKind.EXTRA else ""
    event.add("SUMMARY", f"{'Inställt. ' if is_cancelled else ''}{meeting.body.name}{extra}")
    if meeting.place:
        event.add("LOCATION", meeting.place)
    if meeting.mode != MeetingMode.ON_SITE:
        notes.insert(0, f"{MeetingMode(meeting.mode).label}.")
    event.add("DESCRIPTION", "\n".join([*notes, str(event["URL"])]))
    event.add("CATEGORIES", ["Sammanträde"])
    return event


def _time_of(meeting: Meeting) -> tuple[date, date, list[str]]:
    """From when until when, and what is not known of that; the whole day without a time."""
    day: date = meeting.held_on  # type: ignore[assignment]  # the query leaves others out
    if meeting.starts_at is None:
        return day, day + A_DAY, ["Klockslaget är inte bestämt."]
    start = datetime.combine(day, meeting.starts_at, tzinfo=STOCKHOLM)
    if meeting.ended_at and meeting.ended_at > start:
        return start, timezone.localtime(meeting.ended_at, STOCKHOLM), []
    return start, start + USUAL_LENGTH, ["Sluttiden är inte bestämd: kalendern visar tre timmar."]


def _of_deadline(row: Any, organisation: str) -> Event:
    """A row of `queries.calendars.deadlines_in`: whole day, or at its time of day."""
    owner, status = row.case or row.meeting, DeadlineStatus(row.status)
    page = "arenden:case" if row.case else "arenden:meeting"
    event = _event(
        uid=uuid5(owner.public_id, str(row.pk)),
        sequence=row.revision + (row.case.version if row.case else row.meeting.revision),
        changed=row.changed_at,
        url=reverse(page, args=[organisation, owner.public_id]),
        is_cancelled=status in ENDED,
    )
    due = timezone.localtime(row.due_at, STOCKHOLM)
    if (due.hour, due.minute) == (LAST_MINUTE.hour, LAST_MINUTE.minute):
        event.add("DTSTART", due.date())
        event.add("DTEND", due.date() + A_DAY)
    else:
        event.add("DTSTART", due)
    event.add("SUMMARY", f"{_ended(row, status)}{row.what}: {_subject(row)}")
    told = [] if row.is_secret else [row.explanation, row.source, _moved(row)]
    event.add("DESCRIPTION", "\n".join([*filter(None, told), str(event["URL"])]))
    event.add("CATEGORIES", ["Sista dag"])
    event.add("CLASS", "PRIVATE")
    event.add("TRANSP", "TRANSPARENT")
    return event


def _subject(row: Any) -> str:
    """The case or the meeting that it is a last day of."""
    if row.case is None:
        return f"{in_sentence(row.meeting.body.name)} {full_date(row.meeting.held_on)}"
    number = row.case.dnr or "ärende utan diarienummer"
    return number if row.is_secret else f"{row.case.told_title} ({number})"


def _ended(row: Any, status: DeadlineStatus) -> str:
    if status == DeadlineStatus.MET:
        return f"Klart {full_date(timezone.localdate(row.met_at))}. "
    return "Gäller inte längre. " if status in ENDED else ""


def _moved(row: Any) -> str:
    first = timezone.localdate(row.original_due_at)
    is_moved = first != timezone.localdate(row.due_at)
    return f"Fristen var först {full_date(first)}." if is_moved else ""


def _event(*, uid: UUID, sequence: int, changed: datetime, url: str, is_cancelled: bool) -> Event:
    event = Event()
    event.add("UID", str(uid))
    event.add("SEQUENCE", sequence)
    for key in ("DTSTAMP", "LAST-MODIFIED"):
        event.add(key, changed.astimezone(UTC))
    event.add("STATUS", "CANCELLED" if is_cancelled else "CONFIRMED")
    event.add("URL", f"{settings.SITE_ADDRESS}{url}")
    return event

"""A meeting that is planned, moved or cancelled, with every date that follows from it."""

from dataclasses import dataclass
from datetime import date, time

from django.db import transaction

from kernel.dates import clock, full_date, long_date
from kernel.text import counted, in_sentence
from meetings.choices import MeetingKind, MeetingStatus
from meetings.models import Meeting
from parties.changes import Administering, remove
from parties.exceptions import Refused
from parties.models import Body
from ärenden.actions.base import Doing
from ärenden.actions.meeting_days import do_again
from ärenden.actions.recount import after_meeting_change
from ärenden.queries.planning import dependents_of, is_told

ADDED = "nya sammanträden är planerade"
DECIDED = (
    "Sammanträdet har beslut eller paragrafer i registret och kan varken flyttas eller ställas in"
)
TOLD = (
    "Sammanträdet har påminnelser som är skickade, eller står i någons kalender. Ställ in det i"
    " stället, så stryks det där"
)


@dataclass(frozen=True)
class Place:
    """What of a meeting the dates are counted from."""

    held_on: date | None
    starts_at: time | None
    kind: str
    is_cancelled: bool


def place_of(meeting: Meeting) -> Place:
    is_cancelled = meeting.status == MeetingStatus.CANCELLED
    return Place(meeting.held_on, meeting.starts_at, meeting.kind, is_cancelled)


def demand_movable(meeting: Meeting, *, to: date | None, is_cancelled: bool) -> None:
    """Raises Refused where the register says what was done at the meeting."""
    if (is_cancelled or to != meeting.held_on) and dependents_of(meeting).decided:
        raise Refused(DECIDED)


def remove_meeting(meeting: Meeting, *, called: str, doing: Administering) -> str:
    """Take away one that no one has been told of, and count anew what was counted to it.

    As a sentence how many cases got other dates. Raises Refused, or ProtectedError while something
    in the register names it.
    """
    with transaction.atomic():
        if is_told(meeting):
            raise Refused(TOLD)
        remove(meeting, doing=doing, summary=f"{called} togs bort", about=[meeting])
        why = f"{_named(meeting, meeting.held_on)} togs bort"
        return follow(meeting.body, why, doing=doing)


def after_change(meeting: Meeting, before: Place, *, doing: Administering) -> str:
    """Count anew what hangs on the meeting.

    As sentences: what is to be done again for another day, and how many cases got other dates.
    """
    now = place_of(meeting)
    if now == before:
        return ""
    again = ""
    if before.held_on and now.held_on != before.held_on:
        again = do_again(meeting, before.held_on, doing=doing)
    moved = follow(meeting.body, _why(meeting, before, now), doing=doing)
    return ". ".join(filter(None, [again, moved]))


def follow(body: Body, why: str, *, doing: Administering) -> str:
    """The body's cases by its meetings as they are now; empty when no date moved."""
    if doing.by is None:
        return ""
    number = after_meeting_change(body, doing=Doing(by=doing.by, at=doing.at), why=why)
    return f"{counted(number, 'ärende', 'ärenden')} fick andra frister" if number else ""


def _why(meeting: Meeting, before: Place, now: Place) -> str:
    was = _named(meeting, before.held_on)
    if now.is_cancelled:
        return f"{was} ställdes in"
    if before.is_cancelled:
        return f"{was} hålls ändå"
    if now.held_on != before.held_on and now.held_on:
        return f"{was} flyttades till {full_date(now.held_on)}"
    if now.kind != before.kind:
        return f"{was} är {MeetingKind(now.kind).label.lower()}"
    return f"{was} börjar {clock(now.starts_at)}" if now.starts_at else f"{was} har inget klockslag"


def _named(meeting: Meeting, day: date | None) -> str:
    body = in_sentence(meeting.body.name)
    return f"{body} {long_date(day)}" if day else f"ett sammanträde i {body}"

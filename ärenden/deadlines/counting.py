"""From a rule's shape and the facts to a day: the arithmetic, without its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from ärenden.choices import Count, Event, Occasion, Pick, Unit, WeekCount
from ärenden.deadlines.calendar import Calendar, month_end, months_after
from ärenden.deadlines.facts import Facts, Meeting
from ärenden.deadlines.results import Missing
from ärenden.deadlines.shapes import (
    BeforeMeeting,
    DaysBefore,
    DecidedMeeting,
    MeetingAfter,
    MonthEnd,
    Season,
    SeasonMeeting,
    Shape,
    TimeAfter,
    WeekdayBefore,
)

WEEK = timedelta(weeks=1)
MONTHS_OF = {Unit.MONTHS: 1, Unit.YEARS: 12}
DAYS_OF = {Unit.DAYS: 1, Unit.WEEKS: 7}


@dataclass(frozen=True, kw_only=True)
class Landing:
    """The day a count came to: from which day, past which holidays, and at what meeting.

    `event` is what happened on the first day, `before` the meeting counted back from, `meeting`
    the one landed on.
    """

    day: date
    start: date
    event: Event | None = None
    uncounted: tuple[date, ...] = ()
    before: Meeting | None = None
    meeting: Meeting | None = None
    season: Season | None = None
    is_chosen: bool = False
    is_listed: bool = False


@dataclass(frozen=True)
class Gap:
    """What the count lacks, and of which event or meeting."""

    missing: Missing
    of: Event | Occasion | None = None


Counted: TypeAlias = Landing | Gap


def count(shape: Shape, facts: Facts, calendar: Calendar) -> Counted:
    match shape:
        case DaysBefore() | WeekdayBefore():
            return _before(shape, facts, calendar)
        case TimeAfter():
            return _time_after(shape, facts, calendar)
        case MeetingAfter():
            return _meeting_after(shape, facts)
        case DecidedMeeting():
            return _decided(shape, facts)
        case SeasonMeeting():
            return _season_meeting(shape, facts)
        case MonthEnd():
            return _month_end(shape, facts, calendar)


def _before(shape: BeforeMeeting, facts: Facts, calendar: Calendar) -> Counted:
    meeting = facts.occasions.get(shape.before)
    if meeting is None:
        return Gap(Missing.MEETING, shape.before)
    if isinstance(shape, WeekdayBefore):
        day = _weekday_before(shape, meeting.day)
        return Landing(day=day, start=meeting.day, before=meeting)
    n = shape.n + (shape.count == Count.CLEAR)
    if shape.unit == Unit.DAYS:
        return Landing(day=meeting.day - timedelta(days=n), start=meeting.day, before=meeting)
    day = calendar.move(meeting.day, working_days=-n)
    uncounted = calendar.uncounted(day, meeting.day)
    return Landing(day=day, start=meeting.day, uncounted=uncounted, before=meeting)


def _weekday_before(shape: WeekdayBefore, day: date) -> date:
    wanted = shape.weekday.number
    if shape.counted == WeekCount.CALENDAR_WEEKS:
        return day + timedelta(days=wanted - day.weekday()) - WEEK * shape.weeks
    nearest = (day.weekday() - wanted - 1) % 7 + 1
    return day - timedelta(days=nearest) - WEEK * (shape.weeks - 1)


def _time_after(shape: TimeAfter, facts: Facts, calendar: Calendar) -> Counted:
    start = facts.day_of(shape.after)
    if start is None:
        return Gap(Missing.EVENT, shape.after)
    if months := MONTHS_OF.get(shape.unit):
        day = months_after(start, shape.n * months)
        return Landing(day=day, start=start, event=shape.after)
    if days := DAYS_OF.get(shape.unit):
        day = start + timedelta(days=shape.n * days)
        return Landing(day=day, start=start, event=shape.after)
    day = calendar.move(start, working_days=shape.n)
    uncounted = calendar.uncounted(start, day)
    return Landing(day=day, start=start, event=shape.after, uncounted=uncounted)


def _meeting_after(shape: MeetingAfter, facts: Facts) -> Counted:
    event, start, n = _last_turn(shape, facts)
    if facts.chosen:
        return _at_chosen(facts.chosen, event, start)
    if start is None:
        return Gap(Missing.EVENT, shape.after)
    found = _meetings_from(facts, start)
    same_day = [meeting for meeting in found if meeting.day == start]
    later = [meeting for meeting in found if meeting.day > start and meeting.is_ordinary]
    wanted = same_day[:1] if n == 0 else later[n - 1 : n]
    if not wanted:
        return Gap(Missing.LATER_MEETING, event)
    return Landing(day=wanted[0].day, start=start, event=event, meeting=wanted[0])


def _last_turn(shape: MeetingAfter, facts: Facts) -> tuple[Event, date | None, int]:
    """A case postponed since then comes at the next meeting (KL 5:51)."""
    start, postponed = facts.day_of(shape.after), facts.events.get(Event.POSTPONED)
    if postponed and (start is None or postponed >= start):
        return Event.POSTPONED, postponed, 1
    return shape.after, start, shape.n


def _meetings_from(facts: Facts, start: date) -> Sequence[Meeting]:
    known = {*facts.meetings, *facts.occasions.values()}
    return sorted((each for each in known if each.day >= start), key=lambda each: each.day)


def _decided(shape: DecidedMeeting, facts: Facts) -> Counted:
    if facts.chosen is None:
        return Gap(Missing.DECISION, shape.decided)
    return _at_chosen(facts.chosen, shape.decided, facts.day_of(shape.decided))


def _at_chosen(meeting: Meeting, event: Event, start: date | None) -> Landing:
    return Landing(
        day=meeting.day, start=start or meeting.day, event=event, meeting=meeting, is_chosen=True
    )


def _season_meeting(shape: SeasonMeeting, facts: Facts) -> Counted:
    start = facts.day_of(shape.after)
    if start is None:
        return Gap(Missing.EVENT, shape.after)
    turns = [(year, each) for year in (start.year, start.year + 1) for each in shape.seasons]
    for year, season in sorted(turns, key=lambda turn: (turn[0], turn[1].last_month)):
        if (year, season.last_month) < (start.year, start.month):
            continue
        meeting = _meeting_in(season, year, facts)
        if meeting is None:
            return Gap(Missing.LATER_MEETING, shape.after)
        if meeting.day > start:
            return Landing(
                day=meeting.day, start=start, event=shape.after, meeting=meeting, season=season
            )
    return Gap(Missing.LATER_MEETING, shape.after)


def _meeting_in(season: Season, year: int, facts: Facts) -> Meeting | None:
    first, after = date(year, season.first_month, 1), month_end(date(year, season.last_month, 1))
    within = [each for each in facts.ordinary_meetings(since=first) if each.day <= after]
    if not within:
        return None
    return within[0 if season.pick == Pick.FIRST else -1]


def _month_end(shape: MonthEnd, facts: Facts, calendar: Calendar) -> Counted:
    start = facts.day_of(shape.of)
    if start is None:
        return Gap(Missing.EVENT, shape.of)
    last = month_end(start)
    day = last if calendar.is_working(last) else calendar.move(last, working_days=-1)
    return Landing(day=day, start=start, event=shape.of)

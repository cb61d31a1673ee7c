"""The shapes that a deadline rule can have: plain data, counted out in `counting`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from ärenden.choices import Count, Event, Occasion, Pick, Unit, WeekCount, Weekday

Problem: TypeAlias = tuple[str, str]
"""The field that is wrong, and a Swedish sentence about it."""

MOST = 400


@dataclass(frozen=True, kw_only=True)
class DaysBefore:
    """`n` days or working days before a meeting; one working day is the last one before."""

    n: int
    unit: Unit = Unit.DAYS
    before: Occasion = Occasion.PUT
    count: Count = Count.INCLUSIVE

    def problems(self) -> Iterator[Problem]:
        yield from _number(self.n)
        if self.unit not in (Unit.DAYS, Unit.WORKING_DAYS):
            yield "unit", "Välj dagar eller arbetsdagar"


@dataclass(frozen=True, kw_only=True)
class WeekdayBefore:
    """A weekday some weeks before a meeting.

    By calendar weeks, 0 is the meeting's own week (Monday to Sunday). As n-th before, 1 is the
    nearest such weekday before the meeting day.
    """

    weekday: Weekday
    weeks: int
    counted: WeekCount = WeekCount.CALENDAR_WEEKS
    before: Occasion = Occasion.PUT

    def problems(self) -> Iterator[Problem]:
        least = 1 if self.counted == WeekCount.NTH_BEFORE else 0
        yield from _number(self.weeks, field="weeks", least=least, most=52)


@dataclass(frozen=True, kw_only=True)
class TimeAfter:
    """So long after something happened; the day it happened is not counted."""

    n: int
    unit: Unit
    after: Event

    def problems(self) -> Iterator[Problem]:
        yield from _number(self.n)


@dataclass(frozen=True, kw_only=True)
class MeetingAfter:
    """The n-th ordinary meeting after something happened; 0 is the meeting where it did.

    A meeting that the council chose for the case goes before the count.
    """

    n: int
    after: Event

    def problems(self) -> Iterator[Problem]:
        yield from _number(self.n, most=12)


@dataclass(frozen=True, kw_only=True)
class DecidedMeeting:
    """The meeting that the council set when it decided: nothing can be counted before that."""

    decided: Event

    def problems(self) -> Iterator[Problem]:
        yield from ()


@dataclass(frozen=True, kw_only=True)
class Season:
    """Some months of a year, the meeting meant in them, and what it is called in a sentence."""

    name: str
    first_month: int
    last_month: int
    pick: Pick = Pick.LAST

    def problems(self) -> Iterator[Problem]:
        if not self.name.strip():
            yield "name", "Skriv vad sammanträdet kallas, som sista sammanträdet före sommaren"
        yield from _number(self.first_month, field="first_month", least=1, most=12)
        yield from _number(self.last_month, field="last_month", least=1, most=12)
        if self.last_month < self.first_month:
            yield "last_month", "Sista månaden ska inte ligga före den första"


@dataclass(frozen=True, kw_only=True)
class SeasonMeeting:
    """A fixed meeting of the year, the first such after something happened."""

    after: Event
    seasons: tuple[Season, ...]

    def problems(self) -> Iterator[Problem]:
        if not self.seasons:
            yield "seasons", "Ange minst ett tillfälle under året"


@dataclass(frozen=True, kw_only=True)
class MonthEnd:
    """The last working day of the month in which something is to happen."""

    of: Event

    def problems(self) -> Iterator[Problem]:
        yield from ()


BeforeMeeting: TypeAlias = DaysBefore | WeekdayBefore
AtMeeting: TypeAlias = MeetingAfter | DecidedMeeting | SeasonMeeting
Shape: TypeAlias = BeforeMeeting | AtMeeting | TimeAfter | MonthEnd

KINDS: dict[str, type[Shape]] = {
    "days_before": DaysBefore,
    "weekday_before": WeekdayBefore,
    "time_after": TimeAfter,
    "meeting_after": MeetingAfter,
    "decided_meeting": DecidedMeeting,
    "season_meeting": SeasonMeeting,
    "month_end": MonthEnd,
}
"""The name of each shape in stored rules."""


def _number(value: int, *, field: str = "n", least: int = 0, most: int = MOST) -> Iterator[Problem]:
    if not least <= value <= most:
        yield field, f"Ange ett tal mellan {least} och {most}"

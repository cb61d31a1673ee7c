"""Swedish days: which are working days, which close early, and what time it is."""

import calendar as months
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from holidays import country_holidays

from ärenden.choices import Roll

STOCKHOLM = ZoneInfo("Europe/Stockholm")
LAST_MINUTE = time(23, 59)
ONE_DAY = timedelta(days=1)
SATURDAY = 5
_EARLY = " (från kl. 14.00)"
_KEPT_CAPITAL = "Kristi"


@dataclass(frozen=True)
class Calendar:
    """The days of an organisation: those of lag (1930:173) 2 §, and those it has closed itself.

    `closed` gives each such day and why, in Swedish: {date(2026, 5, 15): "klämdagen"}.
    """

    closed: Mapping[date, str] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        return not (day.weekday() >= SATURDAY or day in holidays(day.year) or day in self.closed)

    def closed_name(self, day: date) -> str:
        """The holiday, or why the organisation has closed; empty for plain weekends too."""
        return holidays(day.year).get(day) or self.closed.get(day, "")

    def closes_early(self, day: date) -> str:
        """The name of a working day that ends at 14.00, such as skärtorsdagen."""
        return half_days(day.year).get(day, "") if self.is_working(day) else ""

    def move(self, day: date, *, working_days: int) -> date:
        """That many working days later, or earlier when negative; 0 is the day itself."""
        step = ONE_DAY if working_days > 0 else -ONE_DAY
        for _ in range(abs(working_days)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def rolled(self, day: date, policy: Roll) -> date:
        """The day that applies when the last day is not a working day.

        Forward is by law: a day that only the organisation has closed does not prolong a time.
        """
        if policy == Roll.FORWARD:
            return last_day_of_law(day)
        if policy != Roll.BACK or self.is_working(day):
            return day
        return self.move(day, working_days=-1)

    def uncounted(self, start: date, end: date) -> tuple[date, ...]:
        """Mondays to Fridays strictly between the days that are not working days."""
        between = (start + ONE_DAY * n for n in range(1, (end - start).days))
        return tuple(
            day for day in between if day.weekday() < SATURDAY and not self.is_working(day)
        )


def moment(day: date, at: time = LAST_MINUTE) -> datetime:
    """A Swedish time of day, summer and winter; one that the clocks jump over is moved on."""
    local = datetime.combine(day, at, tzinfo=STOCKHOLM)
    return local.astimezone(UTC).astimezone(STOCKHOLM)


def last_day_of_law(day: date) -> date:
    """The day itself, or the next that is not a weekend, holiday or eve (lag 1930:173 2 §)."""
    law = Calendar()
    return day if law.is_working(day) else law.move(day, working_days=1)


def months_after(day: date, number: int) -> date:
    """The same date of a later month, or the month's last day (lag 1930:173 1 §)."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    return day.replace(day=months.monthrange(day.year, day.month)[1])


@lru_cache(maxsize=256)
def holidays(year: int) -> Mapping[date, str]:
    """Every day that lag (1930:173) 2 § moves a last day from, Saturdays and Sundays aside."""
    return _named(year, "public", "de_facto")


@lru_cache(maxsize=256)
def half_days(year: int) -> Mapping[date, str]:
    early = _named(year, "bank")
    return {day: name.removesuffix(_EARLY) for day, name in early.items() if _EARLY in name}


def _named(year: int, *categories: str) -> dict[date, str]:
    found = country_holidays("SE", years=year, categories=categories, language="sv")
    return {day: _in_sentence(name) for day, name in found.items()}


def _in_sentence(name: str) -> str:
    """As Swedes write it inside a sentence: `midsommarafton`, `dagen före julafton`."""
    if name.startswith(_KEPT_CAPITAL):
        return name
    first, _, eve = name.partition(" före ")
    if eve:
        return f"dagen före {_in_sentence(eve)}"
    lowered = f"{first[:1].lower()}{first[1:]}"
    return lowered.replace("allahelgonsafton", "allhelgonaafton")

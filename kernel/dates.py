"""Dates and times as they are written and read in Swedish."""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from kernel.text import normalise

_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_WORDS = (
    *("noll", "ett", "två", "tre", "fyra", "fem", "sex"),
    *("sju", "åtta", "nio", "tio", "elva", "tolv"),
)
_NEAR_DAYS = {"iförrgår": -2, "igår": -1, "idag": 0, "imorgon": 1}
_DATE_FORMS = (
    re.compile(r"(?P<year>[12]\d{3})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<year>[12]\d{3})(?P<month>\d{2})(?P<day>\d{2})"),
    re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:[ /-](?P<year>[12]\d{3}))?"),
    re.compile(
        r"(?:(?P<weekday>[a-zåäö]{2,4}dag) )?(?:den )?"
        r"(?P<day>\d{1,2}) (?P<name>[a-z]{3,9})\.?(?: (?P<year>[12]\d{3}))?"
    ),
)
_TIME_FORM = re.compile(r"(?:kl\.? ?)?(?P<hour>\d{1,2})(?:[.:,]?(?P<minute>\d{2}))?")


class DateNotUnderstood(ValueError):
    """What was typed is not a date; the message is the sentence to show."""


class TimeNotUnderstood(ValueError):
    """What was typed is not a time of day; the message is the sentence to show."""


def full_date(day: date) -> str:
    """30 november 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def long_date(day: date) -> str:
    """Måndag 30 november 2026, in lower case as inside a sentence."""
    return f"{_WEEKDAYS[day.weekday()]} {full_date(day)}"


def short_date(day: date, *, today: date) -> str:
    """30 nov., with the year when it is not this year's."""
    name = MONTHS[day.month - 1]
    short = name if len(name) <= len("april") else f"{name[:3]}."
    return f"{day.day} {short}" if day.year == today.year else f"{day.day} {short} {day.year}"


def weekday_date(day: date, *, today: date) -> str:
    """Måndag 30 nov., in lower case as inside a sentence."""
    return f"{_WEEKDAYS[day.weekday()]} {short_date(day, today=today)}"


def clock(at: time) -> str:
    """A local time of day, as in kl. 12.00."""
    return f"kl. {at:%H.%M}"


def relative(day: date, *, today: date) -> str:
    """I dag, i går, om 3 dagar, 4 dagar sen: how near or late a day is, beside the date itself."""
    days = (day - today).days
    near = {-1: "i går", 0: "i dag", 1: "i morgon"}
    return near.get(days) or (f"om {days} dagar" if days > 0 else f"{-days} dagar sen")


def since(day: date, *, today: date) -> str:
    """I dag, i går, för 4 dagar sedan: when something happened, which is not to be late."""
    days = (today - day).days
    return f"för {days} dagar sedan" if days > 1 else relative(day, today=today)


def instant(at: datetime) -> str:
    """Måndag 30 november 2026 kl. 12.00 by the local clock, in lower case as inside a sentence."""
    local = timezone.localtime(at)
    return f"{long_date(local.date())} {clock(local.time())}"


def relative_instant(at: datetime, *, today: date) -> str:
    """I går kl. 12.00 by the local clock, in lower case as inside a sentence."""
    local = timezone.localtime(at)
    return f"{since(local.date(), today=today)} {clock(local.time())}"


def count_word(number: int, *, common: bool = False) -> str:
    """Numbers to twelve in words; `common` says en (fråga) instead of ett (ärende)."""
    if number == 1 and common:
        return "en"
    return _WORDS[number] if 0 <= number < len(_WORDS) else str(number)


def parse_date(text: str, *, today: date) -> date:
    """The date someone typed; one without a year is the one nearest to today."""
    typed = " ".join(normalise(text).lower().split())
    if (days := _NEAR_DAYS.get(typed.replace(" ", ""))) is not None:
        return today + timedelta(days=days)
    found = _parts(typed)
    day = _nearest(found, today=today)
    if day is None:
        raise DateNotUnderstood(f"Datumet {typed} finns inte i kalendern")
    if found["weekday"] not in (None, _WEEKDAYS[day.weekday()]):
        raise DateNotUnderstood(f"{full_date(day)} är en {_WEEKDAYS[day.weekday()]}")
    return day


def parse_time(text: str) -> time:
    """The time of day someone typed: 10.15, 10:15, 1015 or kl. 10."""
    found = _TIME_FORM.fullmatch(text.strip().lower())
    if found is None:
        raise TimeNotUnderstood("Skriv klockslaget som 10.15")
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    try:
        return time(hour, minute)
    except ValueError as error:
        raise TimeNotUnderstood(f"Klockslaget {hour}.{minute:02} finns inte") from error


def _parts(typed: str) -> dict[str, str | None]:
    unsaid = dict.fromkeys(("year", "month", "day", "name", "weekday"))
    for form in _DATE_FORMS:
        if found := form.fullmatch(typed):
            return unsaid | found.groupdict()
    raise DateNotUnderstood("Skriv datumet som 2026-11-23, 23/11 eller 23 november 2026")


def _nearest(found: dict[str, str | None], *, today: date) -> date | None:
    month = int(found["month"] or _month_number(found["name"] or ""))
    day = int(found["day"] or 0)
    years = [int(found["year"])] if found["year"] else range(today.year - 1, today.year + 2)
    days = (date(year, month, day) for year in years if _exists(year, month, day))
    return min(days, key=lambda each: abs(each - today), default=None)


def _month_number(name: str) -> int:
    numbers = (number for number, month in enumerate(MONTHS, 1) if month.startswith(name))
    return next(numbers, 0)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= len(MONTHS) and 1 <= day <= monthrange(year, month)[1]

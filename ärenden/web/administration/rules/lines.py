"""What a rule holds many of, as lines in a text box: set days, and the meetings of a year."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.utils import timezone

from kernel.dates import MONTHS, parse_date
from kernel.text import normalise
from ärenden.choices import Pick
from ärenden.deadlines import ListedDay, Season

Read = TypeVar("Read")
MOST_LINES = 100
PICKS = {"första": Pick.FIRST, "sista": Pick.LAST}
_SEASON = re.compile(
    rf"(?P<pick>{'|'.join(PICKS)})(?: sammanträdet)? i (?P<first>{'|'.join(MONTHS)})"
    rf"(?: ?[-–] ?(?P<last>{'|'.join(MONTHS)}))? ?[:,] ?(?P<name>.+)",
    re.IGNORECASE,
)


def read_lines(text: str, read: Callable[[str], Read]) -> list[Read]:
    """Each line that says something; raises ValidationError with every line that is wrong."""
    found, problems = [], []
    lines = normalise(text).split("\n")
    if len(lines) > MOST_LINES:
        raise ValidationError(f"Skriv högst {MOST_LINES} rader")
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found.append(read(" ".join(line.split())))
            except ValueError as problem:
                problems.append(f"Rad {number}: {problem}")
    if problems:
        raise ValidationError(problems)
    return found


def listed_day(line: str) -> ListedDay:
    """`2027-01-25: 2027-01-14`."""
    meeting, _, last_day = line.partition(":")
    if not last_day:
        raise ValueError("Skriv sammanträdets dag, kolon och sista dagen")
    return ListedDay(meeting=_day(meeting), last_day=_day(last_day))


def season(line: str) -> Season:
    """`sista i januari–juni: sista sammanträdet före sommaren`."""
    found = _SEASON.fullmatch(line)
    if found is None:
        raise ValueError("Skriv som ”sista i januari–juni: sista sammanträdet före sommaren”")
    first = MONTHS.index(found["first"].lower()) + 1
    last = MONTHS.index(found["last"].lower()) + 1 if found["last"] else first
    return Season(
        name=found["name"],
        first_month=first,
        last_month=last,
        pick=PICKS[found["pick"].lower()],
    )


def closed_day(line: str) -> tuple[date, str]:
    """`2026-05-15 klämdagen`: the day first, as digits."""
    day, _, name = line.partition(" ")
    if not name:
        raise ValueError("Skriv dagen och sedan vad den kallas")
    return _day(day), name


def listed_lines(days: Iterable[ListedDay]) -> str:
    return "\n".join(f"{each.meeting}: {each.last_day}" for each in days)


def season_lines(seasons: Iterable[Season]) -> str:
    return "\n".join(_season_lines(seasons))


def _season_lines(seasons: Iterable[Season]) -> Iterator[str]:
    for each in seasons:
        pick = next(word for word, pick in PICKS.items() if pick == each.pick)
        first, last = MONTHS[each.first_month - 1], MONTHS[each.last_month - 1]
        months = first if first == last else f"{first}–{last}"
        yield f"{pick} i {months}: {each.name}"


def _day(text: str) -> date:
    return parse_date(text.strip(), today=timezone.localdate())

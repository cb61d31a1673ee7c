"""A year of meetings, pasted as a list of days."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from kernel.dates import full_date, parse_date, parse_time
from kernel.text import counted, normalise
from meetings.choices import MeetingKind
from meetings.models import Meeting
from parties.changes import REFUSALS, Administering, in_words, log
from parties.models import Body

MEETING_REFUSALS: Final = {
    **REFUSALS,
    "meeting_ends_after_start": "Sammanträdet är redan avslutat och kan inte flyttas framåt",
    "meeting_once": "Organet har redan ett sammanträde den dagen och det klockslaget",
}
_LINE: Final = re.compile(
    r"(?P<day>[^,;\t]+?)"
    r"(?:[\s,;]+(?:kl\.? ?)?(?P<time>\d{1,2}[.:]\d{2})(?: ?[-–] ?\d{1,2}[.:]\d{2})?)?"
    r"(?:\s*[,;\t]\s*(?P<place>.*))?"
)


class ListNotUnderstood(ValueError):
    """Lines that are no days; `problems` are the sentences to show."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Planned:
    """A day of the list, with what its line says of time and place."""

    day: date
    starts_at: time | None = None
    place: str = ""


def read_days(text: str, *, year: int) -> list[Planned]:
    """One meeting a line; a day without a year is in `year`. Raises ListNotUnderstood."""
    found, problems = [], []
    for number, line in enumerate(normalise(text).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            found.append(_planned(line, year=year))
        except ValueError as problem:
            problems.append(f"Rad {number}: {problem}")
    if problems:
        raise ListNotUnderstood(problems)
    return found


def plan(
    body: Body,
    days: Sequence[Planned],
    *,
    usual: Planned,
    kind: MeetingKind,
    doing: Administering,
) -> list[Meeting]:
    """All of the list or nothing; `usual` says when and where, if a line does not."""
    made = [
        Meeting(
            body=body,
            kind=kind,
            held_on=each.day,
            starts_at=each.starts_at or usual.starts_at,
            place=each.place or usual.place,
        )
        for each in days
    ]
    with in_words(MEETING_REFUSALS):
        Meeting.objects.bulk_create(made)
        listed = ", ".join(full_date(each.day) for each in days)
        number = counted(len(made), "sammanträde", "sammanträden")
        summary = f"{number} lades till för {body}"
        log(doing, summary, about=[body, *made], changes=[("Dagar", "", listed)])
    return made


def _planned(line: str, *, year: int) -> Planned:
    found = _LINE.fullmatch(" ".join(line.split(" ")).strip())
    if found is None:
        raise ValueError("Skriv dagen först, sedan klockslag och plats")
    middle = date(year, 7, 2)  # nearer to each day of its year than any other year's
    return Planned(
        parse_date(found["day"], today=middle),
        parse_time(found["time"]) if found["time"] else None,
        (found["place"] or "").strip()[:200],
    )

"""What in a text may be someone's personal data: only proposed, a person decides.

Personnummer and samordningsnummer (day plus 60) are told by their checksum and a real date, so
that diary and organisation numbers are left alone.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

_SPACE: Final = r"[\s\u00ad\u200b]?"
_NUMBER: Final = re.compile(
    rf"(?<![\d-])(?:19|20)?(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    rf"{_SPACE}[-+\u2010-\u2015]?{_SPACE}(?P<last>\d{{4}})(?!\d)"
)
_EMAIL: Final = re.compile(r"[\w.+-]+@(?P<domain>[\w-]+(?:\.[\w-]+)+)")
_PHONE: Final = re.compile(
    r"(?<![\w/§.,-])(?:(?:\+|00)46[\s-]?(?:\(0\)\s?)?|0)\d{1,3}(?:[\s/\u2010-\u2015-]{0,3}\d{2,4}){2,4}"
    r"(?![\w/])"
)
_COORDINATION: Final = 60  # added to the day of birth
_PHONE_DIGITS: Final = range(8, 14)


class Kind(StrEnum):
    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"
    EMAIL = "e-postadress"
    PHONE = "telefonnummer"
    NAME = "namn på en privatperson"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to look at, as it stands in the text."""

    kind: Kind
    text: str


def personal_data(
    text: str, *, names: Collection[str] = (), own_domain: str = ""
) -> tuple[Found, ...]:
    """Each thing once, in the order of the kinds; addresses in `own_domain` are not private."""
    found = (
        *_numbers(text),
        *_emails(text, own_domain=own_domain.lower()),
        *_phones(text),
        *(Found(Kind.NAME, name) for name in names if name.casefold() in text.casefold()),
    )
    return tuple(dict.fromkeys(found))


def _numbers(text: str) -> Iterator[Found]:
    for found in _NUMBER.finditer(text):
        day = int(found["day"])
        is_coordination = day > _COORDINATION
        born = day - _COORDINATION if is_coordination else day
        digits = "".join(found.group("year", "month", "day", "last"))
        if _is_day(int(found["month"]), born) and _has_checksum(digits):
            kind = Kind.SAMORDNINGSNUMMER if is_coordination else Kind.PERSONNUMMER
            yield Found(kind, found[0])


def _is_day(month: int, day: int) -> bool:
    """A day that some year has: the century is not always written."""
    try:
        date(2000, month, day)
    except ValueError:
        return False
    return True


def _has_checksum(digits: str) -> bool:
    """The Luhn sum of ten digits, every other one doubled from the first, ends in nought."""
    weighed = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in weighed) % 10 == 0


def _emails(text: str, *, own_domain: str) -> Iterator[Found]:
    for found in _EMAIL.finditer(text):
        if found["domain"].lower() != own_domain:
            yield Found(Kind.EMAIL, found[0])


def _phones(text: str) -> Iterator[Found]:
    for found in _PHONE.finditer(text):
        if sum(map(str.isdecimal, found[0])) in _PHONE_DIGITS:
            yield Found(Kind.PHONE, found[0])

"""Finds the signs people put before questions and points: 1. 2) (3) - • a) Fråga 4: att …"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["numbered", "bulleted", "heading", "lines", "none"]

_BULLET: Final = "[-–—•*●▪·\uf0b7]"
_LINE: Final = r"^[ \t]*"
_SAME_LINE: Final = r"(?:(?<=[?.!:])|(?<=[Ff]råga)|(?<=[Ff]rågor))[ \t]+"
_NUMBER: Final = (
    rf"(?P<label>(?:{_BULLET}[ \t]{{0,3}})?\*{{0,2}}"
    r"(?:[Ff]råga[ ](?P<asked>\d{1,2})[.:)]?|\(?(?P<number>\d{1,2})[.:)]\)?)\*{0,2})"
    r"(?=\s|[A-ZÅÄÖ”\"*])"
)
BLANK_LINE: Final = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Style:
    """One way of marking the items of a list."""

    kind: Kind
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign in the text: where it starts, and where the item's own words start."""

    start: int
    text_start: int
    value: int


NUMBERS: Final = Style("numbered", re.compile(f"(?:{_LINE}|{_SAME_LINE}){_NUMBER}", re.MULTILINE))
LETTERS: Final = Style(
    "numbered", re.compile(rf"{_LINE}(?P<label>\(?(?P<letter>[a-h])\))(?=\s)", re.MULTILINE)
)
BULLETS: Final = Style(
    "bulleted",
    re.compile(
        rf"(?:{_LINE}|(?<=[?:])[ \t]+(?=\S[ \t]+[A-ZÅÄÖ]))(?P<label>{_BULLET})(?=[ \t])",
        re.MULTILINE,
    ),
)
BOLD_QUESTIONS: Final = Style(
    "heading", re.compile(rf"{_LINE}(?P<label>)(?=\*\*[^*\n]+\?[ ]*\*\*[ ]*$)", re.MULTILINE)
)
ATT_LINES: Final = Style(
    "lines", re.compile(rf"{_LINE}(?P<label>)(?=\*{{0,2}}[Aa]tt\d?\b)", re.MULTILINE)
)


def groups(text: str, *, style: Style) -> list[list[Mark]]:
    """The lists of one style in the text, from the top."""
    found: list[list[Mark]] = []
    for mark in _marks(text, style.pattern):
        is_heading = style.kind == "heading"
        if found and (is_heading or _continues(text, found[-1][-1], mark)):
            found[-1].append(mark)
        else:
            found.append([mark])
    return found


def _marks(text: str, pattern: re.Pattern[str]) -> Iterator[Mark]:
    """Marks in order; a number within a line counts only as the next one, or as a first."""
    previous = 0
    for found in pattern.finditer(text):
        mark = Mark(found.start("label"), found.end("label"), _value(found.groupdict()))
        begins_line = not text[text.rfind("\n", 0, mark.start) + 1 : mark.start].strip()
        if begins_line or mark.value in {0, 1, previous + 1}:
            previous = mark.value
            yield mark


def _value(groups: dict[str, str]) -> int:
    """The number of a mark; a list without numbers counts as all zeros."""
    if letter := groups.get("letter"):
        return ord(letter) - ord("a") + 1
    return int(groups.get("asked") or groups.get("number") or 0)


def _continues(text: str, previous: Mark, mark: Mark) -> bool:
    """The next number goes on whatever stands between; any other mark only in the same breath."""
    if mark.value == previous.value + 1:
        return True
    between = text[previous.text_start : mark.start].strip()
    return not BLANK_LINE.search(between) and (mark.value != 1 or previous.value == 1)

"""Splits a pasted interpellation or motion into motivation, questions or points, and the rest.

The words are never changed: intro, labels, texts and closing together are the pasted text
without the white space between them. A person confirms the result before anything is saved.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ärenden.list_marks import (
    ATT_LINES,
    BLANK_LINE,
    BOLD_QUESTIONS,
    BULLETS,
    LETTERS,
    NUMBERS,
    Kind,
    Mark,
    Style,
    groups,
)

_QUESTION_CUE: Final = re.compile(r"fråg", re.IGNORECASE)
_POINT_CUE: Final = re.compile(r"föresl|yrka|beslut|hemställ", re.IGNORECASE)
_CUE_REACH: Final = 200
_ASKING_COLON: Final = re.compile(r"fråg(?:(?!\n\s*\n)[^.?!:])*:", re.IGNORECASE)
_SENTENCE_START: Final = re.compile(r"(?:^|[.!:][”\"*]*\s+)(?=[A-ZÅÄÖ”\"*–-])")
_ONE_POINT: Final = re.compile(
    r"(?:föresl|yrka|beslut|hemställ)(?:(?!\n\s*\n)[^.?!])*?\b(?P<point>att\b)", re.IGNORECASE
)
_LAST_ASKING_LINE: Final = re.compile(r".*\?[*”\"')]*(?=[ \t]*\n)", re.DOTALL)
_SIGNATURE: Final = re.compile(r"^[*]*[A-ZÅÄÖ][^\n.?]*\([\w–-]{1,6}\)[*]*\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FoundQuestion:
    """One question, or one point; `start` and `end` are the place of its text in the whole."""

    label_printed: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Split:
    """What stands before, in and after the list."""

    intro: str
    questions: tuple[FoundQuestion, ...]
    closing: str
    kind: Kind


def split_questions(text: str) -> Split:
    """The questions of an interpellation or fråga, marked in any way or not at all."""
    styles = (NUMBERS, BULLETS, LETTERS, BOLD_QUESTIONS)
    found = _best_list(text, styles=styles, cue=_QUESTION_CUE)
    if found:
        style, marks = found
        return _split(text, marks, end=_end_of_item(text, marks[-1]), kind=style.kind)
    return _split_sentences(text)


def split_points(text: str) -> Split:
    """The points (att-satser) of a motion or a yrkande, numbered or not."""
    found = _best_list(text, styles=(NUMBERS, BULLETS, LETTERS, ATT_LINES), cue=_POINT_CUE)
    if found:
        style, marks = found
        return _split(text, marks, end=_end_of_item(text, marks[-1]), kind=style.kind)
    points = [Mark(at.start("point"), at.start("point"), 0) for at in _ONE_POINT.finditer(text)]
    if not points:
        return _nothing(text)
    return _split(text, points[-1:], end=_end_of_item(text, points[-1]), kind="lines")


def _best_list(
    text: str, *, styles: Iterable[Style], cue: re.Pattern[str]
) -> tuple[Style, list[Mark]] | None:
    """The last list that is introduced as one of questions (points), else that asks."""
    lists = [(style, marks) for style in styles for marks in groups(text, style=style)]
    ranked = [(_rank(text, marks, cue=cue), -place) for place, (_, marks) in enumerate(lists)]
    (is_meant, *_), place = max(ranked, default=((False,), 0))
    return lists[-place] if is_meant else None


def _rank(text: str, marks: list[Mark], *, cue: re.Pattern[str]) -> tuple[bool, bool, int, int]:
    start, end = marks[0].start, _end_of_item(text, marks[-1])
    is_announced = bool(cue.search(text, max(0, start - _CUE_REACH), start))
    is_asking = "?" in text[start:end] and cue is _QUESTION_CUE
    ...

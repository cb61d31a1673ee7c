"""Splits a pasted interpellation or motion into motivation, questions or points, and the rest.

The words are never changed: intro, labels, texts and closing together are the pasted text
without the white space between them. A person confirms the result before anything is saved.
"""

import re
from dataclasses import dataclass
from itertools import takewhile
from operator import itemgetter
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

_ANNOUNCED_WITHIN: Final = 200
_ASKING_COLON: Final = re.compile(r"fråg(?:(?!\n\s*\n)[^.?!:]){0,200}:", re.IGNORECASE)
_SENTENCE_START: Final = re.compile(r"(?:\A|[.!:][”\"*]*\s+)(?=[A-ZÅÄÖ”\"*–-])")
_ONE_POINT: Final = re.compile(
    r"(?:föresl|yrka|beslut|hemställ)(?:(?!\n\s*\n)[^.?!])*?\b(?P<point>att\b)", re.IGNORECASE
)
_ASKED: Final = re.compile(r"\?[*”\"')?]*")
_PARAGRAPH: Final = re.compile(r"\S(?:(?!\n\s*\n).)*", re.DOTALL)
_ASKING_LINES: Final = re.compile(r".*\?[*”\"')]*(?=[ \t]*\n)", re.DOTALL)
_SIGNATURE: Final = re.compile(r"^\**[A-ZÅÄÖ][^\n.?]*\([\w–-]{1,6}\)\**\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Search:
    """What is looked for: the styles it comes in, what announces it, what it looks like."""

    styles: tuple[Style, ...]
    announced: re.Pattern[str]
    recognised: re.Pattern[str]


_QUESTIONS: Final = _Search(
    styles=(NUMBERS, BULLETS, LETTERS, BOLD_QUESTIONS),
    announced=re.compile(r"fråg", re.IGNORECASE),
    recognised=re.compile(r"\?"),
)
_POINTS: Final = _Search(
    styles=(NUMBERS, BULLETS, LETTERS, ATT_LINES),
    announced=re.compile(r"föresl|yrka|beslut|hemställ", re.IGNORECASE),
    recognised=re.compile(r"\A[\s*]*att\b", re.IGNORECASE),
)


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
    return _split_list(text, _QUESTIONS) or _split_sentences(text)


def split_points(text: str) -> Split:
    """The points (att-satser) of a motion or a yrkande, numbered or not."""
    return _split_list(text, _POINTS) or _split_one_point(text)


def _split_list(text: str, search: _Search) -> Split | None:
    """Split at the last list that is announced, else at the last that looks right."""
    lists = [(style, marks) for style in search.styles for marks in groups(text, style=style)]
    ranked = [(_rank(text, marks, search), style, marks) for style, marks in lists]
    meant = [each for each in ranked if any(each[0][:2])]
    if not meant:
        return None
    _, style, marks = max(meant, key=itemgetter(0))
    return _split(text, marks, end=_end_of_item(text, marks[-1].text_start), kind=style.kind)


def _rank(text: str, marks: list[Mark], search: _Search) -> tuple[bool, bool, int, int]:
    """How likely the list is: announced, looking right and not a lone item, late in the text."""
    start, end = marks[0].start, _end_of_item(text, marks[-1].text_start)
    before = text[max(0, start - _ANNOUNCED_WITHIN) : start]
    is_announced = search.announced.search(before) is not None
    is_alone = len(marks) == 1 and bool(before.strip()) and not is_announced
    is_recognised = search.recognised.search(text[marks[0].text_start : end]) is not None
    return is_announced, is_recognised and not is_alone, end, -start


def _split_sentences(text: str) -> Split:
    """Unmarked questions: what is asked after "fråga …:", else the last sentences that ask."""
    blocks = _asked_after_colon(text) or _last_asking(text)
    ends = [found.end() for block in blocks for found in _ASKED.finditer(text, *block)]
    if not ends:
        return _nothing(text)
    marks = [Mark(place, place, 0) for place in [blocks[0][0], *ends[:-1]]]
    return _split(text, marks, end=ends[-1], kind="lines")


def _asked_after_colon(text: str) -> list[tuple[int, int]]:
    colons = [found.end() for found in _ASKING_COLON.finditer(text) if "?" in text[found.end() :]]
    if not colons:
        return []
    blocks = [found.span() for found in _PARAGRAPH.finditer(text, colons[-1])]
    return list(takewhile(lambda block: "?" in text[slice(*block)], blocks))


def _last_asking(text: str) -> list[tuple[int, int]]:
    """The last paragraph that asks, from its first question on."""
    blocks = [found.span() for found in _PARAGRAPH.finditer(text) if "?" in found[0]]
    if not blocks:
        return []
    start, end = blocks[-1]
    sentences = [
        found.end() for found in _SENTENCE_START.finditer(text[start : text.index("?", start)])
    ]
    return [(start + max(sentences, default=0), end)]


def _split_one_point(text: str) -> Split:
    """A single unmarked point: what follows the last "föreslår … att"."""
    found = list(_ONE_POINT.finditer(text))
    if not found:
        return _nothing(text)
    start = found[-1].start("point")
    return _split(text, [Mark(start, start, 0)], end=_end_of_item(text, start), kind="lines")


def _nothing(text: str) -> Split:
    return Split(intro=text.strip(), questions=(), closing="", kind="none")


def _split(text: str, marks: list[Mark], *, end: int, kind: Kind) -> Split:
    stops = [*(mark.start for mark in marks[1:]), end]
    return Split(
        intro=text[: marks[0].start].strip(),
        questions=tuple(_found(text, *pair) for pair in zip(marks, stops, strict=True)),
        closing=text[end:].strip(),
        kind=kind,
    )


def _found(text: str, mark: Mark, stop: int) -> FoundQuestion:
    words = text[mark.text_start : stop]
    start = mark.text_start + len(words) - len(words.lstrip())
    label = text[mark.start : mark.text_start]
    return FoundQuestion(label, words.strip(), start, start + len(words.strip()))


def _end_of_item(text: str, start: int) -> int:
    """Where the last item ends: at a blank line, after its question, or before a signature."""
    first_word = start + len(text[start:]) - len(text[start:].lstrip())
    blank = BLANK_LINE.search(text, first_word)
    end = blank.start() if blank else len(text)
    item = text[first_word:end]
    asking = _ASKING_LINES.match(item)
    if asking and "?" not in item[asking.end() :]:
        return first_word + asking.end()
    signature = _SIGNATURE.search(item)
    return first_word + signature.start() if signature and signature.start() else end

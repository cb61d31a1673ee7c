"""Reads a pasted interpellation, fråga or motion into the fields of the form, word for word.

Only a proposal: the person who registers sees every field and may change it.
"""

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from kernel.text import normalise
from ärenden.choices import CaseType
from ärenden.splitting import FoundQuestion, Split, split_points, split_questions
from ärenden.workflow.table import ASKED

_TYPES: Final = {label.lower(): CaseType(value) for value, label in CaseType.choices}
_MARKS: Final = r"[#*_ \t]*"
_HEADING: Final = re.compile(
    rf"^{_MARKS}(?P<title>(?:Skriftlig |Enkel )?(?P<type>{'|'.join(_TYPES)})\b"
    rf"(?! ?\d)[^\n]{{0,250}}?){_MARKS}$",
    re.MULTILINE | re.IGNORECASE,
)
_FIRST_LINE: Final = re.compile(rf"^{_MARKS}(?P<title>[^\s#*_][^\n]*?){_MARKS}$", re.MULTILINE)
_BARE: Final = re.compile(
    rf"^{_MARKS}(?:{'|'.join(_TYPES)})[ \t]*:?{_MARKS}$", re.IGNORECASE | re.MULTILINE
)
_NO_TITLE: Final = re.compile(r"^(?:till|från|datum)\b|\d{4}|[.:?]$", re.IGNORECASE)
_TO_LINE: Final = re.compile(
    rf"^{_MARKS}(?:ställs |ställd )?till:?[ \t]+(?P<whom>[^\n.?]{{3,200}}?){_MARKS}$",
    re.MULTILINE | re.IGNORECASE,
)
_PUT_TO: Final = re.compile(
    r"\btill (?P<whom>[^,\n]+?(?: \([\w–-]{1,8}\))?(?:, [^,\n]+?)?)"
    r"(?: (?:om|angående|ang\.?|rörande|gällande|avseende|beträffande)\b|$)"
)
_SIGNED: Final = re.compile(
    r"^[ \t*]*(?P<name>[A-ZÅÄÖ][^\n(),.?\d]{2,80}?)[ \t*]*\((?P<party>[\w–-]{1,8})\)[ \t*]*$",
    re.MULTILINE,
)
_LINES_BELOW: Final = 4
_LONGEST_TITLE: Final = 160
_BLANK: Final = re.compile(r"\n\s*\n")
_ANNOUNCES: Final = re.compile(r"fråg|föresl|yrka|hemställ", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?<=[.!?”])\s+(?=[A-ZÅÄÖ])")


@dataclass(frozen=True, slots=True)
class Paper:
    """What a pasted paper says, field by field; `before` and `after` belong to no field."""

    title: str
    motivation: str
    intro: str
    items: Split
    names: tuple[tuple[str, str], ...]
    addressee: str
    before: str
    after: str


def read_paper(text: str, *, case_type: CaseType) -> Paper:
    """Cut the paper into its parts; every letter of each part is the paper's own."""
    whole = normalise(text).strip()
    heading = _heading(whole)
    before, title, body = _around(whole, heading)
    split = split_items(body, case_type=case_type)
    motivation, intro = apart(split)
    put_to = _PUT_TO.search(title) or _TO_LINE.search(before)
    return Paper(
        title=title,
        motivation=motivation,
        intro=intro,
        items=split,
        names=tuple((found["name"], found["party"]) for found in _SIGNED.finditer(split.closing)),
        addressee=put_to["whom"] if put_to else "",
        before=before,
        after=split.closing,
    )


def type_of(text: str) -> CaseType | None:
    """What the paper's heading calls itself; None when it does not say."""
    heading = _HEADING.search(normalise(text))
    return _TYPES[heading["type"].lower()] if heading else None


def split_items(text: str, *, case_type: CaseType) -> Split:
    """The questions of what asks, the points of what proposes."""
    return split_questions(text) if case_type in ASKED else split_points(text)


def label_of(found: FoundQuestion) -> str:
    return found.label_printed.strip("* \t")


def _heading(whole: str) -> re.Match[str] | None:
    """The line that names the matter; a lone `INTERPELLATION` is a form's name, not a title."""
    found = _HEADING.search(whole) or _FIRST_LINE.search(whole)
    if found is None or not _BARE.fullmatch(found[0]):
        return found
    below = (
        *_HEADING.finditer(whole, found.end()),
        *islice(_FIRST_LINE.finditer(whole, found.end()), _LINES_BELOW),
    )
    return next((line for line in below if _is_title(line["title"])), found)


def _is_title(line: str) -> bool:
    return len(line) < _LONGEST_TITLE and not _NO_TITLE.search(line) and not _BARE.fullmatch(line)


def _around(whole: str, heading: re.Match[str] | None) -> tuple[str, str, str]:
    if heading is None:
        return "", "", whole
    return whole[: heading.start()].strip(), heading["title"], whole[heading.end() :].strip()


def apart(split: Split) -> tuple[str, str]:
    """What stands before the items: the motivation, and the sentence that announces them.

    That is the last sentence that speaks of asking or proposing, in the last paragraph.
    """
    if not split.questions:
        return split.intro, ""
    start = max((found.end() for found in _BLANK.finditer(split.intro)), default=0)
    starts = [start, *(found.end() for found in _SENTENCE.finditer(split.intro, start))]
    announcing = [place for place in starts if _ANNOUNCES.search(split.intro, place)]
    if not announcing:
        return split.intro, ""
    return split.intro[: announcing[-1]].strip(), split.intro[announcing[-1] :].strip()

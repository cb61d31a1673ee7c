"""Texts as they were written: plain characters in the database, paragraphs on the page."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TypeAlias
from uuid import UUID

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Paragraph: TypeAlias = tuple[str, ...]
"""The lines of one paragraph, from top to bottom."""

UNSTORABLE = re.compile("[\\0\ud800-\udfff]")
LONGEST_NUMBER = 9
_LINE_BREAK = SafeString("<br>")
_WHOLE_WORD_BELOW = 3
_COMMON_BODY = re.compile(
    r"(?:fullmäktige|nämnd(?:en)?|styrelsen?|utskott(?:et)?|beredning(?:en)?|kommittén?|råd(?:et)?"
    r"|presidi(?:um|et)|förvaltning(?:en)?|kontor(?:et)?|revisor(?:er(?:na)?)?)s?\b",
    re.IGNORECASE,
)


def normalise(text: str) -> str:
    """The same text in NFC with Unix line ends; nothing else is changed or lost."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def storable(text: str) -> str:
    """The text without what PostgreSQL cannot hold: NUL, and halves of surrogate pairs."""
    return UNSTORABLE.sub("", text)


def whole_number(text: str | None) -> int | None:
    """The number of a hidden field or a button; None for anything else, or beyond all reason."""
    return int(text) if text and text.isdecimal() and len(text) <= LONGEST_NUMBER else None


def key_of(text: str | None) -> UUID | None:
    """The public id of a hidden field or an address; None for anything else."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def in_sentence(name: str) -> str:
    """A body's name inside a sentence: `kommunstyrelsen`, but `Byhus AB` and `KS` as they are."""
    return f"{name[:1].lower()}{name[1:]}" if _COMMON_BODY.search(name) else name


def counted(number: int, one: str, many: str) -> str:
    """`1 person`, `0 personer`: the number in digits, and the word that goes with it."""
    return f"{number} {one if number == 1 else many}"


def capital(text: str) -> str:
    """As it begins a sentence; the rest as it stands."""
    return f"{text[:1].upper()}{text[1:]}"


def listed(words: Sequence[str]) -> str:
    """`A, B och C` as Swedes write a list in a sentence."""
    return " och ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def paragraphs(text: str) -> list[Paragraph]:
    """The text cut at its blank lines; list and markup signs are letters like any other."""
    lines = normalise(text).split("\n")
    return [tuple(group) for is_blank, group in groupby(lines, _is_blank) if not is_blank]


def paragraphs_html(text: str, *, words: Iterable[str] = ()) -> SafeString:
    """The text as escaped `<p>` with `<br>`, the words searched for in `<mark>`.

    The only place where stored text becomes HTML, so that the page shows what was written.
    """
    pattern = _any_of(words)
    blocks = ((_lines_html(lines, pattern),) for lines in paragraphs(text))
    return format_html_join("\n", "<p>{}</p>", blocks)


def marked(text: str, *, words: Iterable[str]) -> SafeString:
    """One line of escaped text, such as a title, with the words searched for in `<mark>`."""
    return _line_html(normalise(text), _any_of(words))


def _is_blank(line: str) -> bool:
    return not line.strip()


def _lines_html(lines: Paragraph, pattern: re.Pattern[str]) -> SafeString:
    return format_html_join(_LINE_BREAK, "{}", ((_line_html(line, pattern),) for line in lines))


def _line_html(line: str, pattern: re.Pattern[str]) -> SafeString:
    pieces = enumerate(pattern.split(line))
    return format_html_join("", "{}", ((_piece_html(*piece),) for piece in pieces))


def _piece_html(index: int, piece: str) -> SafeString:
    return format_html("<mark>{}</mark>" if index % 2 else "{}", piece)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds the words anywhere, as Swedish compounds need; very short ones only by themselves."""
    wanted = sorted({normalise(word) for word in words} - {""}, key=len, reverse=True)
    nothing = "(?!)"
    return re.compile(f"({'|'.join(map(_found_as, wanted)) or nothing})", re.IGNORECASE)


def _found_as(word: str) -> str:
    escaped = re.escape(word)
    return rf"(?<!\w){escaped}(?!\w)" if len(word) < _WHOLE_WORD_BELOW else escaped

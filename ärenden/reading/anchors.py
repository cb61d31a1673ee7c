"""Find a stretch of a source by a few of its words, and cut it out letter by letter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

GAP = " … "


class AnchorError(ValueError):
    """A stretch cannot be told from its words; the message says why."""


@dataclass(frozen=True, order=True)
class Span:
    """From the first character up to, but not including, the last."""

    start: int
    end: int


@dataclass(frozen=True)
class Cut:
    """A text as the source has it, and the stretches it was cut from."""

    text: str
    spans: tuple[Span, ...]


NOTHING = Cut("", ())


def find(source: str, anchor: str, *, within: Span) -> Span:
    """The one place of `first words … last words`, or of the words alone.

    White space between words may be any white space of the source. The last words are those
    nearest after the first ones. Raises AnchorError when the first words are missing or stand
    in several places, or no last words follow.
    """
    first, _, last = anchor.partition(GAP)
    start = _only(source, first, within)
    if not last:
        return start
    end = _words(last).search(source, start.end, within.end)
    if end is None:
        raise AnchorError(f"efter ”{first}” finns inte ”{last}”")
    return Span(start.start, end.end())


def cut(source: str, span: Span, *, furniture: Sequence[Span] = ()) -> Cut:
    """The text of a span without the furniture inside it, joined as it is printed."""
    spans = tuple(_pieces(source, span, furniture))
    if not spans:
        raise AnchorError("texten är tom")
    text = source[spans[0].start : spans[0].end]
    for before, after in pairwise(spans):
        gap = Span(before.end, after.start)
        text += _joint(source, gap, furniture) + source[after.start : after.end]
    return Cut(text, spans)


def trimmed(source: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without the white space around it; nothing when it is all white space."""
    text = source[start:end]
    if text.strip():
        yield Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def outside(span: Span, holes: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """What is left of a span beside the holes, in order."""
    at = span.start
    for hole in sorted(holes):
        if hole.end > at and hole.start < span.end:
            yield at, max(at, hole.start)
            at = hole.end
    yield at, max(at, span.end)


def _only(source: str, words: str, within: Span) -> Span:
    found = list(_words(words).finditer(source, within.start, within.end))
    if not found:
        raise AnchorError(f"”{words}” finns inte i källan")
    if len(found) > 1:
        raise AnchorError(f"”{words}” finns på {len(found)} ställen i källan; skriv fler ord")
    return Span(found[0].start(), found[0].end())


def _words(words: str) -> re.Pattern[str]:
    """The words, whole ones at both ends."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    before = r"(?<!\w)" if re.match(r"\w", words.strip()) else ""
    after = r"(?!\w)" if re.search(r"\w$", words.strip()) else ""
    return re.compile(f"{before}{pattern}{after}")


def _pieces(source: str, span: Span, furniture: Sequence[Span]) -> Iterator[Span]:
    for start, end in outside(span, furniture):
        yield from trimmed(source, start, end)


def _joint(source: str, gap: Span, furniture: Sequence[Span]) -> str:
    """A blank line, a line break, a space or nothing, as stands between two pieces."""
    space = "".join(source[start:end] for start, end in outside(gap, furniture))
    lines = space.count("\n")
    return "\n" * min(lines, 2) if lines else space[:1]

"""What of a source a reading has not claimed."""

from collections.abc import Iterable
from dataclasses import dataclass

from ärenden.reading.anchors import Span, outside, trimmed


@dataclass(frozen=True)
class Coverage:
    """How much of the source's characters is claimed, in percent, and the rest as stretches."""

    percent: float
    unclaimed: tuple[Span, ...]


def coverage(source: str, claimed: Iterable[Span]) -> Coverage:
    """Compare a source with the spans of fields and furniture; white space does not count."""
    free = outside(Span(0, len(source)), list(claimed))
    unclaimed = tuple(span for start, end in free for span in trimmed(source, start, end))
    left = sum(_letters(source[span.start : span.end]) for span in unclaimed)
    total = _letters(source)
    return Coverage(100 * (total - left) / total if total else 100.0, unclaimed)


def _letters(text: str) -> int:
    return len("".join(text.split()))

"""What no field and no furniture claims."""

from hypothesis import given
from hypothesis import strategies as st

from ärenden.reading.anchors import Span
from ärenden.reading.coverage import Coverage, coverage

TEXT = "rubrik \n text"


def test_unclaimed_stretches_are_told_without_white_space_around() -> None:
    assert coverage(TEXT, [Span(0, 6)]) == Coverage(60.0, (Span(9, 13),))


def test_white_space_alone_is_not_missed() -> None:
    assert coverage(TEXT, [Span(0, 6), Span(9, 13)]) == Coverage(100.0, ())


def test_overlapping_and_nested_claims_count_once() -> None:
    claims = [Span(0, 6), Span(2, 4), Span(1, 11)]

    assert coverage(TEXT, claims) == Coverage(80.0, (Span(11, 13),))


@given(
    text=st.text(alphabet="ab \n", max_size=30),
    pairs=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6),
)
def test_every_character_is_claimed_or_told(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(*sorted(pair)) for pair in pairs]
    claimed = {at for span in spans for at in range(span.start, span.end)}

    found = coverage(text, spans)

    told = {at for span in found.unclaimed for at in range(span.start, span.end)}
    letters = {at for at, letter in enumerate(text) if not letter.isspace()}
    assert told & letters == letters - claimed
    assert told.isdisjoint(claimed)

"""A few words lead to one stretch of the source, or say why not."""

import pytest

from ärenden.reading.anchors import AnchorError, Cut, Span, cut, find

TEXT = "Om bänkar\n\nBänkarna i parken\när slitna. Fler bänkar behövs, många fler bänkar."
WHOLE = Span(0, len(TEXT))


def words_of(span: Span) -> str:
    return TEXT[span.start : span.end]


def test_anchor_of_first_and_last_words_finds_the_nearest_last_ones() -> None:
    assert words_of(find(TEXT, "Fler … bänkar", within=WHOLE)) == "Fler bänkar"


def test_anchor_words_match_over_a_line_break() -> None:
    assert words_of(find(TEXT, "i parken är", within=WHOLE)) == "i parken\när"


def test_anchor_begins_and_ends_with_whole_words() -> None:
    with pytest.raises(AnchorError, match="”bänk” finns inte i källan"):
        find(TEXT, "bänk", within=WHOLE)


def test_anchor_at_several_places_is_refused() -> None:
    with pytest.raises(AnchorError, match="”bänkar” finns på 3 ställen i källan; skriv fler ord"):
        find(TEXT, "bänkar", within=WHOLE)


def test_anchor_is_looked_for_within_its_scope_only() -> None:
    scope = find(TEXT, "Om bänkar", within=WHOLE)

    assert words_of(find(TEXT, "bänkar", within=scope)) == "bänkar"
    with pytest.raises(AnchorError, match="efter ”Om” finns inte ”slitna”"):
        find(TEXT, "Om … slitna", within=scope)


@pytest.mark.parametrize(
    ("source", "joined"),
    [
        ("**att** göra", "att göra"),
        ("första,\n\n**\n\nandra", "första,\n\nandra"),
        ("rad ett\n**rad två", "rad ett\nrad två"),
        ("bänk**arna", "bänkarna"),
    ],
)
def test_furniture_inside_a_text_is_left_out_and_the_rest_joined(source: str, joined: str) -> None:
    signs = [Span(at, at + 2) for at in range(len(source)) if source.startswith("**", at)]

    found = cut(source, Span(0, len(source)), furniture=signs)

    assert found.text == joined
    assert [source[span.start : span.end] for span in found.spans] == [
        piece.strip() for piece in source.split("**") if piece.strip()
    ]


def test_cut_leaves_out_white_space_around_and_keeps_what_is_inside() -> None:
    assert cut(" a \n b ", Span(0, 7)) == Cut("a \n b", (Span(1, 6),))


def test_cut_of_furniture_alone_is_refused() -> None:
    with pytest.raises(AnchorError, match="texten är tom"):
        cut("** ", Span(0, 3), furniture=[Span(0, 2)])

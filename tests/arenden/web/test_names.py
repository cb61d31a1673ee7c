"""Names as people type them."""

import pytest

from ärenden.web.people import TypedName, parse_name, printed_party


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Anna Ek", TypedName("Anna Ek")),
        ("  Anna   Ek (S) ", TypedName("Anna Ek", "S")),
        ("Anna Ek (–)", TypedName("Anna Ek", "–")),
        (
            "Anna Ek (S), ordförande i kommunstyrelsen",
            TypedName("Anna Ek", "S", "ordförande i kommunstyrelsen"),
        ),
        (
            "kommunstyrelsens ordförande Anna von Ek",
            TypedName("Anna von Ek", "", "kommunstyrelsens ordförande"),
        ),
        (
            "ordförande i barn- och utbildningsnämnden, Bo-Göran Å (M)",
            TypedName("Bo-Göran Å", "M", "ordförande i barn- och utbildningsnämnden"),
        ),
        ("1:e vice ordförande Bo Å (M)", TypedName("Bo Å", "M", "1:e vice ordförande")),
        ("kommunstyrelsens ordförande", TypedName("kommunstyrelsens ordförande")),
        ("((?", TypedName("((?")),
    ],
)
def test_typed_name_is_read_with_party_and_title(typed, expected):
    assert parse_name(typed) == expected


def test_party_is_printed_in_parentheses():
    assert [printed_party("S"), printed_party("–"), printed_party("")] == ["(S)", "(–)", ""]

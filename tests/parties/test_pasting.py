"""A pasted table: every way that people write one, and nothing guessed in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties.choices import AssignmentRole as Is
from parties.pasting import Line, read_table, role_of

PARTIES = {
    "S": "S",
    "Socialdemokraterna": "S",
    "M": "M",
    "Moderaterna": "M",
    "V": "V",
    "PB": "PB",
}
TWO = [Line("Anna Ek", "S", Is.CHAIR), Line("Bo von Al", "M", Is.SUBSTITUTE)]


def read(text: str) -> list[Line]:
    return read_table(text, parties=PARTIES)


@pytest.mark.parametrize(
    "text",
    [
        "Namn\tParti\tUppdrag\nAnna Ek\tS\tOrdförande\nBo von Al\tM\tErsättare",
        "Uppdrag\tParti\tNamn\nordf.\tSocialdemokraterna\tAnna Ek\ners.\tm\tBo von Al",
        "Förnamn;Efternamn;Parti;Roll\nAnna;Ek;(S);Ordförande\nBo;von Al;(M);Ersättare 1",
        "Anna Ek;S;Ordförande\r\nBo von Al;M;ersättare",
        "Anna Ek   S   Ordf\nBo von Al   Moderaterna (M)   Suppleant",
        "Anna Ek (S), ordförande\nBo von Al (M), ersättare",
        "Ek, Anna\tS\tOrdförande\nvon Al, Bo\tM\tErsättare",
        "1\tAnna Ek\tS\tOrdförande\n2\tBo von Al\tM\tErsättare",
        "Socialdemokraterna\nAnna Ek, ordförande\n\nModeraterna\nErsättare\nBo von Al",
        "\xa0Anna Ek\tS\tOrdförande\nBo von Al\tM\tErsättare\n\n",
    ],
)
def test_same_two_people_are_read_however_the_table_is_written(text: str) -> None:
    assert read(text) == TWO


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Ordförande", Is.CHAIR),
        ("1:e vice ordförande", Is.FIRST_VICE_CHAIR),
        ("Förste vice ordförande", Is.FIRST_VICE_CHAIR),
        ("vice ordf.", Is.FIRST_VICE_CHAIR),
        ("2:e v. ordf", Is.SECOND_VICE_CHAIR),
        ("andre vice ordförande", Is.SECOND_VICE_CHAIR),
        ("ordinarie ledamot", Is.MEMBER),
        ("Ledamöter", Is.MEMBER),
        ("3 ersättare", Is.SUBSTITUTE),
        ("Insynsplats", Is.OBSERVER),
        ("Anna Ek", ""),
    ],
)
def test_role_is_known_by_its_words(words: str, role: str) -> None:
    assert role_of(words) == role


@pytest.mark.parametrize("party", ["-", "–", "(–)", "partilös", "Partipolitiskt oberoende"])
def test_no_party_is_read_as_partilos(party: str) -> None:
    assert read(f"Anna Ek\t{party}\tledamot") == [Line("Anna Ek", "–", Is.MEMBER)]


def test_unknown_party_stands_as_it_was_written() -> None:
    assert read("Anna Ek\tTUP\tledamot\nNamn\tParti\nBo Al\tBypartiet") == [
        Line("Anna Ek", "TUP", Is.MEMBER),
        Line("Bo Al", "Bypartiet"),
    ]


def test_what_a_line_does_not_say_is_left_empty() -> None:
    assert read("Anna Ek\nBo Al (S)") == [Line("Anna Ek"), Line("Bo Al", "S")]


def test_columns_that_no_one_asked_for_are_left_out() -> None:
    assert read("Namn\tE-post\tParti\nAnna Ek\tanna@provby.example\tV") == [Line("Anna Ek", "V")]


@given(st.text(alphabet="Aa Åö\t;,()-–\n1:.SM", max_size=60))
def test_whatever_is_pasted_is_read_without_an_error(text: str) -> None:
    assert all(line.name.strip() for line in read(text))

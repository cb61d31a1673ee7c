"""Every fault of a reading is told with its place."""

import re
from pathlib import Path

import pytest

from tests.arenden.reading.papers import READING, own_reading, write_reading
from ärenden.reading.anchors import NOTHING, Cut
from ärenden.reading.format import ReadCase
from ärenden.reading.parsing import ReadingError
from ärenden.reading.sources import Furniture, read


def case_of(folder: Path, text: str = READING) -> ReadCase:
    case = own_reading(folder, text).paper.case
    assert case is not None
    return case


def test_texts_are_cut_from_the_source(tmp_path: Path) -> None:
    case = case_of(tmp_path)

    assert case.title.text == "Interpellation till Sven Svar (S) om bänkar"
    assert [question.text.text for question in case.questions] == [
        "Hur många bänkar finns?",
        "När målas de?",
    ]
    assert case.dnr == NOTHING


def test_name_written_short_is_parted_into_name_and_party(tmp_path: Path) -> None:
    (name,) = case_of(tmp_path).signatories

    assert (name.name_printed.text, name.party_printed.text) == ("Frida Fråga", "(V)")


def test_words_of_a_text_may_be_looked_for_within_a_part(tmp_path: Path) -> None:
    anchor = '"Bänkarna … slitna."'
    narrowed = '{ within = "Bänkarna … slitna.", words = "slitna." }'

    case = case_of(tmp_path, READING.replace(anchor, narrowed))

    assert case.motivation.text == "slitna."


def test_furniture_is_named_wherever_its_pattern_is(tmp_path: Path) -> None:
    reading = own_reading(tmp_path)

    assert [reading.text[each.span.start : each.span.end] for each in reading.furniture] == [
        "## ",
        "**",
        "**",
        "-",
        "-",
        "Sida 1 av 1",
    ]
    assert {each.name for each in reading.furniture} == {"markering", "sidfot"}
    assert isinstance(reading.furniture[0], Furniture)


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        (
            '"När målas de?"',
            '"När lagas de?"',
            "case.questions[2].text: ”När lagas de?” finns inte",
        ),
        ('"Bänkarna … slitna."', '"Hur … slitna."', "case.motivation: efter ”Hur” finns inte"),
        ('"Bänkarna … slitna."', "7", "case.motivation: ska vara str, inte 7"),
        ('"interpellation"\nbody', '"brev"\nbody', "case.case_type: ”brev” finns inte; välj"),
        ('title = "Interpellation till', 'titel = "Inter', "case: okänd uppgift: titel"),
        ('body = "KF"\n', "", "case: saknar body"),
        ('slug = "provby"', "slug = 1", "organisation.slug: ska vara str, inte 1"),
        ('["Frida Fråga (V)"]', '"Frida Fråga (V)"', "case.signatories: ska vara en lista"),
        ('["Frida Fråga (V)"]', "[1]", "case.signatories[1]: ska vara en tabell"),
        ('["Frida Fråga (V)"]', '["Ada (V)"]', "case.signatories[1].within: ”Ada (V)” finns inte"),
        ('number = "Framgår', 'nummer = "Framgår', "case.unknown: ”nummer” finns inte; välj"),
        ("'^Sida .*$'", "'^Sidan .*$'", "furniture[2]: mönstret ^Sidan .*$ finns inte i källan"),
    ],
)
def test_fault_is_told_with_its_place(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    text = READING.replace(right, wrong, 1)

    with pytest.raises(ReadingError, match=re.escape(f"provby.toml: {told}")):
        own_reading(tmp_path, text)


def test_reading_of_another_text_is_refused(tmp_path: Path) -> None:
    file, source = write_reading(tmp_path)
    source.write_text("En annan text.", encoding="utf-8")

    with pytest.raises(ReadingError, match=r"bankar\.txt är inte den text som lästes"):
        read(file, source)


def test_source_with_foreign_line_ends_is_read_as_the_same_text(tmp_path: Path) -> None:
    file, source = write_reading(tmp_path, paper=own_reading(tmp_path).text.replace("\n", "\r\n"))
    assert b"\r\n" in source.read_bytes()

    assert read(file, source).text == own_reading(tmp_path).text


def test_cut_is_what_the_source_has_at_its_spans(tmp_path: Path) -> None:
    reading = own_reading(tmp_path)
    assert reading.paper.case is not None

    cut = reading.paper.case.motivation

    assert cut == Cut("".join(reading.text[span.start : span.end] for span in cut.spans), cut.spans)

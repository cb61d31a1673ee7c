"""Nothing of the real documents is lost, and nothing in them is changed."""

import re
from collections import defaultdict
from collections.abc import Callable

import pytest
from django.apps import apps
from django.core.management import call_command

from kernel.text import normalise
from tests.factories import people
from ärenden.models import MinutesSection, Source, SourceSpan
from ärenden.reading.anchors import Span
from ärenden.reading.coverage import coverage
from ärenden.reading.parsing import ReadingError
from ärenden.reading.sources import READINGS, Reading, read, spans_of

pytestmark = [pytest.mark.django_db, pytest.mark.seeds]
NUMBERS = ("000", "001", "002", "003", "004")
SENTENCE_ENDS = re.compile(r"(?<=[.?!:])\**\s+|\n|\t")
LINES_OF_SEVERAL_FIELDS: dict[str, list[str]] = {
    "000": [],
    "001": ["Västerås, 2021-05-", "Staffan Jansson (S", "Emil Thessén (–)", "Västerås 2021-03-1"],
    "002": ["§ 146 2022.499 KS"],
    "003": ["§ 310", "Till kommunstyrels"],
    "004": ["Erik Lövgren (S) O"],
}
SIGNS = re.compile(r"[*#]|^ *[-–] ", re.MULTILINE)
Load = Callable[[str], Source]


def bare(text: str) -> str:
    """The words alone: no markup, one space between them."""
    return " ".join(SIGNS.sub("", text).split())


def stored(span: SourceSpan) -> str:
    row = apps.get_model("arenden", span.model).objects.get(pk=span.row)
    value = getattr(row, span.field)
    return "\n".join(value) if isinstance(value, list) else str(value)


def spans_by_field(source: Source) -> dict[tuple[str, int | None, str], list[SourceSpan]]:
    found = defaultdict(list)
    for span in source.spans.filter(furniture=""):
        found[span.model, span.row, span.field].append(span)
    return found


@pytest.mark.parametrize("number", NUMBERS)
def test_stored_fields_and_furniture_cover_the_whole_document(number: str, loaded: Load) -> None:
    source = loaded(number)

    spans = [Span(span.start, span.end) for span in source.spans.all()]

    assert coverage(source.text, spans).unclaimed == ()


@pytest.mark.parametrize("number", NUMBERS)
def test_every_cut_of_the_reading_was_stored(
    number: str, loaded: Load, seed_readings: dict[str, Reading]
) -> None:
    source = loaded(number)

    kept = {Span(span.start, span.end) for span in source.spans.filter(furniture="")}

    assert kept == set(spans_of(seed_readings[number].paper))


@pytest.mark.parametrize("number", NUMBERS)
def test_every_stored_text_is_the_source_letter_by_letter(number: str, loaded: Load) -> None:
    source = loaded(number)

    for spans in spans_by_field(source).values():
        pieces = [source.text[span.start : span.end] for span in spans]
        if spans[0].field == "number":
            pieces = [piece.removeprefix("§ ") for piece in pieces]
        assert "".join(stored(spans[0]).split()) == "".join("".join(pieces).split())
        assert all(piece in stored(spans[0]) for piece in pieces)


@pytest.mark.parametrize(("number", "lines"), LINES_OF_SEVERAL_FIELDS.items())
def test_every_sentence_is_found_in_a_stored_field_or_furniture(
    number: str, lines: list[str], loaded: Load
) -> None:
    source = loaded(number)
    texts = [bare(stored(spans[0])) for spans in spans_by_field(source).values()]
    furniture = source.spans.exclude(furniture="")
    texts += [bare(source.text[span.start : span.end]) for span in furniture]

    sentences = map(bare, SENTENCE_ENDS.split(source.text))
    elsewhere = [each for each in sentences if not any(each in text for text in texts)]

    assert [each[:18] for each in elsewhere] == lines


def test_minutes_are_read_apart_and_not_only_transcribed(loaded: Load) -> None:
    """Without the transcribed sections only what has no structure is left."""
    left = []
    for number in ("002", "003"):
        source = loaded(number)
        apart = source.spans.exclude(model=MinutesSection._meta.model_name, field="text")
        found = coverage(source.text, [Span(span.start, span.end) for span in apart])
        left += [source.text[span.start : span.end] for span in found.unclaimed]

    assert [text[:20] for text in left] == ["Utifrån en incident ", "Förslag till utredni"]


def test_furniture_is_signs_and_page_heads_only(seed_readings: dict[str, Reading]) -> None:
    found = {
        reading.text[each.span.start : each.span.end]
        for reading in seed_readings.values()
        for each in reading.furniture
    }

    assert found == {
        *("##", "**", "*", "-", ","),
        *("Plats:", "Datum:", "Deltagare Ånge:", "Bilagor:", "Till"),
        *("Justerandes signatur", "Utdragsbestyrkande"),
        "Kommunstyrelsens arbetsutskott\nProtokoll\n\nDatum:\n2021-09-21",
    }


def test_readings_hold_no_sentence_of_the_documents(seed_readings: dict[str, Reading]) -> None:
    """The texts come from the source: a reading only points, with a few words."""
    readings = normalise("".join(file.read_text() for file in sorted(READINGS.glob("*.toml"))))
    sentences = [
        sentence
        for reading in seed_readings.values()
        for sentence in map(bare, SENTENCE_ENDS.split(reading.text))
        if len(sentence.split()) > 10
    ]

    assert [sentence for sentence in sentences if sentence in readings] == []


def test_changed_document_is_refused(
    seed_readings: dict[str, Reading], tmp_path_factory: pytest.TempPathFactory
) -> None:
    source = tmp_path_factory.mktemp("changed") / "document.txt"
    source.write_text(seed_readings["002"].text.replace("§ 146", "§ 147"), encoding="utf-8")

    with pytest.raises(ReadingError, match="är inte den text som lästes"):
        read(READINGS / "002_alingsas.toml", source)


def test_command_reports_and_loads(
    capsys: pytest.CaptureFixture[str], seed_readings: dict[str, Reading]
) -> None:
    registrar = people.user()

    call_command("load_readings", report=True)
    call_command("load_readings", registrar=registrar.email)
    call_command("load_readings", registrar=registrar.email)

    told = capsys.readouterr().out.splitlines()
    assert told[:5] == [f"{reading.name}: 100.0 procent" for reading in seed_readings.values()]
    assert told[5:10] == told[10:]
    assert set(Source.objects.values_list("name", flat=True)) == {
        reading.name for reading in seed_readings.values()
    }

"""A source text with every stretch marked: which field it became, or which furniture it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.apps import apps

from ärenden.models import Source, SourceSpan

MODELS: Mapping[str, str] = {
    "agentsnapshot": "Namn",
    "answer": "Svaret",
    "answerpart": "Svar",
    "case": "Ärendet",
    "decision": "Beslut",
    "decisionpoint": "Beslutspunkt",
    "document": "Handling",
    "meeting": "Sammanträde",
    "meetingnote": "Minnesanteckningar",
    "minutesitem": "Paragraf",
    "minutessection": "Avsnitt",
    "noteinvitation": "Inbjudan",
    "nonparticipation": "Deltar inte",
    "notesection": "Avsnitt",
    "prepstep": "Beredning",
    "proposal": "Förslag",
    "proposalpoint": "Punkt",
    "propositionstep": "Beslutsgång",
    "question": "Fråga",
    "referral": "Remiss",
    "reservation": "Reservation",
    "statement": "Anteckning",
    "task": "Uppdrag",
}
FIELDS: Mapping[str, str] = {
    "answer_label_printed": "beteckning",
    "case_type": "ärendetyp",
    "channel": "sätt",
    "date_text": "datum",
    "distributed_to": "fördelas till",
    "found_printed": "vad ordföranden finner",
    "ground_printed": "grund",
    "heading": "rubrik",
    "heading_printed": "rubrik",
    "invited": "inbjudna",
    "label_printed": "beteckning",
    "lead_text_printed": "inledning",
    "name_printed": "namn",
    "note_printed": "tillägg",
    "number": "nummer",
    "occasion": "tillfälle",
    "organisation_printed": "organisation",
    "paragraph_printed": "paragraf",
    "party_printed": "parti",
    "place": "ort",
    "place_printed": "plats",
    "printed": "lydelse",
    "question_label_printed": "frågans beteckning",
    "question_text_as_quoted": "frågan som den återges",
    "responsible_printed": "ansvarig",
    "roles_printed": "titel",
    "text": "text",
    "title_printed": "rubrik",
    "when_text": "tid",
}


@dataclass(frozen=True)
class Stretch:
    """A piece of the source between two marks; `kind` is field, furniture, unread or blank."""

    text: str
    kind: str
    anchors: list[str]
    labels: list[str]


@dataclass(frozen=True)
class Block:
    """What stands on the same line, with the names of all that its pieces became."""

    labels: list[str]
    pieces: list[Stretch]


def field_label(model: str, field: str, *, number: str = "") -> str:
    """`Fråga 3: text` for readers; a field without a name of its own has its model's."""
    name = FIELDS.get(field) or str(
        apps.get_model("arenden", model)._meta.get_field(field).verbose_name
    )
    return f"{' '.join(filter(None, (MODELS.get(model, model), number)))}: {name}"


def blocks_of(source: Source, spans: Sequence[SourceSpan]) -> list[Block]:
    """The whole text in order, letter by letter; a new block begins on a new line."""
    lines: list[list[Stretch]] = [[]]
    for piece in _pieces(source.text, spans):
        blank = piece.text[: len(piece.text) - len(piece.text.lstrip())]
        if "\n" in blank:
            lines.append([])
        if piece.kind != "blank" or "\n" not in blank:
            lines[-1].append(piece)
    return [Block(_labels(pieces), pieces) for pieces in lines if pieces]


def _labels(pieces: Sequence[Stretch]) -> list[str]:
    return list(dict.fromkeys(label for piece in pieces for label in piece.labels))


def _pieces(text: str, spans: Sequence[SourceSpan]) -> list[Stretch]:
    """The text cut wherever a span begins or ends."""
    numbers = _numbers(spans)
    cuts = sorted({0, len(text), *(at for span in spans for at in (span.start, span.end))})
    pieces = []
    for start, end in pairwise(cuts):
        over = [span for span in spans if span.start <= start and span.end >= end]
        pieces.append(
            Stretch(
                text=text[start:end],
                kind=_kind(text[start:end], over),
                anchors=[f"s{span.pk}" for span in over if span.start == start],
                labels=[_label(span, numbers) for span in over],
            )
        )
    return pieces


def _kind(text: str, over: Sequence[SourceSpan]) -> str:
    if not over:
        return "unread" if text.strip() else "blank"
    return "furniture" if all(span.furniture for span in over) else "field"


def _numbers(spans: Sequence[SourceSpan]) -> dict[tuple[str, int], str]:
    """A running number for each row of a model that the source has several rows of."""
    rows: dict[str, set[int]] = {}
    for span in spans:
        if span.row is not None:
            rows.setdefault(span.model, set()).add(span.row)
    return {
        (model, row): str(at)
        for model, found in rows.items()
        if len(found) > 1
        for at, row in enumerate(sorted(found), start=1)
    }


def _label(span: SourceSpan, numbers: Mapping[tuple[str, int], str]) -> str:
    if span.row is None:
        return span.furniture
    return field_label(span.model, span.field, number=numbers.get((span.model, span.row), ""))

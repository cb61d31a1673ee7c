"""Each question beside its answer, so that every sentence of the answer stands on the page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kernel.dates import count_word, full_date
from ärenden.choices import AnswerKind, Capacity, Coverage, Fact, Outcome
from ärenden.models import Answer, AnswerPart, Question
from ärenden.web.cases.presenters.showing import Showing, plain, plain_names
from ärenden.web.cases.presenters.wording import Piece, differences

PIECES = {"same": "{}", "new": "<b>{}</b>", "left_out": "<del>{}</del>"}


@dataclass(frozen=True)
class AnswerShown:
    """One answer to one question; `label` stands over it, `note` below."""

    label: str
    text: str
    note: str | SafeString = ""


@dataclass(frozen=True)
class Pair:
    """A question, or an att-sats, with all that was answered to it."""

    number: str
    anchor: str
    text: str
    notes: list[str | SafeString] = field(default_factory=list)
    answers: list[AnswerShown] = field(default_factory=list)
    missing: str = ""


@dataclass(frozen=True)
class Frame:
    """A stretch of a document that belongs to no single question."""

    label: str
    text: str
    note: str | SafeString = ""


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """The questions beside the answers, as components/question_answer.html takes them."""

    asked_by: str
    answered_by: str
    coverage: str
    before: list[Frame]
    pairs: list[Pair]
    after: list[Frame]


def exchange_of(showing: Showing) -> Exchange | None:
    """None for a case without questions and without answers."""
    record, case = showing.record, showing.record.case
    if not record.questions and not record.answers:
        return None
    askers = plain_names(record.names("case", case.pk, Capacity.SIGNATORY))
    first = record.answers[0] if record.answers else None
    return Exchange(
        asked_by=_head(askers, full_date(case.received_on) if case.received_on else ""),
        answered_by=_head(_signers(showing, first), _dated(first)) if first else "",
        coverage=_coverage(showing),
        before=[frame for answer in record.answers for frame in _opening(showing, answer)],
        pairs=[_pair(showing, question) for question in record.questions],
        after=[frame for answer in record.answers for frame in _rest(showing, answer)],
    )


def _head(names: str, day: str) -> str:
    return ", ".join(filter(None, (names, day)))


def _signers(showing: Showing, answer: Answer) -> str:
    signers = showing.record.names("answer", answer.pk, Capacity.SIGNER)
    case = showing.record.case.pk
    return plain_names(
        signers
        or showing.record.names("case", case, Capacity.ANSWERER)
        or showing.record.names("case", case, Capacity.ADDRESSEE)
    )


def _dated(answer: Answer) -> str:
    day = answer.dated_on or answer.received_on
    return answer.date_text or (full_date(day) if day else "")


def _coverage(showing: Showing) -> str:
    """`Fem av fem besvarade`; nothing as long as no answer may be read."""
    record = showing.record
    if not record.answers:
        return ""
    answered = [question for question in record.questions if _is_answered(showing, question)]
    said = count_word(len(answered)).capitalize()
    return f"{said} av {count_word(len(record.questions))} besvarade"


def _is_answered(showing: Showing, question: Question) -> bool:
    parts = [part for parts in showing.record.parts.values() for part in parts]
    return any(
        part.question_id in {question.pk, None} and part.coverage != Coverage.DECLINED
        for part in parts
    )


def _opening(showing: Showing, answer: Answer) -> list[Frame]:
    fields = ("title_printed", "preamble", "questions_intro")
    return _frame(showing, answer, fields, label=f"{_named(answer)}: inledning")


def _rest(showing: Showing, answer: Answer) -> list[Frame]:
    """What is common to all questions, then the answer's end and its signatures."""
    parts = [part for part in showing.record.parts[answer.pk] if part.question_id is None]
    common = [Frame(_common(answer), part.text, _part_note(showing, part)) for part in parts]
    end = _frame(showing, answer, ("closing",), label=f"{_named(answer)}: avslutning")
    signed = "\n\n".join(filter(None, (_place_and_day(answer), *_signatures(showing, answer))))
    return [*common, *end, *([Frame(f"{_named(answer)}: underskrift", signed)] if signed else [])]


def _common(answer: Answer) -> str:
    return f"{_named(answer)} på alla frågor"


def _named(answer: Answer) -> str:
    """`Svaret`, or `Kompletterande svar 5 juni 2026` for one that came after the first."""
    if answer.ordinal == 1:
        return "Svaret"
    return " ".join(filter(None, (AnswerKind(answer.kind).label, _dated(answer))))


def _frame(showing: Showing, answer: Answer, fields: Sequence[str], *, label: str) -> list[Frame]:
    said = [name for name in fields if getattr(answer, name)]
    if not said:
        return []
    links = [showing.sources.to(answer, name, what=label) for name in said]
    text = "\n\n".join(getattr(answer, name) for name in said)
    return [Frame(label, text, next((link for link in links if link), ""))]


def _place_and_day(answer: Answer) -> str:
    day = answer.date_text or (full_date(answer.dated_on) if answer.dated_on else "")
    return ", ".join(filter(None, (answer.place, day)))


def _signatures(showing: Showing, answer: Answer) -> list[str]:
    signers = showing.record.names("answer", answer.pk, Capacity.SIGNER)
    return ["\n".join([plain(signer), *signer.offices]) for signer in signers]


def _pair(showing: Showing, question: Question) -> Pair:
    answers = [
        _answer(showing, answer, part)
        for answer in showing.record.answers
        for part in showing.record.parts[answer.pk]
        if part.question_id == question.pk
    ]
    return Pair(
        number=str(question.number),
        anchor=f"fraga-{question.number}",
        text=question.text,
        notes=_notes(showing, question),
        answers=answers,
        missing=_missing(showing),
    )


def _answer(showing: Showing, answer: Answer, part: AnswerPart) -> AnswerShown:
    said = [] if answer.ordinal == 1 else [_named(answer)]
    if part.coverage != Coverage.FULL:
        said.append(Coverage(part.coverage).label)
    label = ". ".join(filter(None, (*said, part.answer_label_printed)))
    return AnswerShown(label, part.text, _part_note(showing, part))


def _part_note(showing: Showing, part: AnswerPart) -> str | SafeString:
    return showing.sources.to(part, "text", what="svaret")


def _missing(showing: Showing) -> str:
    record = showing.record
    reasons = [event.unknown.get(Fact.COMPLETE_ANSWER) for event in record.events]
    if not record.answers:
        return Outcome(record.case.outcome).label if record.case.outcome else "Inget svar än"
    if any(part.question_id is None for parts in record.parts.values() for part in parts):
        return "Se svaret på alla frågor"
    reason = next(filter(None, reasons), "")
    return f"Inget svar i handlingarna: {reason}" if reason else "Den här frågan har inget svar"


def _notes(showing: Showing, question: Question) -> list[str | SafeString]:
    record = showing.record
    label = question.label_printed.strip()
    notes: list[str | SafeString] = [f"Betecknad {label}"] if label.strip(".)(").isalpha() else []
    for answer in record.answers:
        for part in record.parts[answer.pk]:
            if part.question_id == question.pk and part.question_text_as_quoted:
                notes.extend(_quoted(question.text, part.question_text_as_quoted))
    return [*notes, *filter(None, [showing.sources.to(question, "text", what="frågan")])]


def _quoted(put: str, quoted: str) -> list[SafeString]:
    pieces = differences(put, quoted)
    if not pieces:
        return []
    shown = format_html_join("", "{}", ((_piece(piece),) for piece in pieces))
    return [format_html("I svaret återges frågan som ”{}”", shown)]


def _piece(piece: Piece) -> SafeString:
    return format_html(PIECES[piece.kind], piece.text)


@dataclass(frozen=True)
class Motivation:
    """Why it is asked, with the sentence that leads to the questions."""

    text: str
    sources: list[str | SafeString]


def motivation_of(showing: Showing) -> Motivation | None:
    case = showing.record.case
    text = "\n\n".join(filter(None, (case.motivation, case.question_intro)))
    links = [
        showing.sources.to(case, "motivation", what="motiveringen"),
        showing.sources.to(case, "question_intro", what="inledningen till frågorna"),
    ]
    return Motivation(text, [link for link in links if link]) if text else None

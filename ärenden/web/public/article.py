"""The public's page of a case, text by text: every string ready, every sentence decided on."""

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone

from kernel.dates import full_date
from ärenden.choices import (
    AnswerKind,
    Capacity,
    CaseType,
    Coverage,
    DecisionNature,
    DocumentKind,
    Outcome,
    State,
)
from ärenden.models import Answer, AnswerPart, Publication, Question
from ärenden.queries.public import PublicFile, PublicRecord
from ärenden.queries.public_lists import Stage
from ärenden.queries.published_texts import title_of
from ärenden.web.cases.presenters.answers import AnswerShown, Exchange, Frame, Pair
from ärenden.web.public.happened import KEYS, Happened, happened, paragraph_of
from ärenden.web.public.names import Named, named, plain_names
from ärenden.web.public.words import WHAT_IT_IS, answered_of, verb_of
from ärenden.workflow.steps import ASKED, OPEN

NOT_PUBLISHED = "Inget svar är publicerat"
MISSING: dict[str, str] = {
    Outcome.ANSWERED_ORALLY: "Besvarades muntligt på sammanträdet",
    Outcome.NOT_ANSWERED: "Inget svar lämnades",
}
MASKED = "Maskad version: uppgifter som inte kan visas är borttagna."


@dataclass(frozen=True)
class Resolved:
    """A body's decision, in its own words or in the public text for it."""

    heading: str
    texts: list[str]
    points: list[str]


@dataclass(frozen=True)
class Paper:
    """A published document: its files, or the public text in their place."""

    title: str
    meta: str
    text: str = ""
    files: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Article:
    number: str
    kind: str
    about_kind: str
    place: str
    stage: str
    is_settled: bool
    title: str
    askers: list[Named]
    verb: str
    addressees: list[Named]
    is_withheld: bool
    public_text: str
    motivation: str
    exchange: Exchange | None
    points: list[str]
    resolved: list[Resolved]
    events: list[Happened]
    papers: list[Paper]
    links: list[dict[str, str]]
    published: str


def article_of(record: PublicRecord) -> Article:
    case, page = record.case, record.page
    names = record.names
    answerers = names("case", case.pk, Capacity.ANSWERER)
    shows_words = page is not None and not page.is_masked
    return Article(
        number=case.dnr or "",
        kind=CaseType(case.case_type).label,
        about_kind=WHAT_IT_IS[case.case_type],
        place=_place(record),
        stage=_stage(record),
        is_settled=case.state not in OPEN,
        title=title_of(case, is_kept=record.is_protected),
        askers=named(names("case", case.pk, Capacity.SIGNATORY)),
        verb=verb_of(case),
        addressees=named(answerers or names("case", case.pk, Capacity.ADDRESSEE)),
        is_withheld=page is None,
        public_text=page.public_text if page else "",
        motivation=_joined(case.motivation, case.question_intro) if shows_words else "",
        exchange=_exchange(record),
        points=[point.text for point in record.points],
        resolved=[_resolved(record, row) for row in record.decided],
        events=happened(record),
        papers=[_paper(record, row) for row in record.documents],
        links=[_link(record, other) for other in record.links],
        published=_published(page),
    )


def _place(record: PublicRecord) -> str:
    """The body, with the meeting and the paragraph where the case was settled."""
    settled = [turn for turn in record.turns if turn.nature in KEYS and turn.decided_on]
    if not settled:
        return record.case.body.name
    last = settled[-1]
    day = full_date(last.decided_on) if last.decided_on else ""
    return _head(f"{last.body.name} {day}", paragraph_of(last))


def _joined(*texts: str) -> str:
    return "\n\n".join(filter(None, texts))


def _stage(record: PublicRecord) -> str:
    """Where the case stands, or what came of it."""
    case = record.case
    natures = {turn.nature for turn in record.turns}
    if case.state in OPEN:
        return str((Stage.WAITING if case.case_type in ASKED else Stage.PREPARING).label)
    if DecisionNature.ANSWERED in natures:
        return str(Stage.ANSWERED.label)
    if DecisionNature.FINAL in natures:
        return str(Outcome(case.outcome).label if case.outcome else Stage.DECIDED.label)
    return "Återtagen" if record.withdrawn_on else State(case.state).label


# ---- questions and answers ------------------------------------------------------------------


def _exchange(record: PublicRecord) -> Exchange | None:
    if not record.questions:
        return None
    case = record.case
    askers = plain_names(record.names("case", case.pk, Capacity.SIGNATORY))
    first = record.answers[0] if record.answers else None
    return Exchange(
        asked_by=_head(askers, full_date(case.received_on) if case.received_on else ""),
        answered_by=_signed(record, first) if first else "",
        coverage=_coverage(record),
        before=[frame for answer in record.answers for frame in _opening(answer)],
        pairs=[_pair(record, question) for question in record.questions],
        after=[frame for answer in record.answers for frame in _rest(record, answer)],
    )


def _head(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _signed(record: PublicRecord, answer: Answer) -> str:
    signers = record.names("answer", answer.pk, Capacity.SIGNER)
    day = answer.dated_on or answer.received_on
    return _head(plain_names(signers), answer.date_text or (full_date(day) if day else ""))


def _coverage(record: PublicRecord) -> str:
    parts = [part for parts in record.parts.values() for part in parts]
    answered = {part.question_id for part in parts if part.coverage != Coverage.DECLINED}
    total = len(record.questions)
    return answered_of(total if None in answered else len(answered), total)


def _opening(answer: Answer) -> list[Frame]:
    text = _joined(answer.preamble, answer.questions_intro)
    return [Frame(f"{_called(answer)}: inledning", text)] if text else []


def _rest(record: PublicRecord, answer: Answer) -> list[Frame]:
    common = [part for part in record.parts[answer.pk] if part.question_id is None]
    frames = [Frame(f"{_called(answer)} på alla frågor", part.text) for part in common]
    if answer.closing:
        frames.append(Frame(f"{_called(answer)}: avslutning", answer.closing))
    return frames


def _called(answer: Answer) -> str:
    return "Svaret" if answer.ordinal == 1 else AnswerKind(answer.kind).label


def _pair(record: PublicRecord, question: Question) -> Pair:
    answers = [
        _answer(answer, part)
        for answer in record.answers
        for part in record.parts[answer.pk]
        if part.question_id == question.pk
    ]
    outcome = record.case.outcome
    common = any(part.question_id is None for parts in record.parts.values() for part in parts)
    return Pair(
        number=str(question.number),
        anchor=f"fraga-{question.number}",
        text=question.text,
        answers=answers,
        missing="Se svaret på alla frågor" if common else MISSING.get(outcome, NOT_PUBLISHED),
    )


def _answer(answer: Answer, part: AnswerPart) -> AnswerShown:
    said = [] if answer.ordinal == 1 else [_called(answer)]
    if part.coverage != Coverage.FULL:
        said.append(Coverage(part.coverage).label)
    return AnswerShown(". ".join(said), part.text)


# ---- decisions and documents ----------------------------------------------------------------


def _resolved(record: PublicRecord, row: Publication) -> Resolved:
    decision = row.decision
    if decision is None:
        raise ValueError("a publication of no decision")
    day = full_date(decision.decided_on) if decision.decided_on else ""
    heading = _head(f"{decision.body.name} {day}".strip(), paragraph_of(decision))
    if row.is_masked:
        return Resolved(heading, [row.public_text], [])
    points = [point.text for point in record.decision_points[decision.pk]]
    texts = [text for text in (decision.lead_text_printed, decision.motivation) if text]
    return Resolved(heading, texts, points)


def _paper(record: PublicRecord, row: Publication) -> Paper:
    document = row.document
    if document is None:
        raise ValueError("a publication of no document")
    day = document.dispatched_on or document.received_on or document.established_on
    said = _head(DocumentKind(document.kind).label, full_date(day) if day else "")
    files = [
        {
            "url": _file_url(record, row, file),
            "extension": PurePath(file.name).suffix.lstrip("."),
            "size": filesizeformat(file.size),
        }
        for file in record.files.get(document.pk, ())
    ]
    return Paper(
        title=title_of(document, is_kept=record.is_protected),
        meta=f"{said}. {MASKED}" if row.is_masked else f"{said}.",
        text=row.public_text,
        files=files,
    )


def _file_url(record: PublicRecord, row: Publication, file: PublicFile) -> str:
    """Nowhere yet for a file that is only shown in a preview."""
    if file.key is None or row.document is None:
        return ""
    slug = record.case.organisation.slug
    return reverse("public:file", args=[slug, row.document.public_id, file.key])


def _link(record: PublicRecord, other: Any) -> dict[str, str]:
    url = reverse("public:case", args=[record.case.organisation.slug, other.public_id])
    return {
        "url": url,
        "label": _head(other.dnr or "", title_of(other, is_kept=other.is_protected)),
    }


def _published(page: Publication | None) -> str:
    if page is None or page.decided_at is None:
        return ""
    day = full_date(timezone.localdate(page.decided_at))
    until = f" Visas till och med {full_date(page.until)}." if page.until else ""
    return f"Publicerat {day}. {page.basis.rstrip('.')}.{until}"

"""The fields of an answer under way: what stands in each, who wrote it, and what was said of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.http import QueryDict

from kernel.dates import relative_instant
from ärenden.actions.answer_drafts import Met, Place, Typed, typed
from ärenden.choices import Coverage, DraftPlace
from ärenden.models import AnswerComment, AnswerDraft, Case, DraftText, Question
from ärenden.models.answer_drafts import mark_of
from ärenden.queries.answering import comments_on, questions_of, texts_of

LEVELS = (
    (Coverage.FULL, "Besvarad"),
    (Coverage.PARTIAL, "Delvis"),
    (Coverage.DECLINED, "Besvaras inte"),
)
HELP = {
    DraftPlace.PREAMBLE: "Står före svaren.",
    DraftPlace.COMMON: "När flera frågor besvaras på en gång. Står före svaren på var och en.",
    DraftPlace.CLOSING: "Står efter svaren, före ditt namn.",
}


@dataclass(frozen=True)
class Remark:
    text: str
    by: str


@dataclass(frozen=True, kw_only=True)
class Field:
    """One place of the answer. `shown` is the mark of the wording that the page was opened with.

    `met` says how the last save went, `theirs` is the wording that another wrote meanwhile.
    """

    key: str
    place: DraftPlace
    question: Question | None = None
    text: str = ""
    coverage: str = ""
    shown: str
    written: str = ""
    met: Met | None = None
    theirs: DraftText | None = None
    theirs_written: str = ""
    remarks: Sequence[Remark] = field(default_factory=tuple)

    @property
    def label(self) -> str:
        return f"Svar på fråga {self.question.number}" if self.question else self.place.label

    @property
    def help(self) -> str:
        return HELP.get(self.place, "")

    @property
    def levels(self) -> tuple[tuple[Coverage, str], ...]:
        return LEVELS if self.question else ()

    @property
    def level_said(self) -> str:
        return Coverage(self.coverage).label if self.coverage else ""

    @property
    def has_collided(self) -> bool:
        return self.met == Met.COLLIDED

    @property
    def is_behind(self) -> bool:
        return self.met == Met.BEHIND

    @property
    def theirs_mark(self) -> str:
        return self.theirs.mark if self.theirs else ""


def places(case: Case) -> list[tuple[str, DraftPlace, Question | None]]:
    """Every place of an answer with the key of its field, in the order of the page."""
    questions = [(f"q{row.pk}", DraftPlace.QUESTION, row) for row in questions_of(case)]
    return [
        (DraftPlace.PREAMBLE.value, DraftPlace.PREAMBLE, None),
        *questions,
        (DraftPlace.COMMON.value, DraftPlace.COMMON, None),
        (DraftPlace.CLOSING.value, DraftPlace.CLOSING, None),
    ]


def standing(draft: AnswerDraft) -> dict[Place, DraftText]:
    """What stands in each place of the draft now."""
    return {(DraftPlace(row.place), row.question_id): row for row in texts_of(draft)}


def fields_of(case: Case, draft: AnswerDraft | None, *, today: date) -> list[Field]:
    texts = standing(draft) if draft else {}
    comments = comments_on(draft)
    found = []
    for key, place, question in places(case):
        row = texts.get((place, question.pk if question else None))
        said = remarks_on(question, comments, today=today) if question else ()
        found.append(replace(_field(key, place, question, row, today), remarks=said))
    return found


def remarks_on(
    question: Question | None, comments: Iterable[AnswerComment], *, today: date
) -> list[Remark]:
    key = question.pk if question else None
    return [
        Remark(row.text, f"{row.author_name}, {relative_instant(row.written_at, today=today)}")
        for row in comments
        if row.question_id == key
    ]


def _field(
    key: str, place: DraftPlace, question: Question | None, row: DraftText | None, today: date
) -> Field:
    if row is None:
        return Field(key=key, place=place, question=question, shown=mark_of("", ""))
    return Field(
        key=key,
        place=place,
        question=question,
        text=row.text,
        coverage=row.coverage,
        shown=row.mark,
        written=f"{row.written_by_name}, {relative_instant(row.written_at, today=today)}",
    )


def typed_in(data: QueryDict, case: Case) -> dict[str, Typed]:
    """What was typed, by the keys of the fields; a form lacks the fields of later questions.

    `keep` is the writer's answer to a collision: her words, although she has read the others'
    (`keep` = key and their mark). `drop` takes theirs instead.
    """
    kept, _, over = data.get("keep", "").partition(":")
    return {
        key: typed(
            place=place,
            question=question,
            text=data.get(f"text_{key}", ""),
            coverage=_level(data.get(f"coverage_{key}", "")),
            shown=over if key == kept else data.get(f"shown_{key}", ""),
        )
        for key, place, question in places(case)
        if f"text_{key}" in data and key != data.get("drop")
    }


def _level(value: str) -> str:
    return value if value in Coverage else ""


def after_saving(
    fields: Sequence[Field],
    rows: Mapping[str, Typed],
    met: Mapping[Place, Met],
    stand: Mapping[Place, DraftText],
    *,
    today: date,
) -> list[Field]:
    """The fields as the one who typed sees them; in a collision her own words stay in the box."""
    return [_after(each, rows.get(each.key), met, stand, today) for each in fields]


def _after(
    each: Field,
    row: Typed | None,
    met: Mapping[Place, Met],
    stand: Mapping[Place, DraftText],
    today: date,
) -> Field:
    if row is None or met[row.key] in {Met.SAVED, Met.UNTOUCHED}:
        return replace(each, met=met[row.key] if row else None)
    theirs = stand[row.key]
    told = f"{theirs.written_by_name}, {relative_instant(theirs.written_at, today=today)}"
    return replace(
        each,
        text=row.text,
        coverage=row.coverage,
        shown=row.shown,
        met=met[row.key],
        theirs=theirs,
        theirs_written=told,
    )


def overlaid(fields: Sequence[Field], data: QueryDict) -> list[Field]:
    """The fields with what was typed before a sign-in that ran out, ready to be saved."""
    return [
        replace(
            each,
            text=data.get(f"text_{each.key}", ""),
            coverage=_level(data.get(f"coverage_{each.key}", "")),
            shown=data.get(f"shown_{each.key}", each.shown),
        )
        if f"text_{each.key}" in data
        else each
        for each in fields
    ]


@dataclass(frozen=True)
class Covered:
    """How much is answered: one segment a question, and the same in words."""

    parts: list[str]
    sentence: str


def covered(fields: Sequence[Field]) -> Covered:
    parts = [_part(each) for each in fields if each.question]
    counts = {name: parts.count(name) for name in ("full", "partial", "declined", "")}
    said = [
        f"{counts['full']} av {len(parts)} besvarade",
        *[f"{counts['partial']} delvis"] * bool(counts["partial"]),
        *[f"{counts['declined']} besvaras inte"] * bool(counts["declined"]),
        *[f"{counts['']} utan svar"] * bool(counts[""]),
    ]
    return Covered(parts, ", ".join(said))


def _part(each: Field) -> str:
    return each.coverage or Coverage.FULL.value if each.text else ""

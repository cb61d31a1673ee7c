"""Rows of the group's pages: cases with their age and holder, notes with their day and words."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from kernel.dates import full_date, relative, short_date
from kernel.text import counted, in_sentence, listed
from ärenden.models import Case, GroupNote
from ärenden.web.lists.facets import PHASES
from ärenden.web.lists.rows import CLOSE, next_date
from ärenden.workflow.asked import NOT_IN
from ärenden.workflow.steps import ASKED, OPEN


@dataclass(frozen=True, kw_only=True)
class CaseRow:
    """A case of the group; `held` says with whom it is."""

    url: str
    title: str
    number: str
    held: str
    age: str
    phase: str
    state: str
    date_text: str
    date_note: str
    tone: str


@dataclass(frozen=True, kw_only=True)
class NoteRow:
    """A note or a promise; `when` is the day to ask again, or when that was settled."""

    url: str
    title: str
    case_url: str
    quote: str
    source: str
    text: str
    written: str
    assigned_to: str
    when: str
    when_note: str
    tone: str


def case_row(case: Any, *, organisation: str, now: datetime) -> CaseRow:
    """The row of a case that `queries.groups.held` found."""
    dated = next_date(case, now)
    return CaseRow(
        url=reverse("arenden:case", args=[organisation, case.public_id]),
        title=case.told_title,
        number=case.dnr or "Inget nummer",
        held=_held(case),
        age=_age(case, timezone.localdate(now)),
        phase=case.phase,
        state=PHASES[case.phase],
        date_text=dated.text,
        date_note=dated.note,
        tone=dated.tone,
    )


def note_row(note: Any, *, organisation: str, group: object, today: date) -> NoteRow:
    """The row of a note that `queries.groups.notes_in` found."""
    names = {"organisation": organisation, "group": group}
    when, when_note, tone = _when(note, today)
    written = full_date(timezone.localdate(note.written_at))
    return NoteRow(
        url=reverse("arenden:group_note", kwargs=names | {"entry": note.public_id}),
        title=note.case.told_title,
        case_url=reverse("arenden:case", args=[organisation, note.case.public_id]),
        quote=note.quote,
        source=source_of(note) if note.quote else "",
        text=note.text,
        written=f"{note.written_by}, {written}",
        assigned_to=note.assigned_to.name if note.assigned_to else "",
        when=when,
        when_note=when_note,
        tone=tone,
    )


def source_of(note: Any) -> str:
    """`Sven Svar i svaret, fråga 2`: whose words are quoted, and from where."""
    asked = note.part.question if note.part else None
    where = f"i svaret, fråga {asked.number}" if asked else "i svaret"
    return f"{note.promised_by} {where}" if note.promised_by else where.capitalize()


def _age(case: Case, today: date) -> str:
    """Only what waits grows old."""
    if case.state not in OPEN:
        return ""
    return counted((today - case.came_on).days, "dag", "dagar")


def _held(case: Any) -> str:
    if case.state not in OPEN:
        return ""
    if case.case_type in ASKED and case.answer_state in NOT_IN and case.answered_by:
        return f"{case.answered_by} ska svara"
    if case.asked:
        return f"på remiss hos {listed([in_sentence(name) for name in case.asked])}"
    return f"hos {in_sentence((case.preparing_body or case.body).name)}"


def _when(note: GroupNote, today: date) -> tuple[str, str, str]:
    if note.done_on:
        return "Klart", short_date(note.done_on, today=today), "met"
    day = note.ask_again_on
    if day is None:
        return "", "", ""
    tone = "late" if day <= today else "soon" if (day - today).days <= CLOSE else ""
    return short_date(day, today=today), relative(day, today=today), tone

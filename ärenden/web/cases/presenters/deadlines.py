"""The deadlines of a case: the day, why it is that one, how it was counted and what moved it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from kernel.dates import full_date, long_date
from kernel.text import capital, counted, in_sentence
from ärenden.choices import (
    LAST_MOMENTS,
    OUTSIDE_THE_CASE,
    DeadlineCause,
    DeadlineStatus,
    Event,
    Purpose,
)
from ärenden.choices import CaseType as Type
from ärenden.deadlines import BY_LAW
from ärenden.deadlines.results import StepKind, told_beside
from ärenden.drafting import THE
from ärenden.models import Deadline
from ärenden.queries.lists import SOON
from ärenden.web.cases.presenters.showing import Showing, sentence

STEPS: Mapping[str, str] = {
    StepKind.FROM: "Räknat från",
    StepKind.NOT_COUNTED: "Räknas inte",
    StepKind.COUNTED_TO: "Räknat till",
    StepKind.LISTED: "Enligt tabellen",
    StepKind.CHOSEN: "Beslutat sammanträde",
    StepKind.MOVED: "Flyttat till",
    StepKind.DUE: "Sista dag",
}


@dataclass(frozen=True, kw_only=True)
class DeadlineShown:
    """`notices` are what to know of a day that is right all the same, `steps` how it was counted.

    `moves` tell what it was before, and why it is so no longer.
    """

    name: str
    date_text: str
    tone: str
    explanation: str
    source: str
    notices: list[str]
    steps: list[str]
    moves: list[str]


def deadlines_of(showing: Showing) -> list[DeadlineShown]:
    """Those that run, have ended, or wait for a day; the replaced are told by their successors."""
    rows = {row.pk: row for row in showing.record.deadlines}
    replaced = {row.replaces_id for row in rows.values()}
    return [_deadline(showing, row, rows) for row in rows.values() if row.pk not in replaced]


def _deadline(showing: Showing, row: Deadline, rows: Mapping[int, Deadline]) -> DeadlineShown:
    tells_why = showing.record.reads_everything
    return shown(row, rows, name=_purpose(showing, row), now=showing.now, tells_why=tells_why)


def shown(
    row: Deadline, rows: Mapping[int, Deadline], *, name: str, now: datetime, tells_why: bool
) -> DeadlineShown:
    """One deadline; `rows` are those of the same owner, for what it was before."""
    text, tone = _when(row, now)
    ended = row.status in {DeadlineStatus.WAIVED, DeadlineStatus.WAITING}
    lost = "" if row.status == DeadlineStatus.WAITING else row.explanation
    why = sentence(row.ended_reason) if ended and row.ended_reason else lost
    return DeadlineShown(
        name=name,
        date_text=text,
        tone=tone,
        explanation=why,
        source="" if ended else row.source,
        notices=[] if ended else told_beside(_notices(row), row.explanation),
        steps=[] if ended else list(_steps(row.trace)),
        moves=list(_moves(row, rows, tells_why=tells_why)),
    )


def _purpose(showing: Showing, row: Deadline) -> str:
    if row.purpose == Purpose.ANSWER:
        return f"{THE[Type(showing.record.case.case_type)].capitalize()} ska besvaras"
    if row.task_id:
        tasks = (each for each in showing.record.tasks if each.pk == row.task_id)
        return "".join(f"Uppdrag till {in_sentence(each.responsible_printed)}" for each in tasks)
    if row.rule in BY_LAW:
        return "Beslut eller redovisning i fullmäktige"
    return Purpose(row.purpose).label


def _when(row: Deadline, now: datetime) -> tuple[str, str]:
    day = timezone.localdate(row.due_at)
    if row.met_at and row.purpose not in LAST_MOMENTS:
        met = timezone.localdate(row.met_at)
        days = (met - day).days
        late = f", {counted(days, 'dag', 'dagar')} för sent" if days > 0 else ""
        return f"Klart {full_date(met)}{late}", "late" if late else "met"
    if row.status == DeadlineStatus.WAIVED:
        return f"{capital(long_date(day))}, gäller inte längre", ""
    if row.status == DeadlineStatus.WAITING:
        return "Väntar på att ett sammanträde planeras", "soon"
    if row.due_at < now and row.purpose in LAST_MOMENTS:
        return f"Gick ut {full_date(day)}", ""
    if row.due_at < now:
        return f"Försenad: {long_date(day)}", "late"
    soon = row.due_at - now < SOON
    return capital(long_date(day)), "soon" if soon else ""


def _notices(row: Deadline) -> list[str]:
    return [each["text"] for each in row.trace.get("notices", [])]


def _steps(trace: Mapping[str, Any]) -> Iterator[str]:
    """The count as it was stored, step by step."""
    events = {each.value: each.label for each in Event}
    for step in trace.get("steps", []):
        day = full_date(date.fromisoformat(step["day"]))
        is_due = step["step"] == StepKind.DUE
        told = f"kl. {step['text'].replace(':', '.')}" if is_due else step["text"]
        why = events.get(told, "" if told == "meeting" else told)
        yield f"{STEPS[step['step']]} {day}{f': {why[:1].lower()}{why[1:]}' if why else ''}"


def _moves(row: Deadline, rows: Mapping[int, Deadline], *, tells_why: bool) -> Iterator[str]:
    """From the latest to the first: what it was, and who moved it when and why.

    What someone wrote as a reason is for those who work with the case.
    """
    while (before := rows.get(row.replaces_id or 0)) is not None:
        was = full_date(timezone.localdate(before.due_at))
        moved = full_date(timezone.localdate(row.set_at))
        why = _cause(row, tells_why=tells_why)
        yield f"Var {was}. Flyttades {moved} av {row.set_by_name}: {why}."
        row = before


def _cause(row: Deadline, *, tells_why: bool) -> str:
    if row.cause in OUTSIDE_THE_CASE and row.reason:
        return row.reason
    cause = DeadlineCause(row.cause).label.lower()
    return f"{cause}, {row.reason.rstrip('.')}" if row.reason and tells_why else cause

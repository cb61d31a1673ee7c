"""Meetings as ready texts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from kernel.dates import clock, full_date, long_date, relative
from kernel.text import in_sentence
from meetings.choices import MeetingKind, MeetingStatus
from meetings.models import Meeting
from ärenden.choices import AgendaKind, CaseType, DecisionNature, Outcome
from ärenden.models import Case, Decision
from ärenden.queries.meetings import MeetingRecord
from ärenden.web.cases.presenters.decisions import TO_ANOTHER
from ärenden.web.meetings.round import step_of, step_url
from ärenden.workflow.agenda import is_noted

A_MONTH = timedelta(days=31)


@dataclass(frozen=True, kw_only=True)
class MeetingRow:
    url: str
    day: str
    when: str
    body: str
    meta: str
    count: str


@dataclass(frozen=True, kw_only=True)
class Matter:
    """A case on the list, or a decision in it; `mark` is its place or its paragraph.

    `step` is what remains to be noted from the meeting, with its form's address, or that it is.
    """

    mark: str
    url: str
    title: str
    meta: str
    what: str
    step: str = ""
    step_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Group:
    """Matters of one kind under their heading."""

    heading: str
    matters: list[Matter]


def row_of(meeting: Any, *, organisation: str, today: date) -> MeetingRow:
    """A row that `queries.meetings.meetings_of` found."""
    number = meeting.case_count
    return MeetingRow(
        url=reverse("arenden:meeting", args=[organisation, meeting.public_id]),
        day=full_date(meeting.held_on) if meeting.held_on else "Okänt datum",
        when=_soon(meeting.held_on, today) if meeting.held_on else "",
        body=meeting.body.name,
        meta=circumstances(meeting),
        count=f"{number} {'ärende' if number == 1 else 'ärenden'}" if number else "",
    )


def _soon(day: date, today: date) -> str:
    """How near a coming meeting is; a far or past one is told by its date alone."""
    return relative(day, today=today) if today <= day <= today + A_MONTH else ""


def title_of(meeting: Meeting) -> str:
    day = long_date(meeting.held_on) if meeting.held_on else "okänt datum"
    return f"{meeting.body.name} {day}"


def circumstances(meeting: Meeting) -> str:
    """What is not as usual, and where and when: `Extra, kl. 17.30, Stadshuset`."""
    told = (
        MeetingKind(meeting.kind).label if meeting.kind != MeetingKind.ORDINARY else "",
        MeetingStatus(meeting.status).label if meeting.status == MeetingStatus.CANCELLED else "",
        clock(meeting.starts_at) if meeting.starts_at else "",
        meeting.place,
        meeting.held_on_unknown,
    )
    return ", ".join(filter(None, told))


def groups_of(record: MeetingRecord, *, organisation: str, today: date) -> list[Group]:
    """The list of the meeting, then its decisions; what was put and answered by KL 5:68 first."""
    put = [row for row in record.decisions if row.nature == DecisionNature.PERMISSION]
    answered = [row for row in record.decisions if row.nature == DecisionNature.ANSWERED]
    others = [row for row in record.decisions if row not in put and row not in answered]
    agenda = _agenda(record.agenda, organisation, today=today)
    groups = [Group(heading="På dagordningen", matters=agenda)]
    groups += [
        Group(heading=heading, matters=[_decided(row, organisation) for row in rows])
        for heading, rows in (
            ("Interpellationer och frågor som fick ställas", put),
            ("Interpellationer och frågor som besvarades", answered),
            ("Beslut i övrigt", others),
        )
    ]
    return [group for group in groups if group.matters]


def _agenda(items: Iterable[Any], organisation: str, *, today: date) -> list[Matter]:
    return [
        _listed(item, organisation, mark=str(place), today=today)
        for place, item in enumerate(items, start=1)
    ]


def _listed(item: Any, organisation: str, *, mark: str, today: date) -> Matter:
    what = AgendaKind(item.kind).label
    matter = _matter(item.case, organisation, mark=mark, what=what)
    if is_noted(AgendaKind(item.kind), item.noted):
        return replace(matter, step="Antecknat")
    action = step_of(item, today=today)
    if action is None:
        return matter
    url = step_url(item, action, organisation=organisation)
    return replace(matter, step=action.label, step_url=url)


def _decided(row: Decision, organisation: str) -> Matter:
    points = [
        f"{each.point.number} {Outcome(each.outcome).label.lower()}"
        for each in row.point_outcomes.all()
    ]
    told = ": ".join(filter(None, (_what(row), ", ".join(points))))
    return _matter(row.case, organisation, mark=str(row.minutes_item or "–"), what=told)


def _what(row: Decision) -> str:
    if row.outcome:
        return Outcome(row.outcome).label
    if row.target_body and row.nature in TO_ANOTHER:
        return f"{TO_ANOTHER[DecisionNature(row.nature)]} till {in_sentence(row.target_body.name)}"
    return DecisionNature(row.nature).label


def _matter(case: Case, organisation: str, *, mark: str, what: str) -> Matter:
    kind = CaseType(case.case_type).label
    return Matter(
        mark=mark,
        url=reverse("arenden:case", args=[organisation, case.public_id]),
        title=case.told_title,
        meta=f"{case.dnr or 'Utan diarienummer'} · {kind}",
        what=what,
    )


def empty_text(meeting: Meeting) -> str:
    """What will come, said to someone who looks at an empty list."""
    body = in_sentence(meeting.body.name)
    return f"Ärenden som anmäls eller sätts upp till {body} visas här."

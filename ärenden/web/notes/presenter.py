"""Meeting notes as ready texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from kernel.dates import full_date, instant, long_date
from ärenden.choices import Capacity, NoteSectionKind
from ärenden.models import AgentSnapshot, MeetingNote, NoteInvitation, NoteSection
from ärenden.queries.notes import NoteRecord
from ärenden.queries.secrecy import withheld_of
from ärenden.web.cases.presenters.showing import SourceLinks, person_of
from ärenden.web.lists.rows import Who


@dataclass(frozen=True, kw_only=True)
class NoteRow:
    """One line of the list of notes."""

    url: str
    title: str
    subtitle: str
    day: str
    place: str
    present: str


def row_of(note: Any, *, organisation: str) -> NoteRow:
    """A row that `queries.notes.listed_notes` found."""
    told = withheld_of(note.kept).told
    return NoteRow(
        url=reverse("arenden:note", args=[organisation, note.public_id]),
        title=told(note.title),
        subtitle=told(note.subtitle),
        day=_day(note),
        place=note.place_printed,
        present=f"{note.present} deltagare" if note.present else "",
    )


def _day(note: MeetingNote) -> str:
    return full_date(note.held_on) if note.held_on else note.date_text


@dataclass(frozen=True)
class Present:
    """Someone who was there, with what stands beside the name."""

    person: Who
    note: str
    source: str | SafeString


@dataclass(frozen=True)
class Section:
    """A section with what stands under it; `label` as printed, such as a number."""

    label: str
    heading: str
    text: str
    source: str | SafeString
    parts: list["Section"] = field(default_factory=list)


@dataclass(frozen=True)
class Invitation:
    when: str
    read_as: str
    lines: list[str]
    source: str | SafeString


@dataclass(frozen=True, kw_only=True)
class NoteShown:
    title: str
    subtitle: str
    sources: list[str | SafeString]
    facts: list[dict[str, str]]
    present: list[Present]
    contacts: list[Present]
    agreements: list[Section]
    sections: list[Section]
    invitations: list[Invitation]
    attachments: list[str]
    cases: list[dict[str, str]]
    read_from: list[dict[str, str]]


def note_of(record: NoteRecord, *, organisation: str) -> NoteShown:
    note = record.note
    links = SourceLinks(
        record.traces,
        "arenden:note_source",
        {"organisation": organisation, "note": note.public_id},
    )
    top = [section for section in record.sections if section.parent_id is None]
    return NoteShown(
        title=note.title,
        subtitle=note.subtitle,
        sources=list(filter(None, [links.to(note, "title", what="rubriken")])),
        facts=_facts(note),
        present=_people(record.agents, Capacity.PARTICIPANT, links),
        contacts=_people(record.agents, Capacity.EXTERNAL_CONTACT, links),
        agreements=_tree(record, _agreed(top), links),
        sections=_tree(record, [row for row in top if row not in _agreed(top)], links),
        invitations=[_invitation(row, links) for row in record.invitations],
        attachments=[document.told_title for document in record.documents],
        cases=[
            {
                "label": " ".join(filter(None, (case.dnr, case.told_title))),
                "url": reverse("arenden:case", args=[organisation, case.public_id]),
            }
            for case in record.cases
        ],
        read_from=links.listed(),
    )


def _facts(note: MeetingNote) -> list[dict[str, str]]:
    """What is printed, and beside a printed date the day it was read as."""
    day = long_date(note.held_on) if note.held_on else ""
    read = f"{note.date_text} (läst som {day})" if note.date_text and day else note.date_text or day
    shown = [
        ("Datum", read),
        ("Plats", note.place_printed),
        ("Organ", note.body.name if note.body else ""),
        ("Fördelas till", note.distributed_to),
        ("Registrering", note.registration_note),
    ]
    return [{"label": label, "value": value} for label, value in shown if value]


def _people(
    agents: Sequence[AgentSnapshot], capacity: Capacity, links: SourceLinks
) -> list[Present]:
    return [
        Present(
            person_of(agent),
            _said_of(agent),
            links.to(agent, "name_printed", what=agent.name),
        )
        for agent in agents
        if agent.capacity == capacity
    ]


def _said_of(agent: AgentSnapshot) -> str:
    printed = (agent.organisation_printed, *agent.roles_printed, agent.note_printed)
    return "" if agent.is_protected else ", ".join(filter(None, printed))


def _agreed(rows: Iterable[NoteSection]) -> list[NoteSection]:
    return [row for row in rows if row.kind == NoteSectionKind.AGREEMENT]


def _tree(record: NoteRecord, rows: Iterable[NoteSection], links: SourceLinks) -> list[Section]:
    return [
        Section(
            row.label_printed,
            row.heading,
            row.text,
            links.to(row, "text" if row.text else "heading", what="avsnittet"),
            _tree(record, (each for each in record.sections if each.parent_id == row.pk), links),
        )
        for row in rows
    ]


def _invitation(row: NoteInvitation, links: SourceLinks) -> Invitation:
    read = f"Läst som {instant(row.at)}" if row.at else ""
    if row.year_is_inferred:
        read += ", året är inte utskrivet"
    lines = [
        f"{label}: {value}"
        for label, value in (
            ("Inbjudna", row.invited),
            ("Tillfälle", row.occasion),
            ("Sätt", row.channel),
        )
        if value
    ]
    return Invitation(row.when_text, read, lines, links.to(row, "when_text", what="inbjudan"))

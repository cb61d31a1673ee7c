"""Meeting notes: those of an organisation, and all that hangs on one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from accounts.models import User
from parties.models import Organisation
from ärenden import access
from ärenden.choices import Capacity
from ärenden.models import (
    AgentSnapshot,
    Case,
    Document,
    MeetingNote,
    NoteInvitation,
    NoteSection,
)
from ärenden.queries.traces import Traces, traces_of


@dataclass(frozen=True, kw_only=True)
class NoteRecord:
    """The rows of one meeting's notes, in printed order."""

    note: MeetingNote
    agents: Sequence[AgentSnapshot]
    sections: Sequence[NoteSection]
    invitations: Sequence[NoteInvitation]
    documents: Sequence[Document]
    cases: Sequence[Case]
    traces: Traces


def listed_notes(organisation: Organisation) -> QuerySet[Any]:
    """The organisation's notes, latest meeting first, with how many took part."""
    present = Count("agents", filter=Q(agents__capacity=Capacity.PARTICIPANT))
    return organisation.meeting_notes.annotate(present=present).order_by(
        F("held_on").desc(nulls_last=True), "-pk"
    )


def note_record_of(note: MeetingNote, *, user: User, on: date) -> NoteRecord:
    """The notes with all that hangs on them; linked cases only as far as one may see them."""
    return NoteRecord(
        note=note,
        agents=list(note.agents.select_related("person", "party")),
        sections=list(note.sections.all()),
        invitations=list(note.invitations.all()),
        documents=list(note.documents.all()),
        cases=list(access.visible_to(user, on=on).filter(meeting_notes=note).order_by("pk")),
        traces=traces_of(note),
    )

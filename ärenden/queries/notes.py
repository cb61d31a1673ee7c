"""Meeting notes: those of an organisation, and all that hangs on one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Prefetch, Q, QuerySet

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
from ärenden.queries.secrecy import withheld_of
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
    """The organisation's notes, latest meeting first, with how many took part.

    Each with the names of the protected among them, whom its texts are read without.
    """
    protected = AgentSnapshot.objects.filter(person__has_protected_identity=True)
    present = Count("agents", filter=Q(agents__capacity=Capacity.PARTICIPANT))
    rows = organisation.meeting_notes.annotate(present=present)
    named = Prefetch("agents", protected.select_related("person"), "kept")
    return rows.prefetch_related(named).order_by(F("held_on").desc(nulls_last=True), "-pk")


def note_record_of(note: MeetingNote, *, user: User, on: date) -> NoteRecord:
    """The notes with all that hangs on them; linked cases only as far as one may see them.

    The texts are read without the protected among those who were there, the sources not at all.
    """
    agents = list(note.agents.select_related("person", "party"))
    withheld = withheld_of(agents)
    record = NoteRecord(
        note=note,
        agents=agents,
        sections=list(note.sections.all()),
        invitations=list(note.invitations.all()),
        documents=list(note.documents.all()),
        cases=list(access.visible_to(user, on=on).filter(meeting_notes=note).order_by("pk")),
        traces=Traces({}, ()) if withheld else traces_of(note),
    )
    texts = [note, record.sections, record.invitations, record.documents]
    withheld.reread(texts)
    return record

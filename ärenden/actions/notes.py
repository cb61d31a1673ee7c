"""Write down meeting notes: they have no paragraphs, no decisions and no diary number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from accounts.roles import Verb
from kernel.text import normalise
from parties.access import may_in
from parties.models import Body, Organisation
from ärenden.actions.base import Doing, acting, demand
from ärenden.actions.documents import STATUS_OF
from ärenden.actions.values import Name, write_names
from ärenden.choices import Capacity, Direction, DocumentKind, NoteSectionKind
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, Document, MeetingNote, NoteInvitation, NoteSection
from ärenden.queries.secrecy import withheld_of
from ärenden.workflow import Action


@dataclass(frozen=True, kw_only=True)
class NewSection:
    """A heading with its text and what stands under it."""

    heading: str = ""
    text: str = ""
    label: str = ""
    kind: NoteSectionKind = NoteSectionKind.TEXT
    children: Sequence["NewSection"] = ()


@dataclass(frozen=True, kw_only=True)
class NewInvitation:
    """What the notes invite to: the words, and the instant as read from them."""

    when_text: str
    at: datetime | None = None
    year_is_inferred: bool = False
    channel: str = ""
    invited: str = ""
    occasion: str = ""


@dataclass(frozen=True, kw_only=True)
class NewNote:
    """Notes letter by letter; `attachments` are titles of papers that may be missing."""

    organisation: Organisation
    title: str
    body: Body | None = None
    subtitle: str = ""
    place: str = ""
    date_text: str = ""
    held_on: date | None = None
    distributed_to: str = ""
    registration_note: str = ""
    participants: Sequence[Name] = ()
    external_contacts: Sequence[Name] = ()
    sections: Sequence[NewSection] = ()
    invitations: Sequence[NewInvitation] = ()
    attachments: Sequence[str] = ()


@transaction.atomic
def write_note(*, doing: Doing, new: NewNote) -> MeetingNote:
    """Store the notes of a meeting with everything in them, in printed order."""
    own = new.organisation
    demand(
        doing,
        Verb.REGISTER,
        granted=lambda verb: may_in(doing.by, verb, organisation=own, on=doing.day),
    )
    note = MeetingNote.objects.create(
        organisation=new.organisation,
        body=new.body,
        title=normalise(new.title),
        subtitle=normalise(new.subtitle),
        place_printed=new.place,
        date_text=new.date_text,
        held_on=new.held_on,
        distributed_to=new.distributed_to,
        registration_note=new.registration_note,
    )
    write_names(Capacity.PARTICIPANT, new.participants, note=note)
    write_names(Capacity.EXTERNAL_CONTACT, new.external_contacts, note=note)
    _sections(note, new.sections, parent=None, written=0)
    _invitations(note, new.invitations)
    _attachments(note, new.attachments, registered_on=doing.day)
    return note


def link_note(*, case: Case, doing: Doing, note: MeetingNote, reason: str) -> None:
    """Tell that the notes of a meeting belong with the case."""
    if note.organisation_id != case.organisation_id:
        raise ActionRefused([Refusal("wrong_note", "välj anteckningar i samma organisation")])
    with acting(Action.LINK_NOTE, case=case, doing=doing) as act:
        if note.cases.filter(pk=act.case.pk).exists():
            raise ActionRefused([Refusal("already_linked", "anteckningarna är redan kopplade")])
        note.cases.add(act.case)
        told = withheld_of(note.agents.select_related("person")).told
        text = f"Kopplades till minnesanteckningarna {told(note.title)}"
        act.record(text, on=doing.day, reason=reason, note=str(note.public_id))


def _sections(
    note: MeetingNote, sections: Sequence[NewSection], *, parent: NoteSection | None, written: int
) -> int:
    """Positions run through the whole tree as it is read; returns the last one used."""
    for section in sections:
        written += 1
        row = NoteSection.objects.create(
            note=note,
            parent=parent,
            position=written,
            kind=section.kind,
            label_printed=section.label,
            heading=normalise(section.heading),
            text=normalise(section.text),
        )
        written = _sections(note, section.children, parent=row, written=written)
    return written


def _invitations(note: MeetingNote, invitations: Sequence[NewInvitation]) -> None:
    NoteInvitation.objects.bulk_create(
        NoteInvitation(
            note=note,
            position=position,
            when_text=new.when_text,
            at=new.at,
            year_is_inferred=new.year_is_inferred,
            channel=new.channel,
            invited=new.invited,
            occasion=new.occasion,
        )
        for position, new in enumerate(invitations, start=1)
    )


def _attachments(note: MeetingNote, titles: Sequence[str], *, registered_on: date) -> None:
    Document.objects.bulk_create(
        Document(
            note=note,
            running_number=number,
            kind=DocumentKind.ATTACHMENT,
            direction=Direction.INTERNAL,
            legal_status=STATUS_OF[Direction.INTERNAL],
            title=title,
            registered_on=registered_on,
        )
        for number, title in enumerate(titles, start=1)
    )

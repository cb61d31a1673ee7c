"""From a reading to meeting notes."""

from collections.abc import Iterator, Sequence

from ärenden.actions.base import Doing
from ärenden.actions.notes import NewInvitation, NewNote, NewSection, write_note
from ärenden.choices import Capacity
from ärenden.models import MeetingNote
from ärenden.reading.containers import Containers
from ärenden.reading.format import ReadInvitation, ReadNote, ReadNoteSection
from ärenden.reading.traces import Traces


def open_note(read: ReadNote, *, doing: Doing, around: Containers, traces: Traces) -> MeetingNote:
    """Write down the notes, and remember where everything in them stands."""
    note = write_note(doing=doing, new=_new_note(read, around))
    traces.add(note, read)
    traces.add_names(Capacity.PARTICIPANT, read.participants, note=note)
    traces.add_names(Capacity.EXTERNAL_CONTACT, read.external_contacts, note=note)
    traces.add_all(note.sections.all(), list(_as_printed(read.sections)))
    traces.add_all(note.invitations.all(), read.invitations)
    traces.add_all(note.documents.all(), read.attachments)
    return note


def _new_note(read: ReadNote, around: Containers) -> NewNote:
    return NewNote(
        organisation=around.organisation,
        body=around.body_if(read.body),
        title=read.title.text,
        subtitle=read.subtitle.text,
        place=read.place_printed.text,
        date_text=read.date_text.text,
        held_on=read.held_on,
        distributed_to=read.distributed_to.text,
        registration_note=read.registration_note,
        participants=around.names(read.participants),
        external_contacts=around.names(read.external_contacts),
        sections=[_new_section(section) for section in read.sections],
        invitations=[_new_invitation(invitation) for invitation in read.invitations],
        attachments=[attachment.title.text for attachment in read.attachments],
    )


def _new_section(read: ReadNoteSection) -> NewSection:
    return NewSection(
        heading=read.heading.text,
        text=read.text.text,
        label=read.label_printed.text,
        kind=read.kind,
        children=[_new_section(child) for child in read.children],
    )


def _new_invitation(read: ReadInvitation) -> NewInvitation:
    return NewInvitation(
        when_text=read.when_text.text,
        at=read.at,
        year_is_inferred=read.year_is_inferred,
        channel=read.channel.text,
        invited=read.invited.text,
        occasion=read.occasion.text,
    )


def _as_printed(sections: Sequence[ReadNoteSection]) -> Iterator[ReadNoteSection]:
    """The whole tree from top to bottom, as its positions run."""
    for section in sections:
        yield section
        yield from _as_printed(section.children)

"""Meeting notes."""

from dataclasses import dataclass
from datetime import date, datetime

from ärenden.choices import NoteSectionKind
from ärenden.reading.anchors import NOTHING, Cut
from ärenden.reading.format.cases import ReadName


@dataclass(frozen=True, kw_only=True)
class ReadNoteSection:
    text: Cut = NOTHING
    heading: Cut = NOTHING
    label_printed: Cut = NOTHING
    kind: NoteSectionKind = NoteSectionKind.TEXT
    children: tuple["ReadNoteSection", ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReadInvitation:
    when_text: Cut
    at: datetime | None = None
    year_is_inferred: bool = False
    channel: Cut = NOTHING
    invited: Cut = NOTHING
    occasion: Cut = NOTHING


@dataclass(frozen=True, kw_only=True)
class ReadAttachment:
    title: Cut


@dataclass(frozen=True, kw_only=True)
class ReadNote:
    title: Cut
    body: str = ""
    subtitle: Cut = NOTHING
    place_printed: Cut = NOTHING
    date_text: Cut = NOTHING
    held_on: date | None = None
    distributed_to: Cut = NOTHING
    registration_note: str = ""
    participants: tuple[ReadName, ...] = ()
    external_contacts: tuple[ReadName, ...] = ()
    sections: tuple[ReadNoteSection, ...] = ()
    invitations: tuple[ReadInvitation, ...] = ()
    attachments: tuple[ReadAttachment, ...] = ()

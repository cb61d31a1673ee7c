"""The case with its questions, its documents and its answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ärenden.choices import (
    AgentKind,
    CaseType,
    Coverage,
    Direction,
    DocumentKind,
    Fact,
    Origin,
)
from ärenden.reading.anchors import NOTHING, Cut

Unknown = Mapping[Fact, str]


@dataclass(frozen=True, kw_only=True)
class ReadName:
    """A name in one capacity; written short as the string `Anna Provsson (S)`."""

    name_printed: Cut
    party_printed: Cut = NOTHING
    roles_printed: tuple[Cut, ...] = ()
    organisation_printed: Cut = NOTHING
    note_printed: Cut = NOTHING
    kind: AgentKind = AgentKind.ELECTED


@dataclass(frozen=True, kw_only=True)
class ReadDocument:
    kind: DocumentKind
    title: Cut
    direction: Direction
    place: Cut = NOTHING
    date_text: Cut = NOTHING
    dated_on: date | None = None
    senders: tuple[ReadName, ...] = ()
    recipients: tuple[ReadName, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReadQuestion:
    text: Cut
    label_printed: Cut = NOTHING


@dataclass(frozen=True, kw_only=True)
class ReadCase:
    """The case. Without a `document` its own paper is missing: others tell of it."""

    case_type: CaseType
    body: str
    title: Cut
    dnr: Cut = NOTHING
    motivation: Cut = NOTHING
    question_intro: Cut = NOTHING
    origin: Origin = Origin.COUNCILLOR
    on_behalf_of: Cut = NOTHING
    signatories: tuple[ReadName, ...] = ()
    addressee: ReadName | None = None
    questions: tuple[ReadQuestion, ...] = ()
    document: ReadDocument | None = None
    unknown: Unknown = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ReadPart:
    """The answer to the question of that number, or to all when there is none."""

    text: Cut
    question: int = 0
    coverage: Coverage = Coverage.FULL
    question_label_printed: Cut = NOTHING
    question_text_as_quoted: Cut = NOTHING
    answer_label_printed: Cut = NOTHING


@dataclass(frozen=True, kw_only=True)
class ReadAnswer:
    parts: tuple[ReadPart, ...]
    title_printed: Cut = NOTHING
    preamble: Cut = NOTHING
    questions_intro: Cut = NOTHING
    closing: Cut = NOTHING
    place: Cut = NOTHING
    date_text: Cut = NOTHING
    dated_on: date | None = None
    signers: tuple[ReadName, ...] = ()
    recipients: tuple[ReadName, ...] = ()
    unknown: Unknown = field(default_factory=dict)

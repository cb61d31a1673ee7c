"""What a reading may say: the fields of the model, texts as cuts of the source.

The keys are the names of the model's own fields. A `Cut` is written as an anchor, everything
else is a fact that someone read out of the paper.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from parties.choices import BodyKind, OrganisationKind, PartyScope
from ärenden.choices import (
    AgentKind,
    CaseType,
    Coverage,
    DatePrecision,
    DecisionNature,
    Direction,
    DocumentKind,
    Fact,
    NoteSectionKind,
    Origin,
    Outcome,
    PrepAction,
    ProposalKind,
    ProposalSource,
    SectionKey,
    StatementKind,
    StepMethod,
)
from ärenden.reading.anchors import NOTHING, Cut

Unknown = Mapping[Fact, str]


@dataclass(frozen=True, kw_only=True)
class ReadOrganisation:
    name: str
    slug: str
    kind: OrganisationKind = OrganisationKind.MUNICIPALITY


@dataclass(frozen=True, kw_only=True)
class ReadBody:
    abbreviation: str
    name: str
    kind: BodyKind
    parent: str = ""
    is_public: bool = False
    prepares_only: bool = False


@dataclass(frozen=True, kw_only=True)
class ReadParty:
    abbreviation: str
    name: str = ""
    scope: PartyScope = PartyScope.NATIONAL


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


@dataclass(frozen=True, kw_only=True)
class ReadSection:
    key: SectionKey
    heading_printed: Cut = NOTHING
    text: Cut = NOTHING


@dataclass(frozen=True, kw_only=True)
class ReadMinutes:
    """The meeting, and the paragraph that tells of the case."""

    body: str
    number: Cut
    title_printed: Cut
    held_on: date | None = None
    held_on_unknown: str = ""
    sections: tuple[ReadSection, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReadPrepStep:
    action: PrepAction
    actor_printed: Cut
    body: str = ""
    on_date: date | None = None
    paragraph_printed: Cut = NOTHING
    lead_text_printed: Cut = NOTHING
    text: Cut = NOTHING


@dataclass(frozen=True, kw_only=True)
class ReadPoint:
    """A point; `derived_from` and `from_point` name another as `P1.2`."""

    text: Cut
    label_printed: Cut = NOTHING
    lead_text_printed: Cut = NOTHING
    has_att: bool = False
    derived_from: str = ""
    from_point: str = ""


@dataclass(frozen=True, kw_only=True)
class ReadProposal:
    """A proposal under a name of ours, in the minutes or in the document of that number."""

    key: str
    kind: ProposalKind
    source: ProposalSource = ProposalSource.COUNCILLOR
    document: int = 0
    target: str = ""
    lead_text_printed: Cut = NOTHING
    text: Cut = NOTHING
    proposers: tuple[ReadName, ...] = ()
    supporters: tuple[ReadName, ...] = ()
    points: tuple[ReadPoint, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReadStep:
    """What stood against what, by the proposals' keys; `avslag` is rejection."""

    method: StepMethod
    options: tuple[str, ...]
    outcome: str
    found_printed: Cut = NOTHING


@dataclass(frozen=True, kw_only=True)
class ReadDecision:
    nature: DecisionNature
    outcome: Outcome
    points: tuple[ReadPoint, ...]
    target_body: str = ""
    lead_text_printed: Cut = NOTHING
    unknown: Unknown = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ReadReservation:
    people: tuple[ReadName, ...]
    in_favour_of: str = ""
    printed: Cut = NOTHING
    text: Cut = NOTHING


@dataclass(frozen=True, kw_only=True)
class ReadStatement:
    kind: StatementKind
    authors: tuple[ReadName, ...]
    text: Cut
    lead_text_printed: Cut = NOTHING


@dataclass(frozen=True, kw_only=True)
class ReadTask:
    responsible_printed: Cut
    text: Cut
    point: int = 0
    due_on: date | None = None
    due_precision: DatePrecision = DatePrecision.DAY
    report_to_printed: Cut = NOTHING
    reported_on: date | None = None
    report: Cut = NOTHING


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


@dataclass(frozen=True, kw_only=True)
class ReadPaper:
    """Everything that was read out of one source: a case and what befell it, or a note.

    `known_on` is the first day by which the paper shows that bodies and parties existed.
    """

    organisation: ReadOrganisation
    known_on: date | None = None
    bodies: tuple[ReadBody, ...] = ()
    parties: tuple[ReadParty, ...] = ()
    case: ReadCase | None = None
    documents: tuple[ReadDocument, ...] = ()
    answers: tuple[ReadAnswer, ...] = ()
    minutes: ReadMinutes | None = None
    prep_steps: tuple[ReadPrepStep, ...] = ()
    proposals: tuple[ReadProposal, ...] = ()
    steps: tuple[ReadStep, ...] = ()
    decision: ReadDecision | None = None
    reservations: tuple[ReadReservation, ...] = ()
    statements: tuple[ReadStatement, ...] = ()
    tasks: tuple[ReadTask, ...] = ()
    note: ReadNote | None = None

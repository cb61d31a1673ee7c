"""What the minutes tell: preparation, proposals, beslutsgång, decision and what follows."""

from dataclasses import dataclass, field
from datetime import date

from ärenden.choices import (
    DatePrecision,
    DecisionNature,
    Outcome,
    PrepAction,
    ProposalKind,
    ProposalSource,
    SectionKey,
    StatementKind,
    StepMethod,
)
from ärenden.reading.anchors import NOTHING, Cut
from ärenden.reading.format.cases import ReadName, Unknown


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

"""All that is read out of one source, and the organisation around it."""

from dataclasses import dataclass
from datetime import date

from parties.choices import BodyKind, OrganisationKind, PartyScope
from ärenden.reading.format.cases import ReadAnswer, ReadCase, ReadDocument
from ärenden.reading.format.minutes import (
    ReadDecision,
    ReadMinutes,
    ReadPrepStep,
    ReadProposal,
    ReadReservation,
    ReadStatement,
    ReadStep,
    ReadTask,
)
from ärenden.reading.format.notes import ReadNote


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

"""Where and by whom a paper is registered: what every section of the form needs to know."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from accounts.models import User
from parties.models import Organisation
from ärenden.choices import CaseType
from ärenden.web.people import People
from ärenden.workflow.table import ASKED


@dataclass(frozen=True, slots=True)
class Nouns:
    """What the list holds, in words."""

    one: str
    many: str
    the_first: str


QUESTIONS = Nouns("fråga", "frågor", "Fråga")
POINTS = Nouns("att-sats", "att-satser", "Att-sats")


@dataclass(frozen=True, kw_only=True)
class Place:
    """One organisation and day, the one who registers, and what is being registered."""

    organisation: Organisation
    user: User
    today: date
    people: People
    may_waive: bool
    case_type: CaseType = CaseType.INTERPELLATION

    @property
    def is_asked(self) -> bool:
        return self.case_type in ASKED

    def of(self, case_type: CaseType) -> Self:
        """The same place with the type that was chosen."""
        return replace(self, case_type=case_type)

    @property
    def nouns(self) -> Nouns:
        return QUESTIONS if self.is_asked else POINTS

    @property
    def kind(self) -> str:
        """The type as it stands inside a sentence."""
        return self.case_type.label.lower()


def case_type_of(text: str) -> CaseType:
    """The type that was chosen; an interpellation when none was."""
    return CaseType(text) if text in CaseType.values else CaseType.INTERPELLATION

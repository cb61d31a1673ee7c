"""What actions take in: plain values as printed, beside the rows they were linked to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from django.core.files.base import ContentFile, File

from kernel.text import listed
from parties.models import PROTECTED, Body, Party, Person
from ärenden.choices import AgentKind, Capacity, Coverage, SectionKey
from ärenden.drafting import checksum
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import AgentSnapshot, Case, ProposalPoint, Question

ATT = re.compile(r"\s*att\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Name:
    """A name as it stands in the paper."""

    name: str
    party_printed: str = ""
    roles: tuple[str, ...] = ()
    organisation: str = ""
    note: str = ""
    kind: AgentKind = AgentKind.ELECTED
    person: Person | None = None
    party: Party | None = None
    body: Body | None = None

    @property
    def is_protected(self) -> bool:
        return self.person is not None and self.person.has_protected_identity

    def is_same(self, other: Self) -> bool:
        """The same person where both are linked to one, else someone of the same name."""
        if self.person and other.person:
            return self.person == other.person
        return not self._called.isdisjoint(other._called)

    @property
    def _called(self) -> set[str]:
        """The name as printed, and as the register has it."""
        names = [self.name, *([self.person.name] if self.person else [])]
        return {name.casefold() for name in names}

    def __str__(self) -> str:
        """As the timeline tells it, which never changes: never the name of someone protected."""
        return PROTECTED if self.is_protected else f"{self.name} {self.party_printed}".strip()


@dataclass(frozen=True, kw_only=True)
class Point:
    """A question, an att-sats or a decision point, letter by letter."""

    text: str
    label: str = ""
    lead_text: str = ""
    has_att: bool = False
    derived_from: ProposalPoint | None = None


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading of the minutes as printed, what it means, and its text."""

    key: SectionKey
    heading: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Part:
    """The answer to one question, or to all together (no question)."""

    text: str
    question: Question | None = None
    coverage: Coverage = Coverage.FULL
    question_label: str = ""
    question_as_quoted: str = ""
    answer_label: str = ""


@dataclass(frozen=True, kw_only=True)
class NewFile:
    """A file that was looked into: its type is told by content, its checksum computed."""

    name: str
    media_type: str
    size: int
    sha256: str
    file: File  # type: ignore[type-arg]  # generic only in the stubs


def text_file(text: str, *, name: str) -> NewFile:
    """A text that was written here, as a file with the checksum of its receipt."""
    content = text.encode()
    return NewFile(
        name=name,
        media_type="text/plain",
        size=len(content),
        sha256=checksum(text),
        file=ContentFile(content, name=name),
    )


def write_names(capacity: Capacity, names: Sequence[Name], **owner: Any) -> list[AgentSnapshot]:
    """Store names in printed order for one owner: `write_names(SIGNATORY, names, case=case)`."""
    rows = [
        AgentSnapshot(
            capacity=capacity,
            position=position,
            kind=name.kind,
            name_printed=name.name,
            party_printed=name.party_printed,
            roles_printed=list(name.roles),
            organisation_printed=name.organisation,
            note_printed=name.note,
            person=name.person,
            party=name.party,
            body=name.body,
            **owner,
        )
        for position, name in enumerate(names, start=1)
    ]
    return AgentSnapshot.objects.bulk_create(rows)


def begins_with_att(text: str) -> bool:
    """Is it an att-sats? `att ...` is, `Attityder ...` is not."""
    return bool(ATT.match(text))


def as_printed(agent: AgentSnapshot) -> Name:
    """The name again, to be stored for another owner."""
    return Name(
        name=agent.name_printed,
        party_printed=agent.party_printed,
        roles=tuple(agent.roles_printed),
        organisation=agent.organisation_printed,
        note=agent.note_printed,
        kind=AgentKind(agent.kind),
        person=agent.person,
        party=agent.party,
        body=agent.body,
    )


def replace_name(case: Case, capacity: Capacity, to: Name) -> dict[str, str]:
    """Put someone else in the place; returns who stood there and who does now, for the event.

    Refused while the name is kept apart, because the mark would go with the row.
    """
    first = case.agents.filter(capacity=capacity)
    if case.secrecy_marks.filter(agent__in=first, lifted_on=None).exists():
        text = "namnet är sekretessmarkerat; häv markeringen först"
        raise ActionRefused([Refusal("name_marked", text)])
    before = named([as_printed(row) for row in first])
    first.delete()
    write_names(capacity, [to], case=case)
    return {"before": before, "after": named([to])}


def named(names: Sequence[Name]) -> str:
    """`A (S), B (M) och C (–)` as Swedes write names in a sentence."""
    return listed([str(name) for name in names])

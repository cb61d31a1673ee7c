"""From what was typed of a name to the name that the register stores, linked where it is known."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from parties.directory import parties_of
from parties.models import Body, Organisation, Party, Person
from ärenden.actions.values import Name
from ärenden.choices import AgentKind
from ärenden.queries import offers
from ärenden.queries.offers import Candidate, Holder

LONGEST_NAME, LONGEST_TITLE = 200, 160
NO_PARTY: Final = frozenset({"-", "–"})
_NAME: Final = r"[A-ZÅÄÖ][\w.'’-]*(?: (?:[a-z]{1,3} )?[A-ZÅÄÖ][\w.'’-]*)+"
_PARTY: Final = r"\((?P<party>[^()]{1,38})\)"
_NAME_FIRST: Final = re.compile(
    rf"(?P<name>[^(),]+?)(?:\s*{_PARTY})?(?:\s*,\s*(?P<title>\S.*))?\s*"
)
_OFFICE_FIRST: Final = re.compile(
    rf"(?P<title>[a-zåäö0-9:][^(),]*?),? (?P<name>{_NAME})(?:\s*{_PARTY})?\s*"
)


@dataclass(frozen=True, slots=True)
class TypedName:
    """The parts of a typed name; the party without its parentheses."""

    name: str
    party: str = ""
    title: str = ""

    @property
    def problem(self) -> str:
        """What is too long to be kept, in a sentence; nothing else can be wrong with a name."""
        if len(self.name) > LONGEST_NAME:
            return f"Namnet kan ha högst {LONGEST_NAME} tecken"
        if len(self.title) > LONGEST_TITLE:
            return f"Uppdraget kan ha högst {LONGEST_TITLE} tecken"
        return ""


def parse_name(text: str) -> TypedName:
    """Read `Anna Ek (S), ordförande i styrelsen`, or the office first; else all is the name."""
    typed = " ".join(text.split())
    found = _OFFICE_FIRST.fullmatch(typed) or _NAME_FIRST.fullmatch(typed)
    if found is None:
        return TypedName(typed)
    return TypedName(found["name"], found["party"] or "", found["title"] or "")


def printed_party(abbreviation: str) -> str:
    """As it stands after a name: (S), and (–) for who belongs to no party."""
    return f"({abbreviation})" if abbreviation else ""


@dataclass(frozen=True)
class People:
    """The people, parties and offices of a day; asked for once, and only when needed."""

    organisation: Organisation
    on: date

    @cached_property
    def candidates(self) -> list[Candidate]:
        return offers.candidates(self.organisation, on=self.on)

    @cached_property
    def holders(self) -> list[Holder]:
        return offers.holders(self.organisation, on=self.on)

    @cached_property
    def suggestions(self) -> list[str]:
        return [f"{each.person} {printed_party(each.party)}".strip() for each in self.candidates]

    def party(self, letters: str) -> Party | None:
        return self._parties.get(letters.casefold())

    def bearing(self, read: TypedName) -> Candidate | None:
        """The one person of that name; of several, the one of that party.

        Someone with a protected identity by the name itself too: linked, it is told to no one.
        """
        name = read.name.casefold()
        same = [each for each in self.candidates if name in _names(each.person)]
        if len(same) > 1:
            same = [each for each in same if _is_same_party(each.party, read.party)]
        return same[0] if len(same) == 1 else None

    def named(self, typed: str, *, otherwise: AgentKind) -> Name:
        """The name as typed, linked to the one who bears it, or who holds the office typed."""
        read = parse_name(typed)
        if not read.title and (holder := self._holding(read.name)):
            person, body = holder.candidate.person, holder.body
            return self.linked(read, person=person, body=body, otherwise=otherwise)
        found = self.bearing(read)
        return self.linked(read, person=found.person if found else None, otherwise=otherwise)

    def may_be_asked(self, person: Person | None) -> bool:
        """Does she hold an office, that the register knows of, of those in KL 5:59 and 64?"""
        return any(each.candidate.person == person for each in self.holders)

    def linked(
        self,
        read: TypedName,
        *,
        person: Person | None,
        otherwise: AgentKind,
        body: Body | None = None,
    ) -> Name:
        """The name of a known person, or of someone who is `otherwise`."""
        return Name(
            name=read.name,
            party_printed=printed_party(read.party),
            roles=(read.title,) if read.title else (),
            kind=AgentKind.ELECTED if person or read.party else otherwise,
            person=person,
            party=self.party(read.party),
            body=body or self._body_of(person, read.title),
        )

    @cached_property
    def _parties(self) -> Mapping[str, Party]:
        """By their letters; a local party of the same letters as a national one wins."""
        rows = parties_of(self.organisation, on=self.on).reverse()
        return {party.abbreviation.casefold(): party for party in rows}

    def _holding(self, title: str) -> Holder | None:
        same = [each for each in self.holders if title.casefold() in _titles(each)]
        return same[0] if len(same) == 1 else None

    def _body_of(self, person: Person | None, title: str) -> Body | None:
        if person is None or not title:
            return None
        own = [each for each in self.holders if each.candidate.person == person]
        return next((each.body for each in own if title.casefold() in _titles(each)), None)


def _names(person: Person) -> tuple[str, str]:
    """The name itself, and the one that a suggestion puts in the box."""
    return person.full_name.casefold(), person.name.casefold()


def _is_same_party(known: str, typed: str) -> bool:
    return known.casefold() == typed.casefold() or {known, typed} <= NO_PARTY


def _titles(holder: Holder) -> tuple[str, ...]:
    """Both ways of writing an office: ordförande i styrelsen, styrelsens ordförande."""
    title = holder.title.casefold()
    role, _, body = title.partition(" i ")
    return (title, f"{body}s {role}") if body else (title,)

"""From what was typed of a name to the name that the register stores, linked where it is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from parties.colours import class_of
from parties.models import Body, Party, Person
from ärenden.actions.values import Name
from ärenden.choices import AgentKind, CaseType
from ärenden.queries import offers
from ärenden.queries.offers import Candidate, Holder
from ärenden.web.registration.names import Asker, TypedName, parse_name, printed_party
from ärenden.web.registration.place import Place

NAMES_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """A name with its chip, as the component for people takes it."""

    name: str
    party_abbr: str
    party_name: str

    @property
    def has_party(self) -> bool:
        return bool(self.party_abbr)

    @property
    def party_class(self) -> str:
        return class_of(self.party_abbr)


class Known:
    """The organisation's people and parties on the day, looked up once."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.people = offers.candidates(place.organisation, on=place.today)
        self.parties = {
            party.abbreviation.casefold(): party
            for party in offers.parties_of(place.organisation, on=place.today)
        }
        self.holders = offers.holders(place.organisation, on=place.today)

    def party(self, letters: str) -> Party | None:
        return self.parties.get(letters.casefold())

    def shown(self, name: str, letters: str) -> Shown:
        party = self.party(letters)
        return Shown(name, letters, party.name if party else "")

    def asker(self, typed: TypedName, *, party: str = "") -> Asker:
        """The one person of that name, with the party of the day if none was typed."""
        found = self._named(typed.name, typed.party)
        letters = typed.party or (found.party if found else party)
        return Asker(typed.name, letters, str(found.person.public_id) if found else "")

    def signatory(self, asker: Asker) -> Name:
        """An asker of the form as the register stores it."""
        people = {str(each.person.public_id): each.person for each in self.people}
        person = people.get(asker.person)
        return Name(
            name=asker.name,
            party_printed=printed_party(asker.party),
            kind=self._kind(person, asker.party),
            person=person,
            party=self.party(asker.party),
        )

    def addressee(self, text: str) -> Name:
        """Whom it is put to: by name, or by the office when only that was typed."""
        typed = parse_name(text)
        holder = self._holding(typed.name) if not typed.title else None
        found = holder.candidate if holder else self._named(typed.name, typed.party)
        return Name(
            name=typed.name,
            party_printed=printed_party(typed.party),
            roles=(typed.title,) if typed.title else (),
            person=found.person if found else None,
            party=self.party(typed.party),
            body=holder.body if holder else self._body_of(found, typed.title),
        )

    def _named(self, name: str, party: str) -> Candidate | None:
        same = [each for each in self.people if each.person.name.casefold() == name.casefold()]
        if len(same) > 1:
            same = [each for each in same if each.party.casefold() == party.casefold()]
        return same[0] if len(same) == 1 else None

    def _holding(self, title: str) -> Holder | None:
        same = [each for each in self.holders if title.casefold() in _titles(each)]
        return same[0] if len(same) == 1 else None

    def _body_of(self, candidate: Candidate | None, title: str) -> Body | None:
        held = [each for each in self.holders if title.casefold() in _titles(each)]
        own = [each for each in held if candidate and each.candidate.person == candidate.person]
        return own[0].body if own else None

    def _kind(self, person: Person | None, party: str) -> AgentKind:
        if person or party or self.place.case_type not in FROM_OUTSIDE:
            return AgentKind.ELECTED
        return FROM_OUTSIDE[self.place.case_type]


FROM_OUTSIDE = {
    CaseType.CITIZEN_PROPOSAL: AgentKind.PUBLIC,
    CaseType.COMMITTEE: AgentKind.EXTERNAL,
}


def people_like(people: Iterable[Candidate], text: str) -> list[Candidate]:
    """The first of those whose names hold all the words typed so far."""
    words = parse_name(text).name.casefold().split()
    found = (each for each in people if all(word in each.person.name.casefold() for word in words))
    return list(islice(found, NAMES_SHOWN)) if words else []


def holders_like(holders: Iterable[Holder], text: str) -> list[Holder]:
    """The first of those whose name or office holds all the words typed so far."""
    words = text.casefold().split()
    found = (each for each in holders if all(word in str(each).casefold() for word in words))
    return list(islice(found, NAMES_SHOWN))


def _titles(holder: Holder) -> tuple[str, ...]:
    """Both ways of writing an office: ordförande i styrelsen, styrelsens ordförande."""
    title = holder.title.casefold()
    role, _, body = title.partition(" i ")
    return (title, f"{body}s {role}") if body else (title,)

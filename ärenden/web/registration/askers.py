"""Those who ask: as the form carries them, as the page shows them, as the register stores them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from kernel.text import storable
from parties.colours import class_of
from ärenden.actions.values import Name
from ärenden.choices import AgentKind
from ärenden.queries.offers import Candidate, Holder
from ärenden.web.lists.rows import Who
from ärenden.web.people import LONGEST_NAME, LONGEST_TITLE, People, TypedName, parse_name

LONGEST_PACKED: Final = 2000
NAMES_SHOWN: Final = 6


@dataclass(frozen=True, slots=True)
class Asker:
    """One asker in the form's list: `person` is the public id of a known person."""

    name: str
    party: str = ""
    person: str = ""
    title: str = ""

    def packed(self) -> str:
        """The value of the hidden field that carries the asker between requests."""
        return json.dumps([self.name, self.party, self.person, self.title], ensure_ascii=False)


def unpacked(value: str) -> Asker | None:
    """The asker of a hidden field; None when the value was tampered with."""
    if len(value) > LONGEST_PACKED:
        return None
    try:
        name, party, person, title = map(storable, json.loads(value))
    except (ValueError, TypeError):
        return None
    asker = Asker(name[:LONGEST_NAME], party[:38], person[:36], title[:LONGEST_TITLE])
    return asker if name.strip() else None


def asker_of(people: People, read: TypedName, *, party: str = "") -> Asker:
    """As typed, with the party of the day when the one person of that name is known.

    Of someone with a protected identity no party is added: it would say whose the name is.
    """
    found = people.bearing(read)
    is_told = found is not None and not found.person.has_protected_identity
    letters = read.party or (found.party if found and is_told else party)
    person = str(found.person.public_id) if found else ""
    return Asker(read.name, letters, person, read.title)


def signatory(people: People, asker: Asker, *, otherwise: AgentKind) -> Name:
    """An asker of the form as the register stores it."""
    known = {str(each.person.public_id): each.person for each in people.candidates}
    read = TypedName(asker.name, asker.party, asker.title)
    return people.linked(read, person=known.get(asker.person), otherwise=otherwise)


def shown(people: People, name: str, letters: str) -> Who:
    """A name with its chip, as the component for people takes it."""
    party = people.party(letters)
    return Who(name, bool(letters), letters, party.name if party else "", class_of(letters))


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

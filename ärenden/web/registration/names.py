"""Names as they are typed in the form: `Anna Ek (S), ordförande i kommunstyrelsen`."""

import json
import re
from dataclasses import dataclass
from typing import Final

from kernel.text import storable

_NAME: Final = r"[A-ZÅÄÖ][\w.'’-]*(?: (?:[a-z]{1,3} )?[A-ZÅÄÖ][\w.'’-]*)+"
_PARTY: Final = r"\((?P<party>[^()]{1,38})\)"
_NAME_FIRST: Final = re.compile(
    rf"(?P<name>[^(),]+?)(?:\s*{_PARTY})?(?:\s*,\s*(?P<title>\S.*))?\s*"
)
_OFFICE_FIRST: Final = re.compile(
    rf"(?P<title>[a-zåäö0-9:][^(),]*?),? (?P<name>{_NAME})(?:\s*{_PARTY})?\s*"
)
LONGEST_PACKED: Final = 2000
NO_PARTY: Final = frozenset({"-", "–"})


@dataclass(frozen=True, slots=True)
class TypedName:
    """The parts of a typed name; the party without its parentheses."""

    name: str
    party: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Asker:
    """One asker in the form's list: `person` is the public id of a known person."""

    name: str
    party: str = ""
    person: str = ""

    def packed(self) -> str:
        """The value of the hidden field that carries the asker between requests."""
        return json.dumps([self.name, self.party, self.person], ensure_ascii=False)


def unpacked(value: str) -> Asker | None:
    """The asker of a hidden field; None when the value was tampered with."""
    if len(value) > LONGEST_PACKED:
        return None
    try:
        name, party, person = map(storable, json.loads(value))
    except (ValueError, TypeError):
        return None
    return Asker(name[:200], party[:38], person[:36]) if name.strip() else None


def parse_name(text: str) -> TypedName:
    """Read a name with its party and title, in either order; what fits no form is all name."""
    typed = " ".join(text.split())
    found = _OFFICE_FIRST.fullmatch(typed) or _NAME_FIRST.fullmatch(typed)
    if found is None:
        return TypedName(typed)
    return TypedName(found["name"], found["party"] or "", found["title"] or "")


def printed_party(abbreviation: str) -> str:
    """As it stands after a name: (S), and (–) for who belongs to no party."""
    return f"({abbreviation})" if abbreviation else ""

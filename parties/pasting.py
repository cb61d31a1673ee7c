"""A pasted table of people, read: name, party and role, from Word, Excel or a web page.

Nothing is guessed in silence: what was not understood stays empty, and the page asks.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kernel.text import normalise
from parties.choices import AssignmentRole

NO_PARTY: Final = "–"
_VICE: Final = r"(?: ?[ea])? ?v(?:ice)? ?ordf\w*"
_ROLES: Final = (
    (AssignmentRole.SECOND_VICE_CHAIR, rf"(?:2|andr[ea]){_VICE}"),
    (AssignmentRole.FIRST_VICE_CHAIR, rf"(?:1|först[ea])?{_VICE}"),
    (AssignmentRole.CHAIR, r"ordf\w*"),
    (AssignmentRole.MEMBER, r"(?:ordinarie )?(?:ledamot|ledamöter|led)|ordinarie"),
    (AssignmentRole.SUBSTITUTE, r"(?:\d+ )?(?:ersättare|ers|suppleant(?:er)?)(?: \d+)?"),
    (AssignmentRole.OBSERVER, r"insyn\w*"),
)
_HEADINGS: Final = {
    "namn": "name",
    "förnamn": "given",
    "tilltalsnamn": "given",
    "efternamn": "family",
    "parti": "party",
    "partibeteckning": "party",
    "roll": "role",
    "uppdrag": "role",
    "befattning": "role",
    "uppdragstyp": "role",
}
_NAMED: Final = re.compile(
    r"(?P<name>[^(),]+?)\s*(?:\((?P<party>[^()]{1,40})\))?\s*(?:,\s*(?P<rest>.+))?"
)
_LETTERS: Final = re.compile(r"\(?[A-ZÅÄÖ]{1,8}\)?")


@dataclass(frozen=True, slots=True)
class Line:
    """One person of the table; `party` is the register's letters, or what stood there."""

    name: str
    party: str = ""
    role: str = ""


@dataclass(frozen=True)
class _Reader:
    """The parties that are known, by letters and by name, in lower case."""

    parties: Mapping[str, str]

    def party(self, cell: str) -> str:
        """The letters of a cell that is a party and nothing else; `–` for partilös."""
        text = cell.strip().strip("()").strip()
        if text in {"-", "–", "—"} or text.casefold() in {"partilös", "partipolitiskt oberoende"}:
            return NO_PARTY
        named, _, letters = text.partition("(")
        return self.parties.get(text.casefold()) or (
            self.parties.get(named.strip().casefold(), "") if letters else ""
        )

    def in_column(self, cell: str) -> str:
        """The letters of a cell that must be a party, or what stands there."""
        letters = cell.rpartition("(")[2]
        return self.party(cell) or self.party(letters) or cell.strip("() ")

    def cells(self, cells: Sequence[str], headings: Sequence[str]) -> Line | None:
        """The person of a row, by the table's headings or by what the cells look like."""
        said = _by_heading(cells, headings) if headings else self._by_looks(cells)
        line = self.named(said.get("name", ""))
        party = said.get("party", "")
        role = said.get("role", "")
        read = replace(
            line,
            party=self.in_column(party) if party else line.party,
            role=role_of(role) or line.role,
        )
        return read if read.name else None

    def named(self, text: str) -> Line:
        """`Anna Ek (S), ordförande` and `Ek, Anna`, taken apart."""
        found = _NAMED.fullmatch(" ".join(text.split()))
        if found is None:
            return Line(" ".join(text.split()))
        name, party, rest = found["name"], found["party"] or "", found["rest"] or ""
        letters = self.party(party) or party
        if not rest:
            return Line(name, letters)
        if role_of(rest):
            return Line(name, letters, role_of(rest))
        if self.party(rest):
            return Line(name, self.party(rest))
        given = self.named(rest)
        return replace(given, name=f"{given.name} {name}", party=given.party or letters)

    def _by_looks(self, cells: Sequence[str]) -> dict[str, str]:
        said: dict[str, str] = {}
        for cell in filter(None, cells):
            kind = self._kind(cell)
            said[kind] = f"{said['name']} {cell}" if kind in said and kind == "name" else cell
        return said

    def _kind(self, cell: str) -> str:
        if role_of(cell):
            return "role"
        if self.party(cell) or _LETTERS.fullmatch(cell):
            return "party"
        return "name" if re.search(r"[^\W\d_]", cell) else "number"


def read_table(text: str, *, parties: Mapping[str, str]) -> list[Line]:
    """The people of the table in order. `parties` are letters and names, each to its letters.

    A line that is only a party or only a role holds for those below it.
    """
    reader = _Reader({name.casefold(): letters for name, letters in parties.items()})
    headings: list[str] = []
    found: list[Line] = []
    below = Line("")
    for row in normalise(text).replace("\xa0", " ").split("\n"):
        cells = _cells(row)
        said = [cell for cell in cells if cell]
        if len(said) == 1 and (party := reader.party(said[0])):
            below = replace(below, party=party)
        elif len(said) == 1 and (role := role_of(said[0])):
            below = replace(below, role=role)
        elif _is_heading(said):
            headings = [_HEADINGS.get(cell.casefold(), "") for cell in cells]
        elif said and (line := reader.cells(cells, headings)):
            found.append(
                replace(line, party=line.party or below.party, role=line.role or below.role)
            )
    return found


def role_of(text: str) -> str:
    """The role that the words name; empty when they name none."""
    words = " ".join(re.sub(r"[.:]", " ", text.casefold()).split())
    return next((role.value for role, form in _ROLES if re.fullmatch(form, words)), "")


def _cells(row: str) -> list[str]:
    divider = "\t" if "\t" in row else ";" if ";" in row else r"\s{2,}"
    text = row if divider == "\t" else row.strip()
    return [cell.strip() for cell in re.split(divider, text)]


def _is_heading(cells: Sequence[str]) -> bool:
    known = [_HEADINGS.get(cell.casefold()) for cell in cells]
    return len(cells) > 1 and ("name" in known or {"given", "family"} <= set(known))


def _by_heading(cells: Sequence[str], headings: Sequence[str]) -> dict[str, str]:
    said = {heading: cell for heading, cell in zip(headings, cells, strict=False) if heading}
    if "name" not in said:
        said["name"] = f"{said.get('given', '')} {said.get('family', '')}".strip()
    return said

"""From the tables of a reading to its values: every anchor found, every error with its place."""

import re
import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from ärenden.reading.anchors import AnchorError, Cut, Span, cut, find
from ärenden.reading.format import ReadName

T = TypeVar("T")
_NAME = re.compile(r"(?P<name>.+?)(?: (?P<party>\([^()]+\)))?")


class ReadingError(ValueError):
    """A reading cannot be used; the message says where and why."""


@dataclass(frozen=True)
class Place:
    """Where in the reading a value stands, and in what part of the source its words are."""

    source: str
    furniture: Sequence[Span]
    scope: Span
    path: str = ""

    def at(self, step: str) -> "Place":
        return replace(self, path=f"{self.path}{step}")

    def within(self, anchor: str) -> "Place":
        return replace(self, scope=self.span(anchor))

    def span(self, anchor: str) -> Span:
        try:
            return find(self.source, anchor, within=self.scope)
        except AnchorError as problem:
            raise self.error(str(problem)) from problem

    def cut(self, anchor: str) -> Cut:
        try:
            return cut(self.source, self.span(anchor), furniture=self.furniture)
        except AnchorError as problem:
            raise self.error(str(problem)) from problem

    def error(self, text: str) -> ReadingError:
        return ReadingError(f"{self.path.lstrip('.') or 'läsningen'}: {text}")


def build(kind: type[T], table: Any, place: Place) -> T:
    """A value of the format from its table; `within` narrows where its words are looked for."""
    if kind is ReadName and isinstance(table, str):
        table = _name_in_full(table, place)
    if not isinstance(table, dict):
        raise place.error("ska vara en tabell")
    given = dict(table)
    if anchor := given.pop("within", ""):
        place = place.at(".within").within(anchor)
        place = replace(place, path=place.path.removesuffix(".within"))
    hints = get_type_hints(kind)
    _check_keys(kind, given, place)
    values = {key: _value(hints[key], raw, place.at(f".{key}")) for key, raw in given.items()}
    return kind(**values)


def _check_keys(kind: type, given: Mapping[str, Any], place: Place) -> None:
    if not is_dataclass(kind):
        raise TypeError(f"{kind} is no part of the format")
    known = {field.name: field for field in fields(kind)}
    if unknown := ", ".join(given.keys() - known.keys()):
        raise place.error(f"okänd uppgift: {unknown}")
    needed = {
        name
        for name, field in known.items()
        if field.default is MISSING and field.default_factory is MISSING
    }
    if missing := ", ".join(sorted(needed - given.keys())):
        raise place.error(f"saknar {missing}")


def _value(hint: Any, raw: Any, place: Place) -> Any:
    """One value as its field wants it: a cut, a choice, a list, a table, or a plain fact."""
    arguments = get_args(hint)
    if isinstance(hint, types.UnionType):
        return _value(arguments[0], raw, place)
    if get_origin(hint) is tuple:
        return _list(arguments[0], raw, place)
    if get_origin(hint) is not None:
        return _reasons(arguments[0], raw, place)
    if hint is Cut:
        return _cut(raw, place)
    if isinstance(hint, type) and is_dataclass(hint):
        return build(hint, raw, place)
    return _choice(hint, raw, place) if issubclass(hint, Enum) else _fact(hint, raw, place)


def _cut(raw: Any, place: Place) -> Cut:
    """An anchor; written as a table when its words are looked for in a part of the scope."""
    if isinstance(raw, dict) and raw.keys() == {"within", "words"}:
        place, raw = place.within(raw["within"]), raw["words"]
    anchor: str = _fact(str, raw, place)
    return place.cut(anchor)


def _list(kind: Any, raw: Any, place: Place) -> tuple[Any, ...]:
    if not isinstance(raw, list):
        raise place.error("ska vara en lista")
    return tuple(_value(kind, each, place.at(f"[{n}]")) for n, each in enumerate(raw, start=1))


def _reasons(kind: Any, raw: Any, place: Place) -> dict[Any, str]:
    if not isinstance(raw, dict):
        raise place.error("ska vara en tabell")
    return {
        _choice(kind, key, place): _fact(str, text, place.at(f".{key}"))
        for key, text in raw.items()
    }


def _choice(kind: type[Enum], raw: Any, place: Place) -> Enum:
    known = [each.value for each in kind]
    if raw not in known:
        raise place.error(f"”{raw}” finns inte; välj bland {', '.join(map(str, known))}")
    return kind(raw)


def _fact(kind: type, raw: Any, place: Place) -> Any:
    if not isinstance(raw, kind):
        raise place.error(f"ska vara {kind.__name__}, inte {raw!r}")
    return raw


def _name_in_full(text: str, place: Place) -> dict[str, str]:
    """`Anna Provsson (S)`: the party is the one beside the name."""
    found = _NAME.fullmatch(text)
    if found is None:
        raise place.error("namnet är tomt")
    party = {"party_printed": found["party"]} if found["party"] else {}
    return {"within": text, "name_printed": found["name"], **party}

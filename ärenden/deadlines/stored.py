"""Rules to and from plain JSON, with every error told in Swedish at the field it stands in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from ärenden.deadlines.rules import Rule, RuleSet
from ärenden.deadlines.shapes import KINDS

KIND = "kind"
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_KIND_OF: dict[type, str] = {shape: kind for kind, shape in KINDS.items()}
_SHAPES = frozenset(KINDS.values())
_WRONG = object()


@dataclass(frozen=True)
class FieldError:
    """`path` leads to the field, as `rules.2.shape.n`; `text` says what to do about it."""

    path: str
    text: str


class RulesNotUnderstood(ValueError):
    """The stored rules cannot be read; every error is told."""

    def __init__(self, errors: tuple[FieldError, ...]) -> None:
        self.errors = errors
        super().__init__(" ".join(f"{error.path}: {error.text}." for error in errors))


def rule_set_from_json(data: object) -> RuleSet:
    """The rule set of a JSON object; raises RulesNotUnderstood with everything that is wrong."""
    return cast("RuleSet", _read_whole(RuleSet, data))


def rule_from_json(data: object) -> Rule:
    """One rule, as from a form; raises RulesNotUnderstood."""
    return cast("Rule", _read_whole(Rule, data))


def to_json(value: object) -> Any:
    """Plain JSON of a rule or rule set, with every field written out.

    What was stored thus means the same when a default of the code changes.
    """
    if isinstance(value, tuple):
        return [to_json(each) for each in value]
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        kind = {KIND: _KIND_OF[type(value)]} if type(value) in _SHAPES else {}
        return kind | {each.name: to_json(getattr(value, each.name)) for each in fields(value)}
    return value


def _read_whole(kind: type, data: object) -> object:
    errors: list[FieldError] = []
    value = _read(kind, data, "", errors)
    if errors:
        raise RulesNotUnderstood(tuple(errors))
    return value


def _read(kind: Any, data: object, path: str, errors: list[FieldError]) -> object:
    """The value of a field's type, or `_WRONG` with its errors added to the list."""
    if get_origin(kind) in (Union, UnionType):
        return _read_choice(kind, data, path, errors)
    if get_origin(kind) is tuple:
        return _read_many(get_args(kind)[0], data, path, errors)
    if is_dataclass(kind):
        return _read_object(cast("type", kind), data, path, errors)
    value = _read_plain(kind, data)
    if value is _WRONG:
        errors.append(FieldError(path, _expected(kind)))
    return value


def _read_choice(kind: Any, data: object, path: str, errors: list[FieldError]) -> object:
    """Something or nothing, or one of the shapes by its kind."""
    options = get_args(kind)
    if type(None) in options:
        wanted = next(option for option in options if option is not type(None))
        return None if data is None else _read(wanted, data, path, errors)
    name = data.get(KIND) if isinstance(data, Mapping) else None
    shape = KINDS.get(name) if isinstance(name, str) else None
    if shape is None or not isinstance(data, Mapping):
        errors.append(FieldError(_at(path, KIND), f"Välj ett av: {', '.join(KINDS)}"))
        return _WRONG
    return _read_object(shape, {k: data[k] for k in data if k != KIND}, path, errors)


def _read_many(kind: Any, data: object, path: str, errors: list[FieldError]) -> object:
    if not isinstance(data, list | tuple):
        errors.append(FieldError(path, "Ange en lista"))
        return _WRONG
    return tuple(_read(kind, each, _at(path, n), errors) for n, each in enumerate(data))


def _read_object(kind: type, data: object, path: str, errors: list[FieldError]) -> object:
    if not isinstance(data, Mapping):
        errors.append(FieldError(path, "Ange ett objekt med namngivna fält"))
        return _WRONG
    before = len(errors)
    hints = _hints(kind)
    unknown, missing = sorted({*data} - {*hints}), sorted({*_required(kind)} - {*data})
    errors += [FieldError(_at(path, name), "Fältet finns inte") for name in unknown]
    errors += [FieldError(_at(path, name), "Fyll i fältet") for name in missing]
    values = {
        name: _read(hint, data[name], _at(path, name), errors)
        for name, hint in hints.items()
        if name in data
    }
    if len(errors) > before:
        return _WRONG
    made = kind(**values)
    errors += (FieldError(_at(path, name), text) for name, text in made.problems())
    return made


def _read_plain(kind: Any, data: object) -> object:
    if kind is int:
        return data if isinstance(data, int) and not isinstance(data, bool) else _WRONG
    if not isinstance(data, str):
        return _WRONG
    if kind is str:
        return data
    try:
        return _from_text(kind, data)
    except ValueError:
        return _WRONG


def _from_text(kind: Any, data: str) -> object:
    if kind is time and not _CLOCK.fullmatch(data):
        return _WRONG
    if kind in (date, time):
        value = kind.fromisoformat(data)
        return value if value.isoformat().startswith(data) else _WRONG
    return kind(data)


def _expected(kind: Any) -> str:
    if issubclass(kind, Enum):
        return f"Välj ett av: {', '.join(each.value for each in kind)}"
    return {
        int: "Ange ett heltal",
        str: "Skriv en text",
        date: "Ange dagen som 2026-11-23",
        time: "Ange klockslaget som 12:00",
    }[kind]


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _required(kind: Any) -> Iterator[str]:
    return (each.name for each in fields(kind) if each.default is MISSING)


def _at(path: str, name: object) -> str:
    return f"{path}.{name}" if path else str(name)

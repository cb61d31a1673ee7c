"""Readings on disk, each beside the source it was made from."""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

from kernel.text import normalise
from ärenden.reading.anchors import Cut, Span
from ärenden.reading.coverage import Coverage, coverage
from ärenden.reading.format import ReadPaper
from ärenden.reading.parsing import Place, ReadingError, build

READINGS = Path(__file__).resolve().parent.parent / "readings"


@dataclass(frozen=True, kw_only=True)
class Furniture:
    """Something that every page or every list has, under its name: not a text of the paper."""

    name: str
    span: Span


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A source, letter by letter, and what was read out of it."""

    name: str
    sha256: str
    text: str
    furniture: tuple[Furniture, ...]
    paper: ReadPaper

    @property
    def coverage(self) -> Coverage:
        furniture = (piece.span for piece in self.furniture)
        return coverage(self.text, [*spans_of(self.paper), *furniture])


def readings_of(folder: Path, *, readings: Path = READINGS) -> list[Reading]:
    """The readings whose sources lie in the folder, in the order of their names.

    Raises ReadingError when the folder has none of them, a source is not the one that was
    read, or a reading does not fit its source.
    """
    files = sorted(readings.glob("*.toml"))
    pairs = [(folder / _table(file)["source"], file) for file in files]
    found = [read(file, source) for source, file in pairs if source.exists()]
    if not found:
        raise ReadingError(f"{folder}: ingen av filerna har en läsning")
    return found


def read(file: Path, source: Path) -> Reading:
    """One reading with every anchor found in its source."""
    table = _table(file)
    raw = source.read_bytes()
    sha256 = hashlib.sha256(raw).hexdigest()
    if sha256 != table["sha256"]:
        raise ReadingError(
            f"{source.name} är inte den text som lästes: kontrollsumman är {sha256},"
            f" läsningen gäller {table['sha256']}"
        )
    text = normalise(raw.decode())
    try:
        return _reading(table, text)
    except ReadingError as problem:
        raise ReadingError(f"{file.name}: {problem}") from problem


def spans_of(value: Any) -> Iterator[Span]:
    """Every stretch that a part of a reading was cut from."""
    if isinstance(value, Cut):
        yield from value.spans
    elif isinstance(value, tuple):
        for each in value:
            yield from spans_of(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_of(getattr(value, field.name))


def _reading(table: dict[str, Any], text: str) -> Reading:
    whole = Place(source=text, furniture=(), scope=Span(0, len(text)))
    tables = table.get("furniture", [])
    furniture = tuple(
        piece
        for number, each in enumerate(tables, start=1)
        for piece in _furniture(each, whole.at(f".furniture[{number}]"))
    )
    content = {key: table[key] for key in table.keys() - {"source", "sha256", "furniture"}}
    holes = [piece.span for piece in furniture]
    place = Place(source=text, furniture=holes, scope=whole.scope)
    return Reading(
        name=table["source"],
        sha256=table["sha256"],
        text=text,
        furniture=furniture,
        paper=build(ReadPaper, content, place),
    )


def _furniture(table: dict[str, str], place: Place) -> Iterator[Furniture]:
    """Every place of a pattern, in the whole source or `within` a part of it."""
    scope = place.within(table["within"]).scope if "within" in table else place.scope
    pattern = re.compile(table["pattern"], re.MULTILINE)
    found = [match.span() for match in pattern.finditer(place.source, scope.start, scope.end)]
    if not found or any(start == end for start, end in found):
        raise place.error(f"mönstret {table['pattern']} finns inte i källan")
    for start, end in found:
        yield Furniture(name=table["name"], span=Span(start, end))


def _table(file: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as problem:
        raise ReadingError(f"{file.name}: {problem}") from problem
    if missing := {"source", "sha256"} - table.keys():
        raise ReadingError(f"{file.name}: saknar {', '.join(sorted(missing))}")
    return table

"""Every address of the URL table, found by walking it: a new view is tried without being named."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from uuid import uuid4
from zipfile import ZipFile, is_zipfile

from django.urls import URLPattern, get_resolver, reverse
from django.urls.converters import IntConverter, SlugConverter, StringConverter, UUIDConverter

OPEN = ("healthz", "readyz", "status", "logga-in/", "inbjudan/", "oppet/", "kalender/")
NOTHING = {
    UUIDConverter: uuid4(),
    SlugConverter: "inget",
    StringConverter: "inget",
    IntConverter: 0,
}


@dataclass(frozen=True)
class Address:
    """A name of the URL table, and what its address holds: each with a value of nothing's."""

    name: str
    holds: tuple[tuple[str, Any], ...]

    @property
    def is_internal(self) -> bool:
        return not self.path().startswith(tuple(f"/{each}" for each in OPEN))

    @property
    def is_public(self) -> bool:
        """The public's own site, open to everyone; tests/arenden/public walks it."""
        return self.name.startswith("public:")

    @property
    def is_in_organisation(self) -> bool:
        return self.is_internal and "organisation" in dict(self.holds)

    def path(self, **things: Any) -> str:
        """The address of these things; what is not named does not exist."""
        kwargs = {name: things.get(name, nothing) for name, nothing in self.holds}
        return reverse(self.name, kwargs=kwargs)


def _walk(patterns: list[Any], *, prefix: str, holds: tuple[Any, ...]) -> Iterator[Address]:
    for each in patterns:
        found = each.pattern.converters.items()
        here = holds + tuple((name, NOTHING[type(kind)]) for name, kind in found)
        if isinstance(each, URLPattern):
            yield Address(f"{prefix}{each.name}", here)
        else:
            space = f"{each.namespace}:" if each.namespace else ""
            yield from _walk(each.url_patterns, prefix=f"{prefix}{space}", holds=here)


ADDRESSES = tuple(dict.fromkeys(_walk(get_resolver().url_patterns, prefix="", holds=())))
PUBLIC = tuple(each for each in ADDRESSES if each.is_public)
INTERNAL = tuple(each for each in ADDRESSES if each.is_internal)
IN_ORGANISATION = tuple(each for each in ADDRESSES if each.is_in_organisation)


def words(content: bytes) -> str:
    """What is sent as text, also out of a Word document."""
    if not is_zipfile(BytesIO(content)):
        return content.decode()
    with ZipFile(BytesIO(content)) as parts:
        return "".join(parts.read(name).decode(errors="replace") for name in parts.namelist())

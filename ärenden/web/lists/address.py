"""Links to the same list with another filter, order or page: the address is the filter."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict

PAGE = "sida"
DISPLAY = "tat"


@dataclass(frozen=True)
class HiddenField:
    name: str
    value: str


@dataclass(frozen=True)
class PageLink:
    """A page's number; without address it is a gap in the row of pages."""

    number: int | str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Address:
    """A list's address; a link to another filter always leads to its first page."""

    path: str
    query: QueryDict

    def __str__(self) -> str:
        said = self.query.copy()
        for name in [name for name, values in said.lists() if not any(values)]:
            del said[name]
        return f"{self.path}?{said.urlencode()}" if said else self.path

    @property
    def query_string(self) -> str:
        """The filter without its path, from the first page."""
        return str(self.first_page()).partition("?")[2]

    def having(self, name: str, value: str) -> "Address":
        query = self._first_page()
        query[name] = value
        return Address(self.path, query)

    def without(self, name: str, value: str) -> "Address":
        """The same filter but for one of its values."""
        query = self._first_page()
        query.setlist(name, [each for each in query.getlist(name) if each != value])
        return Address(self.path, query)

    def hidden_fields(self, *, but: frozenset[str]) -> list[HiddenField]:
        """What a form must send along, so that its own fields are all that changes."""
        kept = self._first_page()
        return [
            HiddenField(name, value)
            for name, values in kept.lists()
            for value in values
            if name not in but and value
        ]

    def pages(self, page: Page[Any]) -> list[PageLink]:
        """Every page near the current one, the first and the last; gaps stand between them."""
        shown = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
        return [
            PageLink(number, self.page(number), number == page.number)
            if isinstance(number, int)
            else PageLink(number, "", is_current=False)
            for number in shown
        ]

    def pager(self, page: Page[Any]) -> dict[str, Any]:
        """What the row of pages reads; nothing to turn when there is only one."""
        ways = {
            "previous_url": page.previous_page_number() if page.has_previous() else 0,
            "next_url": page.next_page_number() if page.has_next() else 0,
        }
        return {
            "summary": f"{page.start_index()}–{page.end_index()} av {page.paginator.count}",
            "pages": self.pages(page) if page.paginator.num_pages > 1 else [],
            **{name: self.page(number) for name, number in ways.items() if number},
        }

    def page(self, number: int) -> str:
        return str(self.having(PAGE, f"{number}")) if number > 1 else str(self.first_page())

    def first_page(self) -> "Address":
        return Address(self.path, self._first_page())

    def _first_page(self) -> QueryDict:
        query = self.query.copy()
        query.pop(PAGE, None)
        query.pop(DISPLAY, None)
        return query


def page_of(total: int, typed: str, *, size: int) -> Page[int]:
    """The page asked for, or the nearest that exists; `total` is already known."""
    return Paginator(range(total), size).get_page(typed)

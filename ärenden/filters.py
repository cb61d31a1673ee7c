"""The filter of the case list: the address is the filter, and every choice is told as a tag."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property, reduce
from operator import or_
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q, QuerySet
from django_filters import FilterSet
from django_filters.filters import (
    CharFilter,
    ChoiceFilter,
    Filter,
    MultipleChoiceFilter,
)

from ärenden.models import Case
from ärenden.models.search import Audience
from ärenden.queries import lists, search

SHOWN = {"alla": "Alla", "oppna": "Öppna", "mina": "Mina öppna"}
DUE = {"forsenade": "Försenade", "inom-sju-dagar": "Inom sju dagar"}
ORDERS = tuple(f"{minus}{name}" for name in lists.ORDERS for minus in ("", "-"))
NEWEST_FIRST = "-registrerad"
LONGEST_TEXT = 200


class ManyValues(forms.MultipleChoiceField):
    """Any values of the right form: what exists is asked of the cases that one may see."""

    def __init__(self, *, read: Callable[[str], Any], **options: Any) -> None:
        super().__init__(**options)
        self.read = read

    def to_python(self, value: Any) -> list[Any]:
        return [self.read(each) for each in super().to_python(value) if self.valid_value(each)]

    def valid_value(self, value: Any) -> bool:
        try:
            self.read(value)
        except ValueError:
            return False
        return True

    def validate(self, value: Any) -> None:
        """Nothing is demanded; a value that cannot be read is as if it were not there."""


class AnyOf(Filter):
    """Cases that fit one of the chosen values at least."""

    field_class = ManyValues

    def __init__(self, *, fits: Callable[[Any], Q], **options: Any) -> None:
        super().__init__(**options)
        self.fits = fits

    def filter(self, qs: QuerySet[Case], value: Sequence[Any]) -> QuerySet[Case]:
        return qs.filter(reduce(or_, map(self.fits, value))) if value else qs


def word(typed: str) -> str:
    if not typed:
        raise ValueError("nothing was chosen")
    return typed


def year(typed: str) -> int:
    if not 1 <= int(typed) <= 9999:
        raise ValueError("no such year")
    return int(typed)


class CaseFilter(FilterSet):
    """What the list's address may say; `now` settles what is late, `mine` whose a case is.

    A list without `mine` has no choice of one's own.
    """

    q = CharFilter(method="search", max_length=LONGEST_TEXT)
    visa = ChoiceFilter(method="show")
    typ = AnyOf(read=word, fits=lambda value: Q(case_type=value))
    tillstand = AnyOf(read=word, fits=lambda value: Q(phase=value))
    organ = AnyOf(read=word, fits=lambda value: Q(body__abbreviation=value))
    parti = AnyOf(read=word, fits=lists.put_by_party)
    fran = AnyOf(read=UUID, fits=lambda value: lists.with_person(value, capacities=lists.ASKING))
    till = AnyOf(read=UUID, fits=lambda value: lists.with_person(value, capacities=lists.ANSWERING))
    ar = AnyOf(read=year, fits=lambda value: Q(registered_on__year=value))
    frist = MultipleChoiceFilter(choices=tuple(DUE.items()), method="due")
    ordning = ChoiceFilter(choices=[(order, order) for order in ORDERS], method="keep")

    class Meta:
        model = Case
        fields: Sequence[str] = ()

    def __init__(
        self, *args: Any, audience: Audience, now: datetime, mine: Q | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.audience = audience
        self.shown = {"oppna": lists.IS_OPEN}
        if mine is not None:
            self.shown["mina"] = lists.IS_OPEN & mine
        offered = [(name, SHOWN[name]) for name in ("alla", *self.shown)]
        self.filters["visa"].extra["choices"] = offered
        self.now = now

    @cached_property
    def chosen(self) -> dict[str, Any]:
        """What the address says, as read; unreadable values are left out."""
        self.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    def cases_of(self, group: str) -> QuerySet[Case]:
        """The cases that fit every filter but the named one."""
        found: QuerySet[Case] = self.queryset.all()
        for name, value in self.chosen.items():
            if name != group:
                found = self.filters[name].filter(found, value)
        return found

    @property
    def text(self) -> str:
        return str(self.chosen.get("q", ""))

    @property
    def order(self) -> str:
        return str(self.chosen.get("ordning", NEWEST_FIRST))

    def search(self, cases: QuerySet[Case], _name: str, value: str) -> QuerySet[Case]:
        return cases.filter(search.found_by(value, audience=self.audience))

    def show(self, cases: QuerySet[Case], _name: str, value: str) -> QuerySet[Case]:
        return cases.filter(self.shown.get(value, Q()))

    def due(self, cases: QuerySet[Case], _name: str, value: Sequence[str]) -> QuerySet[Case]:
        rules = {"forsenade": lists.is_late, "inom-sju-dagar": lists.is_due_soon}
        return cases.filter(reduce(or_, (Q(rules[each](self.now)) for each in value)))

    def keep(self, cases: QuerySet[Case], _name: str, _value: str) -> QuerySet[Case]:
        """The order sorts the rows; it leaves none out."""
        return cases

"""A form field for names as printed: one box a name, with the organisation's people suggested."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

from django import forms

from parties.models import Organisation, Person
from ärenden.actions.values import Name
from ärenden.choices import AgentKind
from ärenden.queries.offers import people_of
from ärenden.web.registration.names import NO_PARTY, parse_name, printed_party

BLANK_BOXES = 2
Suggest: TypeAlias = Callable[[], Sequence[str]]


@dataclass(frozen=True)
class People:
    """The people whom typed names may mean; asked for once, and only when needed."""

    organisation: Organisation
    on: date

    @cached_property
    def suggestions(self) -> tuple[str, ...]:
        return tuple(f"{row.name} {printed_party(_letters(row))}".strip() for row in self._rows)

    def named(self, typed: str, *, otherwise: AgentKind) -> Name:
        """The name as typed, linked to the person when exactly one bears it."""
        read = parse_name(typed)
        same = [row for row in self._rows if row.name.casefold() == read.name.casefold()]
        if len(same) > 1:
            same = [row for row in same if _is_party(row, read.party)]
        person = same[0] if len(same) == 1 else None
        return Name(
            name=read.name,
            party_printed=printed_party(read.party),
            roles=(read.title,) if read.title else (),
            kind=AgentKind.ELECTED if person or read.party else otherwise,
            person=person,
        )

    @cached_property
    def _rows(self) -> tuple[Person, ...]:
        return tuple(people_of(self.organisation, on=self.on))


def _letters(person: Person) -> str:
    return getattr(person, "party_letters", None) or ""


def _is_party(person: Person, typed: str) -> bool:
    known = _letters(person)
    return known == typed or {known, typed} <= NO_PARTY


class NamesInput(forms.Widget):
    """As many boxes as there are names, and blank ones for more when several may be named."""

    template_name = "components/names_field.html"
    use_fieldset = True

    def __init__(self, *, is_single: bool = False) -> None:
        super().__init__()
        self.is_single = is_single
        self.suggestions: Suggest = tuple

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:  # noqa: ARG002
        values = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        return [" ".join(value.split()) for value in values if value.strip()]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        values = list(value or [])
        blanks = 1 - len(values) if self.is_single else BLANK_BOXES
        context["widget"] |= {
            "boxes": [*values, *[""] * blanks],
            "suggestions": self.suggestions(),
            "is_single": self.is_single,
            "is_invalid": "aria-invalid" in context["widget"]["attrs"],
        }
        return context


class NamesField(forms.Field):
    """Cleans to a list of `Name` in typed order; `otherwise` is what an unknown name is."""

    widget = NamesInput
    people: People
    default_error_messages = {"required": "Skriv minst ett namn"}

    def __init__(
        self,
        *,
        is_single: bool = False,
        otherwise: AgentKind = AgentKind.EXTERNAL,
        **options: Any,
    ) -> None:
        super().__init__(**{"widget": NamesInput(is_single=is_single)} | options)
        self.otherwise = otherwise

    def offer(self, people: People) -> None:
        """Whom the boxes suggest and the typed names are linked to."""
        self.people = people
        self.widget.suggestions = lambda: people.suggestions

    def clean(self, value: Any) -> list[Name]:
        typed = list(super().clean(value) or [])
        if any(len(each) > 200 for each in typed):
            raise forms.ValidationError("Ett namn kan ha högst 200 tecken", code="too_long")
        return [self.people.named(each, otherwise=self.otherwise) for each in typed]

"""A form field for names as printed: one box a name, with the organisation's people suggested."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from django import forms

from ärenden.actions.values import Name
from ärenden.choices import AgentKind
from ärenden.web.people import People, parse_name

BLANK_BOXES = 2
Suggest: TypeAlias = Callable[[], Sequence[str]]


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
        if problem := next(filter(None, (parse_name(each).problem for each in typed)), ""):
            raise forms.ValidationError(problem, code="too_long")
        return [self.people.named(each, otherwise=self.otherwise) for each in typed]

"""The list of errors that heads a form that could not be accepted."""

from collections.abc import Iterator
from typing import Any, TypedDict

from django import template
from django.forms import BaseForm, BaseFormSet

from kernel.dates import count_word

register = template.Library()


class Problem(TypedDict):
    """One line of the list: the words that stand at the field, and the way there."""

    href: str
    text: str


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: "BaseForm | BaseFormSet[Any]") -> dict[str, Any]:
    """`{% error_summary form questions %}`: what is wrong in the forms of a page."""
    problems = [problem for form in forms if form for problem in _problems(form)]
    return {"problems": problems, "heading": heading(len(problems))}


def heading(count: int) -> str:
    things = "sak" if count == 1 else "saker"
    return f"{count_word(count, common=True).capitalize()} {things} behöver rättas"


def _problems(form: "BaseForm | BaseFormSet[Any]") -> Iterator[Problem]:
    if isinstance(form, BaseFormSet):
        for error in form.non_form_errors():
            yield {"href": "", "text": str(error)}
        for part in form.forms:
            yield from _problems(part)
        return
    for error in form.non_field_errors():
        yield {"href": "", "text": str(error)}
    for field in form:
        for error in field.errors:
            yield {"href": f"#{field.auto_id}", "text": str(error)}

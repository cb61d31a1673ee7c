"""What every section of the registration form shares."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.db.models import Model, QuerySet
from django.http import QueryDict

from ärenden.actions.register import ASK_FOR
from ärenden.choices import Fact
from ärenden.web.registration.place import Place

BOTH = "Ta bort skälet eller uppgiften: det som är känt saknas inte"


class Section(forms.Form):
    """Part of the form. Unchecked it shows what was typed; checked also what is wrong with it.

    A section that `may_lack` a fact has a field for the reason, but only for those who may waive.
    """

    may_lack: Fact | None = None

    def __init__(self, fields: QueryDict, *, place: Place, is_checked: bool) -> None:
        self.place = place
        super().__init__(fields if is_checked else None, initial=fields.dict())
        if self.may_lack and place.may_waive:
            self.fields[self.reason_name] = forms.CharField(
                label="Varför uppgiften saknas", required=False, max_length=200
            )

    @property
    def reason_name(self) -> str:
        return f"unknown_{self.may_lack}"

    @property
    def reason_field(self) -> forms.BoundField | None:
        return self[self.reason_name] if self.reason_name in self.fields else None

    def waived(self) -> dict[Fact, str]:
        """The fact that the paper lacks, with the reason, when one was given."""
        reason = str(self.cleaned_data.get(self.reason_name, ""))
        return {self.may_lack: reason} if self.may_lack and reason else {}

    def demand(self, name: str, *, is_given: bool) -> None:
        """The fact, or the reason why it is missing; never both, never neither."""
        if name in self.errors or self.may_lack is None:
            return
        if is_given and self.waived():
            self.add_error(self.reason_name, BOTH)
        elif not is_given and not self.waived():
            self.add_error(name, ASK_FOR[self.may_lack])

    def offer_rows(self, name: str, rows: QuerySet[Any, Any]) -> None:
        cast("forms.ModelChoiceField[Any]", self.fields[name]).queryset = rows

    def offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = list(choices)

    def row(self, name: str) -> Any:
        """The model row chosen, or None."""
        chosen = self.cleaned_data.get(name)
        return chosen if isinstance(chosen, Model) else None

"""Who handles the case: a colleague for good, or for a time."""

from typing import Any

from django import forms

from accounts.models import User
from kernel.fields import DateField
from ärenden.actions import handling
from ärenden.actions.base import Doing
from ärenden.queries.colleagues import able_to_handle
from ärenden.web.cases.actions.base import ActionForm
from ärenden.workflow import Action


class NoteField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        given: dict[str, Any] = {
            "label": "Anteckning till kollegan (frivilligt)",
            "required": False,
            "widget": forms.Textarea(attrs={"rows": 2}),
        }
        super().__init__(**given | options)


class ToColleague(ActionForm):
    to = forms.ChoiceField(label="Kollega", error_messages={"required": "Välj en kollega"})

    def prepare(self) -> None:
        able = able_to_handle(self.case, on=self.desk.today)
        self.able = {str(user.public_id): user for user in able if user != self.case.handler}
        named = [(key, user.name) for key, user in self.able.items()]
        self.fields["to"].choices = [("", "Välj en kollega"), *named]  # type: ignore[attr-defined]

    @property
    def colleague(self) -> User:
        return self.able[self.cleaned_data["to"]]


class Assign(ToColleague):
    reason = NoteField()

    def perform(self, doing: Doing) -> None:
        reason = self.cleaned_data["reason"]
        handling.assign(case=self.case, doing=doing, to=self.colleague, reason=reason)


class CoverCase(ToColleague):
    together = {"Hur länge": ("first", "last")}
    first = DateField(label="Från och med")
    last = DateField(label="Till och med", required=False)
    reason = NoteField()

    def prepare(self) -> None:
        super().prepare()
        self.initial.setdefault("first", self.desk.today)
        self.fields["last"].help_text = "Lämna tomt om det gäller tills vidare."

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        handling.cover(
            case=self.case,
            doing=doing,
            by=self.colleague,
            first=data["first"],
            last=data["last"],
            note=data["reason"],
        )


class EndCover(ActionForm):
    reason = NoteField()

    def perform(self, doing: Doing) -> None:
        handling.end_cover(case=self.case, doing=doing, reason=self.cleaned_data["reason"])


FORMS = {
    Action.ASSIGN: Assign,
    Action.COVER: CoverCase,
    Action.END_COVER: EndCover,
}

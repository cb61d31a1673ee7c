"""What the office has sent on, and whom it has told."""

from django import forms

from kernel.fields import DateField
from ärenden.actions import telling
from ärenden.actions.base import Doing
from ärenden.web.cases.actions.base import DoneForm
from ärenden.workflow import Action


class Told(DoneForm):
    on = DateField(label="Vilken dag")


class Forward(Told):
    to = forms.CharField(
        label="Till vem", max_length=200, error_messages={"required": "Skriv vem som fick den"}
    )

    def prepare(self) -> None:
        super().prepare()
        self.initial.setdefault("to", telling.usual_recipients(self.case))

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        telling.forward(case=self.case, doing=doing, on=data["on"], to=data["to"])


class Notify(Told):
    def perform(self, doing: Doing) -> None:
        telling.notify(case=self.case, doing=doing, on=self.cleaned_data["on"])


FORMS = {
    Action.FORWARD: Forward,
    Action.NOTIFY: Notify,
}

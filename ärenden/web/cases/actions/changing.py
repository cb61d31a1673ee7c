"""Turns of a case: withdrawn, closed, annulled, linked, retyped."""

from django import forms

from kernel.fields import DateField
from ärenden.actions import changes, endings
from ärenden.actions.base import Doing
from ärenden.choices import CaseType, LinkKind
from ärenden.web.cases.actions.base import ActionForm, DoneForm
from ärenden.web.cases.actions.rows import OtherCaseField
from ärenden.workflow import Action


class Withdraw(DoneForm):
    on = DateField(label="Dag då den återtogs")
    reason = forms.CharField(
        label="Skäl (frivilligt)", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        endings.withdraw(case=self.case, doing=doing, on=data["on"], reason=data["reason"])


class Close(ActionForm):
    def perform(self, doing: Doing) -> None:
        endings.close(case=self.case, doing=doing)


class Reopen(ActionForm):
    def perform(self, doing: Doing) -> None:
        endings.reopen(case=self.case, doing=doing, reason=self.cleaned_data["reason"])


class Annul(ActionForm):
    def perform(self, doing: Doing) -> None:
        endings.annul(case=self.case, doing=doing, reason=self.cleaned_data["reason"])


class Dismiss(ActionForm):
    def perform(self, doing: Doing) -> None:
        endings.dismiss(case=self.case, doing=doing, reason=self.cleaned_data["reason"])


class WriteOff(ActionForm):
    reason_label = "Varför ärendet avskrivs"

    def perform(self, doing: Doing) -> None:
        endings.write_off(case=self.case, doing=doing, reason=self.cleaned_data["reason"])


class ChangeType(ActionForm):
    to = forms.ChoiceField(
        label="Rätt ärendetyp",
        widget=forms.RadioSelect,
        error_messages={"required": "Välj ärendetyp"},
    )

    def prepare(self) -> None:
        others = [choice for choice in CaseType.choices if choice[0] != self.case.case_type]
        self.fields["to"].choices = others  # type: ignore[attr-defined]

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        to = CaseType(data["to"])
        changes.change_type(case=self.case, doing=doing, to=to, reason=data["reason"])


class Link(ActionForm):
    other = OtherCaseField()
    kind = forms.ChoiceField(
        label="Hur de hör ihop",
        choices=LinkKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj hur de hör ihop"},
    )

    def prepare(self) -> None:
        self.fields["other"].offer(self.case, among=self.desk.visible)  # type: ignore[attr-defined]

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        changes.link(
            case=self.case,
            doing=doing,
            other=data["other"],
            kind=LinkKind(data["kind"]),
            reason=data["reason"],
        )


FORMS = {
    Action.WITHDRAW: Withdraw,
    Action.CLOSE: Close,
    Action.REOPEN: Reopen,
    Action.ANNUL: Annul,
    Action.DISMISS: Dismiss,
    Action.WRITE_OFF: WriteOff,
    Action.CHANGE_TYPE: ChangeType,
    Action.LINK: Link,
}

"""Turns and corrections: withdrawn, closed, annulled, linked, retyped, corrected."""

from datetime import date

from django import forms
from django.db import models
from django.db.models import Model

from kernel.dates import full_date
from kernel.fields import DateField
from ärenden.actions import changes, corrections, endings
from ärenden.actions.base import Doing
from ärenden.choices import Capacity, CaseType, LinkKind
from ärenden.models import AgentSnapshot, Answer, AnswerPart, Case, Document, Question
from ärenden.queries.corrections import correctable
from ärenden.web.cases.actions.base import ActionForm, DoneForm
from ärenden.web.cases.actions.fields import TextField
from ärenden.web.cases.actions.rows import OtherCaseField, shortened
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


KINDS: dict[type[Model], str] = {
    Case: "Ärendet",
    Question: "Fråga",
    Answer: "Svar",
    AnswerPart: "Svar på en fråga",
    Document: "Handling",
}


def _kind(row: Model) -> str:
    return Capacity(row.capacity).label if isinstance(row, AgentSnapshot) else KINDS[type(row)]


class Correct(ActionForm):
    """First which wording, then the new one beside the present.

    It is mended as it stands, also where it names someone with protected identity: those who
    may mend it are cleared for the case.
    """

    what = forms.ChoiceField(
        label="Vad som ska rättas", error_messages={"required": "Välj vad som ska rättas"}
    )
    text = TextField(label="Ny lydelse", required=False, rows=6)
    reason = forms.CharField(
        label="Varför det rättas",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Skriv varför uppgiften rättas"},
    )

    def prepare(self) -> None:
        found = correctable(self.case)
        self.rows = {f"{row._meta.model_name}-{row.pk}-{name}": (row, name) for row, name in found}
        chosen = self.rows.get(self.desk.chosen)
        self.fields["what"].choices = [  # type: ignore[attr-defined]
            (key, self._named(row, name))
            for key, (row, name) in self.rows.items()
            if chosen in {None, (row, name)}
        ]
        if chosen is None:
            self.next_tool = ("choose", "Visa lydelsen")
            del self.fields["text"], self.fields["reason"]
            return
        if _is_day(*chosen):
            self.fields["text"] = DateField(label="Rätt dag")
        self.fields["text"].help_text = f"Nuvarande lydelse: {_shown(*chosen) or 'ingen'}"
        self.initial.setdefault("text", getattr(*chosen) or "")

    def _named(self, row: Model, name: str) -> str:
        label = getattr(row._meta.get_field(name), "verbose_name", name)
        number = getattr(row, "running_number", getattr(row, "number", ""))
        kind = f"{_kind(row)} {number}".strip()
        words = _shown(row, name)
        return f"{kind}, {label}: {shortened(words)}" if words else f"{kind}, {label} (tom)"

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        row, name = self.rows[data["what"]]
        facts = {"case": self.case, "row": row, "field": name, "reason": data["reason"]}
        if _is_day(row, name):
            corrections.correct_day(doing=doing, day=data["text"], **facts)
        else:
            corrections.correct(doing=doing, text=data["text"], **facts)


def _is_day(row: Model, name: str) -> bool:
    return isinstance(row._meta.get_field(name), models.DateField)


def _shown(row: Model, name: str) -> str:
    value = getattr(row, name)
    return full_date(value) if isinstance(value, date) else value or ""


FORMS = {
    Action.WITHDRAW: Withdraw,
    Action.CLOSE: Close,
    Action.REOPEN: Reopen,
    Action.ANNUL: Annul,
    Action.DISMISS: Dismiss,
    Action.WRITE_OFF: WriteOff,
    Action.CHANGE_TYPE: ChangeType,
    Action.LINK: Link,
    Action.CORRECT: Correct,
}

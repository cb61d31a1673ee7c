"""Turns and corrections: withdrawn, closed, annulled, linked, retyped, corrected."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Any

from django import forms
from django.db.models import Model, Q, QuerySet

from kernel.fields import DateField
from ärenden.actions import changes
from ärenden.actions.base import Doing
from ärenden.choices import CaseType, LinkKind
from ärenden.models import AgentSnapshot, Answer, AnswerPart, Case, Document, Question
from ärenden.web.cases.actions.base import ActionForm
from ärenden.web.cases.actions.fields import TextField
from ärenden.web.cases.actions.rows import OtherCaseField, shortened
from ärenden.workflow import Action


class Withdraw(ActionForm):
    on = DateField(label="Dag då den återtogs")
    reason = forms.CharField(
        label="Skäl (frivilligt)", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def prepare(self) -> None:
        self.initial.setdefault("on", self.desk.today)

    def clean(self) -> dict[str, Any]:
        self.not_later_than_today("on", "Dagen")
        return self.cleaned_data

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        changes.withdraw(case=self.case, doing=doing, on=data["on"], reason=data["reason"])


class Close(ActionForm):
    def perform(self, doing: Doing) -> None:
        changes.close(case=self.case, doing=doing)


class Reopen(ActionForm):
    def perform(self, doing: Doing) -> None:
        changes.reopen(case=self.case, doing=doing, reason=self.cleaned_data["reason"])


class Annul(ActionForm):
    def perform(self, doing: Doing) -> None:
        changes.annul(case=self.case, doing=doing, reason=self.cleaned_data["reason"])


class Dismiss(ActionForm):
    def perform(self, doing: Doing) -> None:
        changes.dismiss(case=self.case, doing=doing, reason=self.cleaned_data["reason"])


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
        label="Hur de hör ihop", choices=LinkKind.choices, widget=forms.RadioSelect
    )

    def prepare(self) -> None:
        self.fields["other"].offer(self.case)  # type: ignore[attr-defined]

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
    AgentSnapshot: "Namn",
    Document: "Handling",
}
WAYS_TO_CASE = {
    AnswerPart: ("answer__case",),
    AgentSnapshot: (
        "case",
        "document__case",
        "answer__case",
        "proposal__case",
        "reservation__decision__case",
        "statement__case",
        "non_participation__case",
    ),
}


def correctable(case: Case) -> Iterator[tuple[str, Model, str]]:
    """Every stored wording of the case that may be corrected: its key, row and field."""
    for model, fields in changes.CORRECTABLE.items():
        for row in [case] if model is Case else _rows_of(model, case):
            for name in sorted(fields):
                yield f"{model._meta.model_name}-{row.pk}-{name}", row, name


def _rows_of(model: Any, case: Case) -> Iterable[Model]:
    ways = (Q(**{way: case}) for way in WAYS_TO_CASE.get(model, ("case",)))
    rows: QuerySet[Model] = model.objects.filter(reduce(or_, ways)).order_by("pk")
    return rows


class Correct(ActionForm):
    """First which wording, then the new one beside the present."""

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
        self.rows = {key: (row, name) for key, row, name in correctable(self.case)}
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
        row, name = chosen
        present = getattr(row, name) or ""
        self.fields["text"].help_text = f"Nuvarande lydelse: {present or 'ingen'}"
        self.initial.setdefault("text", present)

    def _named(self, row: Model, name: str) -> str:
        label = getattr(row._meta.get_field(name), "verbose_name", name)
        words = getattr(row, name)
        kind = KINDS[type(row)]
        return f"{kind}, {label}: {shortened(words)}" if words else f"{kind}, {label} (tom)"

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        row, name = self.rows[data["what"]]
        changes.correct(
            case=self.case,
            doing=doing,
            row=row,
            field=name,
            text=data["text"],
            reason=data["reason"],
        )


FORMS = {
    Action.WITHDRAW: Withdraw,
    Action.CLOSE: Close,
    Action.REOPEN: Reopen,
    Action.ANNUL: Annul,
    Action.DISMISS: Dismiss,
    Action.CHANGE_TYPE: ChangeType,
    Action.LINK: Link,
    Action.CORRECT: Correct,
}

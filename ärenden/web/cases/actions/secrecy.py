"""Sekretessmarkering: what is marked, on what ground, and what the register says instead."""

from typing import Any

from django import forms

from ärenden.actions import secrecy
from ärenden.actions.base import Doing
from ärenden.choices import Capacity
from ärenden.models import Case, Document, Question
from ärenden.queries.secrecy import Markable, markable, name_of
from ärenden.web.cases.actions.base import ActionForm
from ärenden.web.cases.actions.fields import TextField
from ärenden.web.cases.actions.rows import RowField, shortened
from ärenden.workflow import Action


class MarkSecrecy(ActionForm):
    what = forms.ChoiceField(
        label="Vad som markeras", error_messages={"required": "Välj vad som markeras"}
    )
    wording = TextField(
        label="Vad diariet visar i stället",
        help_text=(
            "Behövs när en rubrik markeras. När ett helt ärende eller en hel handling markeras är "
            "det rubriken som alla får läsa; skriver du ingen visas bara nummer och slag. För en "
            "annan uppgift visas annars att den omfattas av sekretess."
        ),
        required=False,
        rows=2,
    )
    provision = forms.CharField(
        label="Bestämmelse",
        help_text="Kapitel och paragraf i offentlighets- och sekretesslagen.",
        max_length=160,
        error_messages={"required": "Skriv vilken bestämmelse som gäller"},
    )
    authority = forms.CharField(
        label="Myndighet som gör markeringen",
        max_length=160,
        error_messages={"required": "Skriv vilken myndighet som gör markeringen"},
    )

    def prepare(self) -> None:
        self.rows = {
            f"{row._meta.model_name}-{row.pk}-{name}": (row, name)
            for (_, _, name), row in markable(self.case).items()
        }
        self.fields["what"].choices = [  # type: ignore[attr-defined]
            ("", "Välj"),
            *((key, _label(row, name)) for key, (row, name) in self.rows.items()),
        ]
        self.initial.setdefault("authority", self.case.body.name)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        _, field = self.rows.get(data.get("what", ""), (None, ""))
        if field in secrecy.TITLES and not data.get("wording"):
            text = "Skriv en rubrik som kan läsas av alla, utan det som är hemligt"
            self.add_error("wording", text)
        return data

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        row, field = self.rows[data["what"]]
        new = secrecy.NewMark(
            row=row,
            field=field,
            wording=data["wording"],
            provision=data["provision"],
            authority=data["authority"],
        )
        secrecy.mark_secrecy(case=self.case, doing=doing, new=new)


def _label(row: Markable, field: str) -> str:
    if isinstance(row, Case):
        whole = {"": "Hela ärendet", "title": "Rubriken", "motivation": "Motiveringen"}[field]
        return f"{whole}: {shortened(getattr(row, field))}" if field else whole
    if isinstance(row, Document):
        what = "Rubriken på handling" if field else "Handling"
        return f"{what} {row.running_number}: {shortened(row.told_title)}"
    if isinstance(row, Question):
        return f"Fråga {row.number}: {shortened(row.text)}"
    return f"{Capacity(row.capacity).label}: {row.name_printed}"


class MarkField(RowField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{name_of(obj)}, {obj.provision}"


class LiftSecrecy(ActionForm):
    mark = MarkField(label="Markering", error_messages={"required": "Välj markering"})

    def prepare(self) -> None:
        standing = self.case.secrecy_marks.filter(lifted_on=None)
        rows = standing.select_related("document", "question")
        self.fields["mark"].queryset = rows  # type: ignore[attr-defined]

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        secrecy.lift_secrecy(case=self.case, doing=doing, mark=data["mark"], reason=data["reason"])


FORMS = {Action.MARK_SECRECY: MarkSecrecy, Action.LIFT_SECRECY: LiftSecrecy}

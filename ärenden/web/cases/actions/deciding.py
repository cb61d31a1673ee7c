"""What a body decides, who reserved themselves, and what follows of it."""

from typing import Any

from django import forms

from kernel.fields import DateField
from ärenden.actions import decisions, minutes
from ärenden.actions.base import Doing
from ärenden.choices import (
    NonParticipationKind,
    Outcome,
    StatementKind,
)
from ärenden.models import ProposalPoint
from ärenden.queries.points import own_points
from ärenden.web.cases.actions.asking import SittingForm
from ärenden.web.cases.actions.base import ActionForm, DoneForm
from ärenden.web.cases.actions.fields import (
    BodyField,
    DueField,
    TextField,
    choices_of,
    read_points,
    sitting_of,
)
from ärenden.web.cases.actions.rows import (
    RowField,
    bodies,
    open_tasks,
    shortened,
)
from ärenden.web.names import NamesField
from ärenden.workflow import Action
from ärenden.workflow.outcomes import outcome_refusals

OF_A_POINT = (
    Outcome.APPROVED,
    Outcome.REJECTED,
    Outcome.PARTLY_APPROVED,
    Outcome.CONSIDERED_ANSWERED,
    Outcome.WRITTEN_OFF,
    Outcome.DROPPED,
    Outcome.ADOPTED,
    Outcome.NOTED,
    Outcome.NO_ACTION,
)
OF_EACH_POINT = "Utfall för varje att-sats"
IN_THE_MATTER = (*OF_A_POINT[:3], Outcome.MIXED, *OF_A_POINT[3:])


def outcome_field(point: ProposalPoint) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=f"{point.number}. {shortened(point.text)}",
        choices=[("", "Inget eget utfall"), *choices_of(*OF_A_POINT)],
        required=False,
    )


class Decide(SittingForm):
    outcome = forms.ChoiceField(
        label="Vad beslutet innebär",
        choices=[("", "Välj"), *choices_of(*IN_THE_MATTER)],
        help_text="Utgår: ärendet faller. Ska det tas upp senare bordläggs det i stället.",
        error_messages={"required": "Välj vad beslutet innebär"},
    )
    text = TextField(
        label="Beslutet, som det står i protokollet",
        help_text="Punkterna delas upp som de är numrerade. Orden ändras inte.",
        rows=8,
        error_messages={"required": "Skriv beslutet"},
    )
    motivation = TextField(label="Skäl för beslutet (frivilligt)", required=False, rows=3)
    needs_execution = forms.BooleanField(label="Beslutet ska verkställas", required=False)

    def prepare(self) -> None:
        super().prepare()
        self.points = {f"outcome_{point.pk}": point for point in own_points(self.case)}
        self.together = {**self.together, OF_EACH_POINT: tuple(self.points)}
        self.fields |= {name: outcome_field(point) for name, point in self.points.items()}
        self.order_fields(["meeting", "paragraph", "outcome", *self.points])

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("outcome"):
            outcomes = self._outcomes()
            parts = [(point.number, outcomes.get(point)) for point in self.points.values()]
            for refusal in outcome_refusals(Outcome(data["outcome"]), parts):
                self.add_error("outcome", refusal.text)
        return data

    def _outcomes(self) -> dict[ProposalPoint, Outcome]:
        typed = {point: self.cleaned_data.get(name) for name, point in self.points.items()}
        return {point: Outcome(value) for point, value in typed.items() if value}

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        lead_text, points = read_points(data["text"])
        new = decisions.NewDecision(
            outcome=Outcome(data["outcome"]),
            lead_text=lead_text,
            points=points,
            motivation=data["motivation"],
            sitting=sitting_of(data),
            outcomes=self._outcomes(),
            needs_execution=data["needs_execution"],
        )
        decisions.decide(case=self.case, doing=doing, new=new)


class Return(SittingForm):
    reason_label = "Vad som ska utredas"
    body = BodyField(label="Till vilket organ (frivilligt)", required=False)

    def prepare(self) -> None:
        super().prepare()
        offered = bodies(self.case, today=self.desk.today)
        self.fields["body"].queryset = offered  # type: ignore[attr-defined]
        self.initial.setdefault("body", self.case.preparing_body)

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        decisions.return_case(
            case=self.case,
            doing=doing,
            sitting=sitting_of(data),
            reason=data["reason"],
            body=data["body"],
        )


class DecisionForm(ActionForm):
    """Something noted about one of the decisions; the latest is suggested."""

    decision = RowField(label="Beslut", error_messages={"required": "Välj beslut"})

    def prepare(self) -> None:
        rows = self.case.decisions.select_related("body").order_by("-id")
        self.fields["decision"].queryset = rows  # type: ignore[attr-defined]
        self.initial.setdefault("decision", rows.first())


class AddStatement(ActionForm):
    kind = forms.ChoiceField(
        label="Vad det är",
        choices=StatementKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vad det är"},
    )
    authors = NamesField(label="Av vem", help_text="Som ”Anna Ek (S)”.")
    minutes_item = RowField(
        label="Till vilken paragraf (frivilligt)", required=False, empty_label="Ingen"
    )
    lead_text = TextField(label="Inledande ord (frivilligt)", required=False, rows=2)
    text = TextField(label="Text", rows=6, error_messages={"required": "Skriv texten"})

    def prepare(self) -> None:
        rows = self.case.minutes_items.select_related("meeting__body")
        self.fields["minutes_item"].queryset = rows  # type: ignore[attr-defined]

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        minutes.add_statement(
            case=self.case,
            doing=doing,
            kind=StatementKind(data["kind"]),
            authors=data["authors"],
            text=data["text"],
            lead_text=data["lead_text"],
            minutes_item=data["minutes_item"],
        )


class NoteNonParticipation(ActionForm):
    kind = forms.ChoiceField(
        label="Vad det är",
        choices=NonParticipationKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vad det är"},
    )
    people = NamesField(label="Vem", help_text="Som ”Anna Ek (S)”.")
    decision = RowField(
        label="Vilket beslut (frivilligt)", required=False, empty_label="Hela ärendet"
    )
    ground = TextField(label="Grund, som den står (frivilligt)", required=False, rows=2)

    def prepare(self) -> None:
        rows = self.case.decisions.select_related("body")
        self.fields["decision"].queryset = rows  # type: ignore[attr-defined]

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        minutes.note_non_participation(
            case=self.case,
            doing=doing,
            kind=NonParticipationKind(data["kind"]),
            people=data["people"],
            decision=data["decision"],
            ground=data["ground"],
        )


class AddTask(ActionForm):
    responsible = forms.CharField(
        label="Vem som ansvarar",
        help_text="Som det står i beslutet.",
        max_length=160,
        error_messages={"required": "Skriv vem som ansvarar"},
    )
    responsible_body = BodyField(label="Organ (frivilligt)", required=False)
    text = TextField(label="Uppdraget", error_messages={"required": "Skriv uppdraget"})
    due = DueField(
        label="Ska återrapporteras senast (frivilligt)",
        help_text="En dag, eller en månad som december 2026.",
        required=False,
    )
    report_to = forms.CharField(
        label="Återrapporteras till (frivilligt)", required=False, max_length=160
    )

    def prepare(self) -> None:
        offered = bodies(self.case, today=self.desk.today)
        self.fields["responsible_body"].queryset = offered  # type: ignore[attr-defined]

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        due_on, precision = data["due"]
        new = minutes.NewTask(
            responsible=data["responsible"],
            responsible_body=data["responsible_body"],
            text=data["text"],
            due_on=due_on,
            due_precision=precision,
            report_to=data["report_to"],
        )
        minutes.add_task(case=self.case, doing=doing, new=new)


class ReportTask(DoneForm):
    task = RowField(label="Uppdrag", error_messages={"required": "Välj uppdrag"})
    on = DateField(label="Återrapporterat")
    report = TextField(
        label="Vad som återrapporterades",
        rows=6,
        error_messages={"required": "Skriv vad som återrapporterades"},
    )

    def prepare(self) -> None:
        super().prepare()
        rows = open_tasks(self.case)
        self.fields["task"].queryset = rows  # type: ignore[attr-defined]
        self.initial.setdefault("task", rows.first() if len(rows) == 1 else None)

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        minutes.report_task(task=data["task"], doing=doing, report=data["report"], on=data["on"])


FORMS = {
    Action.DECIDE: Decide,
    Action.RETURN: Return,
    Action.ADD_STATEMENT: AddStatement,
    Action.NOTE_NON_PARTICIPATION: NoteNonParticipation,
    Action.ADD_TASK: AddTask,
    Action.REPORT_TASK: ReportTask,
}

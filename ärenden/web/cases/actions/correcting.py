"""Rätta: first which wording, listed under headings, then the new one beside the present."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms

from kernel.fields import DateField
from ärenden.actions import corrections
from ärenden.actions.base import Doing
from ärenden.actions.outcomes import correct_outcome
from ärenden.choices import DecisionNature, Outcome
from ärenden.models import AgentSnapshot, Decision
from ärenden.queries.corrections import correctable, text_of
from ärenden.queries.points import own_points
from ärenden.web.cases.actions import texts, whose
from ärenden.web.cases.actions.asking import RecordAnswered
from ärenden.web.cases.actions.base import ActionForm, Block
from ärenden.web.cases.actions.deciding import IN_THE_MATTER, OF_EACH_POINT, outcome_field
from ärenden.web.cases.actions.fields import TextField, choices_of
from ärenden.workflow import Action


class Correct(ActionForm):
    """First which wording, then the new one beside the present.

    It is mended as it stands, also where it names someone with protected identity: those who
    may mend it are cleared for the case.
    """

    template_name_page: ClassVar[str] = "arenden/act/correct.html"
    as_written: ClassVar = ("what", "text")
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
        tell = self.desk.withheld.told
        found = correctable(self.case)
        self.rows = {f"{row._meta.model_name}-{row.pk}-{name}": (row, name) for row, name in found}
        chosen = self.rows.get(self.desk.chosen)
        what: Any = self.fields["what"]
        if chosen is None:
            self.next_tool = ("choose", "Visa lydelsen")
            what.choices = list(texts.under_headings(self.rows, tell))
            del self.fields["text"], self.fields["reason"]
            return
        what.choices = [(self.desk.chosen, texts.called(*chosen, tell=tell))]
        if isinstance(chosen[0], AgentSnapshot) and texts.is_name(*chosen):
            self._ask_whose(chosen[0])
        elif isinstance(chosen[0], Decision) and chosen[1] == "outcome":
            self._ask_outcome(chosen[0])
        elif texts.is_day(*chosen):
            self.fields["text"] = DateField(label="Rätt dag")
        elif chosen[1] == "roles_printed":
            self.fields["text"].label = "Ny lydelse, en titel på varje rad"
        self.fields["text"].help_text = f"Nuvarande lydelse: {texts.shown(*chosen) or 'ingen'}"
        value = getattr(*chosen) if texts.is_day(*chosen) else text_of(*chosen)
        self.initial.setdefault("text", value or "")

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        row, name = self.rows[data["what"]]
        facts = {"case": self.case, "row": row, "reason": data["reason"]}
        if isinstance(row, AgentSnapshot) and "person" in self.fields:
            corrections.correct_name(doing=doing, to=whose.name_in(data, row, self.desk), **facts)
        elif isinstance(row, Decision) and name == "outcome":
            typed = {point: data[each] for each, point in self.points.items() if data[each]}
            outcomes = {point: Outcome(value) for point, value in typed.items()}
            outcome = Outcome(data["text"])
            correct_outcome(doing=doing, outcome=outcome, outcomes=outcomes, **facts)
        elif texts.is_day(row, name):
            corrections.correct_day(doing=doing, field=name, day=data["text"], **facts)
        else:
            corrections.correct(doing=doing, field=name, text=data["text"], **facts)

    def _ask_outcome(self, row: Decision) -> None:
        """The meaning as a whole and of each att-sats, as when the decision was noted."""
        is_answer = row.nature == DecisionNature.ANSWERED
        self.points = {
            f"outcome_{point.pk}": point for point in (() if is_answer else own_points(self.case))
        }
        self.together = {OF_EACH_POINT: tuple(self.points)}
        now = dict(row.point_outcomes.values_list("point", "outcome"))
        offered = RecordAnswered.ANSWERED if is_answer else IN_THE_MATTER
        self.fields["text"] = forms.ChoiceField(
            label="Vad beslutet innebär", choices=choices_of(*offered)
        )
        for name, point in self.points.items():
            self.fields[name] = outcome_field(point)
            self.initial.setdefault(name, now.get(point.pk, ""))
        self.order_fields(["what", "text", *self.points, "reason"])

    @property
    def printed(self) -> Iterator[Block]:
        return self.blocks("what", "text", "party")

    def _ask_whose(self, row: AgentSnapshot) -> None:
        """The name as printed, and a search among the people that it may be."""
        typed = self.data if self.is_bound else self.initial
        wanted = typed.get("search") or typed.get("text") or row.name_printed
        self.fields |= whose.fields_of(row, self.desk, wanted=wanted)
        self.order_fields(["what", "text", "party", "search", "person", "reason"])


FORMS = {Action.CORRECT: Correct}

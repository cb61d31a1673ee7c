"""A deadline moved or lifted by hand."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from kernel.dates import full_date
from kernel.fields import DateField
from ärenden.actions.base import Doing
from ärenden.actions.deadline_moves import move_deadline, waive_deadline
from ärenden.choices import DeadlineCause, DeadlineStatus
from ärenden.models import Deadline
from ärenden.queries.rules import movable
from ärenden.web.cases.actions.base import ActionForm
from ärenden.web.cases.actions.rows import RowField
from ärenden.workflow import Action

CAUSES = (DeadlineCause.EXTENSION, DeadlineCause.PAUSE)


class DeadlineField(RowField):
    def label_from_instance(self, obj: Deadline) -> str:
        whom = f" från {obj.whom}" if obj.whom else ""
        day = full_date(timezone.localdate(obj.due_at))
        return f"{obj.what}{whom}, {day}"


class OfDeadline(ActionForm):
    deadline = DeadlineField(
        label="Frist", help_text="Tider som lagen sätter kan inte flyttas och står inte med."
    )

    def prepare(self) -> None:
        rows = movable(self.case.deadlines.filter(status=DeadlineStatus.OPEN))
        self.fields["deadline"].queryset = rows.select_related("referral", "task")  # type: ignore[attr-defined]
        self.initial.setdefault("deadline", rows.first())


class MoveDeadline(OfDeadline):
    reason_label: ClassVar = "Varför den flyttas"
    to = DateField(label="Ny sista dag")
    cause = forms.ChoiceField(
        label="Vad det är", choices=[(each.value, each.label) for each in CAUSES]
    )

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        move_deadline(
            case=self.case,
            doing=doing,
            deadline=data["deadline"],
            to=data["to"],
            cause=DeadlineCause(data["cause"]),
            reason=data["reason"],
        )


class WaiveDeadline(OfDeadline):
    reason_label: ClassVar = "Varför den inte gäller längre"

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        waive_deadline(
            case=self.case, doing=doing, deadline=data["deadline"], reason=data["reason"]
        )


FORMS: dict[Action, Any] = {
    Action.MOVE_DEADLINE: MoveDeadline,
    Action.WAIVE_DEADLINE: WaiveDeadline,
}

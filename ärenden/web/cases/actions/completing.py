"""Komplettering: asked for with a reason, and registered with the day that counts."""

from datetime import date
from functools import cached_property
from typing import ClassVar

from django import forms
from django.utils import timezone

from kernel.dates import full_date
from ärenden.actions import completions
from ärenden.actions.base import Doing
from ärenden.models import Submission
from ärenden.web.cases.actions.base import ActionForm
from ärenden.workflow import Action


class RequestCompletion(ActionForm):
    reason_label: ClassVar = "Vad som behöver kompletteras, och varför"

    def perform(self, doing: Doing) -> None:
        completions.request_completion(
            case=self.case, doing=doing, reason=self.cleaned_data["reason"]
        )


class ReceiveCompletion(ActionForm):
    """The first arrival stands; which day counts for the deadline is the office's to say."""

    reason_label: ClassVar = "Varför den dagen räknas"
    counts_from = forms.ChoiceField(
        label="Dag som räknas som inlämningsdag",
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vilken dag som räknas"},
    )

    def prepare(self) -> None:
        days = {self.first_day: "då den första texten kom in"}
        days.setdefault(_day_of(self.waiting), "då kompletteringen kom in")
        self.fields["counts_from"].choices = [  # type: ignore[attr-defined]
            (day.isoformat(), f"{full_date(day)}, {why}") for day, why in days.items()
        ]

    @cached_property
    def waiting(self) -> Submission:
        return self.case.submissions.filter(document=None).earliest("pk")

    @property
    def first_day(self) -> date:
        return _day_of(self.case.submissions.earliest("pk"))

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        completions.receive_completion(
            case=self.case,
            doing=doing,
            submission=self.waiting,
            counts_from=date.fromisoformat(data["counts_from"]),
            reason=data["reason"],
        )


def _day_of(submission: Submission) -> date:
    return timezone.localdate(submission.handed_in_at)


FORMS = {
    Action.REQUEST_COMPLETION: RequestCompletion,
    Action.RECEIVE_COMPLETION: ReceiveCompletion,
}

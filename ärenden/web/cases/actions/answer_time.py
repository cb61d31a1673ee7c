"""More time for an answer: noted when someone calls, granted with a new day, or declined."""

from functools import cached_property
from typing import Any, ClassVar

from django import forms

from kernel.dates import full_date
from kernel.fields import DateField
from ärenden.actions import answer_time
from ärenden.actions.base import Doing
from ärenden.models import TimeRequest
from ärenden.queries.secrecy import withheld_names
from ärenden.web.cases.actions.base import ActionForm
from ärenden.workflow import Action


class AskForTime(ActionForm):
    reason_label: ClassVar = "Varför mer tid behövs"
    proposed_on = DateField(label="Föreslagen dag för svaret")

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        answer_time.ask_for_time(
            case=self.case, doing=doing, proposed_on=data["proposed_on"], reason=data["reason"]
        )


class Settling(ActionForm):
    """What was asked for stands above the answer to it."""

    @cached_property
    def request(self) -> TimeRequest | None:
        return self.case.time_requests.filter(settled_at=None).first()

    @property
    def asked(self) -> str:
        if self.request is None:
            return ""
        day = full_date(self.request.proposed_on)
        said = f"{self.request.asked_by_name} ber om tid till {day}: ”{self.request.reason}”"
        return withheld_names(self.case.organisation_id).told(said)


class GrantTime(Settling):
    until = DateField(label="Ny dag för svaret")
    reason = forms.CharField(
        label="Skäl (frivilligt)", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def prepare(self) -> None:
        self.fields["until"].help_text = self.asked
        if self.request:
            self.initial.setdefault("until", self.request.proposed_on)

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        answer_time.grant_time(
            case=self.case, doing=doing, until=data["until"], reason=data["reason"]
        )


class DeclineTime(Settling):
    reason_label: ClassVar = "Varför inte"

    def prepare(self) -> None:
        self.fields["reason"].help_text = self.asked

    def perform(self, doing: Doing) -> None:
        answer_time.decline_time(case=self.case, doing=doing, reason=self.cleaned_data["reason"])


FORMS: dict[Action, Any] = {
    Action.ASK_FOR_TIME: AskForTime,
    Action.GRANT_TIME: GrantTime,
    Action.DECLINE_TIME: DeclineTime,
}

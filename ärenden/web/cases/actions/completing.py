"""Komplettering: asked for with a reason, and registered with the arrival that counts."""

from functools import cached_property
from typing import ClassVar

from django import forms

from kernel.dates import full_date, instant
from ärenden.actions import completions
from ärenden.actions.base import Doing
from ärenden.choices import CaseType
from ärenden.models import Submission
from ärenden.queries.arrivals import countable
from ärenden.queries.prospects import Prospects, Timetable
from ärenden.web.cases.actions.base import ActionForm
from ärenden.workflow import Action


class RequestCompletion(ActionForm):
    reason_label: ClassVar = "Vad som behöver kompletteras, och varför"

    def perform(self, doing: Doing) -> None:
        completions.request_completion(
            case=self.case, doing=doing, reason=self.cleaned_data["reason"]
        )


class ReceiveCompletion(ActionForm):
    """The first arrival stands; which one counts for the deadline is the office's to say."""

    reason_label: ClassVar = "Varför den inlämningen räknas"
    counts_from = forms.ChoiceField(
        label="Inlämning som räknas",
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vilken inlämning som räknas"},
    )

    def prepare(self) -> None:
        timetable = Timetable(self.case.organisation_id)
        self.fields["counts_from"].choices = [  # type: ignore[attr-defined]
            (key, _told(row, timetable, is_first=number == 0))
            for number, (key, row) in enumerate(self.countable.items())
        ]

    @cached_property
    def countable(self) -> dict[str, Submission]:
        return {str(row.public_id): row for row in countable(self.case)}

    def perform(self, doing: Doing) -> None:
        completions.receive_completion(
            case=self.case,
            doing=doing,
            submission=self.case.submissions.filter(document=None).earliest("pk"),
            counted=self.countable[self.cleaned_data["counts_from"]],
            reason=self.cleaned_data["reason"],
        )


def _told(row: Submission, timetable: Timetable, *, is_first: bool) -> str:
    """Which one it is, when it came, and the meeting that it was in time for."""
    later = "Den som räknas nu" if row.document_id else "Kompletteringen"
    told = f"{'Den första texten' if is_first else later}, {instant(row.handed_in_at)}"
    prospects = Prospects(row.body, now=row.handed_in_at, timetable=timetable)
    found = prospects.of(CaseType(row.case_type))
    if found is None:
        return told
    return f"{told}: i tid till {found.meeting.body} {full_date(found.meeting.day)}"


FORMS = {
    Action.REQUEST_COMPLETION: RequestCompletion,
    Action.RECEIVE_COMPLETION: ReceiveCompletion,
}

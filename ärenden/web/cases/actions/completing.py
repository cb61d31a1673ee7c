"""Komplettering: asked for with a reason, and registered with the arrival that counts."""

from functools import cached_property
from typing import ClassVar

from django import forms

from kernel.dates import full_date, instant
from ärenden.actions import completions
from ärenden.actions.base import Doing
from ärenden.choices import CaseType
from ärenden.models import Submission
from ärenden.queries.prospects import Prospects
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
        self.fields["counts_from"].choices = [  # type: ignore[attr-defined]
            (key, _told(*one)) for key, one in self.countable.items()
        ]

    @cached_property
    def waiting(self) -> Submission:
        return self.case.submissions.filter(document=None).earliest("pk")

    @cached_property
    def countable(self) -> dict[str, tuple[str, Submission]]:
        """The first text, the completion that counts so far, and the one that waits."""
        rows = list(self.case.submissions.order_by("pk"))
        counted = [row for row in rows if row.handed_in_at == self.case.counted_from]
        told = [
            ("Den första texten", rows[:1]),
            ("Den som räknas nu", counted),
            ("Kompletteringen", [self.waiting]),
        ]
        found: dict[str, tuple[str, Submission]] = {}
        for which, each in told:
            for row in each:
                found.setdefault(str(row.public_id), (which, row))
        return found

    def perform(self, doing: Doing) -> None:
        _, counted = self.countable[self.cleaned_data["counts_from"]]
        completions.receive_completion(
            case=self.case,
            doing=doing,
            submission=self.waiting,
            counts_from=counted.handed_in_at,
            reason=self.cleaned_data["reason"],
        )


def _told(which: str, row: Submission) -> str:
    """When it came, and the meeting that it was in time for."""
    told = f"{which}, {instant(row.handed_in_at)}"
    found = Prospects(row.body, now=row.handed_in_at).of(CaseType(row.case_type))
    if found is None:
        return told
    return f"{told}: i tid till {found.meeting.body} {full_date(found.meeting.day)}"


FORMS = {
    Action.REQUEST_COMPLETION: RequestCompletion,
    Action.RECEIVE_COMPLETION: ReceiveCompletion,
}

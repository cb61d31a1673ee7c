"""A decision handed to a nämnd by the council, and what the council hears of it."""

from ärenden.actions import entrusting
from ärenden.actions.base import Doing
from ärenden.web.cases.actions.asking import SittingForm
from ärenden.web.cases.actions.fields import BodyField, sitting_of
from ärenden.web.cases.actions.rows import bodies
from ärenden.workflow import Action


class Entrust(SittingForm):
    body = BodyField(
        label="Till vilken nämnd", error_messages={"required": "Välj vilken nämnd som ska besluta"}
    )
    field_order = ("body", "meeting", "paragraph")

    def prepare(self) -> None:
        super().prepare()
        offered = bodies(self.case, today=self.desk.today)
        found = offered.filter(kind__in=entrusting.MAY_BE_ENTRUSTED)
        self.fields["body"].queryset = found  # type: ignore[attr-defined]

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        entrusting.entrust(case=self.case, doing=doing, sitting=sitting_of(data), body=data["body"])


class ReportDecided(SittingForm):
    to_council = True

    def perform(self, doing: Doing) -> None:
        entrusting.report_decided(
            case=self.case, doing=doing, sitting=sitting_of(self.cleaned_data)
        )


FORMS = {
    Action.ENTRUST: Entrust,
    Action.REPORT_DECIDED: ReportDecided,
}

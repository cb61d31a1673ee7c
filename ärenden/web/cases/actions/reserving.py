"""Reservations, with their text at once or later."""

from django import forms

from kernel.fields import DateField
from ärenden.actions import minutes
from ärenden.actions.base import Doing
from ärenden.models import Reservation
from ärenden.queries.minutes import awaited_reservations
from ärenden.web.cases.actions.base import DoneForm
from ärenden.web.cases.actions.deciding import DecisionForm
from ärenden.web.cases.actions.fields import TextField
from ärenden.web.cases.actions.rows import ProposalField
from ärenden.web.names import NamesField
from ärenden.workflow import Action


class Reserve(DecisionForm):
    people = NamesField(label="Vem reserverar sig", help_text="Som ”Anna Ek (S)”.")
    in_favour_of = ProposalField(
        label="Till förmån för (frivilligt)", required=False, empty_label="Inget särskilt förslag"
    )
    printed = TextField(label="Reservationen, som det står (frivilligt)", required=False, rows=2)
    text = TextField(label="Skriftlig reservation (frivilligt)", required=False, rows=6)
    awaits_text = forms.BooleanField(label="Texten lämnas senare", required=False)

    def prepare(self) -> None:
        super().prepare()
        self.fields["in_favour_of"].offer(self.case)  # type: ignore[attr-defined]

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        new = minutes.NewReservation(
            people=data["people"],
            in_favour_of=data["in_favour_of"],
            printed=data["printed"],
            text=data["text"],
            awaits_text=data["awaits_text"],
        )
        minutes.reserve(decision=data["decision"], doing=doing, new=new)


class ReservationChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic only in stubs
    """By those who made it."""

    def label_from_instance(self, obj: Reservation) -> str:
        return ", ".join(str(agent) for agent in obj.agents.all()) or str(obj)


class ReceiveReservation(DoneForm):
    day_called = "Inkommen dag"
    reservation = ReservationChoice(
        label="Vems reservation",
        queryset=Reservation.objects.none(),
        empty_label="Välj reservation",
        error_messages={"required": "Välj reservation"},
    )
    on = DateField(label="Inkommen dag")
    text = TextField(
        label="Reservationens text", rows=8, error_messages={"required": "Skriv in texten"}
    )

    def prepare(self) -> None:
        super().prepare()
        rows = awaited_reservations(self.case)
        self.fields["reservation"].queryset = rows  # type: ignore[attr-defined]
        self.initial.setdefault("reservation", rows.first() if len(rows) == 1 else None)

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        minutes.receive_reservation(
            reservation=data["reservation"], doing=doing, text=data["text"], on=data["on"]
        )


FORMS = {
    Action.RESERVE: Reserve,
    Action.RECEIVE_RESERVATION: ReceiveReservation,
}

"""Organ: council, boards and committees, each for its time, with those elected to it."""

from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from kernel.dates import full_date
from kernel.text import counted
from parties.assignments import seats_of
from parties.changes import told_period
from parties.choices import BodyKind, ParagraphSeries
from parties.directory import by_rank
from parties.models import Body
from ärenden.web.administration.base import Edit, Group, Listing, Row, Way
from ärenden.web.administration.forms import DatedForm, RowChoice, RowForm

PARTS = frozenset({BodyKind.SUBCOMMITTEE, BodyKind.PRESIDIUM})
COLUMNS = ("Förkortning", "Organ", "Platser")


class BodyForm(RowForm, DatedForm):
    model = Body
    stored = (
        *("name", "abbreviation", "kind", "parent", "register", "seats"),
        *("is_public", "prepares_only", "paragraph_series"),
    )
    name = forms.CharField(label="Namn", max_length=160)
    abbreviation = forms.CharField(
        label="Förkortning", max_length=20, widget=forms.TextInput(attrs={"class": "short"})
    )
    kind = forms.ChoiceField(label="Slag", choices=BodyKind.choices)
    parent = RowChoice(
        label="Hör till (utskott, presidium och beredningar)",
        required=False,
        empty_label="Inget annat organ",
    )
    register = RowChoice(
        label="Diarieför hos", required=False, empty_label="Har eget diarium eller inget"
    )
    seats = forms.IntegerField(
        label="Platser (frivilligt)",
        required=False,
        min_value=1,
        max_value=999,
        widget=forms.TextInput(attrs={"class": "tiny", "inputmode": "numeric"}),
    )
    is_public = forms.BooleanField(label="Sammanträdena är offentliga", required=False)
    prepares_only = forms.BooleanField(
        label="Bereder bara",
        help_text="Protokollet blir inte allmän handling enbart genom att justeras (TF 2:10).",
        required=False,
    )
    paragraph_series = forms.ChoiceField(
        label="Paragraferna räknas per", choices=ParagraphSeries.choices
    )

    def proposed(self) -> dict[str, Any]:
        return super().proposed() | {"kind": BodyKind.COMMITTEE}

    def prepare(self) -> None:
        others = by_rank(self.desk.organisation.bodies.all())
        if self.desk.row:
            others = others.exclude(pk=self.desk.row.pk)
        self.offer("parent", others)
        self.offer("register", others)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("kind") in PARTS and not data.get("parent") and "parent" not in self.errors:
            self.add_error("parent", "Välj vilket organ det hör till")
        return data


class Bodies(Listing):
    section = "admin_bodies"
    title = "Organ"

    def ways(self) -> list[Way]:
        return [Way("Lägg till organ", self.to("admin_body_new"))]

    def groups(self) -> list[Group]:
        now, ended = self.by_time(by_rank(self.organisation.bodies.select_related("parent")))
        current = Group(
            heading="Organ nu",
            columns=COLUMNS,
            rows=[self._row(body) for body in now],
            empty="Inga organ är upplagda.",
        )
        earlier = Group(
            heading="Tidigare organ",
            columns=COLUMNS,
            rows=[self._row(body) for body in ended],
            empty="",
        )
        return [current, earlier] if ended else [current]

    def _row(self, body: Body) -> Row:
        of = f" · {body.parent}" if body.parent else ""
        return Row(
            mark=body.abbreviation,
            title=body.name,
            url=self.to("admin_body", body=body.public_id),
            meta=f"{BodyKind(body.kind).label}{of} · {told_period(body.period)}",
            detail=counted(body.seats, "plats", "platser") if body.seats else "",
        )


class NewBody(Edit):
    section = back = "admin_bodies"
    form_class = BodyForm
    adding = "Lägg till organ"


class EditBody(NewBody):
    """The body, and below it those who sit there today."""

    template = "arenden/administration/body.html"
    is_removable = True

    @cached_property
    def row(self) -> Body:
        return get_object_or_404(self.organisation.bodies, public_id=self.kwargs["body"])

    def page(self, form: Any, **more: Any) -> HttpResponse:
        elect = self.to("admin_elected", body=self.row.public_id)
        seats = Group(
            heading=f"Valda i dag, {full_date(self.today)}",
            columns=("Parti", "Namn", "Uppdrag"),
            rows=self._seats(),
            empty="Ingen är vald än.",
            when="Klistra in hela organet som en tabell, eller lägg till en person i taget.",
            ways=[Way("Klistra in nya uppdrag", elect)],
        )
        return super().page(form, seats=seats, **more)

    def _seats(self) -> list[Row]:
        return [
            Row(
                party=seat.party,
                title=seat.person.name,
                url=self.to("admin_person", person=seat.person.public_id),
                meta=f"till och med {full_date(seat.until)}" if seat.until else "",
                detail=", ".join(seat.roles),
            )
            for seat in seats_of(self.row, on=self.today)
        ]

"""Sammanträden: a year of them pasted as a list; one moved or cancelled with what depends on it."""

from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from kernel.dates import clock, full_date
from kernel.fields import DateField, TimeField
from kernel.text import counted, in_sentence
from meetings.choices import MeetingKind, MeetingMode, MeetingStatus
from meetings.models import Meeting
from meetings.planning import (
    MEETING_REFUSALS,
    ListNotUnderstood,
    Planned,
    plan,
    read_days,
)
from parties.changes import Administering
from parties.directory import bodies_of
from ärenden.actions.planning import (
    ADDED,
    after_change,
    demand_movable,
    follow,
    place_of,
    remove_meeting,
)
from ärenden.queries.planning import Dependents, dependents_of
from ärenden.web.administration.base import Edit, Group, Listing, Row, Way
from ärenden.web.administration.forms import SHORT, AdminForm, RowChoice, RowForm

STATUSES = (MeetingStatus.PLANNED, MeetingStatus.SUMMONED, MeetingStatus.CANCELLED)
COLUMNS = ("Dag", "Organ", "Läge")


class YearForm(AdminForm):
    button = "Lägg till sammanträdena"
    body = RowChoice(label="Organ", empty_label=None)
    year = forms.IntegerField(
        label="År, för dagar som skrivs utan",
        error_messages={"required": "Skriv vilket år dagarna utan år gäller"},
        min_value=1900,
        max_value=2199,
        widget=forms.TextInput(attrs={"class": "tiny", "inputmode": "numeric"}),
    )
    days = forms.CharField(
        label="Dagar, en på varje rad",
        help_text="Som ”2027-01-25”, ”måndag 25 januari” eller ”25/1 kl. 17.30, Folkets hus”.",
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"required": "Skriv minst en dag"},
    )
    starts_at = TimeField(
        label="Klockslag, när raden inte säger något (frivilligt)",
        required=False,
        widget=forms.TextInput(attrs={"class": "tiny"}),
    )
    place = forms.CharField(
        label="Plats, när raden inte säger något (frivilligt)", required=False, max_length=200
    )
    kind = forms.ChoiceField(label="Slag", choices=MeetingKind.choices)

    def current(self) -> dict[str, Any]:
        return {"year": self.desk.today.year + (self.desk.today.month > 9)}

    def prepare(self) -> None:
        self.offer("body", bodies_of(self.desk.organisation, on=self.desk.today))

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("days") and data.get("year"):
            try:
                data["planned"] = read_days(data["days"], year=data["year"])
            except ListNotUnderstood as problem:
                self.add_error("days", list(problem.problems))
        return data

    def save(self, doing: Administering) -> str:
        data = self.cleaned_data
        usual = Planned(self.desk.today, data["starts_at"], data["place"])
        with transaction.atomic():
            made = plan(
                data["body"],
                data["planned"],
                usual=usual,
                kind=MeetingKind(data["kind"]),
                doing=doing,
            )
            moved = follow(data["body"], ADDED, doing=doing)
        said = f"{counted(len(made), 'sammanträde', 'sammanträden')} lades till"
        return f"{said}. {moved}" if moved else said


class MeetingForm(RowForm):
    model = Meeting
    refusals = MEETING_REFUSALS
    stored = ("held_on", "starts_at", "place", "kind", "mode", "status")
    held_on = DateField(label="Dag", widget=forms.TextInput(attrs=SHORT))
    starts_at = TimeField(
        label="Klockslag (frivilligt)",
        required=False,
        widget=forms.TextInput(attrs={"class": "tiny"}),
    )
    place = forms.CharField(label="Plats (frivilligt)", required=False, max_length=200)
    kind = forms.ChoiceField(label="Slag", choices=MeetingKind.choices)
    mode = forms.ChoiceField(label="Form", choices=MeetingMode.choices)
    status = forms.ChoiceField(label="Läge")

    def prepare(self) -> None:
        row: Meeting = self.desk.row
        now = [] if row.status in STATUSES else [MeetingStatus(row.status)]
        field = self.fields["status"]
        field.choices = [(each.value, each.label) for each in (*STATUSES, *now)]  # type: ignore[attr-defined]

    def called(self) -> str:
        row: Meeting = self.desk.row
        day = full_date(row.held_on) if row.held_on else "okänt datum"
        return f"Sammanträdet med {in_sentence(row.body.name)} {day}"

    def about(self) -> list[Any]:
        return [self.desk.row.body]

    def values(self) -> dict[str, Any]:
        return super().values() | {"held_on_unknown": ""}

    def save(self, doing: Administering) -> str:
        row: Meeting = self.desk.row
        to = self.cleaned_data
        demand_movable(row, to=to["held_on"], is_cancelled=to["status"] == MeetingStatus.CANCELLED)
        before = place_of(row)
        with transaction.atomic():
            said = super().save(doing)
            moved = after_change(row, before, doing=doing)
        return f"{said}. {moved}" if moved else said


class Meetings(Listing):
    section = "admin_meetings"
    title = "Sammanträden"

    def ways(self) -> list[Way]:
        return [Way("Lägg till sammanträden", self.to("admin_year"))]

    def groups(self) -> list[Group]:
        year = self.year
        mine = Meeting.objects.filter(body__organisation=self.organisation, held_on__year=year)
        rows = mine.select_related("body").order_by("held_on", "starts_at", "pk")
        coming = list(rows.filter(held_on__gte=self.today))
        held = list(rows.filter(held_on__lt=self.today))
        first = Group(
            heading=f"Sammanträden {year}",
            columns=COLUMNS,
            rows=[self._row(row) for row in coming or held],
            empty=f"Inga sammanträden är inlagda för {year}.",
            when="Klistra in årets dagar, så visas de här och kan väljas i ärendena.",
            ways=self._years(year),
        )
        earlier = Group(
            heading=f"Tidigare {year}",
            columns=COLUMNS,
            rows=[self._row(row) for row in held],
            empty="",
        )
        return [first, earlier] if coming and held else [first]

    def _years(self, shown: int) -> list[Way]:
        mine = Meeting.objects.filter(body__organisation=self.organisation)
        years = {day.year for day in mine.dates("held_on", "year")}
        listed = sorted({*years, self.today.year, self.today.year + 1} - {shown})
        return [Way(str(year), f"?ar={year}") for year in listed]

    def _row(self, meeting: Meeting) -> Row:
        extra = MeetingKind.EXTRA.label if meeting.kind == MeetingKind.EXTRA else ""
        at = clock(meeting.starts_at) if meeting.starts_at else ""
        return Row(
            mark=full_date(meeting.held_on or date.min),
            title=meeting.body.name,
            url=self.to("admin_meeting", meeting=meeting.public_id),
            meta=", ".join(filter(None, [extra, at, meeting.place])),
            detail=MeetingStatus(meeting.status).label,
        )


class NewYear(Edit):
    section = back = "admin_meetings"
    form_class = YearForm
    adding = "Lägg till sammanträden"


class EditMeeting(Edit):
    section = back = "admin_meetings"
    form_class = MeetingForm
    template = "arenden/administration/meeting.html"
    is_removable = True

    @cached_property
    def row(self) -> Meeting:
        rows = Meeting.objects.filter(body__organisation=self.organisation).select_related("body")
        return get_object_or_404(rows, public_id=self.kwargs["meeting"])

    @property
    def heading(self) -> str:
        day = full_date(self.row.held_on) if self.row.held_on else "okänt datum"
        return f"{self.row.body} {day}"

    def take_away(self, doing: Administering) -> str:
        moved = remove_meeting(self.row, called=self.heading, doing=doing)
        return ". ".join(filter(None, [f"{self.heading} togs bort", moved]))

    def page(self, form: Any, **more: Any) -> HttpResponse:
        depends = told_dependents(dependents_of(self.row))
        url = self.to("meeting", meeting=self.row.public_id)
        return super().page(form, depends=depends, meeting_url=url, **more)


def told_dependents(found: Dependents) -> list[str]:
    """What a move or a cancellation meets, without naming a case."""
    told = (
        (found.listed, "står på dagordningen"),
        (found.aimed, "ska upp på sammanträdet och får sin frist av dagen"),
        (found.decided, "har beslut eller paragrafer härifrån"),
    )
    return [f"{counted(n, 'ärende', 'ärenden')} {what}" for n, what in told if n]

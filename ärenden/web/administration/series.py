"""Nummerserier: how diary numbers are printed, and the number that is next in turn."""

from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from kernel.fields import DateField
from kernel.periods import holds_on, period
from parties.changes import REFUSALS, Administering, in_words, log, shown, store
from parties.directory import bodies_of
from parties.exceptions import Refused
from ärenden import numbers
from ärenden.actions.allot import next_number
from ärenden.choices import ResetRule
from ärenden.exceptions import NoTemplate
from ärenden.models import NumberSeries
from ärenden.web.administration.base import Edit, Group, Listing, Row, Way
from ärenden.web.administration.forms import SHORT, AdminForm, RowChoices

SERIES_REFUSALS = {**REFUSALS, "series_code_once": "En annan serie har samma beteckning"}
PREVIEW = "preview"
USED = "Serien har redan delat ut nummer: lägg upp en ny serie i stället"


class SeriesForm(AdminForm):
    code = forms.CharField(
        label="Beteckning", max_length=20, widget=forms.TextInput(attrs={"class": "tiny"})
    )
    name = forms.CharField(label="Namn", max_length=120)
    bodies = RowChoices(label="Organ som diarieför i serien")
    reset = forms.ChoiceField(label="Börjar om", choices=ResetRule.choices)
    pattern = forms.CharField(
        label="Mönster",
        help_text="Delar: {series} beteckningen, {year} året, {yy} året med två siffror, {yymm} år"
        " och månad, {seq} löpnumret, {seq:5} löpnumret med fem siffror, {class} klassificeringen,"
        " som anges när ärendet registreras.",
        max_length=60,
    )
    first = DateField(
        label="Mönstret gäller från och med",
        help_text="Nummer som redan är utdelade ändras aldrig.",
        widget=forms.TextInput(attrs=SHORT),
    )

    def current(self) -> dict[str, Any]:
        row: NumberSeries | None = self.desk.row
        if row is None:
            return {"pattern": "{series} {year}/{seq:5}", "first": self.desk.today}
        now = row.templates.filter(holds_on(self.desk.today)).first()
        return {
            "code": row.code,
            "name": row.name,
            "bodies": list(row.bodies.all()),
            "reset": row.reset,
            "pattern": now.pattern if now else "",
            "first": now.period.lower if now else self.desk.today,
        }

    def prepare(self) -> None:
        self.offer("bodies", bodies_of(self.desk.organisation, on=self.desk.today))

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if {"code", "reset", "pattern"} <= data.keys():
            self._check(data)
        return data

    def _check(self, data: dict[str, Any]) -> None:
        row: NumberSeries | None = self.desk.row
        try:
            numbers.validate_template(data["pattern"], series=data["code"], reset=data["reset"])
        except numbers.TemplateRefused as refusal:
            self.add_error("pattern", str(refusal))
        if row and row.counters.exists():
            for name in ("code", "reset"):
                if data[name] != getattr(row, name):
                    self.add_error(name, USED)

    @property
    def preview(self) -> str:
        """The number that would be next with what stands in the fields."""
        data = self.cleaned_data if self.is_bound else self.initial
        if self.errors or not data.get("pattern"):
            return ""
        series = NumberSeries(
            pk=self.desk.row and self.desk.row.pk,
            organisation=self.desk.organisation,
            code=data.get("code") or "KS",
            reset=data.get("reset") or ResetRule.YEARLY,
        )
        return next_number(series, on=self.desk.today, template=data["pattern"])

    def save(self, doing: Administering) -> str:
        data = self.cleaned_data
        row = self.desk.row or NumberSeries(organisation=self.desk.organisation)
        is_new = row.pk is None
        summary = f"Nummerserien {data['code']} {'lades till' if is_new else 'ändrades'}"
        values = {name: data[name] for name in ("code", "name", "reset")}
        with in_words(SERIES_REFUSALS):
            before = ("", "") if is_new else (listed(row), _pattern(row, doing.day))
            changed = store(row, doing=doing, summary=summary, refusals=SERIES_REFUSALS, **values)
            row.bodies.set(data["bodies"])
            _print_as(row, data["pattern"], first=data["first"])
            after = (listed(row), _pattern(row, max(data["first"], doing.day)))
            changes = [
                (what, shown(old), shown(new))
                for what, old, new in zip(("Organ", "Mönster"), before, after, strict=True)
                if old != new
            ]
            if changes and not is_new:
                log(doing, summary, about=[row], changes=changes)
        return summary if changed or changes else "Inget var ändrat"


def _print_as(series: NumberSeries, pattern: str, *, first: date) -> None:
    """The pattern from the day on; the earlier one ends the day before."""
    if series.templates.filter(period__startswith__gt=first).exists():
        raise Refused("Serien har ett mönster som börjar senare. Välj en senare dag.")
    current = series.templates.filter(holds_on(first)).first()
    if current and (current.pattern == pattern or current.period.lower == first):
        current.pattern = pattern
        current.save()
        return
    if current:
        current.period = period(current.period.lower, first)
        current.save()
    series.templates.create(pattern=pattern, period=period(first))


def _pattern(series: NumberSeries, day: date) -> str:
    found = series.templates.filter(holds_on(day)).first()
    return found.pattern if found else ""


def listed(series: NumberSeries) -> str:
    return ", ".join(sorted(body.abbreviation for body in series.bodies.all()))


class Series(Listing):
    section = "admin_series"
    title = "Nummerserier"

    def ways(self) -> list[Way]:
        return [Way("Lägg till nummerserie", self.to("admin_series_new"))]

    def groups(self) -> list[Group]:
        rows = self.organisation.number_series.prefetch_related("bodies").order_by("code")
        return [
            Group(
                heading="Serierna och deras nästa nummer",
                columns=("Beteckning", "Serie", "Nästa nummer"),
                rows=[self._row(row) for row in rows],
                empty="Inga nummerserier är upplagda. Utan en serie får ärendena inget nummer.",
            )
        ]

    def _row(self, series: NumberSeries) -> Row:
        try:
            coming = next_number(series, on=self.today)
        except NoTemplate:
            coming = "Inget mönster gäller i dag"
        return Row(
            mark=series.code,
            title=series.name or series.code,
            url=self.to("admin_one_series", series=series.public_id),
            meta=f"{listed(series) or 'Inget organ'} · {ResetRule(series.reset).label}",
            detail=coming,
        )


class NewSeries(Edit):
    section = back = "admin_series"
    form_class = SeriesForm
    template = "arenden/administration/series.html"
    adding = "Lägg till nummerserie"

    def post(self, request: HttpRequest, **more: Any) -> HttpResponse:
        if request.POST.get("tool") == PREVIEW:
            form = self.form_class(request.POST, desk=self.desk)
            form.is_valid()
            return self.page(form)
        return super().post(request, **more)


class EditSeries(NewSeries):
    @cached_property
    def row(self) -> NumberSeries:
        return get_object_or_404(self.organisation.number_series, public_id=self.kwargs["series"])

    @property
    def heading(self) -> str:
        return self.row.name or self.row.code

"""Stängda dagar: the organisation's own, beside the holidays that the calendar knows."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404

from accounts.roles import Verb
from kernel.dates import full_date, long_date
from kernel.text import capital, counted
from parties.changes import Administering
from ärenden.actions.closed_days import close, open_again, rename
from ärenden.deadlines.calendar import Calendar, half_days, holidays
from ärenden.models import ClosedDay
from ärenden.web.administration.base import Edit, Group, Listing, Row, Way
from ärenden.web.administration.forms import AdminForm
from ärenden.web.administration.rules.lines import closed_day, read_lines

LONGEST_NAME = 80
COLUMNS = ("Dag", "Kallas", "Räknas som")
LAW = "Helgdagar och aftnar enligt lag (1930:173) 2 §, och dagar som brukar sluta kl. 14.00."


class ClosedDaysForm(AdminForm):
    button = "Stäng dagarna"
    days = forms.CharField(
        label="Dagar, en på varje rad",
        help_text="Dagen och vad den kallas i en mening, som ”2026-05-15 klämdagen”.",
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Skriv minst en dag"},
    )

    def clean_days(self) -> dict[date, str]:
        found = read_lines(self.cleaned_data["days"], closed_day)
        problems = list(self._problems(found))
        if problems:
            raise ValidationError(problems)
        return dict(found)

    def _problems(self, found: list[tuple[date, str]]) -> Iterator[str]:
        rows = self.desk.organisation.closed_days.filter(day__in=[day for day, _ in found])
        taken = set(rows.values_list("day", flat=True))
        by_law = Calendar()
        for day, name in found:
            if not by_law.is_working(day):
                yield f"{full_date(day)} är ingen arbetsdag ändå: ta bort raden"
            elif day in taken:
                yield f"{full_date(day)} är redan stängd: ta bort raden"
            elif len(name) > LONGEST_NAME:
                yield f"{full_date(day)}: skriv högst {LONGEST_NAME} tecken"
            taken.add(day)

    def save(self, doing: Administering) -> str:
        days = self.cleaned_data["days"]
        moved = close(days, doing=doing)
        return f"{counted(len(days), 'dag är stängd', 'dagar är stängda')}. {_told(moved)}"


class ClosedDayForm(AdminForm):
    name = forms.CharField(label="Namn", max_length=LONGEST_NAME)

    def current(self) -> dict[str, Any]:
        return {"name": self.desk.row.name}

    def save(self, doing: Administering) -> str:
        changed = rename(self.desk.row, self.cleaned_data["name"], doing=doing)
        return f"{self.desk.row} sparades" if changed else "Inget var ändrat"


class ClosedDays(Listing):
    """Open to everyone with a role here, as dates are explained by it."""

    verb = None
    section = "admin_closed_days"
    title = "Stängda dagar"
    lead = (
        "Dagar när kansliet är stängt räknas inte som arbetsdagar. Lagens tider förlängs aldrig av"
        " dem."
    )

    def ways(self) -> list[Way]:
        to = self.to("admin_closed_days_new")
        return [Way("Stäng dagar", to)] if self.may(Verb.ADMINISTER) else []

    def groups(self) -> list[Group]:
        year = self.year
        own = self.organisation.closed_days.filter(day__year=year)
        return [
            Group(
                heading=f"Egna stängda dagar {year}",
                columns=COLUMNS,
                rows=[self._row(row) for row in own],
                empty="" if own else f"Inga egna dagar är stängda {year}.",
                when="" if own else "Klämdagar och andra dagar när kansliet är stängt visas här.",
                ways=[Way(str(other), f"?ar={other}") for other in (year - 1, year + 1)],
            ),
            Group(
                heading=f"Helgdagar och halvdagar {year}",
                columns=COLUMNS,
                rows=list(_by_law(year)),
                empty="",
                lead=LAW,
            ),
        ]

    def _row(self, row: ClosedDay) -> Row:
        may = self.may(Verb.ADMINISTER)
        return Row(
            mark=full_date(row.day),
            title=row.name,
            url=self.to("admin_closed_day", closed_day=row.public_id) if may else "",
            detail="Stängd",
        )


class NewClosedDays(Edit):
    section = back = "admin_closed_days"
    form_class = ClosedDaysForm
    adding = "Stäng dagar"
    lead = "Frister som ännu löper och räknas i arbetsdagar räknas om."


class EditClosedDay(Edit):
    section = back = "admin_closed_days"
    form_class = ClosedDayForm
    is_removable = True

    @cached_property
    def row(self) -> ClosedDay:
        return get_object_or_404(self.organisation.closed_days, public_id=self.kwargs["closed_day"])

    @property
    def heading(self) -> str:
        return f"{self.row.name}, {long_date(self.row.day)}"

    def take_away(self, doing: Administering) -> str:
        moved = open_again(self.row, doing=doing)
        return f"{self.heading}, är inte längre stängd. {_told(moved)}"


def _by_law(year: int) -> Iterator[Row]:
    whole, half = holidays(year), half_days(year)
    for day in sorted({*whole, *half}):
        name = whole.get(day) or half[day]
        yield Row(
            mark=full_date(day),
            title=capital(name),
            meta=long_date(day).split()[0],
            detail="Ingen arbetsdag" if day in whole else "Arbetsdag, slutar ofta kl. 14.00",
        )


def _told(moved: int) -> str:
    if not moved:
        return "Inga ärenden fick andra datum"
    return f"{counted(moved, 'ärende', 'ärenden')} fick andra datum"

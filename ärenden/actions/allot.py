"""Allot diary numbers: counted under a lock in the case's own transaction, never reused."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from kernel.periods import holds_on
from ärenden import numbers
from ärenden.choices import ResetRule
from ärenden.exceptions import NoTemplate
from ärenden.models import Case, NumberCounter, NumberSeries
from ärenden.numbers import NumberParts

UNCLASSED = "…"  # in the place of a classification that is not known yet


@dataclass(frozen=True)
class Allotted:
    printed: str
    sequence: int
    reset_period: int
    parts: NumberParts


def allot(series: NumberSeries, *, on: date, classification: str = "") -> Allotted:
    """The next free number of the series; `on` is the day of registration.

    Numbers that are already there (imported) are stepped over. The counter's row stays locked
    until the transaction ends, so the numbers of two registrars never meet.
    Raises NoTemplate when no template of the series is valid on the day, NumberIncomplete when
    it prints a classification and none is given.
    """
    template = template_on(series, on)
    period = numbers.reset_period(series.reset, on=on)
    NumberCounter.objects.get_or_create(series=series, reset_period=period)
    counter = NumberCounter.objects.select_for_update().get(series=series, reset_period=period)
    counter.last, printed = _first_free(
        series, template, on=on, after=counter.last, classification=classification
    )
    counter.save(update_fields=["last"])
    parts = NumberParts(
        series=series.code.upper(),
        year=on.year,
        month=on.month if series.reset == ResetRule.MONTHLY else None,
        sequence=counter.last,
        classification=classification if numbers.prints_classification(template) else None,
    )
    return Allotted(printed, counter.last, period, parts)


def next_number(series: NumberSeries, *, on: date, template: str = "") -> str:
    """The number that would be allotted now, or with another template; it reserves nothing."""
    period = numbers.reset_period(series.reset, on=on)
    counter = NumberCounter.objects.filter(series_id=series.pk, reset_period=period).first()
    shown = (template or template_on(series, on)).replace("{class}", UNCLASSED)
    return _first_free(series, shown, on=on, after=counter.last if counter else 0)[1]


def template_on(series: NumberSeries, day: date) -> str:
    found = series.templates.filter(holds_on(day)).first()
    if found is None:
        raise NoTemplate(f"Serien {series.code} har inget mönster som gäller {day.isoformat()}.")
    return found.pattern


def _first_free(
    series: NumberSeries, template: str, *, on: date, after: int, classification: str = ""
) -> tuple[int, str]:
    """The first number that no case has, neither its parts nor its print."""
    mine = Case.objects.order_by().filter(organisation_id=series.organisation_id)
    taken = _taken(mine, series, on=on, after=after)
    sequence = after
    while True:
        sequence += 1
        printed = numbers.render(
            template, series=series.code, on=on, sequence=sequence, classification=classification
        )
        if sequence not in taken and not mine.filter(dnr_key=numbers.key(printed)).exists():
            return sequence, printed


def _taken(cases: QuerySet[Case], series: NumberSeries, *, on: date, after: int) -> set[int]:
    """The sequences ahead that imported numbers of the series have in the same period."""
    same: dict[str, str | int] = {"series": series.code.upper()}
    if series.reset != ResetRule.NEVER:
        same["year"] = on.year
    if series.reset == ResetRule.MONTHLY:
        same["month"] = on.month
    ahead = cases.filter(dnr_parts__contains=same, dnr_parts__sequence__gt=after)
    return set(ahead.values_list("dnr_parts__sequence", flat=True))

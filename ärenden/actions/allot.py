"""Allot diary numbers: counted under a lock in the case's own transaction, never reused."""

from dataclasses import dataclass
from datetime import date

from kernel.periods import holds_on
from ärenden import numbers
from ärenden.exceptions import NoTemplate
from ärenden.models import Case, NumberCounter, NumberSeries


@dataclass(frozen=True)
class Allotted:
    printed: str
    sequence: int
    reset_period: int
    template: str


def allot(series: NumberSeries, *, on: date, classification: str = "") -> Allotted:
    """The next free number of the series; `on` is the day of registration.

    Numbers that are already there (imported) are stepped over. The counter's row stays locked
    until the transaction ends, so the numbers of two registrars never meet.
    Raises NoTemplate when no template of the series is valid on the day.
    """
    template = template_on(series, on)
    period = numbers.reset_period(series.reset, on=on)
    NumberCounter.objects.get_or_create(series=series, reset_period=period)
    counter = NumberCounter.objects.select_for_update().get(series=series, reset_period=period)
    while True:
        counter.last += 1
        printed = numbers.render(
            template,
            series=series.code,
            on=on,
            sequence=counter.last,
            classification=classification,
        )
        if not _is_taken(series, period, counter.last, printed):
            break
    counter.save(update_fields=["last"])
    return Allotted(printed, counter.last, period, template)


def next_number(series: NumberSeries, *, on: date) -> str:
    """The number that would be allotted now; a preview that reserves nothing."""
    period = numbers.reset_period(series.reset, on=on)
    counter = NumberCounter.objects.filter(series=series, reset_period=period).first()
    sequence = (counter.last if counter else 0) + 1
    return numbers.render(template_on(series, on), series=series.code, on=on, sequence=sequence)


def template_on(series: NumberSeries, day: date) -> str:
    found = series.templates.filter(holds_on(day)).first()
    if found is None:
        raise NoTemplate(f"Serien {series.code} har inget mönster som gäller {day.isoformat()}.")
    return found.pattern


def _is_taken(series: NumberSeries, period: int, sequence: int, printed: str) -> bool:
    same_sequence = {"series": series, "reset_period": period, "sequence": sequence}
    same_print = {"organisation": series.organisation_id, "dnr_key": numbers.key(printed)}
    cases = Case.objects.order_by()
    return cases.filter(**same_sequence).exists() or cases.filter(**same_print).exists()

"""The number series that can give a number now, each with the number that is next in turn."""

from dataclasses import dataclass
from datetime import date

from parties.models import Organisation
from ärenden.actions.allot import next_number
from ärenden.exceptions import NoTemplate
from ärenden.models import NumberSeries
from ärenden.numbers import NumberIncomplete


@dataclass(frozen=True, slots=True)
class Offered:
    """A series, and the number it would give; nothing is reserved."""

    series: NumberSeries
    next: str


def usable_series(organisation: Organisation, *, on: date) -> list[Offered]:
    """Series with a template of the day that needs nothing else than the next number."""
    offered = []
    for series in organisation.number_series.order_by("code"):
        try:
            offered.append(Offered(series, next_number(series, on=on)))
        except (NoTemplate, NumberIncomplete):
            continue  # it cannot number anything today, so it is not offered
    return offered

"""The number series that can give a number now, each with the number that is next in turn."""

from dataclasses import dataclass
from datetime import date

from parties.models import Organisation
from ärenden import numbers
from ärenden.actions.allot import next_number, template_on
from ärenden.exceptions import NoTemplate
from ärenden.models import NumberSeries


@dataclass(frozen=True, slots=True)
class Offered:
    """A series, and the number it would give; nothing is reserved."""

    series: NumberSeries
    next: str
    needs_classification: bool


def usable_series(organisation: Organisation, *, on: date) -> list[Offered]:
    """Series with a template of the day."""
    offered = []
    for series in organisation.number_series.order_by("code"):
        try:
            template = template_on(series, on)
        except NoTemplate:
            continue  # it cannot number anything today, so it is not offered
        coming = next_number(series, on=on, template=template)
        offered.append(Offered(series, coming, numbers.prints_classification(template)))
    return offered

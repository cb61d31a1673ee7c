"""Periods of days: half-open inside the house, shown inclusive."""

from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q


def period(first: date, last_exclusive: date | None = None) -> DateRange:
    """The days from `first` up to, but not including, `last_exclusive` (None: until further)."""
    return DateRange(first, last_exclusive, "[)")


def holds_on(day: date, *, field: str = "period") -> Q:
    """Rows whose period contains the day."""
    return Q(**{f"{field}__contains": day})

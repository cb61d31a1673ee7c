"""A task is due on a day, or in a month as minutes write it."""

from datetime import date

import pytest
from django import forms

from ärenden.choices import DatePrecision
from ärenden.web.cases.actions.fields import DueField, in_month


@pytest.mark.parametrize(
    ("typed", "middle"),
    [
        ("november", date(2026, 11, 15)),
        ("december", date(2026, 12, 15)),
        ("oktober", date(2027, 10, 15)),
        ("oktober 2026", date(2026, 10, 15)),
    ],
)
def test_month_without_year_is_this_one_or_one_that_follows(typed: str, middle: date) -> None:
    assert in_month(typed, today=date(2026, 11, 22)) == middle


@pytest.mark.parametrize("typed", ["2028-02", "februari 2028", "feb 2028"])
def test_month_is_due_on_its_last_day(typed: str) -> None:
    assert DueField().clean(typed) == (date(2028, 2, 29), DatePrecision.MONTH)


def test_month_of_no_year_is_told_as_no_date() -> None:
    with pytest.raises(forms.ValidationError, match="Skriv datumet som 2026-11-23"):
        DueField().clean("0000-05")

"""Which days are working days, and what time it is in Sweden."""

from datetime import UTC, date, datetime, time

import pytest

from ärenden.choices import Roll
from ärenden.deadlines import Calendar, moment
from ärenden.deadlines.calendar import months_after

PLAIN = Calendar()


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 6, 19), "midsommarafton"),
        (date(2026, 12, 24), "julafton"),
        (date(2026, 12, 31), "nyårsafton"),
        (date(2026, 5, 14), "Kristi himmelsfärdsdag"),
        (date(2026, 10, 31), "alla helgons dag"),
        (date(2026, 6, 13), ""),
    ],
)
def test_day_of_the_law_is_not_a_working_day(day, name):
    assert (PLAIN.is_working(day), PLAIN.closed_name(day)) == (False, name)


@pytest.mark.parametrize("day", [date(2026, 5, 15), date(2026, 4, 30), date(2004, 6, 6 + 1)])
def test_bridge_day_and_eve_are_working_days(day):
    assert PLAIN.is_working(day)


def test_national_day_is_a_holiday_since_2005():
    assert [PLAIN.is_working(date(year, 6, 6)) for year in (2003, 2018)] == [True, False]


def test_organisation_may_close_a_day_of_its_own():
    closed = Calendar({date(2026, 5, 15): "klämdagen"})

    assert closed.closed_name(date(2026, 5, 15)) == "klämdagen"
    assert closed.move(date(2026, 5, 18), working_days=-1) == date(2026, 5, 13)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 4, 2), "skärtorsdagen"),
        (date(2026, 12, 23), "dagen före julafton"),
        (date(2026, 5, 13), "dagen före Kristi himmelsfärdsdag"),
        (date(2026, 10, 30), "allhelgonaafton"),
        (date(2026, 12, 24), ""),
        (date(2026, 12, 22), ""),
    ],
)
def test_half_day_is_named(day, name):
    assert PLAIN.closes_early(day) == name


@pytest.mark.parametrize(
    ("policy", "day"),
    [
        (Roll.KEEP, date(2026, 6, 20)),
        (Roll.ASK, date(2026, 6, 20)),
        (Roll.BACK, date(2026, 6, 18)),
        (Roll.FORWARD, date(2026, 6, 22)),
    ],
)
def test_midsummer_day_rolls_as_the_policy_says(policy, day):
    assert PLAIN.rolled(date(2026, 6, 20), policy) == day


def test_day_that_only_the_organisation_has_closed_does_not_prolong_a_time_of_law():
    closed = Calendar({date(2026, 6, 22): "klämdagen", date(2026, 6, 24): "klämdagen"})

    assert closed.rolled(date(2026, 6, 19), Roll.FORWARD) == date(2026, 6, 22)
    assert closed.rolled(date(2026, 6, 24), Roll.FORWARD) == date(2026, 6, 24)
    assert closed.rolled(date(2026, 6, 24), Roll.BACK) == date(2026, 6, 23)


def test_uncounted_days_are_weekdays_only():
    uncounted = PLAIN.uncounted(date(2026, 4, 2), date(2026, 4, 13))

    assert uncounted == (date(2026, 4, 3), date(2026, 4, 6))


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        (date(2026, 1, 15), datetime(2026, 1, 15, 11, tzinfo=UTC)),
        (date(2026, 7, 15), datetime(2026, 7, 15, 10, tzinfo=UTC)),
        (date(2026, 3, 29), datetime(2026, 3, 29, 10, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 11, tzinfo=UTC)),
    ],
)
def test_noon_follows_summer_time(day, utc):
    assert moment(day, time(12)).astimezone(UTC) == utc


def test_time_that_the_clocks_jump_over_is_moved_on():
    assert moment(date(2026, 3, 29), time(2, 30)).time() == time(3, 30)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
    ],
)
def test_months_end_on_the_same_date_or_the_last_of_the_month(day, months, later):
    assert months_after(day, months) == later

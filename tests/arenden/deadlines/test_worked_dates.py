"""The dates that were worked out by hand, or printed by municipalities themselves."""

from datetime import date

import pytest

from tests.arenden.deadlines.making import PLAIN, due_of, happened, put_at, rule, working
from ärenden.choices import Count, Event, Roll, Unit, WeekCount, Weekday
from ärenden.deadlines import earliest_removal, removal_warning
from ärenden.deadlines.clocks import APPEAL, MOTION_YEAR
from ärenden.deadlines.shapes import DaysBefore, WeekdayBefore


@pytest.mark.parametrize(
    ("announced", "last", "removal"),
    [
        (date(2018, 4, 3), date(2018, 4, 24), date(2018, 4, 25)),
        (date(2019, 6, 24), date(2019, 7, 15), date(2019, 7, 16)),
        (date(2019, 5, 2), date(2019, 5, 23), date(2019, 5, 24)),
        (date(2026, 5, 29), date(2026, 6, 22), date(2026, 6, 23)),
        (date(2026, 12, 3), date(2026, 12, 28), date(2026, 12, 29)),
        (date(2026, 12, 10), date(2027, 1, 4), date(2027, 1, 5)),
        (date(2026, 3, 16), date(2026, 4, 7), date(2026, 4, 8)),
    ],
)
def test_appeal_ends_after_three_weeks_off_the_holidays(announced, last, removal):
    appeal = due_of(APPEAL, happened(Event.ANNOUNCED, announced))

    assert appeal.day == last
    assert earliest_removal(announced, PLAIN) == removal


def test_removal_on_the_last_day_of_appeal_is_warned_about():
    announced = date(2019, 5, 2)

    warning = removal_warning(date(2019, 5, 23), announced_on=announced, calendar=PLAIN)

    assert warning == (
        "Anslaget får inte tas ned 23 maj 2019: överklagandetiden går ut först torsdag 23 maj 2019."
        " Sätt nedtagningen till tidigast fredag 24 maj 2019."
    )
    assert removal_warning(date(2019, 5, 24), announced_on=announced, calendar=PLAIN) == ""


@pytest.mark.parametrize(
    ("meeting", "n", "last"),
    [
        (date(2026, 6, 22), 5, date(2026, 6, 12)),
        (date(2026, 4, 13), 5, date(2026, 4, 2)),
        (date(2026, 4, 13), 7, date(2026, 3, 31)),
        (date(2026, 5, 18), 5, date(2026, 5, 8)),
        (date(2026, 5, 18), 8, date(2026, 5, 5)),
        (date(2027, 1, 11), 5, date(2026, 12, 30)),
    ],
)
def test_working_days_before_skip_holidays_and_eves(meeting, n, last):
    assert due_of(rule(working(n)), put_at(meeting)).day == last


@pytest.mark.parametrize(
    ("raised", "counted_to", "last"),
    [
        (date(2024, 2, 29), date(2025, 2, 28), date(2025, 2, 28)),
        (date(2025, 6, 19), date(2026, 6, 19), date(2026, 6, 22)),
    ],
)
def test_motion_year_tells_the_counted_day_and_the_day_that_applies(raised, counted_to, last):
    year = due_of(MOTION_YEAR, happened(Event.RAISED, raised))

    assert (year.counted_to, year.day) == (counted_to, last)


def test_clear_days_end_at_midnight_before_the_tenth_day():
    norrbotten = rule(DaysBefore(n=10, count=Count.CLEAR))

    result = due_of(norrbotten, put_at(date(2026, 6, 11)))

    assert result.explanation == (
        "Senast söndag 31 maj 2026 kl. 24.00: tio hela dagar före fullmäktige torsdag 11 juni."
    )


@pytest.mark.parametrize("counted", WeekCount)
def test_thursday_two_weeks_before_on_ascension_day_moves_to_the_day_before(counted):
    shape = WeekdayBefore(weekday=Weekday.THURSDAY, weeks=2, counted=counted)

    result = due_of(rule(shape, roll=Roll.BACK), put_at(date(2026, 5, 28)))

    assert (result.counted_to, result.day) == (date(2026, 5, 14), date(2026, 5, 13))


@pytest.mark.parametrize(
    ("meeting", "by_weeks", "nth"),
    [
        (date(2026, 11, 23), date(2026, 11, 19), date(2026, 11, 19)),
        (date(2026, 11, 26), date(2026, 11, 19), date(2026, 11, 19)),
        (date(2026, 11, 27), date(2026, 11, 19), date(2026, 11, 26)),
    ],
)
def test_weekday_before_by_weeks_and_by_the_nearest_differ(meeting, by_weeks, nth):
    weekday = {"weekday": Weekday.THURSDAY, "weeks": 1}
    shapes = [WeekdayBefore(**weekday, counted=each) for each in WeekCount]

    found = [due_of(rule(shape), put_at(meeting)).day for shape in shapes]

    assert found == [by_weeks, nth]


def test_one_week_before_is_the_same_weekday_and_never_moved():
    seven = rule(DaysBefore(n=7, unit=Unit.DAYS))

    assert due_of(seven, put_at(date(2026, 6, 26))).day == date(2026, 6, 19)

"""Dates and times in Swedish, both ways."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel import dates

TODAY = date(2026, 11, 23)
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))


def test_long_date_has_weekday_and_month_in_words():
    assert dates.long_date(date(2026, 11, 30)) == "måndag 30 november 2026"


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 11, 30), "30 nov."),
        (date(2026, 4, 1), "1 april"),
        (date(2025, 9, 5), "5 sep. 2025"),
        (date(2027, 3, 2), "2 mars 2027"),
    ],
)
def test_short_date_says_the_year_when_it_is_another(day, shown):
    assert dates.short_date(day, today=TODAY) == shown


def test_clock_has_a_point_and_two_digits():
    assert dates.clock(time(9, 5)) == "kl. 09.05"


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 11, 19), "4 dagar sen"),
        (date(2026, 11, 22), "i går"),
        (date(2026, 11, 23), "i dag"),
        (date(2026, 11, 24), "i morgon"),
        (date(2026, 11, 26), "om 3 dagar"),
    ],
)
def test_relative_counts_days(day, shown):
    assert dates.relative(day, today=TODAY) == shown


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 11, 19), "för 4 dagar sedan"),
        (date(2026, 11, 22), "i går"),
        (date(2026, 11, 24), "i morgon"),
    ],
)
def test_since_never_reads_as_late(day, shown):
    assert dates.since(day, today=TODAY) == shown


def test_count_word_turns_to_digits_after_twelve():
    shown = [dates.count_word(number) for number in (0, 1, 2, 12, 13)]

    assert shown == ["noll", "ett", "två", "tolv", "13"]
    assert dates.count_word(1, common=True) == "en"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-23", date(2026, 11, 23)),
        ("2026-1-5", date(2026, 1, 5)),
        ("20261123", date(2026, 11, 23)),
        ("23/11", date(2026, 11, 23)),
        ("23/11 2025", date(2025, 11, 23)),
        ("23/11-2025", date(2025, 11, 23)),
        ("23 november", date(2026, 11, 23)),
        (" 23  Nov. 2026 ", date(2026, 11, 23)),
        ("3 sept 2024", date(2024, 9, 3)),
        ("den 2 mars 2026", date(2026, 3, 2)),
        ("ma\u030andag 30 november", date(2026, 11, 30)),
        ("i förrgår", date(2026, 11, 21)),
        ("I går", date(2026, 11, 22)),
        ("idag", date(2026, 11, 23)),
        ("i morgon", date(2026, 11, 24)),
    ],
)
def test_parse_date_reads_what_people_type(typed, meant):
    assert dates.parse_date(typed, today=TODAY) == meant


@pytest.mark.parametrize(
    ("today", "typed", "meant"),
    [
        (date(2026, 12, 20), "8/1", date(2027, 1, 8)),
        (date(2027, 1, 4), "30/12", date(2026, 12, 30)),
        (date(2027, 6, 1), "29 februari", date(2028, 2, 29)),
    ],
)
def test_parse_date_without_year_takes_the_nearest(today, typed, meant):
    assert dates.parse_date(typed, today=today) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("snart", "Skriv datumet som 2026-11-23, 23/11 eller 23 november 2026"),
        ("", "Skriv datumet som 2026-11-23, 23/11 eller 23 november 2026"),
        ("31 november 2026", "Datumet 31 november 2026 finns inte i kalendern"),
        ("29/2 2026", "Datumet 29/2 2026 finns inte i kalendern"),
        ("29/2", "Datumet 29/2 finns inte i kalendern"),
        ("3 plommon", "Datumet 3 plommon finns inte i kalendern"),
        ("tisdag 30 november", "30 november 2026 är en måndag"),
    ],
)
def test_parse_date_refuses_with_a_sentence(typed, sentence):
    with pytest.raises(dates.DateNotUnderstood) as refused:
        dates.parse_date(typed, today=TODAY)

    assert str(refused.value) == sentence


@given(days, days)
def test_parse_date_reads_what_long_date_writes(day, today):
    assert dates.parse_date(dates.long_date(day), today=today) == day


@given(days, days)
def test_parse_date_reads_what_short_date_writes_of_another_year(day, today):
    shown = dates.short_date(day, today=today)

    assert dates.parse_date(shown, today=today) == day or day.year == today.year


@pytest.mark.parametrize("typed", ["10.15", "10:15", "1015", "kl. 10.15", "10,15"])
def test_parse_time_reads_what_people_type(typed):
    assert dates.parse_time(typed) == time(10, 15)


@pytest.mark.parametrize(("typed", "meant"), [("905", time(9, 5)), ("kl 9", time(9))])
def test_parse_time_needs_no_leading_zero(typed, meant):
    assert dates.parse_time(typed) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("lunch", "Skriv klockslaget som 10.15"),
        ("24.00", "Klockslaget 24.00 finns inte"),
        ("10.75", "Klockslaget 10.75 finns inte"),
    ],
)
def test_parse_time_refuses_with_a_sentence(typed, sentence):
    with pytest.raises(dates.TimeNotUnderstood) as refused:
        dates.parse_time(typed)

    assert str(refused.value) == sentence

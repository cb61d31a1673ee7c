"""When open motions are next reported, how old they are, and when their year is out."""

from datetime import date

import pytest

from tests.arenden.deadlines.making import PLAIN
from ärenden.choices import CaseType
from ärenden.deadlines import Meeting, RuleSet, age, default_rules, next_report, year_of

RULES = default_rules(date(2020, 1, 1))
NOVEMBER, APRIL, OCTOBER = (
    Meeting(day=day, body="kommunfullmäktige")
    for day in (date(2026, 11, 24), date(2027, 4, 26), date(2027, 10, 25))
)
PLANNED = (OCTOBER, NOVEMBER, APRIL)


def found(today, meetings=PLANNED, rules=RULES):
    return next_report(rules, today=today, meetings=meetings, calendar=PLAIN)


@pytest.mark.parametrize(
    ("today", "meeting"),
    [
        (date(2026, 11, 22), APRIL),
        (date(2027, 4, 26), APRIL),
        (date(2027, 4, 27), OCTOBER),
    ],
)
def test_next_report_is_at_the_first_of_the_meetings_that_the_rules_name(today, meeting):
    assert found(today).meeting == meeting


def test_next_report_says_which_meeting_and_why():
    assert found(date(2026, 11, 22)).sentence == (
        "Sammanträdet i april, måndag 26 april 2027. Vanlig praxis."
    )


def test_next_report_is_not_known_before_its_meeting_is_planned():
    assert found(date(2026, 11, 22), meetings=(NOVEMBER,)) is None


def test_council_whose_rules_set_no_report_has_none():
    assert found(date(2026, 11, 22), rules=RuleSet(title="Tom", valid_from=date.min)) is None


@pytest.mark.parametrize(
    ("since", "on", "old"),
    [
        (date(2026, 1, 15), date(2026, 1, 15), (0, 0)),
        (date(2026, 1, 15), date(2026, 2, 14), (0, 30)),
        (date(2026, 1, 15), date(2027, 3, 18), (14, 3)),
        (date(2026, 1, 31), date(2026, 2, 28), (1, 0)),
        (date(2024, 2, 29), date(2025, 2, 28), (12, 0)),
        (date(2025, 12, 31), date(2026, 3, 1), (2, 1)),
    ],
)
def test_age_is_whole_months_and_the_days_beyond(since, on, old):
    assert age(since, on=on) == old


def test_year_that_ends_on_a_sunday_lasts_through_monday():
    day = year_of(CaseType.MOTION, raised_on=date(2025, 3, 29), calendar=PLAIN)

    assert day == date(2026, 3, 30)

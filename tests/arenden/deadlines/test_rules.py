"""Which rules apply: to what, on which route, and on which day."""

from datetime import date, time

import pytest

from tests.arenden.deadlines.making import PLAIN, at, due_of, put_at, rule, working
from ärenden.choices import CaseType, Cutoff, Late, Route
from ärenden.deadlines import Calendar, RuleSet, default_rules, in_force, rules_of_case
from ärenden.deadlines.clocks import CITIZEN_PROPOSAL_YEAR, MOTION_YEAR

NOON = time(12)
OLD = RuleSet(title="Äldre", valid_from=date(2020, 1, 1), valid_to=date(2023, 12, 31))
NEW = RuleSet(title="Nyare", valid_from=date(2024, 1, 1))


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        (date(2019, 12, 31), None),
        (date(2020, 1, 1), OLD),
        (date(2023, 12, 31), OLD),
        (date(2024, 1, 1), NEW),
    ],
)
def test_rules_in_force_are_those_of_the_day(day, rules):
    assert in_force([NEW, OLD], day) == rules


def test_later_rules_go_before_those_they_forgot_to_end():
    endless = RuleSet(title="Utan slut", valid_from=date(2020, 1, 1))

    assert in_force([NEW, endless], date(2025, 1, 1)) == NEW


@pytest.mark.parametrize(
    ("route", "keys"),
    [
        (None, ["alla", "egen", "remiss"]),
        (Route.EXECUTIVE, ["alla", "egen"]),
        (Route.REFERRED, ["alla", "remiss"]),
    ],
)
def test_rules_for_a_case_are_those_of_its_type_and_route(route, keys):
    motion = {"case_types": (CaseType.MOTION,)}
    rules = RuleSet(
        title="Prov",
        valid_from=date(2020, 1, 1),
        rules=(
            rule(working(5), key="alla", **motion),
            rule(working(5), key="egen", route=Route.EXECUTIVE, **motion),
            rule(working(5), key="remiss", route=Route.REFERRED, **motion),
            rule(working(5), key="interpellation"),
        ),
    )

    assert [each.key for each in rules.rules_for(CaseType.MOTION, route)] == keys


@pytest.mark.parametrize(
    ("case_type", "clocks"),
    [
        (CaseType.INTERPELLATION, []),
        (CaseType.MOTION, [MOTION_YEAR]),
        (CaseType.CITIZEN_PROPOSAL, [CITIZEN_PROPOSAL_YEAR]),
    ],
)
def test_times_of_law_always_apply_to_a_case(case_type, clocks):
    rules = default_rules(date(2026, 1, 1))

    own = rules.rules_for(case_type, None)

    assert rules_of_case(rules, case_type, None) == (*own, *clocks)


@pytest.mark.parametrize(
    ("cutoff", "passed"),
    [
        (Cutoff.AT_OR_BEFORE, [False, False, True]),
        (Cutoff.BEFORE, [False, True, True]),
    ],
)
def test_moment_is_passed_when_its_minute_is_out_or_has_begun(cutoff, passed):
    result = due_of(rule(working(5), at=NOON, cutoff=cutoff), put_at(date(2026, 6, 22)))

    moments = [at(f"2026-06-12 {text}") for text in ("11:59:59", "12:00:59", "12:01")]

    assert [result.is_passed(moment) for moment in moments] == passed


def test_whole_day_is_passed_at_midnight():
    result = due_of(rule(working(5)), put_at(date(2026, 6, 22)))

    moments = [at("2026-06-12 23:59:59"), at("2026-06-13 00:00")]

    assert [result.is_passed(moment) for moment in moments] == [False, True]


@pytest.mark.parametrize(
    ("late", "text"),
    [
        (Late.NOTHING, ""),
        (Late.NEXT_MEETING, "Det som kommer senare tas upp vid nästa sammanträde."),
        (Late.ALLOWED, "Det som kommer senare får tas upp ändå."),
        (Late.ORAL, "Det som kommer senare får besvaras muntligt."),
    ],
)
def test_rule_says_what_follows_when_it_is_late(late, text):
    assert rule(working(5), late=late).if_late == text


def test_calendar_of_another_organisation_gives_another_day():
    closed = Calendar({date(2026, 6, 18): "klämdagen"})

    days = [
        due_of(rule(working(5)), put_at(date(2026, 6, 22)), each).day for each in (PLAIN, closed)
    ]

    assert days == [date(2026, 6, 12), date(2026, 6, 11)]

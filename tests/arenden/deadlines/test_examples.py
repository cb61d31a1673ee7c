"""Every organisation's own way gives its date."""

import json
from dataclasses import replace
from datetime import date, time

import pytest

from tests.arenden.deadlines.making import PLAIN, at
from ärenden.choices import CaseType, Event, Occasion, Route
from ärenden.deadlines import (
    EXAMPLES,
    Facts,
    Meeting,
    Missing,
    RuleSet,
    Unknown,
    evaluate,
    evaluate_all,
    known,
    rule_set_from_json,
    to_json,
)

TUESDAYS = (
    *(date(2026, 11, 24), date(2026, 12, 15), date(2027, 2, 23), date(2027, 4, 27)),
    *(date(2027, 6, 15), date(2027, 9, 28), date(2027, 10, 26), date(2027, 12, 14)),
)
MEETINGS = tuple(Meeting(day=day, starts=time(18)) for day in TUESDAYS)
FACTS = Facts(
    events={
        Event.PERMITTED: TUESDAYS[0],
        Event.RAISED: TUESDAYS[0],
        Event.REFERRED: date(2026, 11, 30),
    },
    occasions={Occasion.PUT: MEETINGS[0], Occasion.ANSWERED: MEETINGS[1]},
    meetings=MEETINGS,
)
BY_NUMBER = {example.number: example for example in EXAMPLES}


def dates(number, case_type, facts=FACTS):
    """What the example says of a case put on Tuesday 24 November and answered 15 December 2026."""
    facts = replace(facts, case_type=case_type)
    rules = RuleSet(title="Prov", valid_from=date(2020, 1, 1), rules=BY_NUMBER[number].rules)
    results = evaluate_all(rules.rules_for(case_type, facts.route), facts, PLAIN)
    return [known(result).at for result in results.values()]


@pytest.mark.parametrize(
    ("number", "moments"),
    [
        (1, ["2026-11-17 23:59", "2026-12-15 23:59", "2026-12-14 23:59"]),
        (2, ["2026-11-14 23:59", "2026-12-14 23:59"]),
        (3, ["2026-11-13 23:59"]),
        (4, ["2026-11-17 23:59"]),
        (5, ["2026-11-20 12:00", "2026-12-14 12:00", "2026-12-14 23:59"]),
        (6, ["2026-11-09 08:00"]),
        (7, ["2026-11-12 09:00"]),
        (8, ["2026-11-19 12:00", "2026-12-14 08:00"]),
        (9, ["2026-11-12 09:00"]),
        (10, ["2026-11-13 23:59"]),
        (11, ["2026-12-15 23:59"]),
    ],
)
def test_interpellation_of_an_example_has_its_dates(number, moments):
    assert dates(number, CaseType.INTERPELLATION) == [at(each) for each in moments]


@pytest.mark.parametrize(
    ("number", "case_type", "moments"),
    [
        (3, CaseType.QUESTION, ["2026-11-13 23:59"]),
        (4, CaseType.QUESTION, ["2026-11-17 23:59"]),
        (4, CaseType.MOTION, ["2026-11-17 23:59"]),
        (5, CaseType.MOTION, ["2026-11-23 12:00"]),
        (7, CaseType.MOTION, ["2027-04-27 23:59"]),
        (11, CaseType.MOTION, ["2027-11-24 23:59"]),
        (16, None, ["2026-11-17 18:00"]),
        (17, None, ["2026-11-20 10:00"]),
        (18, CaseType.CITIZEN_PROPOSAL, ["2026-11-14 23:59", "2026-12-15 23:59"]),
        (19, CaseType.CITIZEN_PROPOSAL, ["2027-05-24 23:59"]),
        (20, CaseType.MOTION, ["2027-02-28 23:59"]),
        (22, CaseType.MOTION, ["2027-11-24 23:59", "2026-12-15 23:59"]),
    ],
)
def test_other_case_of_an_example_has_its_dates(number, case_type, moments):
    assert dates(number, case_type) == [at(each) for each in moments]


def test_question_in_the_meeting_week_is_answered_the_same_day():
    thursday = Meeting(day=date(2026, 11, 26), starts=time(18))
    facts = Facts(occasions={Occasion.PUT: thursday})

    assert dates(6, CaseType.QUESTION, facts) == [at("2026-11-26 08:00"), at("2026-11-26 23:59")]


def test_question_in_the_week_of_an_earlier_weekday_tells_what_is_wrong():
    [hand_in] = [rule for rule in BY_NUMBER[6].rules if rule.key == "fraga-inlamning"]

    result = evaluate(hand_in, replace(FACTS, case_type=CaseType.QUESTION), PLAIN)

    assert isinstance(result, Unknown)
    assert (result.missing, result.explanation) == (
        Missing.AFTER_MEETING,
        "Regeln ger en tid efter sammanträdet. Ändra veckan, dagen eller klockslaget i regeln.",
    )


@pytest.mark.parametrize(
    ("route", "last"), [(Route.EXECUTIVE, "2027-03-24"), (Route.REFERRED, "2027-05-24")]
)
def test_motion_time_depends_on_the_route(route, last):
    assert dates(21, CaseType.MOTION, replace(FACTS, route=route)) == [at(f"{last} 23:59")]


@pytest.mark.parametrize("number", [12, 13])
def test_council_sets_the_day_of_the_answer(number):
    facts = replace(FACTS, case_type=CaseType.INTERPELLATION)
    [rule] = BY_NUMBER[number].rules

    chosen = evaluate(rule, replace(facts, chosen=MEETINGS[2]), PLAIN)
    not_chosen = evaluate(rule, facts, PLAIN)

    assert known(chosen).explanation == (
        "Besvaras vid fullmäktige tisdag 23 februari 2027:"
        " så beslutades tisdag 24 november 2026, då interpellationen fick ställas."
    )
    assert isinstance(not_chosen, Unknown)
    assert not_chosen.missing == Missing.DECISION


def test_listed_day_goes_before_the_count():
    meeting = Meeting(day=date(2018, 6, 19))
    facts = Facts(case_type=CaseType.INTERPELLATION, occasions={Occasion.PUT: meeting})

    [result] = [evaluate(rule, facts, PLAIN) for rule in BY_NUMBER[9].rules]

    assert known(result).explanation == (
        "Senast onsdag 6 juni 2018 kl. 09.00:"
        " dagen är bestämd i förväg för fullmäktige tisdag 19 juni."
    )


def test_every_example_is_there_but_those_of_the_agenda():
    assert [each.number for each in EXAMPLES] == [*range(1, 14), *range(16, 23)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.organisation)
@pytest.mark.parametrize("part", ["rules", "earlier"])
def test_example_survives_storage(example, part):
    rules = RuleSet(title="Prov", valid_from=date(2020, 1, 1), rules=getattr(example, part))

    assert rule_set_from_json(json.loads(json.dumps(to_json(rules)))) == rules

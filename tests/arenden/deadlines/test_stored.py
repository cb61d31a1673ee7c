"""Rules out of a JSON column or a form: read whole, or every error told at its field."""

from datetime import date, time

import pytest

from ärenden.choices import CaseType, Count, Occasion, Purpose, Unit
from ärenden.deadlines import (
    FieldError,
    ListedDay,
    Rule,
    RulesNotUnderstood,
    default_rules,
    rule_from_json,
    rule_set_from_json,
    to_json,
)
from ärenden.deadlines.shapes import DaysBefore

HAND_IN = {
    "key": "interpellation-inlamning",
    "name": "Interpellationen lämnas in",
    "purpose": "hand_in",
    "shape": {"kind": "days_before", "n": 5, "unit": "working_days"},
    "source": "Arbetsordning § 33",
    "case_types": ["interpellation"],
    "at": "12:00",
}


def errors_of(read, data):
    with pytest.raises(RulesNotUnderstood) as told:
        read(data)
    return [(error.path, error.text) for error in told.value.errors]


def test_rule_reads_from_plain_json():
    listed = [{"meeting": "2026-06-22", "last_day": "2026-06-10"}]

    assert rule_from_json(HAND_IN | {"listed": listed}) == Rule(
        key="interpellation-inlamning",
        name="Interpellationen lämnas in",
        purpose=Purpose.HAND_IN,
        shape=DaysBefore(n=5, unit=Unit.WORKING_DAYS, before=Occasion.PUT, count=Count.INCLUSIVE),
        source="Arbetsordning § 33",
        case_types=(CaseType.INTERPELLATION,),
        at=time(12),
        listed=(ListedDay(meeting=date(2026, 6, 22), last_day=date(2026, 6, 10)),),
    )


def test_default_rules_survive_storage():
    rules = default_rules(date(2026, 11, 22))

    assert rule_set_from_json(to_json(rules)) == rules


def test_stored_rule_writes_every_field_out():
    stored = to_json(rule_from_json(HAND_IN))

    assert stored["shape"] == {
        "kind": "days_before",
        "n": 5,
        "unit": "working_days",
        "before": "put",
        "count": "inclusive",
    }
    assert (stored["at"], stored["roll"], stored["route"]) == ("12:00", "keep", None)


@pytest.mark.parametrize(
    ("change", "path", "text"),
    [
        ({"at": "25:00"}, "at", "Ange klockslaget som 12:00"),
        ({"at": 12}, "at", "Ange klockslaget som 12:00"),
        ({"name": " "}, "name", "Skriv något, högst 160 tecken"),
        ({"name": None}, "name", "Skriv en text"),
        ({"key": "Å"}, "key", "Använd a–z, siffror och bindestreck"),
        ({"binding": "may"}, "binding", "Välj ett av: must, should"),
        ({"case_types": "motion"}, "case_types", "Ange en lista"),
        ({"color": "red"}, "color", "Fältet finns inte"),
        ({"cutoff": "before", "at": None}, "at", "Ange klockslaget som det ska ske före"),
        ({"roll": "forward"}, "roll", "En frist före ett sammanträde flyttas inte närmare det"),
        ({"purpose": "answer_in"}, "shape.before", "Välj ”Där den besvaras”: från ett annat"),
        ({"shape": 5}, "shape.kind", "Välj ett av: days_before, weekday_before, time_after,"),
        ({"shape": {"kind": "days_before"}}, "shape.n", "Fyll i fältet"),
        ({"shape": {"kind": "days_before", "n": True}}, "shape.n", "Ange ett heltal"),
        (
            {"shape": {"kind": "days_before", "n": 401}},
            "shape.n",
            "Ange ett tal mellan 0 och 400",
        ),
        (
            {"shape": {"kind": "days_before", "n": 1, "unit": "weeks"}},
            "shape.unit",
            "Välj dagar eller arbetsdagar",
        ),
        (
            {"shape": {"kind": "season_meeting", "after": "raised", "seasons": []}},
            "shape.seasons",
            "Ange minst ett tillfälle under året",
        ),
        (
            {"listed": [{"meeting": "20261123", "last_day": "2026-11-20"}]},
            "listed.0.meeting",
            "Ange dagen som 2026-11-23",
        ),
        (
            {"listed": [{"meeting": "2026-11-23", "last_day": "2026-11-24"}]},
            "listed.0.last_day",
            "Dagen ska inte ligga efter sammanträdet",
        ),
    ],
)
def test_error_stands_at_its_field(change, path, text):
    [(found, said)] = errors_of(rule_from_json, HAND_IN | change)

    assert found == path
    assert said.startswith(text)


@pytest.mark.parametrize("data", [None, [], "rules", 7])
def test_anything_else_than_an_object_is_refused(data):
    assert errors_of(rule_from_json, data) == [("", "Ange ett objekt med namngivna fält")]


def test_all_errors_are_told_at_once():
    wrong = HAND_IN | {"purpose": "dance", "shape": {"kind": "days_before", "n": "fem"}}
    rules = {"title": "Arbetsordning", "rules": [HAND_IN, wrong]}

    assert [path for path, _ in errors_of(rule_set_from_json, rules)] == [
        "valid_from",
        "rules.1.purpose",
        "rules.1.shape.n",
    ]


def test_error_reads_as_one_text():
    error = RulesNotUnderstood((FieldError("at", "Ange klockslaget som 12:00"),))

    assert str(error) == "at: Ange klockslaget som 12:00."


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({}, "Två regler heter interpellation-inlamning"),
        ({"key": "annan"}, "Två regler säger när interpellation ska: lämnas in"),
        (
            {"key": "annan", "route": "referred"},
            "Två regler säger när interpellation ska: lämnas in",
        ),
    ],
)
def test_rules_that_contradict_each_other_are_refused(change, text):
    rules = {
        "title": "Arbetsordning",
        "valid_from": "2026-01-01",
        "rules": [HAND_IN, HAND_IN | change],
    }

    assert ("rules", text) in errors_of(rule_set_from_json, rules)

"""What comes next in an open case, in one sentence."""

from datetime import date, time

import pytest

from tests.arenden.deadlines.making import PLAIN, at
from ärenden.choices import CaseType, Event, Occasion, Purpose
from ärenden.deadlines import Facts, Meeting, OpenCase, default_rules, outlook

NOVEMBER, DECEMBER, FEBRUARY = (
    Meeting(day=day, starts=time(18), body="kommunfullmäktige")
    for day in (date(2026, 11, 24), date(2026, 12, 15), date(2027, 2, 23))
)
MEETINGS = (FEBRUARY, NOVEMBER, DECEMBER)
RULES = default_rules(date(2020, 1, 1))
IN, TO_ASKER = Purpose.ANSWER_IN, Purpose.ANSWER_TO_ASKER


def told(case_type, now, *, done=(), occasions=None, events=None):
    facts = Facts(
        case_type=case_type, occasions=occasions or {}, events=events or {}, meetings=MEETINGS
    )
    case = OpenCase(id=1, facts=facts, done=frozenset(done))
    return outlook(RULES, case, now=at(now), calendar=PLAIN)


@pytest.mark.parametrize(
    ("case_type", "sentence"),
    [
        (
            CaseType.INTERPELLATION,
            "Interpellationen anmäls den 24 november och bör besvaras den 15 december.",
        ),
        (CaseType.QUESTION, "Frågan anmäls och besvaras den 24 november."),
        (CaseType.MOTION, "Motionen väcks den 24 november."),
    ],
)
def test_case_that_is_not_put_yet_says_where_it_is(case_type, sentence):
    occasions = {Occasion.PUT: NOVEMBER}

    assert told(case_type, "2026-11-20 10:00", occasions=occasions) == sentence


@pytest.mark.parametrize(
    ("now", "done", "first"),
    [
        ("2026-12-01 10:00", (), "Svaret lämnas till kansliet senast tisdag 8 december, och i"),
        ("2026-12-09 10:00", (), "Svaret skulle ha lämnats till kansliet senast tisdag 8"),
        ("2026-12-09 10:00", (IN,), "Svaret lämnas till frågeställaren senast måndag 14 december"),
        ("2026-12-09 10:00", (IN, TO_ASKER), "Interpellationen besvaras den 15 december."),
    ],
)
def test_interpellation_says_by_when_its_answer_is_handed_on(now, done, first):
    occasions = {Occasion.ANSWERED: DECEMBER}

    sentence = told(CaseType.INTERPELLATION, now, done=done, occasions=occasions)

    assert sentence.startswith(first)
    assert sentence.endswith("nterpellationen besvaras den 15 december.")


def test_motion_says_when_its_year_is_out_and_which_meetings_are_left():
    events = {Event.RAISED: date(2026, 3, 2)}

    assert told(CaseType.MOTION, "2026-11-20 10:00", events=events) == (
        "Ett år går ut tisdag 2 mars 2027. Före dess återstår tre sammanträden, det sista är"
        " kommunfullmäktige tisdag 23 februari: besluta då, eller redovisa vad beredningen"
        " har visat."
    )


def test_motion_that_has_been_reported_says_nothing_more():
    events = {Event.RAISED: date(2026, 3, 2)}

    assert told(CaseType.MOTION, "2026-11-20 10:00", events=events, done={Purpose.DECIDE}) == ""


def test_case_whose_meeting_is_not_known_says_nothing():
    assert told(CaseType.INTERPELLATION, "2026-11-20 10:00") == ""

"""Which meeting is in reach, which is missed, and which motions grow too old."""

from datetime import date, time

import pytest

from tests.arenden.deadlines.making import PLAIN, at
from ärenden.choices import CaseType, Event, Late, Occasion, Purpose
from ärenden.deadlines import (
    EXAMPLES,
    Facts,
    Meeting,
    OpenCase,
    RuleSet,
    ageing,
    default_rules,
    misses,
    next_meeting,
)

NOVEMBER, DECEMBER, FEBRUARY = (
    Meeting(day=day, starts=time(18))
    for day in (date(2026, 11, 24), date(2026, 12, 15), date(2027, 2, 23))
)
EXTRA = Meeting(day=date(2026, 12, 1), starts=time(18), is_ordinary=False)
MEETINGS = (FEBRUARY, NOVEMBER, EXTRA, DECEMBER)
DEFAULT = default_rules(date(2020, 1, 1))
BY_NUMBER = {
    example.number: RuleSet(title="Prov", valid_from=date(2020, 1, 1), rules=example.rules)
    for example in EXAMPLES
}


def prospect(rules, case_type, now):
    return next_meeting(rules, case_type, now=at(now), meetings=MEETINGS, calendar=PLAIN)


@pytest.mark.parametrize(
    ("now", "meeting", "sentence"),
    [
        (
            "2026-11-12 10:00",
            NOVEMBER,
            (
                "Lämnas interpellationen in senast tisdag 17 november anmäls den 24 november"
                " och bör besvaras den 15 december."
            ),
        ),
        (
            "2026-11-17 23:59",
            NOVEMBER,
            (
                "Lämnas interpellationen in senast tisdag 17 november anmäls den 24 november"
                " och bör besvaras den 15 december."
            ),
        ),
        (
            "2026-11-18 00:00",
            DECEMBER,
            (
                "Lämnas interpellationen in senast tisdag 8 december anmäls den 15 december"
                " och bör besvaras den 23 februari 2027."
            ),
        ),
        (
            "2026-12-09 08:00",
            FEBRUARY,
            (
                "Lämnas interpellationen in senast tisdag 16 februari 2027"
                " anmäls den 23 februari 2027."
            ),
        ),
    ],
)
def test_next_meeting_is_the_first_still_in_reach(now, meeting, sentence):
    found = prospect(DEFAULT, CaseType.INTERPELLATION, now)

    assert (found.meeting, found.sentence) == (meeting, sentence)


def test_next_meeting_tells_the_clock_of_the_last_day():
    found = prospect(BY_NUMBER[8], CaseType.INTERPELLATION, "2026-11-19 12:00")

    assert found.hand_in.at == at("2026-11-19 12:00")
    assert found.sentence == (
        "Lämnas interpellationen in senast torsdag 19 november kl. 12.00 anmäls den 24 november."
    )


def test_question_is_answered_where_it_is_put():
    assert prospect(DEFAULT, CaseType.QUESTION, "2026-11-23 11:00").sentence == (
        "Lämnas frågan in senast måndag 23 november kl. 12.00 anmäls och besvaras den 24 november."
    )


def test_case_without_a_last_day_reaches_the_meeting_until_it_begins():
    before, after = (
        prospect(DEFAULT, CaseType.MOTION, f"2026-11-24 {clock}") for clock in ("18:00", "18:01")
    )

    assert before.sentence == "Motionen väcks den 24 november."
    assert after.sentence == "Motionen väcks den 15 december."


def test_no_meeting_is_in_reach_when_none_is_planned():
    assert prospect(DEFAULT, CaseType.MOTION, "2027-03-01 08:00") is None


def asked(**fields):
    facts = Facts(
        case_type=CaseType.INTERPELLATION,
        events={Event.PERMITTED: date(2026, 10, 27)},
        occasions={Occasion.PUT: NOVEMBER, Occasion.ANSWERED: NOVEMBER},
        meetings=MEETINGS,
    )
    return OpenCase(id=7, facts=facts, **fields)


def missed(case, now):
    return [miss.sentence for miss in misses(DEFAULT, [case], now=at(now), calendar=PLAIN)]


LATE_ANSWER = (
    "Svaret lämnas till kansliet: senast tisdag 17 november."
    " Det är för sent till fullmäktige tisdag 24 november;"
    " nästa är fullmäktige tisdag 15 december."
)


@pytest.mark.parametrize(
    ("now", "sentences"),
    [
        ("2026-11-17 23:59", []),
        ("2026-11-18 00:00", [LATE_ANSWER]),
        ("2026-11-24 18:01", []),
    ],
)
def test_case_without_its_answer_misses_the_meeting_until_it_is_held(now, sentences):
    in_time = {"handed_in_at": at("2026-11-02 10:00")}

    assert missed(asked(**in_time), now) == sentences


def test_case_with_its_answer_misses_nothing():
    done = frozenset({Purpose.ANSWER_IN, Purpose.ANSWER_TO_ASKER})

    assert missed(asked(handed_in_at=at("2026-11-02 10:00"), done=done), "2026-11-24 09:00") == []


def test_case_handed_in_late_misses_the_meeting_and_reaches_the_next():
    case = asked(handed_in_at=at("2026-11-18 08:00"), done=frozenset({Purpose.ANSWER_IN}))

    [miss] = misses(DEFAULT, [case], now=at("2026-11-18 09:00"), calendar=PLAIN)

    assert (miss.case.id, miss.due.rule.late, miss.meeting, miss.next) == (
        7,
        Late.NEXT_MEETING,
        NOVEMBER,
        DECEMBER,
    )


def motion(raised_on, case_type=CaseType.MOTION):
    facts = Facts(case_type=case_type, events={Event.RAISED: raised_on}, meetings=MEETINGS)
    return OpenCase(id=1, facts=facts)


@pytest.mark.parametrize(
    ("raised_on", "sentence"),
    [
        (
            date(2025, 11, 3),
            (
                "Ett år gick ut tisdag 3 november 2026. Besluta vid fullmäktige tisdag 24 november,"
                " eller redovisa vad beredningen har visat."
            ),
        ),
        (
            date(2025, 11, 23),
            (
                "Ett år går ut måndag 23 november 2026,"
                " före nästa sammanträde, fullmäktige tisdag 24 november."
            ),
        ),
        (
            date(2025, 11, 24),
            (
                "Ett år går ut tisdag 24 november 2026. Sista sammanträdet före dess är fullmäktige"
                " tisdag 24 november: besluta då, eller redovisa vad beredningen har visat."
            ),
        ),
    ],
)
def test_motion_with_at_most_one_meeting_left_is_ageing(raised_on, sentence):
    [found] = ageing([motion(raised_on)], now=at("2026-11-12 10:00"), calendar=PLAIN)

    assert found.sentence == sentence


def test_motion_with_several_meetings_left_is_told_when_asked_for():
    case, now = motion(date(2025, 12, 20)), at("2026-11-12 10:00")

    assert list(ageing([case], now=now, calendar=PLAIN)) == []
    [found] = ageing([case], now=now, calendar=PLAIN, at_most=2)
    assert (found.left, found.sentence) == (
        (NOVEMBER, DECEMBER),
        (
            "Ett år går ut måndag 21 december 2026. Före dess återstår två sammanträden,"
            " det sista är fullmäktige tisdag 15 december: besluta då,"
            " eller redovisa vad beredningen har visat."
        ),
    )


def test_meeting_that_has_begun_is_no_longer_left():
    case = motion(date(2025, 11, 24))

    [found] = ageing([case], now=at("2026-11-24 18:01"), calendar=PLAIN)

    assert (found.left, found.sentence) == (
        (),
        (
            "Ett år går ut tisdag 24 november 2026,"
            " före nästa sammanträde, fullmäktige tisdag 15 december."
        ),
    )


def test_motion_without_any_planned_meeting_is_told_so():
    [found] = ageing([motion(date(2026, 3, 2))], now=at("2027-02-24 10:00"), calendar=PLAIN)

    assert found.sentence == (
        "Ett år går ut tisdag 2 mars 2027, och inget sammanträde är planerat före dess."
    )


def test_only_cases_with_a_year_of_law_are_ageing():
    cases = [motion(date(2020, 1, 1), case_type) for case_type in CaseType]

    found = ageing(cases, now=at("2026-11-12 10:00"), calendar=PLAIN)

    assert [each.case.facts.case_type for each in found] == [
        CaseType.MOTION,
        CaseType.CITIZEN_PROPOSAL,
    ]

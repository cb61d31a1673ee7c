"""What people read: when, counted how from what, and what was not counted."""

from dataclasses import replace
from datetime import date, time

import pytest

from tests.arenden.deadlines.making import PLAIN, after, due_of, happened, put_at, rule, working
from ärenden.choices import Binding, CaseType, Cutoff, Event, Occasion, Purpose, Roll, Unit, Weekday
from ärenden.choices import WeekCount as Weeks
from ärenden.deadlines import Calendar, Facts, Meeting, NoticeCode, Unknown, evaluate
from ärenden.deadlines.shapes import (
    DaysBefore,
    MeetingAfter,
    MonthEnd,
    Season,
    SeasonMeeting,
    WeekdayBefore,
)

JUNE_22 = put_at(date(2026, 6, 22))


def explained(given, facts, calendar=PLAIN):
    return due_of(given, facts, calendar).explanation


def test_sentence_tells_clock_count_meeting_holiday_and_source():
    given = rule(working(5), at=time(12))

    assert due_of(given, JUNE_22).sentence == (
        "Senast fredag 12 juni 2026 kl. 12.00: fem arbetsdagar före fullmäktige måndag 22 juni;"
        " midsommarafton räknas inte. Arbetsordning § 33."
    )


def test_sentence_names_every_uncounted_day_once():
    calendar = Calendar({date(2026, 4, 7): "planeringsdagen", date(2026, 4, 8): "planeringsdagen"})

    assert explained(rule(working(7)), put_at(date(2026, 4, 13)), calendar) == (
        "Senast fredag 27 mars 2026: sju arbetsdagar före fullmäktige måndag 13 april;"
        " långfredagen, annandag påsk och planeringsdagen räknas inte."
    )


@pytest.mark.parametrize(
    ("shape", "reason"),
    [
        (DaysBefore(n=0), "måndag 22 juni 2026: samma dag som fullmäktige"),
        (DaysBefore(n=1), "söndag 21 juni 2026: dagen före fullmäktige"),
        (DaysBefore(n=7), "måndag 15 juni 2026: sju dagar före fullmäktige"),
        (
            WeekdayBefore(weekday=Weekday.TUESDAY, weeks=1),
            "tisdag 16 juni 2026: tisdag veckan före fullmäktige",
        ),
        (
            WeekdayBefore(weekday=Weekday.MONDAY, weeks=2),
            "måndag 8 juni 2026: måndag två veckor före fullmäktige",
        ),
        (
            WeekdayBefore(weekday=Weekday.MONDAY, weeks=0),
            "måndag 22 juni 2026: måndag samma vecka som fullmäktige",
        ),
        (
            WeekdayBefore(weekday=Weekday.MONDAY, weeks=1, counted=Weeks.NTH_BEFORE),
            "måndag 15 juni 2026: närmaste måndag före fullmäktige",
        ),
        (
            WeekdayBefore(weekday=Weekday.MONDAY, weeks=2, counted=Weeks.NTH_BEFORE),
            "måndag 8 juni 2026: andra måndagen före fullmäktige",
        ),
    ],
)
def test_count_before_a_meeting_is_said_in_words(shape, reason):
    assert explained(rule(shape), JUNE_22) == f"Senast {reason} måndag 22 juni."


def test_last_working_day_before_is_called_so():
    assert explained(rule(working(1), at=time(8)), JUNE_22) == (
        "Senast torsdag 18 juni 2026 kl. 08.00: sista arbetsdagen före fullmäktige måndag 22 juni;"
        " midsommarafton räknas inte."
    )


def test_rule_that_says_should_and_before_says_so():
    given = rule(
        DaysBefore(n=7), at=time(12), cutoff=Cutoff.BEFORE, binding=Binding.SHOULD, note="Se § 34."
    )

    assert explained(given, JUNE_22) == (
        "Bör lämnas in före måndag 15 juni 2026 kl. 12.00:"
        " sju dagar före fullmäktige måndag 22 juni. Se § 34."
    )


def test_move_to_the_working_day_before_is_explained_and_noticed():
    shape = WeekdayBefore(weekday=Weekday.THURSDAY, weeks=2)

    result = due_of(rule(shape, roll=Roll.BACK), put_at(date(2026, 5, 28)))

    moved = "Torsdag 14 maj 2026 är Kristi himmelsfärdsdag; därför gäller arbetsdagen före."
    assert result.explanation == (
        "Senast onsdag 13 maj 2026: torsdag två veckor före fullmäktige torsdag 28 maj. " + moved
    )
    assert [notice.text for notice in result.notices] == [
        moved,
        "Kansliet kan stänga kl. 14.00 onsdag 13 maj 2026, dagen före Kristi himmelsfärdsdag.",
    ]


def test_move_to_the_next_working_day_names_the_law_and_both_days():
    given = rule(after(1, Unit.YEARS), roll=Roll.FORWARD)

    assert explained(given, happened(Event.RAISED, date(2025, 6, 19))) == (
        "Senast måndag 22 juni 2026: ett år efter att motionen väcktes torsdag 19 juni 2025."
        " Fredag 19 juni 2026 är midsommarafton;"
        " därför gäller nästa arbetsdag (lag 1930:173 2 §), måndag 22 juni."
    )


def test_answer_is_due_at_the_next_ordinary_meeting():
    extra = Meeting(day=date(2026, 12, 1), is_ordinary=False)
    coming = (Meeting(day=date(2027, 2, 22)), Meeting(day=date(2026, 12, 14)), extra)
    facts = Facts(
        case_type=CaseType.INTERPELLATION,
        events={Event.PERMITTED: date(2026, 11, 16)},
        meetings=coming,
    )
    given = rule(MeetingAfter(n=1, after=Event.PERMITTED), purpose=Purpose.ANSWER)

    first, second = given, replace(given, shape=MeetingAfter(n=2, after=Event.PERMITTED))

    assert explained(first, facts) == (
        "Besvaras vid fullmäktige måndag 14 december 2026: nästa ordinarie sammanträde efter"
        " måndag 16 november, då interpellationen fick ställas."
    )
    assert explained(second, facts) == (
        "Besvaras vid fullmäktige måndag 22 februari 2027: andra ordinarie sammanträdet efter"
        " måndag 16 november 2026, då interpellationen fick ställas."
    )


def test_postponed_answer_is_due_at_the_meeting_after_the_postponement():
    facts = Facts(
        case_type=CaseType.QUESTION,
        events={Event.PERMITTED: date(2026, 11, 16), Event.POSTPONED: date(2026, 11, 16)},
        meetings=(Meeting(day=date(2026, 11, 16)), Meeting(day=date(2026, 12, 14))),
    )
    given = rule(MeetingAfter(n=0, after=Event.PERMITTED), purpose=Purpose.ANSWER)

    assert explained(given, facts) == (
        "Besvaras vid fullmäktige måndag 14 december 2026: nästa ordinarie sammanträde efter"
        " måndag 16 november, då frågan bordlades."
    )


def test_answer_chosen_for_the_same_day_is_said_to_be_decided():
    meeting = Meeting(day=date(2026, 11, 16))
    facts = replace(happened(Event.PERMITTED, meeting.day), chosen=meeting)
    given = rule(MeetingAfter(n=1, after=Event.PERMITTED), purpose=Purpose.ANSWER)

    assert explained(given, facts) == (
        "Besvaras vid fullmäktige måndag 16 november 2026: så har fullmäktige beslutat."
    )


def test_planned_meeting_is_counted_from_before_it_is_held():
    put, following = Meeting(day=date(2026, 11, 16)), Meeting(day=date(2026, 12, 14))
    facts = Facts(
        case_type=CaseType.INTERPELLATION,
        occasions={Occasion.PUT: put},
        meetings=(put, following),
    )
    given = rule(
        MeetingAfter(n=1, after=Event.PERMITTED), purpose=Purpose.ANSWER, binding=Binding.SHOULD
    )

    assert explained(given, facts) == (
        "Bör besvaras vid fullmäktige måndag 14 december 2026: nästa ordinarie sammanträde efter"
        " måndag 16 november, då interpellationen ställs."
    )


def test_fixed_meeting_is_called_what_the_rule_calls_it():
    season = Season(name="sista sammanträdet före sommaren", first_month=1, last_month=6)
    shape = SeasonMeeting(after=Event.RAISED, seasons=(season,))
    days = (date(2027, 5, 10), date(2027, 6, 14), date(2027, 8, 30))
    facts = happened(Event.RAISED, date(2026, 11, 16))

    result = explained(
        rule(shape, purpose=Purpose.REPORT),
        replace(facts, meetings=tuple(Meeting(day=day) for day in days)),
    )

    assert result == (
        "Redovisas vid fullmäktige måndag 14 juni 2027: sista sammanträdet före sommaren"
        " efter att motionen väcktes måndag 16 november 2026."
    )


def test_no_time_at_all_is_the_same_day():
    given = rule(after(0, Unit.DAYS, Event.RECEIVED), purpose=Purpose.REGISTER)

    assert explained(given, happened(Event.RECEIVED, date(2026, 11, 20))) == (
        "Senast fredag 20 november 2026: samma dag som handlingen kom in."
    )


def test_task_of_a_month_is_due_on_its_last_working_day():
    task = rule(MonthEnd(of=Event.ASSIGNED_TO), purpose=Purpose.REPORT)

    assert explained(task, happened(Event.ASSIGNED_TO, date(2021, 12, 1))) == (
        "Senast torsdag 30 december 2021: sista arbetsdagen i den månad då uppdraget ska redovisas."
    )


@pytest.mark.parametrize(
    ("shape", "facts", "explanation"),
    [
        (working(5), Facts(), "Datumet räknas fram när sammanträdet är valt."),
        (
            after(1, Unit.YEARS),
            Facts(case_type=CaseType.MOTION),
            "Datumet räknas fram när motionen har väckts.",
        ),
        (
            MeetingAfter(n=1, after=Event.PERMITTED),
            Facts(events={Event.PERMITTED: date(2026, 11, 16)}),
            "Datumet räknas fram när nästa ordinarie sammanträde är planerat.",
        ),
    ],
)
def test_what_is_missing_is_said(shape, facts, explanation):
    result = evaluate(rule(shape), facts, PLAIN)

    assert isinstance(result, Unknown)
    assert result.explanation == explanation


@pytest.mark.parametrize(
    ("roll", "code", "text"),
    [
        (
            Roll.KEEP,
            NoticeCode.CLOSED_DAY,
            "Lördag 20 juni 2026 är midsommardagen; kansliet är stängt.",
        ),
        (
            Roll.ASK,
            NoticeCode.CHOOSE_DAY,
            "Lördag 20 juni 2026 är midsommardagen. Bestäm vilken dag som ska gälla.",
        ),
    ],
)
def test_last_day_that_is_closed_is_noticed(roll, code, text):
    [notice] = due_of(rule(DaysBefore(n=2), roll=roll), JUNE_22).notices

    assert (notice.code, notice.text) == (code, text)


@pytest.mark.parametrize(("clock", "codes"), [(time(14), []), (time(14, 1), [NoticeCode.HALF_DAY])])
def test_clock_after_closing_on_a_half_day_is_noticed(clock, codes):
    result = due_of(rule(working(5), at=clock), put_at(date(2026, 4, 13)))

    assert [notice.code for notice in result.notices] == codes


def test_trace_tells_every_step_as_plain_data():
    given = rule(working(5), at=time(12))

    assert due_of(given, JUNE_22).trace == {
        "rule": "prov",
        "name": given.name,
        "due_at": "2026-06-12T12:00:00+02:00",
        "steps": [
            {"step": "from", "day": "2026-06-22", "text": "meeting"},
            {"step": "not_counted", "day": "2026-06-19", "text": "midsommarafton"},
            {"step": "counted_to", "day": "2026-06-12", "text": ""},
            {"step": "due", "day": "2026-06-12", "text": "12:00"},
        ],
        "notices": [],
    }


def test_trace_tells_what_to_know_in_its_words():
    trace = due_of(rule(DaysBefore(n=2), roll=Roll.KEEP), JUNE_22).trace

    assert trace["notices"] == [
        {
            "code": "closed_day",
            "text": "Lördag 20 juni 2026 är midsommardagen; kansliet är stängt.",
        }
    ]

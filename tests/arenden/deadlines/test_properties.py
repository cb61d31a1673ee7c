"""What holds for every rule and every day of twenty years."""

import json
from datetime import UTC, date, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.arenden.deadlines.making import PLAIN, due_of, happened, put_at
from ärenden.choices import (
    Binding,
    CaseType,
    Count,
    Cutoff,
    Event,
    Late,
    Occasion,
    Pick,
    Purpose,
    Roll,
    Route,
    Unit,
    WeekCount,
    Weekday,
)
from ärenden.deadlines import (
    Calendar,
    Due,
    ListedDay,
    Rule,
    RuleSet,
    evaluate,
    moment,
    rule_set_from_json,
    to_json,
)
from ärenden.deadlines.shapes import (
    DaysBefore,
    DecidedMeeting,
    MeetingAfter,
    MonthEnd,
    Season,
    SeasonMeeting,
    TimeAfter,
    WeekdayBefore,
)

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
BRIDGE_DAYS = st.dictionaries(DAYS, st.just("klämdagen"), max_size=20)
CALENDARS = BRIDGE_DAYS.map(Calendar)
CLOCKS = st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59))
DAY_UNITS = st.sampled_from([Unit.DAYS, Unit.WORKING_DAYS])
DAYS_BEFORE = st.builds(
    DaysBefore,
    n=st.integers(0, 40),
    unit=DAY_UNITS,
    before=st.sampled_from(Occasion),
    count=st.sampled_from(Count),
)
WEEKDAY_BEFORE = st.builds(
    WeekdayBefore,
    weekday=st.sampled_from(Weekday),
    weeks=st.integers(1, 6),
    counted=st.sampled_from(WeekCount),
    before=st.sampled_from(Occasion),
)
TIME_AFTER = st.builds(
    TimeAfter, n=st.integers(1, 24), unit=st.sampled_from(Unit), after=st.just(Event.RAISED)
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
SEASONS = st.builds(
    Season,
    name=TEXTS,
    first_month=st.integers(1, 6),
    last_month=st.integers(6, 12),
    pick=st.sampled_from(Pick),
)
AT_MEETING = (
    st.builds(MeetingAfter, n=st.integers(0, 4), after=st.sampled_from(Event))
    | st.builds(DecidedMeeting, decided=st.sampled_from(Event))
    | st.builds(MonthEnd, of=st.sampled_from(Event))
    | st.builds(
        SeasonMeeting,
        after=st.sampled_from(Event),
        seasons=st.lists(SEASONS, min_size=1, max_size=3).map(tuple),
    )
)


def rules(shapes, rolls=(Roll.KEEP,)):
    return st.builds(
        Rule,
        key=st.just("prov"),
        name=TEXTS,
        source=TEXTS,
        purpose=st.sampled_from(Purpose),
        shape=shapes,
        case_types=st.lists(st.sampled_from(CaseType), unique=True).map(tuple),
        route=st.none() | st.sampled_from(Route),
        at=CLOCKS,
        roll=st.sampled_from(rolls),
        binding=st.sampled_from(Binding),
        late=st.sampled_from(Late),
        note=TEXTS,
    )


def plain(shapes, rolls=tuple(Roll)):
    return st.builds(
        Rule,
        key=st.just("prov"),
        name=st.just("Provas"),
        source=st.just("Arbetsordning"),
        purpose=st.sampled_from(Purpose),
        shape=shapes,
        at=CLOCKS,
        roll=st.sampled_from(rolls),
        binding=st.sampled_from(Binding),
    )


BEFORE = plain(DAYS_BEFORE | WEEKDAY_BEFORE, (Roll.KEEP, Roll.BACK, Roll.ASK))
AFTER = plain(TIME_AFTER)


@given(BEFORE, DAYS, st.integers(0, 30), CALENDARS)
def test_later_meeting_never_has_an_earlier_last_moment(rule, day, later, calendar):
    first = evaluate(rule, put_at(day), calendar)
    second = evaluate(rule, put_at(day + timedelta(days=later)), calendar)
    assume(isinstance(first, Due) and isinstance(second, Due))

    assert first.at.astimezone(UTC) <= second.at.astimezone(UTC)


@given(AFTER, DAYS, st.integers(0, 30), CALENDARS)
def test_later_event_never_has_an_earlier_last_moment(rule, day, later, calendar):
    first = due_of(rule, happened(Event.RAISED, day), calendar)
    second = due_of(rule, happened(Event.RAISED, day + timedelta(days=later)), calendar)

    assert first.at.astimezone(UTC) <= second.at.astimezone(UTC)


@given(plain(DAYS_BEFORE | WEEKDAY_BEFORE, (Roll.BACK,)), DAYS, CALENDARS)
def test_rule_that_moves_back_lands_on_a_working_day_before_the_meeting(rule, day, calendar):
    result = evaluate(rule, put_at(day), calendar)
    assume(isinstance(result, Due))

    assert calendar.is_working(result.day)
    assert result.day <= result.counted_to <= day


@given(plain(TIME_AFTER, (Roll.FORWARD,)), DAYS, CALENDARS)
def test_rule_that_moves_forward_lands_on_the_first_working_day_of_law(rule, day, calendar):
    result = due_of(rule, happened(Event.RAISED, day), calendar)
    between = (result.day - result.counted_to).days

    assert PLAIN.is_working(result.day)
    assert not any(PLAIN.is_working(result.counted_to + timedelta(days=n)) for n in range(between))


@given(DAYS, st.integers(1, 40), CALENDARS)
def test_working_days_back_and_forth_return_to_a_working_day(day, n, calendar):
    assume(calendar.is_working(day))

    assert calendar.move(calendar.move(day, working_days=-n), working_days=n) == day


@given(DAYS, st.integers(1, 40), CALENDARS)
def test_so_many_working_days_lie_between(day, n, calendar):
    start = calendar.move(day, working_days=-n)
    days = (start + timedelta(days=each) for each in range((day - start).days))

    assert sum(map(calendar.is_working, days)) == n


@given(DAYS, CLOCKS.filter(bool))
def test_swedish_time_exists_and_is_the_one_meant(day, clock):
    made = moment(day, clock)
    back = made.astimezone(UTC).astimezone(ZoneInfo("Europe/Stockholm"))

    assert back == made
    assert made.time() == clock or clock.hour == 2
    assert made.date() == day


@given(DAYS, st.integers(1, 10))
def test_years_after_keep_the_date_except_on_leap_days(day, years):
    rule = Rule(
        key="prov",
        name="Provas",
        source="Lag",
        purpose=Purpose.DECIDE,
        shape=TimeAfter(n=years, unit=Unit.YEARS, after=Event.RAISED),
    )
    result = due_of(rule, happened(Event.RAISED, day)).day
    is_leap_day = (day.month, day.day) == (2, 29)

    assert result.year == day.year + years
    assert (result.month, result.day) == (day.month, day.day) or (is_leap_day and result.day == 28)


@given(BEFORE, DAYS, CALENDARS)
def test_every_result_is_a_sentence(rule, day, calendar):
    text = evaluate(rule, put_at(day), calendar).explanation

    assert text[0].isupper()
    assert text.endswith(".")
    assert "{" not in text
    assert "None" not in text


@given(
    rules(DAYS_BEFORE | WEEKDAY_BEFORE | TIME_AFTER, (Roll.KEEP, Roll.BACK)) | rules(AT_MEETING),
    DAYS,
    DAYS,
)
def test_every_rule_survives_storage(rule, day, other):
    assume(not list(rule.problems()))
    first, last = sorted((day, other))
    made = RuleSet(title="Arbetsordning", valid_from=first, valid_to=last, rules=(rule,))

    assert rule_set_from_json(json.loads(json.dumps(to_json(made)))) == made


@given(DAYS, DAYS)
def test_listed_days_and_cutoffs_survive_storage(meeting, day):
    rule = Rule(
        key="prov",
        name="Provas",
        source="Arbetsordning",
        purpose=Purpose.HAND_IN,
        shape=DaysBefore(n=8),
        at=time(9),
        cutoff=Cutoff.BEFORE,
        listed=(ListedDay(meeting=max(meeting, day), last_day=min(meeting, day)),),
    )
    made = RuleSet(title="Arbetsordning", valid_from=day, rules=(rule,))

    assert rule_set_from_json(to_json(made)) == made


@given(DAYS)
def test_plain_calendar_closes_at_least_every_weekend(day):
    assert not (PLAIN.is_working(day) and day.weekday() >= 5)

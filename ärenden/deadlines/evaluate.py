"""A rule and the facts become a last moment with its explanation, or say what is missing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time

from kernel.dates import clock, long_date
from ärenden.choices import Occasion, Purpose, Roll
from ärenden.deadlines.calendar import LAST_MINUTE, Calendar, last_day_of_law, moment
from ärenden.deadlines.counting import Gap, Landing, count
from ärenden.deadlines.facts import Facts
from ärenden.deadlines.results import (
    Due,
    Missing,
    Notice,
    NoticeCode,
    Result,
    Step,
    StepKind,
    Unknown,
)
from ärenden.deadlines.rules import Rule
from ärenden.deadlines.sentences import explain, moved, not_working, why_unknown

EARLY_CLOSING = time(14)


def evaluate(rule: Rule, facts: Facts, calendar: Calendar) -> Result:
    """When it is due and why, in Swedish time; never raises for what is merely not known."""
    if rule.route not in (None, facts.route):
        return _unknown(rule, Gap(Missing.ROUTE), facts)
    landing = count(rule.shape, facts, calendar)
    if isinstance(landing, Gap):
        return _unknown(rule, landing, facts)
    landing = _as_listed(rule, landing)
    day = landing.day if landing.is_listed else calendar.rolled(landing.day, rule.roll)
    due_at = moment(day, rule.at or LAST_MINUTE)
    if _is_after_meeting(landing, due_at):
        return _unknown(rule, Gap(Missing.AFTER_MEETING), facts)
    return Due(
        rule=rule,
        at=due_at,
        counted_to=landing.day,
        explanation=explain(rule, landing, facts, due=day, calendar=calendar),
        steps=tuple(_steps(landing, due_at, calendar)),
        notices=tuple(_notices(rule, landing, due_at, calendar)),
        before=landing.before,
        meeting=landing.meeting,
    )


def evaluate_all(rules: Iterable[Rule], facts: Facts, calendar: Calendar) -> Mapping[str, Result]:
    """Every rule's result by its key.

    Where the meeting for the answer is not known, the rule that says when it is due gives it.
    """
    rules = tuple(rules)
    if Occasion.ANSWERED not in facts.occasions:
        facts = _with_answer_meeting(rules, facts, calendar)
    return {rule.key: evaluate(rule, facts, calendar) for rule in rules}


def _with_answer_meeting(rules: Iterable[Rule], facts: Facts, calendar: Calendar) -> Facts:
    answers = (rule for rule in rules if rule.purpose == Purpose.ANSWER)
    for rule in answers:
        due = evaluate(rule, facts, calendar)
        if isinstance(due, Due) and due.meeting:
            occasions = {**facts.occasions, Occasion.ANSWERED: due.meeting}
            return replace(facts, occasions=occasions)
    return facts


def _as_listed(rule: Rule, landing: Landing) -> Landing:
    """The day that was set beforehand for the meeting, in place of the one counted."""
    day = landing.before and rule.listed_for(landing.before.day)
    return replace(landing, day=day, uncounted=(), is_listed=True) if day else landing


def _unknown(rule: Rule, gap: Gap, facts: Facts) -> Unknown:
    return Unknown(rule, gap.missing, why_unknown(rule, gap, facts))


def _is_after_meeting(landing: Landing, due_at: datetime) -> bool:
    """A weekday of the meeting's own week may come after the meeting."""
    if landing.before is None:
        return False
    day = landing.before.day
    return due_at.date() > day or (
        due_at.time() != LAST_MINUTE and due_at > landing.before.closes_at
    )


def _steps(landing: Landing, due_at: datetime, calendar: Calendar) -> Iterator[Step]:
    yield Step(StepKind.FROM, landing.start, str(landing.event or "meeting"))
    for day in landing.uncounted:
        yield Step(StepKind.NOT_COUNTED, day, calendar.closed_name(day))
    yield Step(_landed(landing), landing.day)
    if due_at.date() != landing.day:
        yield Step(StepKind.MOVED, due_at.date(), calendar.closed_name(landing.day))
    yield Step(StepKind.DUE, due_at.date(), f"{due_at:%H:%M}")


def _landed(landing: Landing) -> StepKind:
    if landing.is_chosen:
        return StepKind.CHOSEN
    return StepKind.LISTED if landing.is_listed else StepKind.COUNTED_TO


def _notices(
    rule: Rule, landing: Landing, due_at: datetime, calendar: Calendar
) -> Iterator[Notice]:
    if landing.meeting:
        return
    day = due_at.date()
    if text := moved(landing.day, due=day, calendar=calendar):
        yield Notice(NoticeCode.MOVED, text)
    if not calendar.is_working(day):
        yield _closed(rule, day, calendar)
    elif (name := calendar.closes_early(day)) and due_at.time() > EARLY_CLOSING:
        text = f"Kansliet kan stänga {clock(EARLY_CLOSING)} {long_date(day)}, {name}."
        yield Notice(NoticeCode.HALF_DAY, text)


def _closed(rule: Rule, day: date, calendar: Calendar) -> Notice:
    is_closed = not_working(day, calendar)
    law = last_day_of_law(day)
    if rule.roll == Roll.SHOW and law != day:
        text = f"{is_closed}. Enligt lag (1930:173) 2 § är {long_date(law)} sista dagen."
        return Notice(NoticeCode.LATER_BY_LAW, text)
    if rule.roll == Roll.ASK:
        return Notice(NoticeCode.CHOOSE_DAY, f"{is_closed}. Bestäm vilken dag som ska gälla.")
    return Notice(NoticeCode.CLOSED_DAY, f"{is_closed}; kansliet är stängt.")

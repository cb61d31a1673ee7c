"""What changes when other rules, or another calendar, apply: tried before they are adopted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kernel.dates import clock, long_date
from ärenden.choices import CaseType, Event, Occasion, Route
from ärenden.deadlines.calendar import Calendar
from ärenden.deadlines.evaluate import evaluate_all
from ärenden.deadlines.facts import Facts, Meeting
from ärenden.deadlines.results import Due, Result
from ärenden.deadlines.rules import Rule, RuleSet


@dataclass(frozen=True)
class Change:
    """A rule whose date is another for a meeting; None is a rule set without it."""

    rule: Rule
    meeting: Meeting
    before: Result | None
    after: Result | None
    sentence: str


@dataclass(frozen=True)
class Version:
    """Rules with the calendar they are counted by."""

    rules: RuleSet
    calendar: Calendar


def compare(old: Version, new: Version, meetings: Sequence[Meeting]) -> Iterator[Change]:
    """Every date that changes, meeting by meeting.

    Each case type and route is tried as if all that rules count from happened at the meeting.
    """
    for meeting in sorted(meetings, key=lambda each: each.day):
        before, after = _tried(old, meeting, meetings), _tried(new, meeting, meetings)
        for key in dict.fromkeys([*before, *after]):
            was, becomes = before.get(key), after.get(key)
            known = becomes or was
            if known and _date_of(was) != _date_of(becomes):
                yield _change(meeting, known.rule, before=was, after=becomes)


def _tried(version: Version, meeting: Meeting, meetings: Sequence[Meeting]) -> dict[str, Result]:
    results: dict[str, Result] = {}
    for facts in _situations(meeting, meetings):
        rules = version.rules.rules_for(facts.case_type, facts.route)
        results |= evaluate_all(rules, facts, version.calendar)
    return results


def _situations(meeting: Meeting, meetings: Iterable[Meeting]) -> Iterator[Facts]:
    for case_type in (None, *CaseType):
        for route in Route:
            yield Facts(
                case_type=case_type,
                route=route,
                events=_all_on(meeting.day),
                occasions={Occasion.PUT: meeting, Occasion.HELD: meeting},
                meetings=tuple(meetings),
            )


def _all_on(day: date) -> dict[Event, date]:
    return {event: day for event in Event if event != Event.POSTPONED}


def _date_of(result: Result | None) -> object:
    return result.at if isinstance(result, Due) else None


def _change(meeting: Meeting, rule: Rule, *, before: Result | None, after: Result | None) -> Change:
    where = f"{meeting.body} {long_date(meeting.day)}"
    sentence = f"{rule.name}, {where}: {_said(after)} i stället för {_said(before)}."
    return Change(rule, meeting, before, after, sentence)


def _said(result: Result | None) -> str:
    if isinstance(result, Due):
        at = result.rule.at
        return f"{long_date(result.day)} {clock(at)}" if at else long_date(result.day)
    return "inget datum"

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

    @property
    def is_changed(self) -> bool:
        return _date_of(self.before) != _date_of(self.after)


@dataclass(frozen=True)
class Version:
    """Rules with the calendar they are counted by."""

    rules: RuleSet
    calendar: Calendar


def side_by_side(
    old: Version, new: Version, meetings: Sequence[Meeting], *, among: Sequence[Meeting] = ()
) -> Iterator[Change]:
    """Every date by the old rules and the new, changed or not; `among` are all that are planned.

    Each case type and route is tried as if all that rules count from happened at the meeting.
    """
    planned = tuple({*among, *meetings})
    for meeting in sorted(meetings, key=lambda each: each.day):
        before, after = _tried(old, meeting, planned), _tried(new, meeting, planned)
        for key in dict.fromkeys([*before, *after]):
            was, becomes = before.get(key), after.get(key)
            if known := becomes or was:
                yield Change(known.rule, meeting, was, becomes)


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


def said(result: Result | None) -> str:
    """The day and clock alone."""
    if isinstance(result, Due):
        at = result.rule.at
        return f"{long_date(result.day)} {clock(at)}" if at else long_date(result.day)
    return "inget datum"

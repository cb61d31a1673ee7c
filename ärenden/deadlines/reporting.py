"""When open motions are next reported, how old they are, and when their year is out (KL 5:35)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kernel.dates import long_date
from kernel.text import capital
from ärenden.choices import CaseType, Event, Purpose
from ärenden.deadlines.calendar import Calendar, months_after
from ärenden.deadlines.clocks import CASE_CLOCKS
from ärenden.deadlines.counting import Landing, count
from ärenden.deadlines.evaluate import evaluate
from ärenden.deadlines.facts import Facts, Meeting
from ärenden.deadlines.results import known
from ärenden.deadlines.rules import Rule, RuleSet
from ärenden.deadlines.shapes import SeasonMeeting

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class NextReport:
    """The meeting that the rules set for the report, and why it is that one."""

    meeting: Meeting
    rule: Rule
    sentence: str


def next_report(
    rules: RuleSet, *, today: date, meetings: Sequence[Meeting], calendar: Calendar
) -> NextReport | None:
    """The first from today on; None without such a rule, or while its meeting is not planned."""
    for rule in rules.rules_for(CaseType.MOTION, None):
        if rule.purpose == Purpose.REPORT and isinstance(rule.shape, SeasonMeeting):
            events = {rule.shape.after: today - A_DAY}
            facts = Facts(events=events, meetings=tuple(meetings))
            landing = count(rule.shape, facts, calendar)
            if isinstance(landing, Landing) and landing.meeting and landing.season:
                return NextReport(landing.meeting, rule, _sentence(rule, landing))
    return None


def _sentence(rule: Rule, landing: Landing) -> str:
    season = landing.season.name if landing.season else ""
    return f"{capital(season)}, {long_date(landing.day)}. {rule.source}."


def year_of(case_type: CaseType, *, raised_on: date, calendar: Calendar) -> date:
    """The last day on which it is decided, or reported, within one year."""
    rule = next(rule for rule in CASE_CLOCKS if rule.applies_to(case_type))
    facts = Facts(case_type=case_type, events={Event.RAISED: raised_on})
    return known(evaluate(rule, facts, calendar)).day


def age(since: date, *, on: date) -> tuple[int, int]:
    """Whole months, and the days beyond them."""
    months = (on.year - since.year) * 12 + on.month - since.month
    if months_after(since, months) > on:
        months -= 1
    return months, (on - months_after(since, months)).days

"""The rules about dates: pure functions whose result carries its own explanation.

A `Rule` is data; `evaluate` counts it out for some `Facts` by a `Calendar` and gives a `Due`, or
an `Unknown` that says what is missing. How rules are written stands in docs/deadlines.md.
"""

from ärenden.deadlines.calendar import LAST_MINUTE, STOCKHOLM, Calendar, moment
from ärenden.deadlines.clocks import (
    APPEAL,
    BY_LAW,
    CASE_CLOCKS,
    MEETING_CLOCKS,
    MINUTES_CLOCKS,
    REGISTRATION,
    STATUTORY,
    earliest_removal,
    removal_warning,
    rules_of_case,
)
from ärenden.deadlines.compare import Change, Version, said, side_by_side
from ärenden.deadlines.defaults import default_rules
from ärenden.deadlines.evaluate import evaluate, evaluate_all
from ärenden.deadlines.examples import EXAMPLES, Example
from ärenden.deadlines.facts import Facts, Meeting
from ärenden.deadlines.reporting import NextReport, age, next_report, year_of
from ärenden.deadlines.results import (
    Due,
    Missing,
    Notice,
    NoticeCode,
    NotKnown,
    Result,
    Step,
    Unknown,
    known,
)
from ärenden.deadlines.rules import ListedDay, Rule, RuleSet, in_force
from ärenden.deadlines.shapes import KINDS, Season, Shape
from ärenden.deadlines.solver import (
    Ageing,
    Miss,
    OpenCase,
    Prospect,
    ageing,
    misses,
    next_meeting,
    outlook,
)
from ärenden.deadlines.stored import (
    FieldError,
    RulesNotUnderstood,
    rule_from_json,
    rule_set_from_json,
    to_json,
)
from ärenden.deadlines.wording import in_words

__all__ = [
    "APPEAL",
    "BY_LAW",
    "CASE_CLOCKS",
    "EXAMPLES",
    "KINDS",
    "LAST_MINUTE",
    "MEETING_CLOCKS",
    "MINUTES_CLOCKS",
    "REGISTRATION",
    "STATUTORY",
    "STOCKHOLM",
    "Ageing",
    "Calendar",
    "Change",
    "Due",
    "Example",
    "Facts",
    "FieldError",
    "ListedDay",
    "Meeting",
    "Miss",
    "Missing",
    "NextReport",
    "NotKnown",
    "Notice",
    "NoticeCode",
    "OpenCase",
    "Prospect",
    "Result",
    "Rule",
    "RuleSet",
    "RulesNotUnderstood",
    "Season",
    "Shape",
    "Step",
    "Unknown",
    "Version",
    "age",
    "ageing",
    "default_rules",
    "earliest_removal",
    "evaluate",
    "evaluate_all",
    "in_force",
    "in_words",
    "known",
    "misses",
    "moment",
    "next_meeting",
    "next_report",
    "outlook",
    "removal_warning",
    "rule_from_json",
    "rule_set_from_json",
    "rules_of_case",
    "said",
    "side_by_side",
    "to_json",
    "year_of",
]

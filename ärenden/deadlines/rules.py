"""Deadline rules as data: what an arbetsordning says, with its source."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import TypeVar

from ärenden.choices import Binding, CaseType, Cutoff, Late, Occasion, Purpose, Roll, Route
from ärenden.deadlines.shapes import (
    DaysBefore,
    MonthEnd,
    Problem,
    Shape,
    TimeAfter,
    WeekdayBefore,
)

Hashed = TypeVar("Hashed", bound=Hashable)

LONGEST_TEXT = 160
IF_LATE: Mapping[Late, str] = {
    Late.NOTHING: "",
    Late.NEXT_MEETING: "Det som kommer senare tas upp vid nästa sammanträde.",
    Late.ALLOWED: "Det som kommer senare får tas upp ändå.",
    Late.ORAL: "Det som kommer senare får besvaras muntligt.",
}
# The only meeting whose day is known when the time is counted; from another it has no date.
COUNTED_BEFORE: Mapping[Purpose, Occasion] = {
    Purpose.HAND_IN: Occasion.PUT,
    Purpose.ANSWER_IN: Occasion.ANSWERED,
    Purpose.ANSWER_TO_ASKER: Occasion.ANSWERED,
}
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True)
class ListedDay:
    """The last day that was set for one meeting, whatever the rule would count."""

    meeting: date
    last_day: date

    def problems(self) -> Iterator[Problem]:
        if self.last_day > self.meeting:
            yield "last_day", "Dagen ska inte ligga efter sammanträdet"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One deadline rule.

    `key` names it through all versions of the rules. No `case_types` means that it is not about
    cases but about meetings, minutes or papers. Without `at` the whole last day counts. `note`
    is a Swedish sentence that the explanation ends with.
    """

    key: str
    name: str
    purpose: Purpose
    shape: Shape
    source: str
    case_types: tuple[CaseType, ...] = ()
    route: Route | None = None
    at: time | None = None
    cutoff: Cutoff = Cutoff.AT_OR_BEFORE
    roll: Roll = Roll.KEEP
    binding: Binding = Binding.MUST
    late: Late = Late.NOTHING
    listed: tuple[ListedDay, ...] = ()
    note: str = ""

    @property
    def if_late(self) -> str:
        """What follows when it comes too late, as a sentence; empty when the rule says nothing."""
        return IF_LATE[self.late]

    def applies_to(self, case_type: CaseType | None) -> bool:
        return case_type in self.case_types if case_type else not self.case_types

    @property
    def aims(self) -> frozenset[tuple[CaseType, Purpose]]:
        """What it says the time of, for which cases."""
        return frozenset((case_type, self.purpose) for case_type in self.case_types)

    def listed_for(self, meeting: date) -> date | None:
        return next((each.last_day for each in self.listed if each.meeting == meeting), None)

    def problems(self) -> Iterator[Problem]:
        if not _KEY.fullmatch(self.key):
            yield "key", "Använd a–z, siffror och bindestreck"
        for field, text in (("name", self.name), ("source", self.source)):
            if not text.strip() or len(text) > LONGEST_TEXT:
                yield field, f"Skriv något, högst {LONGEST_TEXT} tecken"
        if self.cutoff == Cutoff.BEFORE and self.at is None:
            yield "at", "Ange klockslaget som det ska ske före"
        yield from self._problems_of_place()

    def _problems_of_place(self) -> Iterator[Problem]:
        is_before = isinstance(self.shape, DaysBefore | WeekdayBefore)
        known = COUNTED_BEFORE.get(self.purpose)
        if known and getattr(self.shape, "before", known) != known:
            text = f"Välj ”{known.label}”: från ett annat sammanträde blir det inget datum"
            yield "shape.before", text
        if self.roll in (Roll.FORWARD, Roll.SHOW) and is_before:
            yield "roll", "En frist före ett sammanträde flyttas inte närmare det"
        if self.roll != Roll.KEEP and not (is_before or isinstance(self.shape, TimeAfter)):
            what = (
                "månadens sista arbetsdag" if isinstance(self.shape, MonthEnd) else "sammanträdet"
            )
            yield "roll", f"Fristen är {what} och kan inte flyttas"
        if self.listed and not is_before:
            yield "listed", "Dagar i tabell hör till frister före ett sammanträde"
        if len({each.meeting for each in self.listed}) < len(self.listed):
            yield "listed", "Varje sammanträde får stå en gång i tabellen"


@dataclass(frozen=True, kw_only=True)
class RuleSet:
    """The rules of one arbetsordning, from the day they took effect; `valid_to` is its last day."""

    title: str
    valid_from: date
    valid_to: date | None = None
    adopted_on: date | None = None
    rules: tuple[Rule, ...] = ()

    def rules_for(self, case_type: CaseType | None, route: Route | None) -> tuple[Rule, ...]:
        """Those about the case type, less those of another route than the case is on."""
        return tuple(
            rule
            for rule in self.rules
            if rule.applies_to(case_type) and (not route or rule.route in (None, route))
        )

    def with_rules(self, rules: Iterable["Rule"]) -> "RuleSet":
        """These, and what they say nothing about: neither by their keys nor by their aims."""
        new = tuple(rules)
        keys = {rule.key for rule in new}
        aims = {aim for rule in new for aim in rule.aims}
        kept = (rule for rule in self.rules if rule.key not in keys and not aims & rule.aims)
        return replace(self, rules=(*new, *kept))

    def rule(self, key: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.key == key), None)

    def problems(self) -> Iterator[Problem]:
        if not self.title.strip() or len(self.title) > LONGEST_TEXT:
            yield "title", f"Skriv något, högst {LONGEST_TEXT} tecken"
        if self.valid_to and self.valid_to < self.valid_from:
            yield "valid_to", "Sista dagen ska inte ligga före den första"
        for key in _twice(rule.key for rule in self.rules):
            yield "rules", f"Två regler heter {key}"
        yield from self._contradictions()

    def _contradictions(self) -> Iterator[Problem]:
        """A case must never have two answers to when the same thing is due."""
        aims = [
            (case_type, rule.purpose, rule.route)
            for rule in self.rules
            for case_type in rule.case_types
        ]
        routed = {aim[:2] for aim in aims if aim[2]}
        for case_type, purpose, route in aims:
            if route is None and (case_type, purpose) in routed:
                yield "rules", _contradiction(case_type, purpose)
        for case_type, purpose, _ in _twice(aims):
            yield "rules", _contradiction(case_type, purpose)


def in_force(sets: Iterable[RuleSet], day: date) -> RuleSet | None:
    """The rules of a day; a case keeps those of the day when it was handed in."""
    started = [each for each in sets if each.valid_from <= day <= (each.valid_to or date.max)]
    return max(started, key=lambda each: each.valid_from, default=None)


def _twice(values: Iterable[Hashed]) -> list[Hashed]:
    return [value for value, times in Counter(values).items() if times > 1]


def _contradiction(case_type: CaseType, purpose: Purpose) -> str:
    return f"Två regler säger när {case_type.label.lower()} ska: {purpose.label.lower()}"

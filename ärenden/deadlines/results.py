"""What an evaluated rule says: a last moment that explains itself, or why there is none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeAlias

from ärenden.choices import Cutoff
from ärenden.deadlines.facts import Meeting
from ärenden.deadlines.rules import Rule


class StepKind(StrEnum):
    """What the count did, in order: for machines, and for whoever doubts a date."""

    FROM = "from"
    NOT_COUNTED = "not_counted"
    COUNTED_TO = "counted_to"
    LISTED = "listed"
    CHOSEN = "chosen"
    MOVED = "moved"
    DUE = "due"


@dataclass(frozen=True)
class Step:
    kind: StepKind
    day: date
    text: str = ""


class NoticeCode(StrEnum):
    HALF_DAY = "half_day"
    CLOSED_DAY = "closed_day"
    CHOOSE_DAY = "choose_day"
    LATER_BY_LAW = "later_by_law"
    MOVED = "moved"


@dataclass(frozen=True)
class Notice:
    """Something the secretary should know about a date that is right all the same."""

    code: NoticeCode
    text: str


class Missing(StrEnum):
    EVENT = "event"
    MEETING = "meeting"
    LATER_MEETING = "later_meeting"
    DECISION = "decision"
    ROUTE = "route"
    AFTER_MEETING = "after_meeting"


@dataclass(frozen=True)
class Unknown:
    """No date can be told: what is missing, and the Swedish sentence that says so."""

    rule: Rule
    missing: Missing
    explanation: str


def told_beside(notices: Iterable[str], explanation: str) -> list[str]:
    """What to know of a day that its explanation does not say itself."""
    return [text for text in notices if text not in explanation]


@dataclass(frozen=True)
class Due:
    """A last moment in Swedish time; a whole day lasts until its last minute.

    `counted_to` is the day that the count came to, before any move off a holiday. `before` is
    the meeting counted back from, `meeting` the one at which it is due.
    """

    rule: Rule
    at: datetime
    counted_to: date
    explanation: str
    steps: tuple[Step, ...]
    notices: tuple[Notice, ...] = ()
    before: Meeting | None = None
    meeting: Meeting | None = None

    @property
    def day(self) -> date:
        return self.at.date()

    @property
    def source(self) -> str:
        return self.rule.source

    @property
    def sentence(self) -> str:
        """The explanation with its source, as in a reminder."""
        return f"{self.explanation} {self.source.rstrip('.')}."

    @property
    def told_beside(self) -> list[str]:
        """What to know of the day that the explanation does not say itself."""
        return told_beside((each.text for each in self.notices), self.explanation)

    @property
    def trace(self) -> Mapping[str, object]:
        """The same as plain JSON, to be stored beside the date."""
        return {
            "rule": self.rule.key,
            "name": self.rule.name,
            "due_at": self.at.isoformat(),
            "steps": [
                {"step": str(step.kind), "day": step.day.isoformat(), "text": step.text}
                for step in self.steps
            ],
            "notices": [{"code": str(notice.code), "text": notice.text} for notice in self.notices],
        }

    def is_passed(self, now: datetime) -> bool:
        """Whether it is too late: `senast 12.00` lasts through that minute, `före` does not."""
        last = self.at.astimezone(UTC)
        if self.rule.cutoff == Cutoff.BEFORE:
            return now.astimezone(UTC) >= last
        return now.astimezone(UTC).replace(second=0, microsecond=0) > last


Result: TypeAlias = Due | Unknown


class NotKnown(LookupError):
    """A date was taken for granted that cannot be counted; the message says what is missing."""


def known(result: Result) -> Due:
    """The date of a rule whose facts are all given; raises NotKnown when they were not."""
    if isinstance(result, Unknown):
        raise NotKnown(result.explanation)
    return result

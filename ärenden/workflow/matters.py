"""A case as the desk sees it: its facts, and what around it has a day or waits for something."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from accounts.roles import Verb
from kernel.dates import long_date
from kernel.text import in_sentence
from ärenden.choices import AgendaKind, CaseType, Purpose
from ärenden.workflow import Action, Snapshot, refusals, step_for


@dataclass(frozen=True, kw_only=True)
class Clock:
    """An open deadline, in the words that explain it; `whom` is asked for a yttrande."""

    purpose: Purpose
    day: date
    explanation: str
    whom: str = ""


@dataclass(frozen=True, kw_only=True)
class Gathering:
    """A meeting, as far as a duty speaks of it."""

    key: str
    body: str
    day: date

    def __str__(self) -> str:
        return f"{in_sentence(self.body)} {long_date(self.day)}"


@dataclass(frozen=True, kw_only=True)
class Listed:
    """The case on the list of a meeting; noted when the minutes have been entered for it."""

    meeting: Gathering
    kind: AgendaKind
    is_noted: bool


@dataclass(frozen=True, kw_only=True)
class Errand:
    """Uppdrag that is to be reported back."""

    responsible: str
    text: str
    due_on: date | None


@dataclass(frozen=True, kw_only=True)
class Plea:
    """The one who answers has asked for a later day."""

    by: str
    asked_on: date
    until: date


@dataclass(frozen=True, kw_only=True)
class Matter:
    """A case as the desk sees it; `verbs` are what the one at the desk may do in it."""

    snapshot: Snapshot
    verbs: AbstractSet[Verb]
    registered_on: date
    raised_on: date | None = None
    answerer: str = ""
    answer_came_on: date | None = None
    taken_back_on: date | None = None
    plea: Plea | None = None
    next_meeting: Gathering | None = None
    clocks: tuple[Clock, ...] = ()
    lists: tuple[Listed, ...] = ()
    errands: tuple[Errand, ...] = ()
    silent_reservations: tuple[tuple[str, date | None], ...] = ()

    def clock(self, *purposes: Purpose) -> Clock | None:
        """The one that runs for the first of the purposes that has any."""
        running = {each.purpose: each for each in reversed(self.clocks)}
        return next((running[each] for each in purposes if each in running), None)

    def may(self, action: Action) -> bool:
        step = step_for(action, CaseType(self.snapshot.case_type))
        return step is not None and step.verb in self.verbs and not refusals(action, self.snapshot)

    def first_of(self, *actions: Action) -> Action | None:
        return next(filter(self.may, actions), None)

    def coming(self, today: date) -> list[Listed]:
        return [row for row in self.lists if row.meeting.day >= today]

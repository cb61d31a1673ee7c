"""Ärendets gång: what has passed, where the case stands, what comes, and what no paper tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kernel.dates import short_date
from ärenden.choices import CAME_IN, CaseType, Fact, State
from ärenden.models import Case, CaseEvent
from ärenden.queries.case_page import CaseRecord
from ärenden.web.cases.presenters.showing import happened
from ärenden.workflow import Action
from ärenden.workflow.steps import ASKED

SILENT = "handlingarna tiger"


@dataclass(frozen=True)
class GangStep:
    """One segment of the line; `status` is was, now, unknown or next."""

    label: str
    detail: str
    status: str


@dataclass(frozen=True)
class Stage:
    """A step that a case type passes. `fact` is what is waived when the papers are silent.

    An implied one has happened as soon as the answer is in, though no one noted it. One that is
    optional is shown when it has happened, and not awaited.
    """

    label: str
    action: Action
    fact: Fact | None = None
    is_implied: bool = False
    is_optional: bool = False


ASKING = (
    Stage("Får ställas", Action.PERMIT, Fact.PERMISSION),
    Stage("Under besvarande", Action.BEGIN_ANSWER, is_implied=True),
    Stage("Svar inkommet", Action.RECEIVE_ANSWER, Fact.ANSWER),
    Stage("Svar överlämnat", Action.HAND_OVER_ANSWER, Fact.HANDED_OVER),
    Stage("Besvarad", Action.RECORD_ANSWERED),
)
PREPARING = (
    Stage("Under beredning", Action.PREPARE),
    Stage("Förslag till beslut", Action.PROPOSE, Fact.PROPOSAL),
    Stage("Beslutad", Action.DECIDE),
)
RAISED = Stage("Väckt", Action.RAISE, Fact.RAISED_ON)
ENTRUSTED = Stage("Överlåtet till nämnd", Action.ENTRUST, is_optional=True)
RAISING = (RAISED, *PREPARING)
STAGES: dict[CaseType, tuple[Stage, ...]] = {
    CaseType.INTERPELLATION: ASKING,
    CaseType.QUESTION: ASKING,
    CaseType.MOTION: RAISING,
    CaseType.INITIATIVE: RAISING,
    CaseType.CITIZEN_PROPOSAL: (RAISED, PREPARING[0], ENTRUSTED, *PREPARING[1:]),
    CaseType.COMMITTEE: PREPARING,
}
PAUSES = frozenset({State.POSTPONED, State.RETURNED})
EXITS = (
    *(Action.REFUSE_PERMISSION, Action.WITHDRAW, Action.DISMISS),
    *(Action.WRITE_OFF, Action.ANNUL, Action.CLOSE),
)


def procedure(record: CaseRecord, *, today: date) -> list[GangStep]:
    """The line of the case's type, read from its events."""
    case, events = record.case, _latest(record.events)
    stages = STAGES[CaseType(case.case_type)]
    silent = {fact for event in record.events for fact in event.unknown}
    last = max((at for at, stage in enumerate(stages) if stage.action in events), default=-1)
    passed = [
        _passed(stage, events.get(stage.action), case, silent, today)
        for stage in stages[: last + 1]
    ]
    ahead = [stage for stage in stages[last + 1 :] if not stage.is_optional]
    coming = [GangStep(stage.label, "", "next") for stage in ahead]
    exits = _exits(case, events, today)
    begun = [_received(case, today), _registered(case, today), *(step for step in passed if step)]
    line = [*begun, *exits] if exits else [*begun, *_pause(case, record.events, today)]
    return [*_with_now(line), *([] if exits else coming)]


def _latest(events: Sequence[CaseEvent]) -> dict[str, CaseEvent]:
    """The latest of each kind; a preparation that was taken back has not begun."""
    found: dict[str, CaseEvent] = {}
    for event in events:  # newest first
        if not (event.action == Action.PREPARE and Action.END_PREPARATION in found):
            found.setdefault(event.action, event)
    return found


def _received(case: Case, today: date) -> GangStep:
    if case.received_on is None:
        return GangStep("Inkommen", "dagen okänd", "unknown")
    return GangStep("Inkommen", short_date(case.received_on, today=today), "was")


def _registered(case: Case, today: date) -> GangStep:
    return GangStep("Registrerad", short_date(case.registered_on, today=today), "was")


def _passed(
    stage: Stage, event: CaseEvent | None, case: Case, silent: set[str], today: date
) -> GangStep | None:
    """A stage before the last one noted; None when the case went on without it."""
    if event is not None:
        return GangStep(stage.label, _day(event, today), "was")
    if stage.is_implied:
        return GangStep(stage.label, "", "was") if case.answer_state in CAME_IN else None
    if stage.fact in silent:
        return GangStep(stage.label, SILENT, "unknown")
    if stage.action != Action.PERMIT:
        return None
    if case.target_meeting is None and case.answer_state in CAME_IN:
        return GangStep(stage.label, SILENT, "unknown")
    return GangStep(stage.label, "inte än", "next")


def _day(event: CaseEvent, today: date) -> str:
    day = happened(event)
    return short_date(day, today=today) if day else "okänt datum"


def _exits(case: Case, events: dict[str, CaseEvent], today: date) -> list[GangStep]:
    """How the case left the procedure, in the order it happened; a reopened one has not."""
    found = [events[action] for action in EXITS if action in events]
    if case.state != State.CLOSED:
        found = [event for event in found if event.state_after == case.state]
    found.sort(key=lambda event: event.version)
    return [GangStep(State(event.state_after).label, _day(event, today), "was") for event in found]


def _pause(case: Case, events: Sequence[CaseEvent], today: date) -> list[GangStep]:
    if case.state not in PAUSES:
        return []
    event = next(event for event in events if event.state_after == case.state)
    return [GangStep(State(case.state).label, _day(event, today), "was")]


def _with_now(line: list[GangStep]) -> list[GangStep]:
    """The last step that was passed is where the case stands."""
    at = max(index for index, step in enumerate(line) if step.status == "was")
    now = GangStep(line[at].label, line[at].detail, "now")
    return [*line[:at], now, *line[at + 1 :]]


def permission_is_silent(record: CaseRecord) -> bool:
    """Must the council have let it be put, though no paper here says so?"""
    case = record.case
    steps = procedure(record, today=case.registered_on) if case.case_type in ASKED else []
    return any(step.label == "Får ställas" and step.status == "unknown" for step in steps)

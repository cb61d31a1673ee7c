"""How every action is done: lock, access, workflow, change, one event, all in one transaction."""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from accounts.roles import Verb
from ärenden.access import can, is_answering
from ärenden.actions.filing import undoing_files
from ärenden.actions.search import refresh_texts
from ärenden.choices import AnswerState, Fact, Outcome, State
from ärenden.exceptions import ActionRefused, AlreadyDone, ChangedMeanwhile, Refusal
from ärenden.models import Case, CaseEvent
from ärenden.queries.colleagues import covered_for
from ärenden.queries.days import happenings_of
from ärenden.queries.snapshots import snapshot_of
from ärenden.workflow import Action, Step, refusals, step_for
from ärenden.workflow.order import TOLD, Contradiction, contradictions

CHANGES_DAYS = TOLD.keys() | {Action.SUPPLEMENT_ANSWER, Action.CORRECT}


@dataclass(frozen=True, kw_only=True)
class Doing:
    """Who acts and when, and what they say of facts that the papers lack.

    `version` is the case's version that the form showed; `submission` is the form's own id.
    """

    by: User
    at: datetime
    unknown: Mapping[Fact, str] = field(default_factory=dict)
    version: int | None = None
    submission: UUID | None = None

    @property
    def day(self) -> date:
        return timezone.localdate(self.at)


@dataclass
class Act:
    """An action under way on a locked case; `record` says what the timeline will tell."""

    case: Case
    doing: Doing
    action: Action
    state_before: str
    answer_state_before: str
    on_behalf_of: str = ""
    summary: str = ""
    reason: str = ""
    happened_on: date | None = None
    data: dict[str, Any] = field(default_factory=dict)

    def record(
        self, summary: str, *, on: date | None = None, reason: str = "", **data: Any
    ) -> None:
        self.summary, self.happened_on, self.reason = summary, on, reason.strip()
        self.data = data


@contextmanager
def acting(
    action: Action,
    *,
    case: Case,
    doing: Doing,
    given: AbstractSet[Fact] | None = None,
    outcome: Outcome | None = None,
) -> Iterator[Act]:
    """Do one step of the workflow; on leaving, the case is saved and its event written.

    Raises PermissionDenied, ActionRefused (every hindrance), ChangedMeanwhile, AlreadyDone.
    """
    with once(doing), undoing_files(), transaction.atomic():
        locked = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
        step = _allowed(action, locked, doing, given=given or frozenset(), outcome=outcome)
        act = begin(locked, action, doing)
        before = _contradictions(locked, action)
        yield act
        way = step.way(outcome)
        if (step.needs_reason or (way and way.needs_reason)) and not act.reason:
            raise ActionRefused([Refusal("reason_missing", "Skriv varför")])
        locked.state = step.target or locked.state
        locked.answer_state = step.answer_target or locked.answer_state
        finish(act)
        _refuse_new(_contradictions(locked, action) - before, doing)
    case.refresh_from_db()


def _contradictions(case: Case, action: Action) -> frozenset[Contradiction]:
    return contradictions(happenings_of(case)) if action in CHANGES_DAYS else frozenset()


def _refuse_new(found: frozenset[Contradiction], doing: Doing) -> None:
    """A day that disagrees with another is refused, unless the papers themselves say so."""
    if found and Fact.ORDER not in doing.unknown:
        told = {each.refusal() for each in found}
        raise ActionRefused(sorted(told, key=lambda refusal: refusal.text))


def _allowed(
    action: Action, case: Case, doing: Doing, *, given: AbstractSet[Fact], outcome: Outcome | None
) -> Step:
    if doing.version is not None and doing.version != case.version:
        raise ChangedMeanwhile
    snapshot = snapshot_of(case, on=doing.day)
    found = refusals(action, snapshot, given=given, unknown=doing.unknown.keys(), outcome=outcome)
    step = step_for(action, snapshot.case_type)
    if step is not None and not _is_own(step, case, doing):
        demand(doing, step.verb, granted=lambda verb: can(doing.by, verb, case, on=doing.day))
    if found or step is None:
        raise ActionRefused(found)
    return step


def _is_own(step: Step, case: Case, doing: Doing) -> bool:
    """The one who is to answer does it herself, with no fact waived."""
    is_plain = step.by_answerer and not doing.unknown
    return is_plain and is_answering(doing.by, case, on=doing.day)


def demand(doing: Doing, verb: Verb, *, granted: Callable[[Verb], bool]) -> None:
    """The actor is granted the verb, and the right to waive when something is waived."""
    verbs = {verb, Verb.WAIVE} if doing.unknown else {verb}
    for needed in verbs:
        if not granted(needed):
            raise PermissionDenied(f"{doing.by} lacks {needed}")


def begin(case: Case, action: Action, doing: Doing) -> Act:
    return Act(
        case=case,
        doing=doing,
        action=action,
        state_before=case.state,
        answer_state_before=case.answer_state,
        on_behalf_of=covered_for(doing.by, case, on=doing.day),
    )


def finish(act: Act) -> CaseEvent:
    """Save the case with its next version, write its event, and refresh what finds it.

    Refused for a day that has not come: the register tells what has happened.
    """
    case, doing = act.case, act.doing
    if act.happened_on and act.happened_on > doing.day:
        raise ActionRefused([Refusal("happens_later", "Dagen kan inte vara efter i dag")])
    case.version += 1
    case.save()
    event = CaseEvent.objects.create(
        case=case,
        action=act.action,
        actor_id=doing.by.pk,
        actor_name=doing.by.name,
        on_behalf_of=act.on_behalf_of,
        summary=act.summary,
        reason=act.reason,
        happened_on=act.happened_on,
        recorded_at=doing.at,
        state_before=State(act.state_before) if act.state_before else "",
        state_after=case.state,
        answer_state_before=AnswerState(act.answer_state_before),
        answer_state_after=case.answer_state,
        unknown=dict(doing.unknown),
        data=act.data,
        version=case.version,
        submission=doing.submission,
    )
    refresh_texts(case)
    return event


@contextmanager
def once(doing: Doing) -> Iterator[None]:
    """The same form sent twice does its work once; the second is told which case it was."""
    _stop_if_done(doing)
    try:
        yield
    except (IntegrityError, ChangedMeanwhile):
        _stop_if_done(doing)  # the other request may have finished meanwhile
        raise


def _stop_if_done(doing: Doing) -> None:
    if doing.submission is None:
        return
    done = CaseEvent.objects.filter(submission=doing.submission).values_list("case_id").first()
    if done:
        raise AlreadyDone(done[0])

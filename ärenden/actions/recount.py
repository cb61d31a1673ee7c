"""Dates counted anew when what they were counted from changes: a meeting, or the closed days.

Each case whose dates move gets one event that tells from what, to what and why.
"""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from kernel.dates import full_date
from meetings.models import Meeting
from parties.models import Body, Organisation
from ärenden.actions.answer_deadlines import (
    ANSWERING,
    choices_in,
    chosen_in,
    facts_of_answer,
    settle_answer,
)
from ärenden.actions.arrivals import settle_registration
from ärenden.actions.base import Doing, begin, finish
from ärenden.actions.deadlines import Move, counted, set_deadline, task_due
from ärenden.actions.decision_deadlines import settle_decision
from ärenden.actions.meeting_days import one_at_a_time, settle_meeting
from ärenden.actions.telling import TELLING, settle_telling
from ärenden.choices import (
    DeadlineCause,
    DeadlineStatus,
    Purpose,
    State,
)
from ärenden.deadlines import BY_LAW, Facts
from ärenden.models import Case, Deadline, Submission, Task
from ärenden.queries.prospects import Timetable
from ärenden.workflow import Action
from ärenden.workflow.steps import OPEN_DECIDED

HEARD = (State.PERMITTED, State.POSTPONED)
COUNTED = (*ANSWERING, Purpose.DECIDE, *TELLING)
Days = Mapping[str, date]


@transaction.atomic
def after_meeting_change(body: Body, *, doing: Doing, why: str) -> int:
    """The body's meetings are not what they were; how many cases got other dates."""
    cases = Case.objects.filter(Q(body=body, deciding_body=None) | Q(deciding_body=body))
    move = Move(doing=doing, cause=DeadlineCause.MEETING, reason=why)
    timetable = Timetable(body.organisation_id)
    _settle_meetings(Meeting.objects.filter(body=body), timetable, move)
    return _recount(cases, timetable, move)


@transaction.atomic
def after_calendar_change(organisation: Organisation, *, doing: Doing, why: str) -> int:
    """The organisation's closed days are not what they were; how many cases got other dates."""
    move = Move(doing=doing, cause=DeadlineCause.CALENDAR, reason=why)
    timetable = Timetable(organisation.pk)
    _settle_meetings(Meeting.objects.filter(body__organisation=organisation), timetable, move)
    changed = _recount(Case.objects.filter(organisation=organisation), timetable, move)
    changed += _recount_tasks(organisation, timetable, move)
    waiting = Submission.objects.filter(organisation=organisation, document=None)
    for submission in waiting.select_for_update(of=("self",)).order_by("pk"):
        settle_registration(submission, timetable.calendar, move)
    return changed


@transaction.atomic
def after_rules_change(organisation: Organisation, *, doing: Doing, why: str) -> None:
    """Other rules from a day on: the meetings' own times follow, the cases keep their rules."""
    move = Move(doing=doing, cause=DeadlineCause.RULES, reason=why)
    meetings = Meeting.objects.filter(body__organisation=organisation)
    _settle_meetings(meetings, Timetable(organisation.pk), move)


def _settle_meetings(meetings: QuerySet[Meeting], timetable: Timetable, move: Move) -> None:
    """Those that come, and those whose own times run, as no one else is changing them."""
    one_at_a_time(timetable.organisation)
    running = Q(deadlines__status=DeadlineStatus.OPEN)
    rows = meetings.filter(Q(held_on__gte=move.doing.day) | running).distinct()
    for meeting in rows.select_related("body").order_by("pk"):
        settle_meeting(meeting, timetable, move)


def _recount(cases: QuerySet[Case], timetable: Timetable, move: Move) -> int:
    purposes = (Purpose.DECIDE, *TELLING)
    running = Deadline.objects.filter(status=DeadlineStatus.OPEN, purpose__in=purposes)
    to_answer = Q(is_permitted=True, state__in=HEARD)
    to_decide = Q(case_type__in=timetable.types_at_meetings(Purpose.DECIDE), state__in=OPEN_DECIDED)
    moving = Q(pk__in=running.exclude(rule__in=BY_LAW).values("case"))
    found = list(
        cases.filter(to_answer | to_decide | moving).select_for_update(of=("self",)).order_by("pk")
    )
    happened = choices_in(found)
    chosen = chosen_in(happened)
    changed = 0
    for case in found:
        facts = facts_of_answer(case, happened[case.pk], chosen.get(case.pk), timetable)
        changed += _recount_one(case, facts, timetable, move)
    return changed


def _recount_tasks(organisation: Organisation, timetable: Timetable, move: Move) -> int:
    """Reports that are due at the end of a month; a day that someone set stands."""
    rows = Deadline.objects.filter(status=DeadlineStatus.OPEN)
    tasks = Task.objects.filter(case__organisation=organisation, deadlines__in=rows)
    changed = 0
    for task in tasks.order_by("case", "pk"):
        case = Case.objects.select_for_update().get(pk=task.case_id)
        row = rows.filter(task=task).first()  # none when it was reported meanwhile
        due = task_due(task, timetable, on=timezone.localdate(row.set_at)) if row else None
        if row is None or due is None or due.at == row.due_at:
            continue
        act = begin(case, Action.RECOUNT, move.doing)
        now = set_deadline(
            act.case,
            Purpose.REPORT,
            counted(due),
            doing=move.doing,
            task=task,
            cause=move.cause,
            reason=move.reason,
        )
        what = f"{Purpose.REPORT.label.lower()} ({now.whom})"
        told = _told(what, timezone.localdate(row.due_at), due.day)
        act.record(f"Frister räknades om: {told}", reason=move.reason)
        finish(act)
        changed += 1
    return changed


def _recount_one(case: Case, facts: Facts, timetable: Timetable, move: Move) -> bool:
    """Whether a date moved; then the case has an event that says so."""
    act = begin(case, Action.RECOUNT, move.doing)
    before, aimed_at = _running(case), case.target_meeting_id
    _settle_all(case, facts, timetable, move)
    after = _running(case)
    told = [
        _told(purpose.label.lower(), before.get(purpose), after.get(purpose)) for purpose in COUNTED
    ]
    if not any(told):
        if case.target_meeting_id != aimed_at:
            case.save(update_fields=["target_meeting"])  # another meeting on the same day
        return False
    act.record(f"Frister räknades om: {'; '.join(filter(None, told))}", reason=move.reason)
    finish(act)
    return True


def settle_case(case: Case, move: Move) -> None:
    """Everything counted in the case, anew: a day that it was counted from was mended."""
    timetable = Timetable(case.organisation_id)
    happened = choices_in([case])
    chosen = chosen_in(happened).get(case.pk)
    facts = facts_of_answer(case, happened[case.pk], chosen, timetable)
    _settle_all(case, facts, timetable, move)


def _settle_all(case: Case, facts: Facts, timetable: Timetable, move: Move) -> None:
    if case.is_permitted and case.state in HEARD:
        settle_answer(case, facts, timetable, move)
    if case.state in OPEN_DECIDED:
        settle_decision(case, timetable, move)
    settle_telling(case, timetable, move)


def _running(case: Case) -> Days:
    rows = case.deadlines.filter(status=DeadlineStatus.OPEN, purpose__in=COUNTED)
    own = rows.exclude(rule__in=BY_LAW)  # the year of law does not move
    return {row.purpose: timezone.localdate(row.due_at) for row in own}


def _told(what: str, old: date | None, new: date | None) -> str:
    if old == new:
        return ""
    was = f" (var {full_date(old)})" if old else ""
    return (
        f"{what} {full_date(new)}{was}" if new else f"{what} när ett sammanträde är planerat{was}"
    )

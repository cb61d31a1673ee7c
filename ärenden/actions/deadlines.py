"""Set, meet, move and lift deadlines, as part of other actions; nowhere else their status changes.

A date that moves is a new row in the place of the old one, so that what was due when, and why it
is so no longer, can always be told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from django.db.models import F, QuerySet

from kernel.dates import long_date
from meetings.models import Meeting
from ärenden.actions.base import Act, Doing
from ärenden.actions.reminders.closing import close_reminders
from ärenden.choices import (
    CAME_IN,
    OUTSIDE_THE_CASE,
    AnswerState,
    CaseType,
    DatePrecision,
    DeadlineCause,
    DeadlineStatus,
    Event,
    Occasion,
    Purpose,
    ReferralStatus,
)
from ärenden.deadlines import STOCKHOLM, Due, Facts, moment
from ärenden.models import Case, Deadline, Referral, Task
from ärenden.queries.prospects import Timetable, planned

HANDED_OVER = frozenset({AnswerState.HANDED_OVER})
# What is due before the meeting of the answer, until the answer's track has come so far.
BEFORE_THE_MEETING: Mapping[Purpose, frozenset[AnswerState]] = {
    Purpose.ANSWER_IN: CAME_IN,
    Purpose.ANSWER_TO_ASKER: HANDED_OVER,
}
ANSWERING = (Purpose.ANSWER, *BEFORE_THE_MEETING)


@dataclass(frozen=True, kw_only=True)
class Term:
    """A last moment and its reasons; the rule and its trace when it was counted, else empty."""

    at: datetime
    explanation: str
    source: str = ""
    rule: str = ""
    trace: Mapping[str, Any] = field(default_factory=dict)


def counted(due: Due) -> Term:
    return Term(
        at=due.at,
        explanation=due.explanation,
        source=due.source,
        rule=due.rule.key,
        trace=due.trace,
    )


def set_deadline(
    case: Case,
    purpose: Purpose,
    term: Term,
    *,
    doing: Doing,
    referral: Referral | None = None,
    task: Task | None = None,
    cause: DeadlineCause = DeadlineCause.STEP,
    reason: str = "",
) -> Deadline:
    """The one open deadline of a purpose; an earlier one stands as replaced, with its cause."""
    row = Deadline(case=case, purpose=purpose, referral=referral, task=task)
    return place(row, term, doing=doing, cause=cause, reason=reason)


def place(
    row: Deadline, term: Term, *, doing: Doing, cause: DeadlineCause, reason: str = ""
) -> Deadline:
    """Write the row with its term, in the place of the open or waiting one of the same owner."""
    rows = same_as(row)
    before = standing(rows).order_by("-id").first()
    if before:
        _end(rows.filter(pk=before.pk), DeadlineStatus.REPLACED, doing, because=reason)
        row.replaces, row.cause, row.reason = before, cause, reason
    row.original_due_at = before.original_due_at if before else term.at
    row.due_at, row.explanation, row.source = term.at, term.explanation, term.source
    row.rule, row.trace = term.rule, dict(term.trace)
    row.set_at, row.set_by_name = doing.at, doing.by.name
    row.save()
    return row


def same_as(row: Deadline) -> QuerySet[Deadline]:
    """What the row takes the place of: a meeting has one for each rule, a case for each purpose."""
    rows = Deadline.objects.filter(
        case=row.case,
        meeting=row.meeting,
        purpose=row.purpose,
        referral=row.referral,
        task=row.task,
    )
    return rows.filter(rule=row.rule) if row.meeting else rows


def standing(rows: QuerySet[Deadline]) -> QuerySet[Deadline]:
    """Those that run, and those that wait for a meeting in place of a cancelled one."""
    waiting = rows.filter(status=DeadlineStatus.REPLACED, replaced_by=None)
    return rows.filter(status=DeadlineStatus.OPEN) | waiting


def meet_deadlines(case: Case, *purposes: Purpose, on: date, doing: Doing) -> None:
    """What was due has been done; whether in time is seen from the two dates."""
    rows = _open(case.deadlines.filter(purpose__in=purposes))
    _end(rows, DeadlineStatus.MET, doing, met_at=_noon(on))


def meet(rows: QuerySet[Deadline], doing: Doing, *, on: date) -> None:
    """Done that day; told again when the day is mended."""
    _end(_open(rows), DeadlineStatus.MET, doing, met_at=_noon(on))
    rows.filter(status=DeadlineStatus.MET).exclude(met_at=_noon(on)).update(met_at=_noon(on))


def run_out(rows: QuerySet[Deadline], doing: Doing) -> None:
    """A last moment that waits for no one, once it has passed."""
    _end(_open(rows).filter(due_at__lt=doing.at), DeadlineStatus.MET, doing, met_at=F("due_at"))


def take_up_again(rows: QuerySet[Deadline]) -> None:
    """What was noted as done is not."""
    rows.filter(status=DeadlineStatus.MET).update(
        status=DeadlineStatus.OPEN, met_at=None, ended_at=None, ended_by_name=""
    )


def meet_referral_deadline(referral: Referral, *, on: date, doing: Doing) -> None:
    """The statement came in that day; told again when the day is mended."""
    meet(referral.deadlines.all(), doing, on=on)


def waive_deadlines(rows: QuerySet[Deadline], doing: Doing, *, because: str) -> None:
    """Nothing is due any more, for a reason that stands beside it."""
    _end(_open(rows), DeadlineStatus.WAIVED, doing, because=because)


def leave_waiting(rows: QuerySet[Deadline], doing: Doing, *, because: str) -> None:
    """No day can be told; the next meeting that is planned gives one."""
    _end(_open(rows), DeadlineStatus.REPLACED, doing, because=because)


def stop_waiting(act: Act) -> None:
    """Nothing is due any more, and no statement waited for: the case ended."""
    waive_deadlines(act.case.deadlines.all(), act.doing, because=act.summary)
    open_ones = act.case.referrals.filter(status=ReferralStatus.OPEN)
    open_ones.update(status=ReferralStatus.WAIVED, reason=act.summary)


def set_answer_deadlines(
    act: Act, event: Event, *, on: date | None, chosen: Meeting | None
) -> None:
    """At the chosen meeting, else as the rules count from what happened; none while unknown."""
    timetable = Timetable(act.case.organisation_id)
    facts = Facts(
        case_type=CaseType(act.case.case_type),
        events={event: on} if on else {},
        meetings=timetable.meetings(act.case.decider) if on else (),
        chosen=planned(chosen, chosen.held_on) if chosen and chosen.held_on else None,
    )
    settle_answer(act.case, facts, timetable, Move(doing=act.doing, cause=DeadlineCause.STEP))


@dataclass(frozen=True, kw_only=True)
class Move:
    """Why dates are counted anew, and who did what they follow from."""

    doing: Doing
    cause: DeadlineCause
    reason: str = ""


def settle_answer(case: Case, facts: Facts, timetable: Timetable, move: Move) -> list[Deadline]:
    """Count anew when it is answered, and what is due before that; the rows that are new.

    The case aims at the meeting of the answer. Where no day can be told, the deadline waits.
    """
    terms = dict(_answer_terms(case, facts, timetable))
    lost = [purpose for purpose in ANSWERING if purpose not in terms]
    rows = case.deadlines.filter(purpose__in=lost).exclude(rule="")
    leave_waiting(rows, move.doing, because=move.reason)
    if not terms and move.cause in OUTSIDE_THE_CASE:
        case.target_meeting = None
    settled = (settle(case, purpose, due, move) for purpose, due in terms.items())
    return [row for row in settled if row]


def settle(case: Case, purpose: Purpose, due: Due, move: Move) -> Deadline | None:
    """The deadline as it is counted now, when that is not how it stands.

    A day that someone set does not move with meetings and closed days, nor to an earlier day.
    """
    term = counted(due)
    now = _open(case.deadlines.filter(purpose=purpose)).first()
    is_same = now and says(now, due)
    is_by_hand = now and not now.rule and (move.cause in OUTSIDE_THE_CASE or now.due_at > term.at)
    if is_same or is_by_hand:
        return None
    return set_deadline(case, purpose, term, doing=move.doing, cause=move.cause, reason=move.reason)


def says(row: Deadline, due: Due) -> bool:
    """Does the row tell the same moment for the same reasons?"""
    return (row.due_at, row.explanation) == (due.at, due.explanation)


def _answer_terms(case: Case, facts: Facts, timetable: Timetable) -> Iterator[tuple[Purpose, Due]]:
    day = case.came_on  # it keeps the rules of that day
    due = timetable.due(Purpose.ANSWER, facts, on=day)
    if not isinstance(due, Due) or due.meeting is None:
        return
    case.target_meeting_id = due.meeting.id
    yield Purpose.ANSWER, due
    facts = replace(facts, occasions={Occasion.ANSWERED: due.meeting})
    for purpose, done in BEFORE_THE_MEETING.items():
        earlier = timetable.due(purpose, facts, on=day)
        if isinstance(earlier, Due) and case.answer_state not in done:
            yield purpose, earlier


def set_year_deadline(act: Act, *, raised_on: date) -> None:
    """A motion or medborgarförslag is decided, or reported, within one year (KL 5:35, 6:34)."""
    facts = Facts(case_type=CaseType(act.case.case_type), events={Event.RAISED: raised_on})
    timetable = Timetable(act.case.organisation_id)
    due = timetable.due(Purpose.DECIDE, facts, on=act.case.came_on)
    if isinstance(due, Due):
        set_deadline(act.case, Purpose.DECIDE, counted(due), doing=act.doing)


def set_task_deadline(task: Task, *, doing: Doing) -> None:
    """When the task is reported: on its day, or as the rules count the end of its month."""
    if task.due_on is None:
        return
    term = Term(
        at=moment(task.due_on),
        explanation=f"{task.responsible_printed} ska redovisa uppdraget {long_date(task.due_on)}.",
    )
    if task.due_precision == DatePrecision.MONTH:
        facts = Facts(events={Event.ASSIGNED_TO: task.due_on})
        due = Timetable(task.case.organisation_id).due(Purpose.REPORT, facts, on=doing.day)
        term = counted(due) if isinstance(due, Due) else term
    set_deadline(task.case, Purpose.REPORT, term, doing=doing, task=task)


def _open(rows: QuerySet[Deadline]) -> QuerySet[Deadline]:
    return rows.filter(status=DeadlineStatus.OPEN)


def _end(
    rows: QuerySet[Deadline],
    status: DeadlineStatus,
    doing: Doing,
    *,
    because: str = "",
    met_at: datetime | F | None = None,
) -> None:
    close_reminders(rows, status, at=doing.at)
    rows.update(
        status=status,
        met_at=met_at,
        ended_at=doing.at,
        ended_by_name=doing.by.name,
        ended_reason=because,
    )


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=STOCKHOLM)

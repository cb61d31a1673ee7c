"""Set, meet, move and lift deadlines, as part of other actions; nowhere else their status changes.

A date that moves is a new row in the place of the old one, so that what was due when, and why it
is so no longer, can always be told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db.models import F, Q, QuerySet

from kernel.dates import long_date
from ärenden.actions.base import Act, Doing
from ärenden.actions.reminders.closing import close_reminders, open_reminders_again
from ärenden.choices import (
    OUTSIDE_THE_CASE,
    DatePrecision,
    DeadlineCause,
    DeadlineStatus,
    Event,
    Purpose,
    ReferralStatus,
)
from ärenden.deadlines import BY_LAW, STOCKHOLM, Due, Facts, moment
from ärenden.models import Case, Deadline, Referral, Task
from ärenden.models.deadlines import STANDING
from ärenden.queries.prospects import Timetable

DONE_WITHOUT_DAY = "Det gjordes innan en ny dag var bestämd."


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
    """Write the row with its term, in the place of the open or waiting one of the same owner.

    One that the same rule counts to the same moment stands, so that its reminders do: it tells
    why in the words of today.
    """
    row.rule, row.trace = term.rule, dict(term.trace)
    rows = same_as(row)
    before = standing(rows).order_by("-id").first()
    if before and _is_reworded(before, term):
        told = {"explanation": term.explanation, "source": term.source, "trace": dict(term.trace)}
        _revise(rows.filter(pk=before.pk), doing, **told)
        return before
    if before:
        _end(rows.filter(pk=before.pk), DeadlineStatus.REPLACED, doing, because=reason)
        row.replaces, row.cause, row.reason = before, cause, reason
    row.original_due_at = before.original_due_at if before else term.at
    row.due_at, row.explanation, row.source = term.at, term.explanation, term.source
    row.set_at, row.set_by_name = doing.at, doing.by.name
    row.save()
    return row


def _is_reworded(row: Deadline, term: Term) -> bool:
    is_counted = row.rule == term.rule != ""
    return is_counted and row.status == DeadlineStatus.OPEN and row.due_at == term.at


def same_as(row: Deadline) -> QuerySet[Deadline]:
    """What the row takes the place of: a meeting has one for each rule, a case for each purpose.

    The law's year stands beside the council's own time for a decision.
    """
    rows = Deadline.objects.filter(
        case=row.case,
        meeting=row.meeting,
        submission=row.submission,
        purpose=row.purpose,
        referral=row.referral,
        task=row.task,
    )
    if row.meeting:
        return rows.filter(rule=row.rule)
    law = Q(rule__in=BY_LAW)
    return rows.filter(law) if row.rule in BY_LAW else rows.exclude(law)


def standing(rows: QuerySet[Deadline]) -> QuerySet[Deadline]:
    """Those that run, and those that wait for a meeting in place of a cancelled one."""
    return rows.filter(status__in=STANDING)


def meet_deadlines(case: Case, *purposes: Purpose, on: date, doing: Doing) -> None:
    """What was due has been done; whether in time is seen from the two dates, if it had one."""
    rows = case.deadlines.filter(purpose__in=purposes)
    _end(_open(rows), DeadlineStatus.MET, doing, met_at=_noon(on))
    waive_deadlines(rows, doing, because=DONE_WITHOUT_DAY)


def meet(rows: QuerySet[Deadline], doing: Doing, *, on: date) -> None:
    """Done that day; told again when the day is mended."""
    _end(_open(rows), DeadlineStatus.MET, doing, met_at=_noon(on))
    others = rows.filter(status=DeadlineStatus.MET).exclude(met_at=_noon(on))
    _revise(others, doing, met_at=_noon(on))


def run_out(rows: QuerySet[Deadline], doing: Doing) -> None:
    """A last moment that waits for no one, once it has passed."""
    _end(_open(rows).filter(due_at__lt=doing.at), DeadlineStatus.MET, doing, met_at=F("due_at"))


def take_up_again(rows: QuerySet[Deadline], doing: Doing) -> None:
    """What was noted as done is not, and is reminded of as before."""
    met = _locked(rows.filter(status=DeadlineStatus.MET))
    if met is None:
        return
    open_reminders_again(met)
    running = {"status": DeadlineStatus.OPEN, "ended_at": None, "ended_by_name": ""}
    _revise(met, doing, met_at=None, **running)


def meet_referral_deadline(referral: Referral, *, on: date, doing: Doing) -> None:
    """The statement came in that day; told again when the day is mended."""
    meet(referral.deadlines.all(), doing, on=on)


def waive_deadlines(rows: QuerySet[Deadline], doing: Doing, *, because: str) -> None:
    """Nothing is due any more, for a reason that stands beside it."""
    _end(standing(rows), DeadlineStatus.WAIVED, doing, because=because)


def stop_waiting(act: Act) -> None:
    """Nothing is due any more, and no statement waited for: the case ended."""
    waive_deadlines(act.case.deadlines.all(), act.doing, because=act.summary)
    open_ones = act.case.referrals.filter(status=ReferralStatus.OPEN)
    open_ones.update(status=ReferralStatus.WAIVED, reason=act.summary)


@dataclass(frozen=True, kw_only=True)
class Move:
    """Why dates are counted anew, and who did what they follow from."""

    doing: Doing
    cause: DeadlineCause
    reason: str = ""


def leave_waiting(rows: QuerySet[Deadline], move: Move) -> None:
    """No day can be told; the next meeting that is planned gives one.

    What someone wrote as a reason is not told to all who counted on the day.
    """
    because = move.reason if move.cause in OUTSIDE_THE_CASE else ""
    _end(_open(rows), DeadlineStatus.WAITING, move.doing, because=because)


def settle(case: Case, purpose: Purpose, due: Due, move: Move) -> Deadline | None:
    """The deadline as it is counted now, when that is not how it stands.

    A day that someone set does not move with meetings and closed days, nor to an earlier day.
    """
    term = counted(due)
    now = _open(same_as(Deadline(case=case, purpose=purpose, rule=due.rule.key))).first()
    is_same = now and says(now, due)
    is_by_hand = now and not now.rule and (move.cause in OUTSIDE_THE_CASE or now.due_at > term.at)
    if is_same or is_by_hand:
        return None
    return set_deadline(case, purpose, term, doing=move.doing, cause=move.cause, reason=move.reason)


def says(row: Deadline, due: Due) -> bool:
    """Does the row tell the same moment for the same reasons?"""
    return (row.due_at, row.explanation) == (due.at, due.explanation)


def set_task_deadline(task: Task, *, doing: Doing) -> None:
    """When the task is reported: on its day, or as the rules count the end of its month."""
    if task.due_on is None:
        return
    term = Term(
        at=moment(task.due_on),
        explanation=f"{task.responsible_printed} ska redovisa uppdraget {long_date(task.due_on)}.",
    )
    due = task_due(task, Timetable(task.case.organisation_id), on=doing.day)
    term = counted(due) if due else term
    set_deadline(task.case, Purpose.REPORT, term, doing=doing, task=task)


def task_due(task: Task, timetable: Timetable, *, on: date) -> Due | None:
    """As the rules of the day count the end of a month; None for what has a day of its own."""
    if task.due_on is None or task.due_precision != DatePrecision.MONTH:
        return None
    due = timetable.due(Purpose.REPORT, Facts(events={Event.ASSIGNED_TO: task.due_on}), on=on)
    return due if isinstance(due, Due) else None


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
    ended = _locked(rows)
    if ended is None:
        return
    close_reminders(ended, status, at=doing.at)
    _revise(
        ended,
        doing,
        status=status,
        met_at=met_at,
        ended_at=doing.at,
        ended_by_name=doing.by.name,
        ended_reason=because,
    )


def _locked(rows: QuerySet[Deadline]) -> QuerySet[Deadline] | None:
    """These very rows, kept from who makes or orders reminders of them meanwhile, if any."""
    found = rows.select_for_update(of=("self",), no_key=True)
    keys = list(found.values_list("pk", flat=True))
    return Deadline.objects.filter(pk__in=keys) if keys else None


def _revise(rows: QuerySet[Deadline], doing: Doing, **values: Any) -> None:
    rows.update(revision=F("revision") + 1, revised_at=doing.at, **values)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=STOCKHOLM)

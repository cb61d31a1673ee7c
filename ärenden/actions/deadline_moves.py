"""A date that someone moves or lifts, with the reason and who; the times of law stand."""

from datetime import date

from kernel.dates import full_date, long_date
from ärenden.actions.base import Act, Doing, acting
from ärenden.actions.deadlines import Term, set_deadline, waive_deadlines
from ärenden.choices import DatePrecision, DeadlineCause, DeadlineStatus, Purpose
from ärenden.deadlines import moment
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, Deadline
from ärenden.queries.rules import movable
from ärenden.workflow import Action


def move_deadline(
    *, case: Case, doing: Doing, deadline: Deadline, to: date, cause: DeadlineCause, reason: str
) -> None:
    """Another day instead, through more time or a pause; what it was counted as stays readable."""
    with acting(Action.MOVE_DEADLINE, case=case, doing=doing) as act:
        now = _open(act, deadline)
        if to <= doing.day:
            raise ActionRefused([Refusal("day_not_coming", "välj en dag efter i dag")])
        why = f"Senast {long_date(to)}: så bestämde {doing.by.name} {full_date(doing.day)}."
        set_deadline(
            act.case,
            Purpose(now.purpose),
            Term(at=moment(to), explanation=why),
            doing=doing,
            referral=now.referral,
            task=now.task,
            cause=cause,
            reason=reason.strip(),
        )
        _tell_owner(now, to)
        told = f"Fristen flyttades till {full_date(to)}: {_named(now)}"
        act.record(told, on=doing.day, reason=reason)


def waive_deadline(*, case: Case, doing: Doing, deadline: Deadline, reason: str) -> None:
    """Nothing is waited for any more; who said so and why stands beside it."""
    with acting(Action.WAIVE_DEADLINE, case=case, doing=doing) as act:
        now = _open(act, deadline)
        waive_deadlines(act.case.deadlines.filter(pk=now.pk), doing, because=reason.strip())
        act.record(f"Fristen gäller inte längre: {_named(now)}", on=doing.day, reason=reason)


def _open(act: Act, deadline: Deadline) -> Deadline:
    rows = movable(act.case.deadlines.all()).select_related("referral", "task")
    found = rows.filter(pk=deadline.pk, status=DeadlineStatus.OPEN).first()
    if found is None:
        raise ActionRefused([Refusal("deadline_ended", "fristen löper inte längre; välj en annan")])
    return found


def _tell_owner(deadline: Deadline, to: date) -> None:
    """A remiss and an uppdrag tell their last day themselves, too."""
    if deadline.referral:
        deadline.referral.due_on = to
        deadline.referral.save(update_fields=["due_on"])
    if deadline.task:
        deadline.task.due_on, deadline.task.due_precision = to, DatePrecision.DAY
        deadline.task.save(update_fields=["due_on", "due_precision"])


def _named(deadline: Deadline) -> str:
    label = Purpose(deadline.purpose).label.lower()
    return f"{label} ({deadline.whom})" if deadline.whom else label

"""Set, meet and lift the deadlines of a case, as part of other actions."""

from datetime import date, datetime, time

from meetings.models import Meeting
from ärenden.choices import (
    CaseType,
    DeadlinePurpose,
    DeadlineStatus,
    Event,
    Purpose,
    ReferralStatus,
)
from ärenden.deadlines import STOCKHOLM, Due, Facts
from ärenden.models import Case, Deadline, Referral
from ärenden.queries.prospects import meetings_from, planned, when_due


def set_deadline(
    case: Case,
    purpose: DeadlinePurpose,
    *,
    at: datetime,
    explanation: str,
    source: str = "",
    referral: Referral | None = None,
) -> None:
    """The one open deadline of a purpose; an earlier open one stands as replaced."""
    open_ones = case.deadlines.filter(
        purpose=purpose, referral=referral, status=DeadlineStatus.OPEN
    )
    first = open_ones.first()
    open_ones.update(status=DeadlineStatus.REPLACED, moved_reason=explanation)
    Deadline.objects.create(
        case=case,
        purpose=purpose,
        referral=referral,
        original_due_at=first.original_due_at if first else at,
        due_at=at,
        explanation=explanation,
        source=source,
    )


def meet_deadlines(case: Case, purpose: DeadlinePurpose, *, on: date) -> None:
    """What was due has been done; whether in time is seen from the two dates."""
    open_ones = case.deadlines.filter(purpose=purpose, status=DeadlineStatus.OPEN)
    open_ones.update(status=DeadlineStatus.MET, met_at=_noon(on))


def meet_referral_deadline(referral: Referral, *, on: date) -> None:
    """The statement came in that day; told again when the day is mended."""
    waited_for = Deadline.objects.filter(
        referral=referral, status__in=(DeadlineStatus.OPEN, DeadlineStatus.MET)
    )
    waited_for.update(status=DeadlineStatus.MET, met_at=_noon(on))


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=STOCKHOLM)


def stop_waiting(case: Case, *, because: str) -> None:
    """Nothing is due any more, and no statement waited for: the case ended."""
    case.deadlines.filter(status=DeadlineStatus.OPEN).update(status=DeadlineStatus.WAIVED)
    open_ones = case.referrals.filter(status=ReferralStatus.OPEN)
    open_ones.update(status=ReferralStatus.WAIVED, reason=because)


def set_answer_deadline(
    case: Case, event: Event, *, on: date | None, chosen: Meeting | None
) -> None:
    """At the chosen meeting, else as the rules count from what happened; none while unknown."""
    facts = Facts(
        case_type=CaseType(case.case_type),
        events={event: on} if on else {},
        meetings=meetings_from(case.decider, on=on) if on else (),
        chosen=planned(chosen, chosen.held_on) if chosen and chosen.held_on else None,
    )
    due = when_due(Purpose.ANSWER, facts, on=case.registered_on)
    if isinstance(due, Due) and due.meeting:
        case.target_meeting_id = due.meeting.id
        _set_as_counted(case, DeadlinePurpose.ANSWER, due)


def set_year_deadline(case: Case, *, raised_on: date) -> None:
    """A motion or medborgarförslag is decided, or reported, within one year (KL 5:35, 6:34)."""
    facts = Facts(case_type=CaseType(case.case_type), events={Event.RAISED: raised_on})
    due = when_due(Purpose.DECIDE, facts, on=case.registered_on)
    if isinstance(due, Due):
        _set_as_counted(case, DeadlinePurpose.DECISION, due)


def _set_as_counted(case: Case, purpose: DeadlinePurpose, due: Due) -> None:
    set_deadline(case, purpose, at=due.at, explanation=due.explanation, source=due.source)

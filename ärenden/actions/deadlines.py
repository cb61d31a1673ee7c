"""Set, meet and lift the deadlines of a case, as part of other actions."""

from datetime import date, datetime, time

from kernel.text import in_sentence
from meetings.choices import MeetingKind, MeetingStatus
from meetings.models import Meeting
from ärenden.choices import CaseType, DeadlinePurpose, DeadlineStatus, ReferralStatus
from ärenden.deadlines import STOCKHOLM
from ärenden.deadlines.plain import (
    Due,
    answer_due,
    answer_due_as_decided,
    motion_due,
)
from ärenden.models import Case, Deadline, Referral


def set_deadline(
    case: Case, purpose: DeadlinePurpose, due: Due, *, referral: Referral | None = None
) -> Deadline:
    """The one open deadline of a purpose; an earlier open one stands as replaced."""
    open_ones = case.deadlines.filter(
        purpose=purpose, referral=referral, status=DeadlineStatus.OPEN
    )
    first = open_ones.first()
    open_ones.update(status=DeadlineStatus.REPLACED, moved_reason=due.explanation)
    return Deadline.objects.create(
        case=case,
        purpose=purpose,
        referral=referral,
        original_due_at=first.original_due_at if first else due.at,
        due_at=due.at,
        explanation=due.explanation,
        source=due.source,
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
    case: Case, *, after: date | None, because: str, chosen: Meeting | None
) -> None:
    """Due at the chosen meeting, else the next ordinary one; nothing while none is planned.

    `because` says what happened on the day `after`: `fick ställas`, or `bordlades`.
    """
    target = chosen or next_ordinary_meeting(case, after=after or case.registered_on)
    if target is None or target.held_on is None:
        return
    body, day = in_sentence(target.body.name), target.held_on
    if chosen is not None and day != after:
        due = answer_due_as_decided(body=body, meeting=day, decided=after, because=because)
    else:
        due = answer_due(body=body, meeting=day, after=after, because=because)
    case.target_meeting = target
    set_deadline(case, DeadlinePurpose.ANSWER, due)


def next_ordinary_meeting(case: Case, *, after: date) -> Meeting | None:
    planned = Meeting.objects.filter(
        body=case.decider, kind=MeetingKind.ORDINARY, held_on__gt=after
    )
    return planned.exclude(status=MeetingStatus.CANCELLED).order_by("held_on").first()


def set_motion_deadline(case: Case, *, raised_on: date) -> Deadline:
    return set_deadline(
        case, DeadlinePurpose.DECISION, motion_due(raised_on, case_type=CaseType(case.case_type))
    )

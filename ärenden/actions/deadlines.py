"""Set, meet and lift the deadlines of a case, as part of other actions."""

from datetime import date, datetime, time

from meetings.choices import MeetingKind, MeetingStatus
from meetings.models import Meeting
from ärenden.choices import DeadlinePurpose, DeadlineStatus
from ärenden.deadlines.plain import STOCKHOLM, Due, answer_due, motion_due
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
    met_at = datetime.combine(on, time(12), tzinfo=STOCKHOLM)
    open_ones = case.deadlines.filter(purpose=purpose, status=DeadlineStatus.OPEN)
    open_ones.update(status=DeadlineStatus.MET, met_at=met_at)


def lift_deadlines(case: Case) -> None:
    """Nothing is due any more: the case was withdrawn, refused or annulled."""
    case.deadlines.filter(status=DeadlineStatus.OPEN).update(status=DeadlineStatus.WAIVED)


def set_answer_deadline(
    case: Case, *, permitted: date | None, meeting: Meeting | None
) -> Deadline | None:
    """Due at the named meeting, else the next ordinary one; None while no meeting is planned."""
    after = permitted or case.registered_on
    target = meeting or next_ordinary_meeting(case, after=after)
    if target is None or target.held_on is None:
        return None
    name = case.body.name.lower()
    due = answer_due(body=name, meeting=target.held_on, permitted=permitted)
    case.target_meeting = target
    return set_deadline(case, DeadlinePurpose.ANSWER, due)


def next_ordinary_meeting(case: Case, *, after: date) -> Meeting | None:
    planned = Meeting.objects.filter(
        body=case.body_id, kind=MeetingKind.ORDINARY, held_on__gt=after
    )
    return planned.exclude(status=MeetingStatus.CANCELLED).order_by("held_on").first()


def set_motion_deadline(case: Case, *, raised_on: date) -> Deadline:
    return set_deadline(case, DeadlinePurpose.DECISION, motion_due(raised_on))

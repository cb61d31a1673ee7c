"""Meetings with what they take up and what they decided, as far as the one asking may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Prefetch, Q, QuerySet

from accounts.models import User
from meetings.choices import MeetingStatus
from meetings.models import Meeting
from parties.models import Organisation
from ärenden import access
from ärenden.models import AgendaItem, Decision, PointOutcome


@dataclass(frozen=True)
class MeetingRecord:
    meeting: Meeting
    agenda: Sequence[AgendaItem]
    decisions: Sequence[Decision]


def meetings_of(organisation: Organisation, *, user: User, on: date) -> QuerySet[Meeting]:
    """The organisation's meetings, with how many visible cases stand on each list."""
    visible = access.visible_to(user, on=on)
    listed = Count(
        "agenda__case",
        filter=Q(agenda__removed_reason="", agenda__case__in=visible.values("pk")),
        distinct=True,
    )
    meetings = Meeting.objects.filter(body__organisation=organisation).select_related("body")
    return meetings.annotate(case_count=listed)


def coming(meetings: QuerySet[Meeting], *, today: date) -> QuerySet[Meeting]:
    """Today's and later ones, the nearest first."""
    ahead = meetings.filter(held_on__gte=today).exclude(status=MeetingStatus.CANCELLED)
    return ahead.order_by("held_on", "starts_at", "pk")


def past(meetings: QuerySet[Meeting], *, today: date) -> QuerySet[Meeting]:
    """Earlier ones, the latest first; those of an unknown day stand last."""
    gone = meetings.filter(Q(held_on__lt=today) | Q(held_on__isnull=True))
    return gone.order_by(F("held_on").desc(nulls_last=True), "-pk")


def meeting_record_of(meeting: Meeting, *, user: User, on: date) -> MeetingRecord:
    """The meeting's list and its decisions; cases that may not be seen leave no trace."""
    visible = access.visible_to(user, on=on).values("pk")
    agenda = meeting.agenda.filter(removed_reason="", case__in=visible).select_related("case")
    decisions = meeting.decisions.filter(case__in=visible).select_related(
        "case", "minutes_item", "target_body"
    )
    ordered = decisions.order_by(F("minutes_item__number").asc(nulls_last=True), "pk")
    outcomes = Prefetch("point_outcomes", PointOutcome.objects.select_related("point"))
    return MeetingRecord(meeting, list(agenda), list(ordered.prefetch_related(outcomes)))

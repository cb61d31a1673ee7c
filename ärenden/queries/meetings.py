"""Meetings with what they take up and what they decided, as far as the one asking may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from accounts.models import User
from accounts.roles import Verb
from meetings.choices import MeetingStatus
from meetings.models import Meeting
from parties.models import Organisation
from ärenden import access
from ärenden.models import AgendaItem, Case, CaseEvent, Deadline, Decision, PointOutcome
from ärenden.workflow import Action


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
    agenda = list_of(meeting, user=user, on=on)
    decisions = meeting.decisions.filter(case__in=visible).select_related(
        "case", "minutes_item", "target_body"
    )
    ordered = decisions.order_by(F("minutes_item__number").asc(nulls_last=True), "pk")
    outcomes = Prefetch("point_outcomes", PointOutcome.objects.select_related("point"))
    return MeetingRecord(meeting, list(agenda), list(ordered.prefetch_related(outcomes)))


def list_of(meeting: Meeting, *, user: User, on: date) -> QuerySet[AgendaItem]:
    """The meeting's list, each item with what is `noted` of its case from the meeting.

    `may_note` tells whether the account may note what a meeting did in that case.
    """
    visible = access.visible_to(user, on=on).values("pk")
    from_here = CaseEvent.objects.filter(case=OuterRef("case"), data__meeting=meeting.pk)
    open_to = access.open_to(user, Verb.MEETING, on=on).filter(pk=OuterRef("case"))
    items = meeting.agenda.filter(removed_reason="", case__in=visible)
    return items.select_related("case", "meeting").annotate(
        noted=ArraySubquery(from_here.values("action")), may_note=Exists(open_to)
    )


def own_times(meeting: Meeting) -> Sequence[Deadline]:
    """What is to be done for the meeting, and the last moments that come with it."""
    return list(meeting.deadlines.all())


def meeting_of_event(event: CaseEvent) -> Meeting:
    """The meeting that an event was noted with."""
    return Meeting.objects.select_related("body").get(pk=event.data["meeting"])


def last_sitting(case: Case) -> CaseEvent | None:
    """What a meeting did last in the case, as far as it is recorded."""
    ahead = (Action.ANNOUNCE, Action.SCHEDULE, Action.TAKE_OFF)
    return case.events.filter(data__has_key="meeting").exclude(action__in=ahead).first()

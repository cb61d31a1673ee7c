"""What waits at someone's desk: cases with all that the rules of duties ask, in few queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BigIntegerField,
    Exists,
    JSONField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models import Case as Choice
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, JSONObject
from django.utils import timezone

from accounts.models import User
from accounts.roles import Verb
from meetings.choices import MeetingStatus
from meetings.models import Meeting
from parties.models import Organisation
from ärenden import access
from ärenden.choices import (
    AgendaKind,
    AnswerState,
    Capacity,
    DeadlineStatus,
    Purpose,
    State,
    TaskStatus,
)
from ärenden.models import (
    AgendaItem,
    AgentSnapshot,
    Answer,
    Case,
    CaseEvent,
    Deadline,
    Reservation,
    Submission,
    Task,
    TimeRequest,
)
from ärenden.queries.colleagues import with_cover
from ärenden.queries.motion_reports import not_told
from ärenden.queries.prospects import Timetable
from ärenden.queries.rules import NO_RULES, rules_told
from ärenden.queries.secrecy import Withheld, withheld_names
from ärenden.queries.snapshots import snapshot_from, with_facts
from ärenden.workflow.agenda import is_noted
from ärenden.workflow.matters import Clock, Errand, Gathering, Listed, Matter, Plea
from ärenden.workflow.steps import OPEN

# What stands in the case's own query, as JSON.
CLOCK = {
    "purpose": "purpose",
    "due_at": "due_at",
    "explanation": "explanation",
    "whom": "referral__recipient_printed",
}
ERRAND = {"responsible": "responsible_printed", "text": "text", "due_on": "due_on"}
PLEA = {"by": "asked_by_name", "asked_at": "asked_at", "until": "proposed_on"}
WORK = (Verb.REGISTER, Verb.PREPARE, Verb.MEETING, Verb.ANSWER)


@dataclass(frozen=True, kw_only=True)
class OnDesk:
    """A case with what the rules see of it."""

    case: Any
    matter: Matter


def cases_on_desk(
    user: User, organisation: Organisation, *, on: date, everyones: bool
) -> QuerySet[Case]:
    """Cases that something may wait in: the account's own, or all that it may work in."""
    if everyones:
        cases = access.open_to(user, Verb.PREPARE, on=on)
    else:
        cases = access.visible_to(user, on=on).filter(access.on_desk_of(user, on=on))
    awaited = Reservation.objects.filter(decision__case=OuterRef("pk"), awaits_text=True)
    untold = Deadline.objects.filter(
        case=OuterRef("pk"), purpose=Purpose.NOTIFY, status=DeadlineStatus.OPEN
    )
    alive = (
        Q(state__in=OPEN)
        | Q(state=State.ANSWERED, answer_state=AnswerState.RECEIVED)
        | Q(Exists(Task.objects.filter(case=OuterRef("pk"), status=TaskStatus.OPEN)))
        | Q(Exists(awaited))
        | Q(Exists(untold))
    )
    return cases.filter(alive, organisation=organisation)


def on_desk(
    cases: QuerySet[Case], *, user: User, next_meetings: Mapping[int, Meeting], on: date
) -> list[OnDesk]:
    """The cases and their matters: three or four queries, however many they are."""
    told = access.with_verbs(with_cover(with_facts(cases, on=on), on=on), user, WORK, on=on)
    rows: list[Any] = list(_with_days(told).select_related("handler", "body", "deciding_body"))
    around = _Around(rows)
    return [
        OnDesk(case=row, matter=_matter(row, around, next_meetings.get(row.decider.pk)))
        for row in rows
    ]


def meetings_ahead(user: User, organisation: Organisation, *, on: date) -> dict[int, list[Any]]:
    """Each body's coming meetings, the nearest first, with the `kinds` of what stands on them.

    `reports` are the body's motionsbalanser of which it is not noted that they were told. The
    first of all tells the rules of the organisation.
    """
    planned = Meeting.objects.filter(body__organisation=organisation, held_on__gte=on)
    rows = planned.exclude(status=MeetingStatus.CANCELLED).select_related("body")
    visible = access.visible_to(user, on=on).values("pk")
    listed = AgendaItem.objects.filter(meeting=OuterRef("pk"), removed_reason="", case__in=visible)
    ordered = rows.order_by("held_on", "starts_at", "pk")
    first = When(pk=Subquery(ordered.values("pk")[:1]), then=rules_told("body__organisation"))
    told = ordered.annotate(
        kinds=ArraySubquery(listed.values("kind")),
        reports=not_told(),
        told_rules=Choice(first, output_field=JSONField()),
    )
    return _grouped((row.body_id, row) for row in told)


def timetable_of(organisation: Organisation, ahead: Mapping[int, Sequence[Any]]) -> Timetable:
    """What the dates of the coming meetings are counted by; the defaults while none is planned."""
    told = (row.told_rules for rows in ahead.values() for row in rows if row.told_rules)
    return Timetable(organisation.pk, told=next(told, NO_RULES))


def gathering(meeting: Meeting) -> Gathering:
    """A meeting of a known day, for the rules."""
    return Gathering(key=str(meeting.public_id), body=meeting.body.name, day=day_of(meeting))


def day_of(meeting: Meeting) -> date:
    if meeting.held_on is None:
        raise ValueError(meeting)
    return meeting.held_on


def _with_days(cases: QuerySet[Case, Any]) -> QuerySet[Case, Any]:
    mine = {"case": OuterRef("pk")}
    came = Answer.objects.filter(is_received=True, handed_over_on=None, **mine)
    taken_back = Submission.objects.filter(withdrawn_at__isnull=False, **mine)
    plea = TimeRequest.objects.filter(settled_at=None, **mine)
    deadlines = Deadline.objects.filter(status=DeadlineStatus.OPEN, **mine)
    tasks = Task.objects.filter(status=TaskStatus.OPEN, **mine)
    return cases.annotate(
        clocks=ArraySubquery(deadlines.values(told=JSONObject(**CLOCK))),
        errands=ArraySubquery(tasks.values(told=JSONObject(**ERRAND))),
        answer_came_on=Subquery(came.values("received_on")[:1]),
        taken_back_at=Subquery(taken_back.values("withdrawn_at")[:1]),
        plea=Subquery(plea.values(told=JSONObject(**PLEA))[:1]),
    ).order_by("registered_on", "pk")


class _Around:
    """Rows around many cases, one query a kind, under the case's key."""

    def __init__(self, cases: Sequence[Case]) -> None:
        keys = [case.pk for case in cases]
        self.cases, self.lists = cases, _grouped(_lists(keys))
        self.answerers: dict[int, str] = {}
        self.silent: dict[int, list[tuple[str, date | None]]] = defaultdict(list)
        for agent in _agents(keys):
            if agent.reservation:
                decision = agent.reservation.decision
                self.silent[decision.case_id].append((str(agent), decision.decided_on))
            elif agent.case_id:  # the answerer is named after the one asked, and takes her place
                self.answerers[agent.case_id] = str(agent)

    @cached_property
    def withheld(self) -> Withheld:
        """Asked for only when a name stands as it was written then."""
        return withheld_names(self.cases[0].organisation_id)


def _grouped(rows: Iterable[tuple[int, Any]]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for case, row in rows:
        found[case].append(row)
    return found


def _lists(cases: Sequence[int]) -> Iterable[tuple[int, Listed]]:
    """Where the cases stand, and whether the minutes of that meeting have been entered."""
    meeting = Cast(KeyTextTransform("meeting", "data"), BigIntegerField())
    events = CaseEvent.objects.annotate(meeting_id=meeting)
    from_there = events.filter(case=OuterRef("case"), meeting_id=OuterRef("meeting_id"))
    rows = AgendaItem.objects.filter(
        case__in=cases, removed_reason="", meeting__held_on__isnull=False
    ).exclude(meeting__status=MeetingStatus.CANCELLED)
    told = rows.select_related("meeting__body").annotate(
        noted=ArraySubquery(from_there.values("action"))
    )
    for row in told.order_by("meeting__held_on", "position"):
        kind = AgendaKind(row.kind)
        listed = Listed(
            meeting=gathering(row.meeting), kind=kind, is_noted=is_noted(kind, row.noted)
        )
        yield row.case_id, listed


def _agents(cases: Sequence[int]) -> QuerySet[AgentSnapshot]:
    answering = Q(case__in=cases, capacity__in=(Capacity.ADDRESSEE, Capacity.ANSWERER))
    silent = Q(reservation__decision__case__in=cases, reservation__awaits_text=True)
    rows = AgentSnapshot.objects.filter(answering | silent)
    return rows.select_related("person", "reservation__decision").order_by("capacity", "pk")


def _clock(told: Mapping[str, str]) -> Clock:
    return Clock(
        purpose=Purpose(told["purpose"]),
        day=_local(told["due_at"]),
        explanation=told["explanation"],
        whom=told["whom"] or "",
    )


def _errand(told: Mapping[str, str]) -> Errand:
    due = told["due_on"]
    return Errand(
        responsible=told["responsible"],
        text=told["text"],
        due_on=date.fromisoformat(due) if due else None,
    )


def _plea(told: Mapping[str, str], withheld: Withheld) -> Plea:
    return Plea(
        by=withheld.told(told["by"]),
        asked_on=_local(told["asked_at"]),
        until=date.fromisoformat(told["until"]),
    )


def _local(instant: str) -> date:
    return timezone.localdate(datetime.fromisoformat(instant))


def _matter(row: Any, around: _Around, meeting: Meeting | None) -> Matter:
    return Matter(
        snapshot=snapshot_from(row, vars(row)),
        verbs=frozenset(verb for verb in WORK if getattr(row, f"may_{verb}")),
        registered_on=row.registered_on,
        raised_on=row.raised_on,
        answerer=around.answerers.get(row.pk, ""),
        answer_came_on=row.answer_came_on,
        taken_back_on=row.taken_back_at and timezone.localdate(row.taken_back_at),
        plea=_plea(row.plea, around.withheld) if row.plea else None,
        next_meeting=gathering(meeting) if meeting else None,
        clocks=tuple(map(_clock, row.clocks)),
        lists=tuple(around.lists[row.pk]),
        errands=tuple(map(_errand, row.errands)),
        silent_reservations=tuple(around.silent[row.pk]),
    )

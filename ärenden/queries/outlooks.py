"""Which meeting an open case comes to, for the solver: what it will miss, and what comes next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import Coalesce, JSONObject
from django.utils import timezone

from kernel.text import in_sentence
from meetings.choices import MeetingKind, MeetingStatus
from meetings.models import Meeting
from parties.models import Body
from ärenden import deadlines
from ärenden.choices import (
    AgendaKind,
    CaseType,
    Event,
    Occasion,
    Purpose,
    State,
)
from ärenden.deadlines import Ageing, Facts, Miss, OpenCase
from ärenden.models import AgendaItem, Case, Deadline
from ärenden.queries.desk import OnDesk
from ärenden.queries.prospects import Timetable, planned
from ärenden.workflow.asked import BEFORE_THE_MEETING
from ärenden.workflow.duties import YEAR_IS_NEAR
from ärenden.workflow.steps import ASKED, CITIZEN, MOTION, OPEN

TOLD_OF = ASKED | MOTION | CITIZEN
NOT_PUT = frozenset({State.REGISTERED, State.ANNOUNCED})
PUTTING = frozenset({AgendaKind.PERMISSION, AgendaKind.ANNOUNCEMENT})
Kinds = Mapping[int, Sequence[str]]


def coming_gathered(*, on: date) -> ArraySubquery:
    """For queries of cases: the decider's coming meetings, with the `kinds` the case has there."""
    decider = Coalesce(OuterRef("deciding_body"), OuterRef("body"))
    rows = Meeting.objects.filter(body=decider, held_on__gte=on)
    mine = AgendaItem.objects.filter(
        meeting=OuterRef("pk"), case=OuterRef(OuterRef("pk")), removed_reason=""
    )
    facts = JSONObject(
        id="pk",
        held_on="held_on",
        starts_at="starts_at",
        kind="kind",
        kinds=ArraySubquery(mine.values("kind")),
    )
    standing = rows.exclude(status=MeetingStatus.CANCELLED).order_by("held_on", "starts_at", "pk")
    return ArraySubquery(standing.values(told=facts))


def outlook_of(
    case: Case,
    *,
    coming: Sequence[Mapping[str, Any]],
    running: Sequence[Deadline],
    timetable: Timetable,
    now: datetime,
) -> str:
    """What comes next in the case and by when; empty while its meetings are not planned.

    `coming` is what `coming_gathered` found. A motion whose year's clock is not `running` has been
    reported, or was never raised.
    """
    if case.state not in OPEN or case.case_type not in TOLD_OF:
        return ""
    meetings = {row["id"]: _as_planned(row, case.decider) for row in coming}
    days = {Purpose(row.purpose): timezone.localdate(row.due_at) for row in running}
    kinds = {row["id"]: row["kinds"] for row in coming}
    known = open_case(case, meetings, kinds=kinds, days=days)
    rules, calendar = timetable.rules(case.came_on), timetable.calendar
    if case.state in NOT_PUT and Occasion.PUT not in known.facts.occasions:
        reached = deadlines.next_meeting(
            rules,
            CaseType(case.case_type),
            now=min(known.handed_in_at or now, now),
            meetings=known.facts.meetings,
            calendar=calendar,
        )
        known = _put_at(known, reached.meeting) if reached else known
    if Purpose.DECIDE not in days:
        known = replace(known, done=known.done | {Purpose.DECIDE})
    return deadlines.outlook(rules, known, now=now, calendar=calendar)


def warnings_of(
    each: OnDesk, ahead: Sequence[Meeting], *, timetable: Timetable, now: datetime
) -> Iterator[Miss | Ageing]:
    """What the case is too late for, and the year that ends with hardly a meeting left.

    A case that is on no list yet is held against the next meeting.
    """
    case, matter = each.case, each.matter
    keys = {str(row.public_id): row.pk for row in ahead}
    kinds: dict[int, list[str]] = {}
    for listed in matter.lists:
        if listed.meeting.key in keys:
            kinds.setdefault(keys[listed.meeting.key], []).append(listed.kind)
    meetings = {row.pk: planned(row, row.held_on) for row in ahead if row.held_on}
    days = {clock.purpose: clock.day for clock in matter.clocks}
    known = open_case(case, meetings, kinds=kinds, days=days)
    today = timezone.localdate(now)
    ordinary = known.facts.ordinary_meetings(since=today)
    if case.state in NOT_PUT and Occasion.PUT not in known.facts.occasions and ordinary:
        known = _put_at(known, ordinary[0])
    rules, calendar = timetable.rules(case.came_on), timetable.calendar
    yield from deadlines.misses(rules, [known], now=now, calendar=calendar)
    if matter.clock(Purpose.DECIDE):
        for old in deadlines.ageing([known], now=now, calendar=calendar):
            if _is_certain(old, known, today):
                yield old


def _is_certain(old: Ageing, known: OpenCase, today: date) -> bool:
    """Few meetings are left, not only few that are planned as yet."""
    is_planned_past = any(meeting.day > old.due.day for meeting in known.facts.meetings)
    return is_planned_past or old.due.day <= today + YEAR_IS_NEAR


def _as_planned(row: Mapping[str, Any], body: Body) -> deadlines.Meeting:
    starts = row["starts_at"]
    return deadlines.Meeting(
        day=date.fromisoformat(row["held_on"]),
        starts=time.fromisoformat(starts) if starts else None,
        body=in_sentence(body.name),
        is_ordinary=row["kind"] == MeetingKind.ORDINARY,
        id=row["id"],
    )


def open_case(
    case: Case,
    meetings: Mapping[int, deadlines.Meeting],
    *,
    kinds: Kinds,
    days: Mapping[Purpose, date],
) -> OpenCase:
    """The case as the solver knows it, over the coming meetings of the body that decides.

    `days` are those of its deadlines that run.
    """
    put = next((meetings[key] for key, each in kinds.items() if PUTTING & {*each}), None)
    heard = next((meetings[key] for key, each in kinds.items() if AgendaKind.ANSWER in each), None)
    heard = heard or meetings.get(case.target_meeting_id or 0)
    occasions = {}
    if case.state in NOT_PUT and put:
        occasions[Occasion.PUT] = put
    elif case.state not in NOT_PUT and case.case_type in ASKED and heard:
        occasions[Occasion.ANSWERED] = heard
    facts = Facts(
        case_type=CaseType(case.case_type),
        events={Event.RAISED: case.raised_on} if case.raised_on else {},
        occasions=occasions,
        meetings=tuple(meetings.values()),
    )
    return OpenCase(
        id=case.pk,
        facts=facts,
        handed_in_at=case.handed_in_at,
        done=_done(case, days),
        days=days,
    )


def _put_at(known: OpenCase, meeting: deadlines.Meeting) -> OpenCase:
    occasions = {**known.facts.occasions, Occasion.PUT: meeting}
    return replace(known, facts=replace(known.facts, occasions=occasions))


def _done(case: Case, days: Mapping[Purpose, date]) -> frozenset[Purpose]:
    """What needs no warning: an unknown arrival is not held against anyone.

    Nor is a deadline of a permitted case that was lifted, so that it runs no longer.
    """
    done = set() if case.handed_in_at else {Purpose.HAND_IN}
    done |= {each for each, come in BEFORE_THE_MEETING.items() if case.answer_state in come}
    lifted = BEFORE_THE_MEETING.keys() - days.keys() if case.is_permitted else set()
    return frozenset(done | lifted)

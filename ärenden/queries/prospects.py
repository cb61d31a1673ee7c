"""When something is to be done: an organisation's rules over the meetings that are planned."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from itertools import chain
from typing import Any

from django.utils import timezone

from kernel.text import in_sentence
from meetings.choices import MeetingKind, MeetingStatus
from meetings.models import Meeting
from parties.models import Body
from ärenden import deadlines
from ärenden.choices import CaseType, Event, Purpose, Route
from ärenden.deadlines import Due, Facts, Prospect, Result
from ärenden.deadlines.shapes import AtMeeting
from ärenden.models import Case
from ärenden.queries.rules import adopted, calendar_of, calendar_told, pure, sets_told


def planned(meeting: Meeting, on: date) -> deadlines.Meeting:
    """A meeting as the rules know it; `on` is its day."""
    return deadlines.Meeting(
        day=on,
        starts=meeting.starts_at,
        body=in_sentence(meeting.body.name),
        is_ordinary=meeting.kind == MeetingKind.ORDINARY,
        id=meeting.pk,
    )


def route_of(case: Case) -> Route:
    """Who prepares it: the board, until it is sent on a remiss."""
    return Route.REFERRED if case.referrals.exists() else Route.EXECUTIVE


class Timetable:
    """What an organisation's dates are counted by; each part is asked for once, when needed.

    Rules and closed days that came `told` (`rules_told`) are not asked for again.
    """

    def __init__(self, organisation: int, *, told: Mapping[str, Any] | None = None) -> None:
        self.organisation, self.told = organisation, told
        self._meetings: dict[int, tuple[deadlines.Meeting, ...]] = {}

    @cached_property
    def calendar(self) -> deadlines.Calendar:
        return calendar_told(self.told) if self.told else calendar_of(self.organisation)

    @cached_property
    def _sets(self) -> list[deadlines.RuleSet]:
        if self.told:
            return sets_told(self.told)
        return [pure(row) for row in adopted(self.organisation).order_by("period")]

    def rules(self, day: date) -> deadlines.RuleSet:
        """The set in force on the day; before the first one, that one; the default without any."""
        first = self._sets[0] if self._sets else deadlines.default_rules(day)
        return deadlines.in_force(self._sets, day) or first

    def types_at_meetings(self, purpose: Purpose) -> frozenset[CaseType]:
        """Those for which a rule, new or old, sets a meeting and not so many days."""
        rules = (rule for each in self._sets for rule in each.rules if rule.purpose == purpose)
        found = (rule.case_types for rule in rules if isinstance(rule.shape, AtMeeting))
        return frozenset(chain.from_iterable(found))

    def meetings(self, body: Body) -> tuple[deadlines.Meeting, ...]:
        """Every meeting of the body whose day is known, the cancelled ones aside."""
        if body.pk not in self._meetings:
            rows = body.meetings.exclude(status=MeetingStatus.CANCELLED).select_related("body")
            self._meetings[body.pk] = tuple(
                planned(row, row.held_on) for row in rows.order_by("held_on") if row.held_on
            )
        return self._meetings[body.pk]

    def due(self, purpose: Purpose, facts: Facts, *, on: date) -> Result | None:
        """The first day that a rule of the day, or the law, gives; else why it does not.

        None when no rule is about it.
        """
        found = self.results(purpose, facts, on=on)
        return next((each for each in found if isinstance(each, Due)), next(iter(found), None))

    def results(self, purpose: Purpose, facts: Facts, *, on: date) -> list[Result]:
        """What every rule of the day, and the law, gives."""
        own = self.rules(on)
        rules = (
            deadlines.rules_of_case(own, facts.case_type, facts.route)
            if facts.case_type
            else own.rules_for(None, None)
        )
        about = (rule for rule in rules if rule.purpose == purpose)
        return [deadlines.evaluate(rule, facts, self.calendar) for rule in about]


def facts_at(
    case: Case,
    timetable: Timetable,
    *,
    events: Mapping[Event, date | None] | None = None,
    chosen: Meeting | None = None,
    route: Route | None = None,
) -> Facts:
    """What is known of the case: when it came and was raised, and the meetings of its decider.

    `events` are what else has happened in it, or another day for the same; `chosen` is the meeting
    that the council itself set for the answer.
    """
    days = {
        Event.HANDED_IN: case.came_on,
        Event.RECEIVED: case.came_on,
        Event.RAISED: case.raised_on,
        **(events or {}),
    }
    return Facts(
        case_type=CaseType(case.case_type),
        route=route,
        events={event: day for event, day in days.items() if day},
        meetings=timetable.meetings(case.decider),
        chosen=planned(chosen, chosen.held_on) if chosen and chosen.held_on else None,
    )


class Prospects:
    """The coming meetings of a body, asked for once, for texts of every type."""

    def __init__(self, body: Body, *, now: datetime, timetable: Timetable | None = None) -> None:
        self.body, self.now = body, now
        self.timetable = timetable or Timetable(body.organisation_id)

    def of(self, case_type: CaseType) -> Prospect | None:
        """None while no ordinary meeting is planned that can still be reached."""
        return deadlines.next_meeting(
            self.timetable.rules(timezone.localdate(self.now)),
            case_type,
            now=self.now,
            meetings=self.timetable.meetings(self.body),
            calendar=self.timetable.calendar,
        )


def statement_due(case: Case, *, sent_on: date) -> Due | None:
    """When a statement asked for on the day is to be in, as the council's rules have it."""
    timetable = Timetable(case.organisation_id)
    facts = facts_at(case, timetable, events={Event.REFERRED: sent_on}, route=Route.REFERRED)
    found = timetable.due(Purpose.STATEMENT, facts, on=case.came_on)
    return found if isinstance(found, Due) else None

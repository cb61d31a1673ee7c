"""When something is to be done: the rules of the day over the meetings that are planned."""

from datetime import date, datetime

from django.utils import timezone

from kernel.text import in_sentence
from meetings.choices import MeetingKind
from meetings.models import Meeting
from parties.models import Body
from ärenden import deadlines
from ärenden.choices import CaseType, Purpose
from ärenden.deadlines import Facts, Prospect, Result
from ärenden.queries.offers import coming_meetings


def planned(meeting: Meeting, on: date) -> deadlines.Meeting:
    """A meeting as the rules know it; `on` is its day."""
    return deadlines.Meeting(
        day=on,
        starts=meeting.starts_at,
        body=in_sentence(meeting.body.name),
        is_ordinary=meeting.kind == MeetingKind.ORDINARY,
        id=meeting.pk,
    )


def meetings_from(body: Body, *, on: date) -> tuple[deadlines.Meeting, ...]:
    """Those of the body from the day on, the cancelled ones aside."""
    rows = coming_meetings(body, on=on)
    return tuple(planned(row, row.held_on) for row in rows if row.held_on)


def when_due(purpose: Purpose, facts: Facts, *, on: date) -> Result | None:
    """What the rules of the day, and the law, say; None when no rule is about it."""
    if facts.case_type is None:
        return None
    rules = deadlines.rules_of_case(deadlines.default_rules(on), facts.case_type, facts.route)
    rule = next((rule for rule in rules if rule.purpose == purpose), None)
    return deadlines.evaluate(rule, facts, deadlines.Calendar()) if rule else None


class Prospects:
    """The coming meetings of a body, asked for once, for texts of every type."""

    def __init__(self, body: Body, *, now: datetime) -> None:
        self.now = now
        today = timezone.localdate(now)
        self.rules = deadlines.default_rules(today)
        self.meetings = meetings_from(body, on=today)

    def of(self, case_type: CaseType) -> Prospect | None:
        """None while no ordinary meeting is planned that can still be reached."""
        return deadlines.next_meeting(
            self.rules,
            case_type,
            now=self.now,
            meetings=self.meetings,
            calendar=deadlines.Calendar(),
        )

"""When a text that is handed in now is put: the rules of the day over the coming meetings."""

from datetime import datetime

from django.utils import timezone

from kernel.text import in_sentence
from meetings.choices import MeetingKind
from parties.models import Body
from ärenden import deadlines
from ärenden.choices import CaseType
from ärenden.deadlines import Prospect
from ärenden.queries.offers import coming_meetings


class Prospects:
    """The coming meetings of a body, asked for once, for texts of every type."""

    def __init__(self, body: Body, *, now: datetime) -> None:
        self.now = now
        today = timezone.localdate(now)
        self.rules = deadlines.default_rules(today)
        self.meetings = [
            deadlines.Meeting(
                day=row.held_on,
                starts=row.starts_at,
                body=in_sentence(body.name),
                is_ordinary=row.kind == MeetingKind.ORDINARY,
                id=row.pk,
            )
            for row in coming_meetings(body, on=today)
            if row.held_on
        ]

    def of(self, case_type: CaseType) -> Prospect | None:
        """None while no ordinary meeting is planned that can still be reached."""
        return deadlines.next_meeting(
            self.rules,
            case_type,
            now=self.now,
            meetings=self.meetings,
            calendar=deadlines.Calendar(),
        )

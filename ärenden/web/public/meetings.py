"""The public's pages of meetings: those that take up, or have decided in, a published case."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from kernel.dates import clock, full_date, long_date
from kernel.text import capital
from ärenden.choices import AgendaKind
from ärenden.models import Case
from ärenden.queries import public_lists as lists
from ärenden.queries.published_texts import title_of
from ärenden.web.public.base import PublicView
from ärenden.web.public.happened import turn_of
from ärenden.web.public.words import IT


class Meetings(PublicView):
    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        meetings = lists.meetings_of(self.organisation, on=self.today)
        coming = meetings.filter(held_on__gte=self.today).order_by("held_on", "starts_at")
        past = meetings.filter(held_on__lt=self.today).order_by("-held_on", "-pk")
        return self.page("meetings", coming=self._rows(coming), past=self._rows(past))

    def _rows(self, meetings: Any) -> list[dict[str, str]]:
        return [
            {
                "on": full_date(meeting.held_on),
                "name": meeting.body.name,
                "place": meeting.place,
                "url": self.url("meeting", meeting.public_id),
            }
            for meeting in meetings
        ]


class MeetingPage(PublicView):
    """What of the meeting's list, and of what it decided, the public may read."""

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        meetings = lists.meetings_of(self.organisation, on=self.today)
        meeting = get_object_or_404(meetings, public_id=self.kwargs["meeting"])
        agenda, decisions = lists.taken_up_at(meeting, on=self.today)
        decided = {row.case_id for row in decisions}
        protected = lists.protected_among({row.case_id for row in agenda} | decided)
        day = capital(long_date(meeting.held_on)) if meeting.held_on else ""
        return self.page(
            "meeting",
            meeting=meeting,
            day=day,
            time=clock(meeting.starts_at) if meeting.starts_at else "",
            agenda=[
                self._matter(row.case, protected, AgendaKind(row.kind).label)
                for row in agenda
                if row.case_id not in decided
            ],
            decisions=[
                self._matter(row.case, protected, turn_of(row, IT[row.case.case_type]).sentence)
                for row in decisions
            ],
        )

    def _matter(self, case: Case, protected: set[int], what: str) -> dict[str, str]:
        return {
            "title": title_of(case, is_kept=case.pk in protected),
            "url": self.url("case", case.public_id),
            "number": case.dnr or "",
            "what": what,
        }

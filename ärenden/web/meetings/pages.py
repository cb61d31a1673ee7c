"""Sammanträden: those that come, those that were, and what each took up and decided."""

from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from accounts.roles import Verb
from ärenden.queries.meetings import coming, meeting_record_of, meetings_of, past
from ärenden.queries.motion_reports import with_report
from ärenden.web.base import WorkView
from ärenden.web.lists.address import PAGE, Address
from ärenden.web.meetings.days import times_of
from ärenden.web.meetings.presenter import (
    circumstances,
    empty_text,
    groups_of,
    row_of,
    title_of,
)

ROWS = 25
EMPTY = "Inget ärende står på dagordningen."
EMPTY_TO_HER = "Inget ärende som du kan läsa står på dagordningen."
MOST_COMING = 20


class MeetingList(WorkView):
    """Coming meetings above, past ones below, a page at a time."""

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        meetings = meetings_of(self.organisation, user=self.user, on=self.today)
        gone = Paginator(past(meetings, today=self.today), ROWS).get_page(request.GET.get(PAGE))
        address = Address(request.path, request.GET)
        context = {
            "coming": self.rows(coming(meetings, today=self.today)[:MOST_COMING]),
            "past": self.rows(gone),
        } | address.pager(gone)
        return render(request, "arenden/meetings/list.html", context)

    def rows(self, meetings: Any) -> list[Any]:
        slug = self.organisation.slug
        return [row_of(row, organisation=slug, today=self.today) for row in meetings]


class MeetingPage(WorkView):
    """One meeting: its list, and what it decided."""

    @cached_property
    def record(self) -> Any:
        meetings = meetings_of(self.organisation, user=self.user, on=self.today)
        meeting = get_object_or_404(with_report(meetings), public_id=self.kwargs["meeting"])
        return meeting_record_of(meeting, user=self.user, on=self.today)

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        meeting = self.record.meeting
        context = {
            "title": title_of(meeting),
            "meta": circumstances(meeting),
            "groups": groups_of(self.record, organisation=self.organisation.slug, today=self.today),
            "empty_heading": EMPTY if self.may(Verb.READ_REGISTER) else EMPTY_TO_HER,
            "empty_text": empty_text(meeting),
            "times": times_of(meeting, self),
            "balance": self._balance,
        }
        return render(request, "arenden/meetings/page.html", context)

    @property
    def _balance(self) -> tuple[str, str] | None:
        """The motionsbalans that was frozen for the meeting: where it is, and what came of it."""
        meeting = self.record.meeting
        if not meeting.report_key or not self.may(Verb.READ_REGISTER):
            return None
        url = reverse("arenden:motion_report", args=[self.organisation.slug, meeting.report_key])
        return url, "Redovisad." if meeting.report_told_at else "Inte antecknad som redovisad."

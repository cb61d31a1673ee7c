"""The coming motionsbalans: what it says today, and freezing it for a meeting."""

from functools import cached_property
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from kernel.dates import full_date
from ärenden.actions.balance import freeze
from ärenden.actions.meetings import described
from ärenden.exceptions import ActionRefused
from ärenden.models import Case
from ärenden.queries.balance import Entry, balance_of, next_report_of
from ärenden.queries.motion_reports import reports_of
from ärenden.queries.offers import coming_meetings
from ärenden.web.reports.base import BalanceView
from ärenden.web.reports.forms import FreezeForm
from ärenden.web.reports.frozen import headline, report_url, standing
from ärenden.web.reports.lines import Line, line_of, parts_of, proposals_of, total

ROW = "rad-"


class Draft(BalanceView):
    """The report as it would be tabled today; as many queries for 200 motions as for one."""

    def get(self, _request: HttpRequest, **_: str) -> HttpResponse:
        return self._page(self._form())

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        if not self.may_table:
            raise PermissionDenied
        form = self._form(request.POST)
        if not form.is_valid():
            return self._page(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        meeting = form.cleaned_data["meeting"]
        try:
            report = freeze(council=self.council, meeting=meeting, doing=self.doing())
        except ActionRefused as refused:
            form.add_error("meeting", str(refused))
            return self._page(form, status=HTTPStatus.CONFLICT)
        messages.success(request, f"Motionsbalansen till {described(meeting)} är fryst.")
        return HttpResponseRedirect(report_url(report, self.organisation.slug))

    def _form(self, *args: Any) -> FreezeForm:
        offered = coming_meetings(self.council, on=self.today)
        initial = {"meeting": self._next.meeting.id} if self._next else {}
        return FreezeForm(*args, offered=offered, initial=initial)

    @cached_property
    def _next(self) -> Any:
        return next_report_of(self.council, on=self.today)

    def _page(self, form: FreezeForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
        slug = self.organisation.slug
        balance = balance_of(self.council, user=self.user, on=self.today)
        lines = [draft_line(each, organisation=slug, on=self.today) for each in balance.entries]
        context = {
            "council": self.council,
            "today": full_date(self.today),
            "total": total(lines),
            "parts": parts_of(lines),
            "proposals": proposals_of(lines),
            "secret": [_secret(case, slug) for case in balance.secret],
            "next": self._next,
            "earlier": [
                (report_url(row, slug), headline(row), standing(row))
                for row in reports_of(self.council)
            ],
            "form": form if self.may_table and lines else None,
        }
        return render(self.request, "arenden/reports/draft.html", context, status=status)


def draft_line(entry: Entry, *, organisation: str, on: Any) -> Line:
    """A line that leads to its case and, for those who may, to writing it."""
    where = [organisation, entry.case.public_id]
    written = entry.written
    by = f"Skrivet av {written.written_by_name}" if written else ""
    return line_of(
        entry,
        on=on,
        key=f"{ROW}{entry.case.public_id}",
        url=reverse("arenden:case", args=where),
        edit_url=reverse("arenden:balance_note", args=where) if entry.may_write else "",
        written=f"{by} {full_date(timezone.localdate(written.written_at))}" if written else "",
    )


def _secret(case: Case, organisation: str) -> tuple[str, str]:
    url = reverse("arenden:case", args=[organisation, case.public_id])
    return url, case.dnr or case.told_title

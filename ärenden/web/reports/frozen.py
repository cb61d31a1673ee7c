"""A motionsbalans as it was frozen: the page, its Word document, and that it has been told."""

from functools import cached_property
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string

from kernel.dates import full_date, instant, long_date
from kernel.text import in_sentence
from meetings.choices import MeetingStatus
from ärenden.actions.balance import TITLE, note_told
from ärenden.exceptions import ActionRefused
from ärenden.file_texts import WORD
from ärenden.models import MotionReport
from ärenden.queries.motion_reports import Frozen, frozen, reports_of
from ärenden.web.reports.base import BalanceView
from ärenden.web.reports.forms import ToldForm
from ärenden.web.reports.lines import Paper, by_law, line_of, parts_of, proposals_of, total


def report_url(report: MotionReport, organisation: str) -> str:
    return reverse("arenden:motion_report", args=[organisation, report.public_id])


def headline(report: MotionReport) -> str:
    """`Kommunfullmäktige måndag 26 april 2027`: the day that it was frozen for."""
    return f"{report.body.name} {long_date(report.as_of)}"


def standing(report: MotionReport) -> str:
    """What has become of it, as far as it is noted."""
    frozen_on = full_date(timezone.localdate(report.frozen_at))
    by = f"Fryst {frozen_on} av {report.frozen_by_name}."
    if report.told_at is None:
        return f"{by} Inte antecknad som redovisad."
    paragraph = f" {report.minutes_item}" if report.minutes_item else ""
    return f"{by} Redovisad{paragraph}."


class ReportView(BalanceView):
    @cached_property
    def report(self) -> MotionReport:
        return get_object_or_404(reports_of(self.council), public_id=self.kwargs["report"])

    @cached_property
    def frozen(self) -> Frozen:
        return frozen(self.report, user=self.user, on=self.today)

    @cached_property
    def paper(self) -> Paper:
        report, slug = self.report, self.organisation.slug
        lines = [
            line_of(
                row,
                on=report.as_of,
                url=reverse("arenden:case", args=[slug, row.case.public_id]),
            )
            for row in self.frozen.motions
        ]
        return Paper(
            title=TITLE,
            organisation=self.organisation.name,
            meeting=headline(report),
            total=total(lines),
            parts=parts_of(lines),
            proposals=proposals_of(lines),
            by_law=by_law(self.frozen.motions),
            frozen=f"Upprättad {instant(report.frozen_at)} av {report.frozen_by_name}.",
        )


class Report(ReportView):
    """Reads as it was tabled; after the meeting it is noted here that it was told."""

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        return self._page(ToldForm())

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        report, form = self.report, ToldForm(request.POST)
        if not self.may_table:
            raise PermissionDenied
        if not form.is_valid():
            return self._page(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        paragraph = form.cleaned_data["paragraph"]
        try:
            left = note_told(report=report, doing=self.doing(), paragraph=paragraph)
        except ActionRefused as refused:
            form.add_error("paragraph", str(refused))
            return self._page(form, status=HTTPStatus.CONFLICT)
        messages.success(request, "Antecknat i varje motion att den har redovisats.")
        for each in left:
            messages.warning(request, f"Ingen anteckning i {each}")
        return HttpResponseRedirect(request.path)

    def _page(self, form: ToldForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
        slug = self.organisation.slug
        context = {
            "paper": self.paper,
            "standing": standing(self.report),
            "hidden": self.frozen.hidden,
            "form": form if self._waits or form.errors else None,
            "meeting_in_sentence": in_sentence(self.report.body.name),
            "word_url": reverse("arenden:motion_report_word", args=[slug, self.report.public_id]),
        }
        return render(self.request, "arenden/reports/frozen.html", context, status=status)

    @property
    def _waits(self) -> bool:
        """Has the meeting been held, with nothing noted of its report?"""
        meeting = self.report.meeting
        is_held = meeting.held_on is not None and meeting.held_on <= self.today
        stands = meeting.status != MeetingStatus.CANCELLED
        return is_held and stands and self.report.told_at is None and self.may_table


class Word(ReportView):
    """The same as a Word document, to be tabled as it is.

    Its writer is loaded at the first one: no other page needs the library that it stands on.
    """

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        word_of = import_string("ärenden.web.reports.word.word_of")
        name = f"motionsbalans-{self.report.as_of}.docx"
        response = HttpResponse(word_of(self.paper), content_type=WORD)
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, no-store"
        return response

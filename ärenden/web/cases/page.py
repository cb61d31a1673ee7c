"""The page of a case: everything about it, and the source that it was read from."""

from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from accounts.roles import Verb
from meetings.models import Meeting
from ärenden import access
from ärenden.choices import DeadlineStatus
from ärenden.models import Deadline
from ärenden.queries.answering import is_written
from ärenden.queries.case_page import CaseRecord, record_of
from ärenden.queries.outlooks import outlook_of
from ärenden.queries.secrecy import withheld_from
from ärenden.queries.snapshots import snapshot_of
from ärenden.web.base import CaseView
from ärenden.web.cases.presenters import (
    answers,
    aside,
    decisions,
    head,
    proposals,
    secrecy,
    steps,
    timeline,
)
from ärenden.web.cases.presenters.deadlines import deadlines_of
from ärenden.web.cases.presenters.published import published_of
from ärenden.web.cases.presenters.showing import Showing, SourceLinks
from ärenden.web.groups.beside import beside
from ärenden.web.meetings.round import Round, meeting_in, round_of
from ärenden.web.reminders.beside import Beside, reminders_beside
from ärenden.web.sources import blocks_of


class CasePage(CaseView):
    """Everything about one case, as the one asking may read it."""

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        record = record_of(self.case, user=self.user, on=self.today)
        showing = self._showing(record)
        context = _contents(showing) | {
            "next": self._next(showing),
            "round": self._round,
            "outlook": outlook_of(
                record.case,
                coming=record.coming,
                running=_running(record),
                timetable=record.timetable,
                now=self.now,
            ),
            "published": published_of(showing),
            "reminders": self._reminders(record),
            "beside": beside(self.case, user=self.user, today=self.today),
        }
        return render(request, "arenden/case/page.html", context)

    def _showing(self, record: CaseRecord) -> Showing:
        slug = self.organisation.slug
        kwargs = {"organisation": slug, "case": self.case.public_id}
        links = SourceLinks(record.traces, "arenden:case_source", kwargs)
        return Showing(record, slug, self.now, links, self._meeting)

    @cached_property
    def _meeting(self) -> Meeting | None:
        return meeting_in(self.request.GET, self.organisation)

    @property
    def _round(self) -> Round | None:
        if self._meeting is None or not self.may(Verb.MEETING):
            return None
        return round_of(self._meeting, self.case, user=self.user, today=self.today)

    def _reminders(self, record: CaseRecord) -> Beside | None:
        if not self.may(Verb.PREPARE):
            return None
        return reminders_beside(self.case, record.deadlines, today=self.today)

    def _next(self, showing: Showing) -> steps.NextSteps | None:
        case = showing.record.case
        found = self._steps(showing) if any(self.may(verb) for verb in steps.ACTING) else None
        if self.may(Verb.DRAFT_ANSWER) and is_written(self.user, case, on=self.today):
            return steps.with_answer(showing, found)
        return found

    def _steps(self, showing: Showing) -> steps.NextSteps | None:
        case = showing.record.case
        return steps.next_steps(
            showing,
            snapshot=snapshot_of(case, on=self.today),
            may=lambda verb: access.can(self.user, verb, case, on=self.today),
        )


def _running(record: CaseRecord) -> list[Deadline]:
    return [row for row in record.deadlines if row.status == DeadlineStatus.OPEN]


def _contents(showing: Showing) -> dict[str, Any]:
    """Every section of the page; an empty one is left out by the template."""
    case = showing.record.case
    return {
        "head": head.head_of(showing),
        "facts": head.facts_of(showing),
        "exchange": answers.exchange_of(showing),
        "own_points": proposals.own_points(showing),
        "motivation": answers.motivation_of(showing),
        "proposals": proposals.proposals_of(showing),
        "steps": proposals.steps_of(showing),
        "decisions": decisions.decisions_of(showing),
        "statements": decisions.notes_of(showing),
        "referrals": decisions.referrals_of(showing),
        "preparation": decisions.preparation_of(showing),
        "tasks": decisions.tasks_of(showing),
        "minutes": decisions.minutes_of(showing),
        "events": timeline.timeline_of(showing),
        "wordings": timeline.wordings_of(showing),
        "deadlines": deadlines_of(showing),
        "documents": aside.documents_of(showing),
        "is_secret": secrecy.is_secret(showing),
        "marks": secrecy.marks_of(showing),
        "missing": aside.missing_of(showing),
        "links": aside.links_of(showing),
        "sources": showing.sources.listed(),
        "papers": aside.papers_of(showing),
        "title": case.dnr or case.told_title,
    }


class CaseSource(CaseView):
    """The source text of a case, for those who read the whole register."""

    verb = Verb.READ_REGISTER

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        source = get_object_or_404(self.case.sources, public_id=self.kwargs["source"])
        if withheld_from(self.user, self.case, on=self.today):
            raise PermissionDenied
        context = {
            "source": source,
            "blocks": blocks_of(source, list(source.spans.all())),
            "back_url": reverse("arenden:case", args=[self.organisation.slug, self.case.public_id]),
            "back_label": "Tillbaka till ärendet",
        }
        return render(request, "arenden/source.html", context)

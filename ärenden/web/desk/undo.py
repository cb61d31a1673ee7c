"""Ångra: the step that takes back the last one, where there is such a step."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from accounts.models import User
from ärenden.actions import handling, permission, preparation
from ärenden.actions.base import Doing
from ärenden.exceptions import ActionRefused, ChangedMeanwhile
from ärenden.models import Case, CaseEvent
from ärenden.queries.colleagues import colleague
from ärenden.queries.meetings import meeting_of_event
from ärenden.queries.secrecy import withheld_from
from ärenden.web.base import CaseView
from ärenden.workflow import Action

WHY = "Ångrat"


def _off_the_list(case: Case, event: CaseEvent, doing: Doing) -> None:
    meeting = meeting_of_event(event)
    permission.take_off(case=case, doing=doing, meeting=meeting, reason=WHY)


def _back_to_handler(case: Case, event: CaseEvent, doing: Doing) -> None:
    before = colleague(event.data["before"])
    covers = event.data.get("covers", ())
    handling.assign(case=case, doing=doing, to=before, reason=WHY, reopening=covers)


def _uncovered(case: Case, _: CaseEvent, doing: Doing) -> None:
    handling.end_cover(case=case, doing=doing, reason=WHY)


def _back_from_preparation(case: Case, _: CaseEvent, doing: Doing) -> None:
    preparation.end_preparation(case=case, doing=doing, reason=WHY)


UNDOING: Mapping[str, Callable[[Case, CaseEvent, Doing], None]] = {
    Action.ANNOUNCE: _off_the_list,
    Action.SCHEDULE: _off_the_list,
    Action.ASSIGN: _back_to_handler,
    Action.COVER: _uncovered,
    Action.PREPARE: _back_from_preparation,
}


def can_be_undone(event: CaseEvent, *, by: User) -> bool:
    """By the one who did it, until something else has happened in the case."""
    is_known = event.action != Action.ASSIGN or bool(event.data.get("before"))
    is_last = event.version == event.case.version
    return event.action in UNDOING and event.actor_id == by.pk and is_last and is_known


def undo_url(event: CaseEvent, *, organisation: str) -> str:
    return reverse("arenden:undo", args=[organisation, event.case.public_id, event.version])


class Undo(CaseView):
    """A page that asks, and what its button does."""

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        return render(request, "arenden/desk/undo.html", self._context)

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        event = self._event
        doing = replace(self.doing(), version=event.version)
        try:
            UNDOING[event.action](self.case, event, doing)
        except (ActionRefused, ChangedMeanwhile):
            return render(
                request,
                "arenden/desk/undo.html",
                self._context | {"refused": True},
                status=HTTPStatus.CONFLICT,
            )
        messages.success(request, f"Ångrat: {event.summary}.")
        return HttpResponseRedirect(reverse("arenden:desk", args=[self.organisation.slug]))

    @property
    def _context(self) -> dict[str, Any]:
        where = [self.organisation.slug, self.case.public_id]
        return {
            "case": self.case,
            "case_url": reverse("arenden:case", args=where),
            "event": self._event,
        }

    @property
    def _event(self) -> CaseEvent:
        event = self.case.events.filter(version=self.kwargs["version"]).first()
        if event is None or not can_be_undone(event, by=self.user):
            raise Http404
        [event] = withheld_from(self.user, self.case, on=self.today).retold([event])
        return event

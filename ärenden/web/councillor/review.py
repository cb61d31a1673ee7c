"""Granska och lämna in: the text as it will be read, what hinders it, and when it is put."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kernel.dates import relative_instant
from kernel.text import whole_number
from ärenden import drafting
from ärenden.actions.submissions import hand_in
from ärenden.actions.values import Name
from ärenden.choices import AgentKind
from ärenden.exceptions import ActionRefused, ChangedMeanwhile
from ärenden.queries.drafting import standing_of
from ärenden.queries.prospects import Prospects
from ärenden.web.councillor.base import DraftView
from ärenden.web.councillor.shared import shared_of


class Review(DraftView):
    """Only the author hands in; from then on the text is locked."""

    def get(self, _request: HttpRequest, **_: str) -> HttpResponse:
        self._demand_author()
        return self.handed_in() or self._page()

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        self._demand_author()
        try:
            hand_in(
                draft=self.draft,
                doing=self.doing(version=whole_number(request.POST.get("version")) or 0),
                addressee=self._addressee(),
                serves="serves" in request.POST,
            )
        except ActionRefused:
            return self._page(status=HTTPStatus.CONFLICT)
        except ChangedMeanwhile:
            return self._page(is_changed=True, status=HTTPStatus.CONFLICT)
        messages.success(request, "Inlämnad. Här är din kvittens.")
        return self.handed_in() or self._page()

    def _demand_author(self) -> None:
        if not self.is_author:
            raise PermissionDenied

    def _addressee(self) -> Name | None:
        typed = self.draft.addressee
        return self.people.named(typed, otherwise=AgentKind.ELECTED) if typed else None

    def _page(self, *, is_changed: bool = False, status: int = HTTPStatus.OK) -> HttpResponse:
        self.draft.refresh_from_db()
        draft, written = self.draft, self.draft.written
        serves = "serves" in self.request.POST
        standing = standing_of(draft, on=self.today, serves=serves)
        found = drafting.hindrances(written, standing)
        context: dict[str, Any] = {
            "draft": draft,
            "the": drafting.THE[written.case_type],
            "shared": shared_of(self),
            "hindrances": [each for each in found if each.code != "serves"],
            "must_serve": any(each.code == "serves" for each in found) or standing.serves,
            "serves_missing": status == HTTPStatus.CONFLICT
            and any(each.code == "serves" for each in found),
            "reminders": drafting.reminders(written, may_be_asked=self._may_be_asked()),
            "prospect": Prospects(draft.body, now=self.now).of(written.case_type),
            "changed": relative_instant(draft.saved_at, today=self.today) if is_changed else "",
        }
        return render(self.request, "arenden/drafts/review.html", context, status=status)

    def _may_be_asked(self) -> bool:
        name = self._addressee()
        return self.people.may_be_asked(name.person if name else None)

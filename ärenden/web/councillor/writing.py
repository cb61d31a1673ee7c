"""Skriv: the draft under way. Every tool is a post to the page, and saves what was typed."""

from functools import cached_property
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django_htmx.http import retarget

from accounts import drafts as kept_forms
from kernel.text import whole_number
from ärenden.actions import drafts
from ärenden.choices import CaseType
from ärenden.drafting import THE, Written, tidied
from ärenden.exceptions import ActionRefused, ChangedMeanwhile
from ärenden.queries.own_matters import retold
from ärenden.queries.prospects import Prospects
from ärenden.web.councillor.base import DraftView
from ärenden.web.councillor.shared import shared_of
from ärenden.web.councillor.words import Words, fields_of, written_in
from ärenden.web.registration.edited import Edited
from ärenden.web.registration.edits import edit
from ärenden.web.registration.place import Place

PAGE = "arenden/drafts/write.html"
CLASH = "arenden/drafts/clash.html"
NOT_SAVED = "components/not_saved.html"
PARTS = {
    "questions": "arenden/drafts/questions.html",
    "addressee": "arenden/drafts/addressee.html",
    "holders": "arenden/drafts/holders.html",
    "saved": "arenden/drafts/saved.html",
}
REVIEW, DROP = "review", "drop"


class Write(DraftView):
    """The author's own page; the others with whom the draft is shared read it instead."""

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        if done := self.handed_in():
            return done
        if not self.is_author:
            context = {"draft": self.draft, "shared": shared_of(self)}
            return render(request, "arenden/drafts/read.html", context)
        kept = kept_forms.kept_fields(user=self.user, path=request.path)
        if kept is None:
            return self._page(fields_of(self.draft.written))
        if self._is_older(kept):
            return self._clash(kept)
        return self._page(kept)

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        if not self.is_author:
            raise PermissionDenied
        tool, fields = request.POST.get("edit", ""), request.POST.copy()
        if tool == DROP:
            kept_forms.forget(user=self.user, path=request.path)
            return HttpResponseRedirect(request.path)
        edited = edit(fields, tool, place=self.place)
        try:
            self._save(fields)
        except ChangedMeanwhile:
            return self._changed_meanwhile(fields)
        except ActionRefused as refused:
            return self._refused(refused, fields)
        return self._saved(fields, tool, edited)

    @cached_property
    def place(self) -> Place:
        return Place(
            organisation=self.organisation,
            user=self.user,
            today=self.today,
            people=self.people,
            may_waive=False,
            case_type=CaseType(self.draft.case_type),
        )

    def _written(self, fields: QueryDict) -> Written:
        return written_in(fields, case_type=self.place.case_type)

    def _is_older(self, fields: QueryDict) -> bool:
        """Was it typed over an earlier version than the one that is kept now?"""
        same = tidied(self._written(fields)) == self.draft.written
        return not same and fields.get("version") != str(self.draft.version)

    def _save(self, fields: QueryDict) -> None:
        version = whole_number(fields.get("version")) or 0
        doing = self.doing(version=version)
        self.draft = drafts.save(draft=self.draft, written=self._written(fields), doing=doing)
        kept_forms.forget(user=self.user, path=self.request.path)

    def _saved(self, fields: QueryDict, tool: str, edited: Edited) -> HttpResponse:
        part = PARTS.get(self.request.headers.get("HX-Target", ""))
        if part:
            return self._page(fields, template=part, edited=edited)
        if tool == REVIEW:
            return HttpResponseRedirect(self.url("review"))
        fields["version"] = str(self.draft.version)
        kept_forms.keep_fields(user=self.user, path=self.request.path, data=fields)
        return HttpResponseRedirect(f"{self.request.path}#{edited.focus or 'main'}")

    def _changed_meanwhile(self, fields: QueryDict) -> HttpResponse:
        """Another window was first: this one's words wait beside the kept ones."""
        kept_forms.keep_fields(user=self.user, path=self.request.path, data=fields)
        if "HX-Target" in self.request.headers:
            context = {"draft": self.draft, "is_older": True}
            return retarget(render(self.request, PARTS["saved"], context), "#saved")
        return self._clash(fields)

    def _refused(self, refused: ActionRefused, fields: QueryDict) -> HttpResponse:
        """It has been handed in meanwhile: what was typed stands on the page, and is told."""
        told = f"Inte sparat. {refused}."
        if "HX-Target" in self.request.headers:
            part = render(self.request, NOT_SAVED, {"told": told}, status=HTTPStatus.CONFLICT)
            return retarget(part, "#saved")
        messages.error(self.request, told)
        return self._page(fields, status=HTTPStatus.CONFLICT)

    def _clash(self, fields: QueryDict) -> HttpResponse:
        self.draft.refresh_from_db()
        words = Words(fields, place=self.place)
        context = {"draft": self.draft, "words": words}
        return render(self.request, CLASH, context, status=HTTPStatus.CONFLICT)

    def _page(
        self,
        fields: QueryDict,
        *,
        template: str = PAGE,
        edited: Edited | None = None,
        status: int = HTTPStatus.OK,
    ) -> HttpResponse:
        edited = edited or Edited()
        is_part = template != PAGE
        context = {
            "draft": self.draft,
            "the": THE[self.place.case_type],
            "words": Words(fields, place=self.place, focus=edited.focus),
            "edited": edited,
            "is_part": is_part,
        }
        if not is_part:
            prospects = Prospects(self.draft.body, now=self.now)
            context["prospect"] = prospects.of(self.place.case_type)
            context["shared"] = shared_of(self)
        if asked := self.draft.completes:
            retold([asked], self.organisation)
        return render(self.request, template, context, status=status)

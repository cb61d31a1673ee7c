"""A case as the group works with it: its notes, what was promised, and whether it is watched."""

from functools import cached_property
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from ärenden import access, group_access
from ärenden.actions.groups import stop_watching, watch, write_note
from ärenden.models import Answer, Case
from ärenden.queries import groups
from ärenden.web.groups.base import OwnGroupCaseView
from ärenden.web.groups.forms import NoteForm, PromiseForm, passages_of
from ärenden.web.groups.rows import note_row

PROMISE = "lofte"


class OnCase(OwnGroupCaseView):
    """The group's notes on a case, a form for another, and one for a promise in an answer."""

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        return self._page(request, NoteForm(prefix="n", **self._for), self._promise_form())

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        if request.POST.get("slag") == PROMISE:
            return self._mark_promise(request)
        form = NoteForm(request.POST, prefix="n", **self._for)
        if not form.is_valid():
            return self._page(request, form, self._promise_form(), wrong=form)
        write_note(self.member, case=self.case, content=form.content)
        return self._saved("Anteckningen sparades. Den syns bara för gruppen.")

    def _mark_promise(self, request: HttpRequest) -> HttpResponse:
        form = self._promise_form(request.POST)
        if not form.is_valid():
            return self._page(request, NoteForm(prefix="n", **self._for), form, wrong=form)
        promise = form.cleaned_data["quote"]
        write_note(self.member, case=self.case, content=form.content, promise=promise)
        return self._saved("Löftet sparades. Det visas på gruppens bord när det är dags.")

    def _saved(self, said: str) -> HttpResponse:
        messages.success(self.request, said)
        return HttpResponseRedirect(self.request.path)

    @property
    def _for(self) -> dict[str, Any]:
        return {"group": self.group, "today": self.today}

    @cached_property
    def _answers(self) -> list[Answer]:
        return groups.answers_read(self.case, user=self.user, on=self.today)

    def _promise_form(self, data: Any = None) -> PromiseForm:
        return PromiseForm(data, prefix="l", answers=self._answers, **self._for)

    def _page(
        self, request: HttpRequest, note: NoteForm, promise: PromiseForm, *, wrong: Any = None
    ) -> HttpResponse:
        notes = groups.notes_in(self.group, user=self.user, on=self.today).filter(case=self.case)
        slug, key = self.organisation.slug, self.group.public_id
        context = {
            "group": self.group,
            "case": self.case,
            "case_url": reverse("arenden:case", args=[slug, self.case.public_id]),
            "notes": [
                note_row(row, organisation=slug, group=key, today=self.today)
                for row in self.told(notes)
            ],
            "form": wrong or note,
            "note_form": note,
            "promise_form": promise if self._answers else None,
            "promise": PROMISE,
            "passages": [text for text, _ in passages_of(self._answers)],
            "is_watched": groups.is_watched(self.group, self.case, user=self.user, on=self.today),
            "watch_url": self.to("group_watch", case=self.case.public_id),
        }
        status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
        return render(request, "arenden/groups/on_case.html", context, status=status)


class Watch(OwnGroupCaseView):
    """Begin to watch a case, or stop; also one that only the public's site shows."""

    @cached_property
    def case(self) -> Case:
        watchable = group_access.watchable_by(self.user, on=self.today)
        return get_object_or_404(
            watchable, organisation=self.organisation, public_id=self.kwargs["case"]
        )

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        if request.POST.get("bevaka") == "nej":
            stop_watching(self.member, self.case)
            messages.success(request, "Gruppen bevakar inte längre ärendet.")
        else:
            watch(self.member, self.case)
            messages.success(request, "Gruppen bevakar ärendet. Det nya visas på gruppens bord.")
        if not access.can_read(self.user, self.case, on=self.today):
            return HttpResponseRedirect(self.to("group"))
        return HttpResponseRedirect(self.to("group_case", case=self.case.public_id))

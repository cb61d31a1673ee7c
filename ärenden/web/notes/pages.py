"""Minnesanteckningar: their list, the page of one, and its source."""

from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from accounts.roles import Verb
from ärenden.models import MeetingNote
from ärenden.queries.notes import listed_notes, note_record_of
from ärenden.queries.secrecy import withheld_of
from ärenden.web.base import WorkView
from ärenden.web.lists.address import PAGE, Address
from ärenden.web.notes.presenter import note_of, row_of
from ärenden.web.sources import blocks_of

ROWS = 25


class NoteList(WorkView):
    """The organisation's notes, latest first."""

    verb = Verb.READ_REGISTER

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        page = Paginator(listed_notes(self.organisation), ROWS).get_page(request.GET.get(PAGE))
        address = Address(request.path, request.GET)
        context = {
            "rows": [row_of(note, organisation=self.organisation.slug) for note in page],
        } | address.pager(page)
        return render(request, "arenden/notes/list.html", context)


class NoteView(WorkView):
    """A view of one meeting's notes."""

    verb = Verb.READ_REGISTER

    @cached_property
    def note(self) -> MeetingNote:
        rows = listed_notes(self.organisation).select_related("body")
        note: MeetingNote = get_object_or_404(rows, public_id=self.kwargs["note"])
        return note


class NotePage(NoteView):
    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        record = note_record_of(self.note, user=self.user, on=self.today)
        shown = note_of(record, organisation=self.organisation.slug)
        return render(request, "arenden/notes/page.html", {"note": shown})


class NoteSource(NoteView):
    """The text that the notes were read from, with its marks.

    Told to no one where it may name someone protected: no role is cleared for notes.
    """

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        source = get_object_or_404(self.note.sources, public_id=self.kwargs["source"])
        if withheld_of(self.note.kept):  # type: ignore[attr-defined]  # of listed_notes
            raise PermissionDenied
        context = {
            "source": source,
            "blocks": blocks_of(source, list(source.spans.all())),
            "back_url": reverse("arenden:note", args=[self.organisation.slug, self.note.public_id]),
            "back_label": "Tillbaka till anteckningarna",
        }
        return render(request, "arenden/source.html", context)

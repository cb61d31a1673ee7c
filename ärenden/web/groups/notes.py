"""The group's notes: all of them, one of them, their export, and their deletion."""

import csv
from functools import cached_property
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from accounts.models import User
from kernel.dates import full_date
from kernel.text import key_of
from ärenden import access, group_access
from ärenden.actions.groups import delete_all_notes, delete_note, rewrite_note, settle_note
from ärenden.exceptions import ChangedMeanwhile
from ärenden.queries import groups
from ärenden.web.groups.base import OwnGroupView
from ärenden.web.groups.forms import EditForm, NoteForm
from ärenden.web.groups.rows import note_row
from ärenden.web.lists.address import PAGE, Address

ROWS = 25
BYTE_ORDER_MARK = "\ufeff"  # without it, spreadsheets read UTF-8 as something else
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would calculate
HEADINGS = (
    *("Diarienummer", "Ärende", "Löfte", "Anteckning", "Fråga igen", "Ansvarig", "Klart"),
    *("Skriven av", "Skriven"),
)


class Notes(OwnGroupView):
    """Every note, the latest first; the leader may delete them all."""

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        rows = groups.notes_in(self.group, user=self.user, on=self.today)
        page = Paginator(rows, ROWS).get_page(request.GET.get(PAGE))
        slug, key = self.organisation.slug, self.group.public_id
        context = {
            "group": self.group,
            "notes": [
                note_row(note, organisation=slug, group=key, today=self.today)
                for note in self.told(page)
            ],
            "back_url": self.to("group"),
            "export_url": self.to("group_export"),
            "leads": self.leads,
            "take_over_url": self._take_over_url(),
            "readers": self._readers(),
        } | Address(request.path, request.GET).pager(page)
        return render(request, "arenden/groups/notes.html", context)

    def _readers(self) -> list[tuple[User, str]]:
        """Each with the address that shuts it out; none for oneself."""
        return [
            (each, "" if each == self.user else self.to("group_shut_out", account=each.public_id))
            for each in group_access.readers_of(self.group, on=self.today)
        ]

    def _take_over_url(self) -> str:
        left = group_access.legacy_of(self.user, self.group, on=self.today)
        return self.to("group_take_over") if left else ""

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        delete_all_notes(self.member)
        messages.success(request, "Gruppens alla anteckningar är raderade.")
        return HttpResponseRedirect(request.path)


class Export(OwnGroupView):
    """The notes as a table for the group's own keeping; no other export has them."""

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        response = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="gruppens-anteckningar.csv"'
        response["Cache-Control"] = "no-store"
        table = csv.writer(response, delimiter=";")
        table.writerow(HEADINGS)
        for note in self.told(groups.notes_in(self.group, user=self.user, on=self.today)):
            table.writerow([_cell(value) for value in _values(note)])
        return response


class NotePage(OwnGroupView):
    """One note: change it, say that it is done, or delete it."""

    @cached_property
    def note(self) -> Any:
        rows = groups.notes_in(self.group, user=self.user, on=self.today)
        [note] = self.told([get_object_or_404(rows, public_id=self.kwargs["entry"])])
        return note

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        return self._page(request, self._form())

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        try:
            return self._acted(request)
        except Http404:
            return self._gone(request)

    def _acted(self, request: HttpRequest) -> HttpResponse:
        match request.POST.get("gor"):
            case "radera":
                delete_note(self.note)
                return self._done("Anteckningen är raderad.")
            case "klar":
                settle_note(self.note, on=self.today)
                return self._done("Markerat som klart.")
            case "oppna":
                settle_note(self.note, on=None)
                return self._done("Frågan är öppen igen.")
        form = self._form(request.POST)
        if not form.is_valid():
            return self._page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        try:
            rewrite_note(self.note, content=form.content, shown=request.POST.get("shown", ""))
        except ChangedMeanwhile:
            del self.note
            return self._page(request, form, status=HTTPStatus.CONFLICT)
        return self._done("Anteckningen ändrades.")

    def _gone(self, request: HttpRequest) -> HttpResponse:
        """What was typed while another deleted the note makes a new one on the same case."""
        visible = access.visible_to(self.user, on=self.today)
        key = key_of(request.POST.get("case"))
        case = get_object_or_404(visible, organisation=self.organisation, public_id=key)
        typed = {name: request.POST.get(name, "") for name in EditForm.base_fields}
        context = {
            "group": self.group,
            "case": case,
            "form": NoteForm(prefix="n", initial=typed, group=self.group, today=self.today),
            "case_url": self.to("group_case", case=case.public_id),
        }
        return render(request, "arenden/groups/gone.html", context, status=HTTPStatus.CONFLICT)

    def _form(self, data: Any = None) -> EditForm:
        return EditForm(data, note=self.note, group=self.group, today=self.today)

    def _done(self, said: str) -> HttpResponse:
        messages.success(self.request, said)
        return HttpResponseRedirect(self.to("group"))

    def _page(
        self, request: HttpRequest, form: EditForm, *, status: int = HTTPStatus.OK
    ) -> HttpResponse:
        is_changed = status == HTTPStatus.CONFLICT
        context = {
            "group": self.group,
            "is_changed": is_changed,
            "asks_on": full_date(self.note.ask_again_on) if self.note.ask_again_on else "",
            "shown": self.note.mark if is_changed else request.POST.get("shown", self.note.mark),
            "row": note_row(
                self.note,
                organisation=self.organisation.slug,
                group=self.group.public_id,
                today=self.today,
            ),
            "form": form,
            "case": self.note.case.public_id,
            "is_done": self.note.done_on is not None,
            "back_url": self.to("group_case", case=self.note.case.public_id),
        }
        return render(request, "arenden/groups/note.html", context, status=status)


def _values(note: Any) -> tuple[Any, ...]:
    return (
        note.case.dnr or "",
        note.case.told_title,
        note.quote,
        note.text,
        note.ask_again_on or "",
        note.assigned_to.name if note.assigned_to else "",
        note.done_on or "",
        note.written_by.name,
        f"{timezone.localtime(note.written_at):%Y-%m-%d %H:%M}",
    )


def _cell(value: Any) -> str:
    """Text that a spreadsheet shows and never calculates."""
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text

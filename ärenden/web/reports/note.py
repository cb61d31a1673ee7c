"""What the coming motionsbalans is to say of one motion, written in its row or on its own page."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from accounts.roles import Verb
from kernel.text import normalise
from ärenden.actions.balance import write_note
from ärenden.choices import Proposed
from ärenden.queries.balance import Entry, entry_of
from ärenden.web.base import CaseView, is_part
from ärenden.web.reports.draft import ROW, draft_line
from ärenden.web.reports.forms import NoteForm


class Note(CaseView):
    """For those who prepare the case; a case that is not to be reported has no such page."""

    verb = Verb.PREPARE
    part_of = ("arenden:cases",)

    def get(self, _request: HttpRequest, **_: str) -> HttpResponse:
        entry = self._entry
        initial = {"shown": entry.shown, "proposed": entry.proposed}
        return self._page(entry, NoteForm(initial=initial))

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        entry, form = self._entry, NoteForm(request.POST)
        if not form.is_valid():
            return self._page(entry, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        sent = normalise(form.cleaned_data["shown"]).strip()
        stored = entry.written.shown if entry.written else ""
        write_note(
            case=self.case,
            doing=self.doing(),
            shown=stored if sent == entry.shown else sent,  # left as told, it stands as it is
            proposed=Proposed(form.cleaned_data["proposed"]),
        )
        if self._is_in_row:
            return self._page(self._entry, None)
        url = reverse("arenden:motion_balance", args=[self.organisation.slug])
        return HttpResponseRedirect(f"{url}#{ROW}{self.case.public_id}")

    @property
    def _entry(self) -> Entry:
        found = entry_of(self.case, user=self.user, on=self.today)
        if found is None:
            raise Http404
        if not found.may_write:
            raise PermissionDenied
        return found

    @property
    def _is_in_row(self) -> bool:
        return is_part(self.request, f"{ROW}{self.case.public_id}")

    def _page(
        self, entry: Entry, form: NoteForm | None, *, status: int = HTTPStatus.OK
    ) -> HttpResponse:
        line = draft_line(entry, organisation=self.organisation.slug, on=self.today)
        page = "row" if form is None else "note_in_row" if self._is_in_row else "note"
        context = {"line": line, "form": form, "is_written": form is None}
        return render(self.request, f"arenden/reports/{page}.html", context, status=status)

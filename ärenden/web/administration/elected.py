"""The page of an election: the paste, then its table, then the body."""

from datetime import date
from functools import cached_property
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404

from accounts import drafts
from kernel.dates import full_date
from kernel.text import counted, in_sentence
from parties.assignments import elect, replaced_by_election
from parties.exceptions import Refused
from parties.models import Body
from parties.pasting import read_table
from ärenden.web.administration.base import DISCARD, AdminView
from ärenden.web.administration.elected_forms import (
    DaysForm,
    Known,
    PasteForm,
    Seats,
    initial_of,
)
from ärenden.web.administration.forms import Desk

PASTE, TABLE = "arenden/administration/paste.html", "arenden/administration/elected.html"
ROWS = "rad-TOTAL_FORMS"
MARKED = "behöver ett beslut, de är markerade"


class ElectBody(AdminView):
    """What was pasted waits as a draft until the table that it became is saved."""

    section = "admin_bodies"

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        kept = drafts.kept_fields(user=self.user, path=request.path)
        if kept is None:
            return self._paste(PasteForm(desk=self.desk))
        if ROWS in kept:
            return self._table(DaysForm(kept, desk=self.desk), Seats(kept, known=self.known))
        lines = read_table(kept.get("text", ""), parties=self.known.party_names)
        if not lines:
            return self._paste(PasteForm(desk=self.desk, kept=kept))
        seats = Seats(known=self.known, initial=[initial_of(line, self.known) for line in lines])
        return self._table(DaysForm(desk=self.desk, kept=kept), seats)

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        desk = self.desk  # a body that is not there is not found, whatever was pressed
        if request.POST.get("tool") == DISCARD:
            drafts.forget(user=self.user, path=request.path)
            return HttpResponseRedirect(request.path)
        if ROWS in request.POST:
            return self._save(request.POST)
        form = PasteForm(request.POST, desk=desk)
        if not form.is_valid():
            return self._paste(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        if not read_table(form.cleaned_data["text"], parties=self.known.party_names):
            form.add_error("text", "Ingen rad har ett namn. Klistra in en person på varje rad.")
            return self._paste(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        drafts.keep_fields(user=self.user, path=request.path, data=request.POST)
        return HttpResponseRedirect(request.path)

    @cached_property
    def body(self) -> Body:
        return get_object_or_404(self.organisation.bodies, public_id=self.kwargs["body"])

    @cached_property
    def desk(self) -> Desk:
        return Desk(organisation=self.organisation, today=self.today, owner=self.body)

    @cached_property
    def known(self) -> Known:
        return Known(self.organisation, self.today)

    def _save(self, data: QueryDict) -> HttpResponse:
        days, seats = DaysForm(data, desk=self.desk), Seats(data, known=self.known)
        if seats.is_valid() and days.is_valid():
            elected = seats.elected()
            try:
                elect(self.body, elected=elected, days=days.period(), doing=self.administering)
            except Refused as refusal:
                days.add_error(None, str(refusal))
            else:
                drafts.forget(user=self.user, path=self.request.path)
                number = counted(len(elected), "person", "personer")
                name = in_sentence(self.body.name)
                messages.success(self.request, f"{number} valdes till {name}.")
                return HttpResponseRedirect(self._body_url())
        drafts.keep_fields(user=self.user, path=self.request.path, data=data)
        return self._table(days, seats, status=HTTPStatus.UNPROCESSABLE_ENTITY)

    def _paste(self, form: PasteForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
        return self.show(PASTE, status=status, form=form, **self._around())

    def _table(self, days: DaysForm, seats: Seats, *, status: int = HTTPStatus.OK) -> HttpResponse:
        return self.show(
            TABLE,
            status=status,
            form=days,
            seats=seats,
            read=_told_read(seats),
            replaces=self._replaces(days),
            **self._around(),
        )

    def _replaces(self, form: DaysForm) -> str:
        """What the earlier assignments of the body meet."""
        first = self._first(form)
        if first is None:
            return ""
        found = replaced_by_election(self.body, first=first)
        day = full_date(first)
        told = (
            (found.ended, f"som gäller före {day} avslutas dagen innan"),
            (found.removed, f"som börjar {day} eller senare ersätts"),
        )
        return " ".join(f"{n} uppdrag {what}." for n, what in told if n)

    def _first(self, form: DaysForm) -> date | None:
        """The first day as it stands in the field; none while it is no day."""
        try:
            day: date = form.fields["first"].clean(form["first"].value())
        except forms.ValidationError:
            return None
        return day

    def _around(self) -> dict[str, Any]:
        return {"title": f"Nya uppdrag i {in_sentence(self.body.name)}", "cancel": self._body_url()}

    def _body_url(self) -> str:
        return self.to("admin_body", body=self.body.public_id)


def _told_read(seats: Seats) -> str:
    """How many lines were read, and how many of them are marked."""
    unsure = sum(form.is_unsure for form in seats.forms)
    marked = counted(unsure, "behöver ett beslut, den är markerad", MARKED)
    read = counted(len(seats.forms), "rad är läst", "rader är lästa")
    return f"{read}. {marked}." if unsure else f"{read}."

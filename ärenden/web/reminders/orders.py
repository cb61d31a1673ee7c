"""What is done with one reminder: sent now, held back, let go, tried again."""

from collections.abc import Callable, Sequence
from functools import cached_property
from http import HTTPStatus
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from accounts.roles import Verb
from ärenden.actions.reminders.again import try_again
from ärenden.actions.reminders.closing import hold_back, let_go, send_now
from ärenden.exceptions import ActionRefused
from ärenden.models import Reminder
from ärenden.queries.reminders import readable_by, retold, shown_to, wishes_of
from ärenden.web.base import WorkView
from ärenden.web.reminders.rows import Desk, coming_line


class Order(WorkView):
    """One of the reminders that the account may read; back to the list as it was filtered."""

    verb = Verb.PREPARE
    part_of = ("arenden:desk",)
    http_method_names: Sequence[str] = ("post",)
    does: Callable[..., None]
    told: ClassVar[str]
    back_to: ClassVar[str] = "reminders"

    @cached_property
    def reminder(self) -> Reminder:
        rows = readable_by(self.user, self.organisation, on=self.today)
        shown = shown_to(self.user, rows, on=self.today)
        row = get_object_or_404(shown, public_id=self.kwargs["reminder"])
        if not vars(row)["may_order"]:
            raise PermissionDenied
        return row

    @property
    def back(self) -> str:
        path = reverse(f"arenden:{self.back_to}", args=[self.organisation.slug])
        query = self.request.GET.urlencode()
        return f"{path}?{query}" if query else path

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        try:
            self.does(self.reminder, doing=self.doing())
        except ActionRefused as refused:
            messages.error(request, f"{refused}.")
        else:
            messages.success(request, self.told)
        return HttpResponseRedirect(self.back)


class SendNow(Order):
    does = staticmethod(send_now)
    told = "Påminnelsen skickas inom en minut."


class LetGo(Order):
    does = staticmethod(let_go)
    told = "Påminnelsen väntar på sin tid igen."


class TryAgain(Order):
    does = staticmethod(try_again)
    told = "Påminnelsen skickas på nytt inom en minut."
    back_to = "reminders_ended"


class HoldForm(forms.Form):
    use_required_attribute = False
    reason = forms.CharField(
        label="Varför hålls den inne",
        help_text="Skälet står vid påminnelsen tills någon släpper den.",
        max_length=500,
        error_messages={"required": "Skriv varför påminnelsen hålls inne"},
    )


class Hold(Order):
    """Holding back asks for the reason."""

    http_method_names = ("get", "post")

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        return self._page(HoldForm())

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        form = HoldForm(request.POST)
        if not form.is_valid():
            return self._page(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        try:
            hold_back(self.reminder, doing=self.doing(), reason=form.cleaned_data["reason"])
        except ActionRefused as refused:
            form.add_error(None, f"{refused}")
            return self._page(form, status=HTTPStatus.CONFLICT)
        messages.success(request, "Påminnelsen hålls inne tills någon släpper den.")
        return HttpResponseRedirect(self.back)

    def _page(self, form: HoldForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
        desk = Desk(organisation=self.organisation.slug, now=self.now, today=self.today)
        rows = retold([self.reminder], self.organisation)
        line = coming_line(rows[0], wishes_of(rows, self.organisation), desk)
        context = {"form": form, "line": line, "back": self.back}
        return render(self.request, "arenden/reminders/hold.html", context, status=status)

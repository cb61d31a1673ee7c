"""All open cases of a colleague become another's for good, when one has seen how many."""

from http import HTTPStatus
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from accounts.models import User
from kernel.text import capital, counted
from ärenden.actions.handling import assign_all
from ärenden.exceptions import ActionRefused
from ärenden.queries.colleagues import holders, open_cases_of
from ärenden.web.desk.away import ColleaguesForm, ColleaguesView


class HandoverForm(ColleaguesForm):
    """Whose cases, who takes over, and why."""

    reason = forms.CharField(
        label="Skäl (frivilligt)", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    labels: ClassVar = {"handler": "Vems ärenden", "substitute": "Vem tar över"}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in self.labels.items():
            self.fields[name].label = label
        self.fields["substitute"].error_messages["required"] = "Välj en kollega som tar över"

    def clean_substitute(self) -> str:
        chosen: str = self.cleaned_data["substitute"]
        if chosen == self.cleaned_data.get("handler"):
            raise forms.ValidationError("Välj en annan kollega än den som lämnar över")
        return chosen


class Handover(ColleaguesView):
    """It cannot be undone in one step, so it is asked for twice."""

    @property
    def who(self) -> dict[str, list[User]]:
        found = super().who
        if self.speaks_for_all:
            found["who"] = list(holders(self.organisation, on=self.today))
        return found

    def get(self, _request: HttpRequest, **_: str) -> HttpResponse:
        return self._page(HandoverForm(initial={"handler": str(self.user.public_id)}, **self.who))

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        form = HandoverForm(request.POST, **self.who)
        count = self._count(form) if form.is_valid() else 0
        if not count:
            return self._page(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        if "sure" not in request.POST:
            return self._page(form, count=count)
        try:
            return self._handed_over(form)
        except ActionRefused as refused:
            for each in refused.refusals:
                form.add_error(None, f"{capital(each.text)}.")
            return self._page(form, status=HTTPStatus.CONFLICT)

    def _handed_over(self, form: HandoverForm) -> HttpResponse:
        to = form.user("substitute")
        count = assign_all(
            organisation=self.organisation,
            doing=self.doing(),
            handler=form.user("handler"),
            to=to,
            reason=form.cleaned_data["reason"],
        )
        told = counted(count, "ärende", "ärenden")
        messages.success(self.request, f"{to.name} är nu ansvarig för {told} till.")
        return HttpResponseRedirect(reverse("arenden:desk", args=[self.organisation.slug]))

    def _count(self, form: HandoverForm) -> int:
        """How many cases it is about; none is an error of the form."""
        handler = form.user("handler")
        count = open_cases_of(handler, self.organisation).count()
        if not count:
            form.add_error("handler", f"{handler.name} har inga öppna ärenden")
        return count

    def _page(
        self, form: HandoverForm, *, count: int = 0, status: int = HTTPStatus.OK
    ) -> HttpResponse:
        """With a count it asks whether it is meant."""
        context: dict[str, Any] = {
            "form": form,
            "away_url": reverse("arenden:away", args=[self.organisation.slug]),
        }
        if count:
            context |= {
                "handler": form.user("handler").name,
                "to": form.user("substitute").name,
                "told": counted(count, "öppet ärende", "öppna ärenden"),
            }
        return render(self.request, "arenden/desk/handover.html", context, status=status)

"""When the answer cannot be given in time, or not by the one who was asked."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from kernel.dates import full_date
from kernel.fields import DateField
from kernel.text import capital
from ärenden.access import can_read
from ärenden.actions.answer_time import ask_for_time
from ärenden.actions.answers import transfer_answer
from ärenden.choices import AgentKind
from ärenden.exceptions import ActionRefused
from ärenden.queries import answering
from ärenden.queries.snapshots import snapshot_of
from ärenden.web.answers.base import AnsweringView
from ärenden.web.names import NamesField
from ärenden.web.people import People
from ärenden.workflow import Action, refusals


class TimeForm(forms.Form):
    proposed_on = DateField(
        label="Till vilken dag",
        help_text="Den dag då du kan lämna svaret, som ”12 mars”.",
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    reason = forms.CharField(
        label="Varför",
        help_text="Kansliet och de som läser ärendet ser skälet.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Skriv varför du behöver mer tid"},
    )
    use_required_attribute = False


class TransferForm(forms.Form):
    to = NamesField(
        label="Till vem",
        is_single=True,
        otherwise=AgentKind.ELECTED,
        error_messages={"required": "Skriv vem som ska svara"},
    )
    reason = forms.CharField(
        label="Skäl",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Skriv varför"},
    )
    use_required_attribute = False


class OtherWay(AnsweringView):
    """A form of one step that the one who is to answer takes herself."""

    is_hers_alone = True
    action: Action
    template: str

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:  # noqa: ARG002
        return self.page(self.form())

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        if not form.is_valid():
            return self.page(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        try:
            return self.done(form.cleaned_data)
        except ActionRefused as refused:
            for each in refused.refusals:
                form.add_error(None, f"{capital(each.text)}.")
            return self.page(form, status=HTTPStatus.CONFLICT)

    def form(self, data: Any = None) -> forms.Form:
        raise NotImplementedError

    def done(self, data: dict[str, Any]) -> HttpResponseRedirect:
        raise NotImplementedError

    def page(self, form: forms.Form, *, status: int = HTTPStatus.OK) -> HttpResponse:
        hindrances = refusals(self.action, snapshot_of(self.case, on=self.today))
        context = self.told | {
            "form": form,
            "hindrances": hindrances,
            "requests": answering.time_requests(self.case),
        }
        return render(self.request, self.template, context, status=status)


class MoreTime(OtherWay):
    action = Action.ASK_FOR_TIME
    template = "arenden/answers/time.html"

    def form(self, data: Any = None) -> forms.Form:
        return TimeForm(data)

    def done(self, data: dict[str, Any]) -> HttpResponseRedirect:
        day = data["proposed_on"]
        ask_for_time(case=self.case, doing=self.doing(), proposed_on=day, reason=data["reason"])
        messages.success(
            self.request, f"Du har bett om tid till {full_date(day)}. Kansliet ger besked."
        )
        return self.to()


class PassOn(OtherWay):
    """The chair of a nämnd lets a board member or a federation's chair answer (KL 5:63)."""

    action = Action.TRANSFER_ANSWER
    template = "arenden/answers/transfer.html"

    def form(self, data: Any = None) -> forms.Form:
        form = TransferForm(data)
        field = form.fields["to"]
        field.offer(People(self.organisation, self.today))  # type: ignore[attr-defined]
        offered = answering.named_by_law(self.organisation, on=self.today)
        field.widget.suggestions = lambda: offered
        return form

    def done(self, data: dict[str, Any]) -> HttpResponseRedirect:
        [name] = data["to"]
        transfer_answer(case=self.case, doing=self.doing(), to=name, reason=data["reason"])
        messages.success(self.request, f"Svaret är överlåtet till {name}.")
        slug = self.organisation.slug
        if can_read(self.user, self.case, on=self.today):
            return redirect("arenden:case", slug, self.case.public_id)
        return redirect("arenden:answers", slug)

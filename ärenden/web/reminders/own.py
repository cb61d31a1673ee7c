"""Dina påminnelser: by mail or not, at once or once a day, in which hours, and which of them."""

from collections.abc import Iterator
from datetime import time
from functools import cached_property
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from accounts.roles import Verb
from kernel.fields import TimeField
from parties.models import Organisation
from ärenden.actions.reminders.own import choose
from ärenden.choices import Audience, Wanted
from ärenden.exceptions import ActionRefused
from ärenden.models import ReminderRule, ReminderSettings
from ärenden.queries.reminder_rules import rules_for, settings_of, wanted_by
from ärenden.web.base import WorkView
from ärenden.web.reminders.words import purpose_of, when_of

SHORT = {"class": "tiny"}
YES, NO = "1", ""
AT_ONCE, DIGEST = "genast", "samlat"
USUAL_DIGEST = time(7, 30)
WHEN_YOU = {
    Audience.ANSWERER: "När du ska svara",
    Audience.HANDLER: "Ärenden som du handlägger eller vikarierar för",
    Audience.OFFICE: "Det som kansliet ska göra",
    Audience.ASKED: "När ditt organ ska yttra sig",
    Audience.PRESIDIUM: "När du sitter i presidiet",
    Audience.ASKER: "Det som du har lämnat in",
    Audience.GROUP_LEADER: "Det som din grupp har lämnat in",
    Audience.MEMBERS: "Organ där du är ledamot eller ersättare",
}


def line_of(rule: ReminderRule) -> str:
    when = when_of(rule)
    return f"{purpose_of(rule)}: {when[:1].lower()}{when[1:]}"


class OwnForm(forms.Form):
    """`rules` are those that the person may choose."""

    use_required_attribute = False
    by_mail = forms.ChoiceField(
        label="Påminnelser med e-post",
        choices=((YES, "Ja"), (NO, "Bara sådant som inte kan väljas bort")),
        widget=forms.RadioSelect(attrs={"class": "seg"}),
        required=False,
    )
    pace = forms.ChoiceField(
        label="Hur ofta",
        choices=((AT_ONCE, "Var för sig, när det är dags"), (DIGEST, "Samlat en gång om dagen")),
        widget=forms.RadioSelect(attrs={"class": "seg"}),
        error_messages={"required": "Välj hur ofta du vill ha mejl"},
    )
    digest_at = TimeField(
        label="Klockslag för det samlade mejlet",
        help_text="Används bara om du vill ha det samlat.",
        required=False,
        widget=forms.TextInput(attrs=SHORT),
    )
    quiet_from = TimeField(
        label="Inga mejl från kl.",
        error_messages={"required": "Ange när den tysta tiden börjar"},
        widget=forms.TextInput(attrs=SHORT),
    )
    quiet_until = TimeField(
        label="till kl.",
        error_messages={"required": "Ange när den tysta tiden slutar"},
        help_text="Samma klockslag två gånger betyder att mejl får komma när som helst.",
        widget=forms.TextInput(attrs=SHORT),
    )

    def __init__(self, *data: Any, rules: list[ReminderRule], **options: Any) -> None:
        super().__init__(*data, **options)
        self.rules = {str(rule.public_id): rule for rule in rules}
        for audience, label in WHEN_YOU.items():
            own = [(key, rule) for key, rule in self.rules.items() if rule.audience == audience]
            if own:
                self.fields[audience.value] = forms.MultipleChoiceField(
                    label=label,
                    choices=[(key, line_of(rule)) for key, rule in own],
                    widget=forms.CheckboxSelectMultiple,
                    required=False,
                )

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("pace") == DIGEST and data.get("digest_at", USUAL_DIGEST) is None:
            self.add_error("digest_at", "Skriv när det samlade mejlet ska komma")
        return data

    @property
    def about_mail(self) -> list[forms.BoundField]:
        return [self["by_mail"], self["pace"], self["digest_at"]]

    @property
    def quiet(self) -> list[forms.BoundField]:
        return [self["quiet_from"], self["quiet_until"]]

    @property
    def kinds(self) -> list[forms.BoundField]:
        return [self[audience.value] for audience in WHEN_YOU if audience.value in self.fields]

    def wanted(self) -> list[ReminderRule]:
        chosen = (self.cleaned_data.get(audience.value, []) for audience in WHEN_YOU)
        return [self.rules[key] for keys in chosen for key in keys]


class OwnReminders(WorkView):
    """Whoever has a role in the organisation."""

    def get(self, _request: HttpRequest, **_: str) -> HttpResponse:
        return self._page(OwnForm(rules=self._choosable, initial=self._initial()))

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        form = OwnForm(request.POST, rules=self._choosable)
        if not form.is_valid():
            return self._page(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        data = form.cleaned_data
        settings = ReminderSettings(
            user=self.user,
            organisation=self.organisation,
            by_mail=data["by_mail"] == YES,
            digest_at=data["digest_at"] if data["pace"] == DIGEST else None,
            quiet_from=data["quiet_from"],
            quiet_until=data["quiet_until"],
        )
        try:
            choose(settings, rules=self._choosable, wanted=form.wanted())
        except ActionRefused as refused:
            form.add_error(None, f"{refused}")
            return self._page(form, status=HTTPStatus.CONFLICT)
        messages.success(request, "Dina påminnelser är sparade.")
        return HttpResponseRedirect(request.path)

    @cached_property
    def _rules(self) -> list[ReminderRule]:
        return rules_for(self.user, self.organisation, on=self.today)

    @property
    def _choosable(self) -> list[ReminderRule]:
        return [rule for rule in self._rules if rule.wanted != Wanted.ALWAYS]

    def _initial(self) -> dict[str, Any]:
        settings = settings_of(self.user, self.organisation)
        wanted = wanted_by(self.user, self._choosable)
        kinds = {
            audience.value: [
                str(rule.public_id)
                for rule in self._choosable
                if rule.audience == audience and rule.pk in wanted
            ]
            for audience in WHEN_YOU
        }
        return kinds | {
            "by_mail": YES if settings.by_mail else NO,
            "pace": DIGEST if settings.digest_at else AT_ONCE,
            "digest_at": settings.digest_at or USUAL_DIGEST,
            "quiet_from": settings.quiet_from,
            "quiet_until": settings.quiet_until,
        }

    def _page(self, form: OwnForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
        context = {
            "form": form,
            "always": list(_always(self._rules, self.organisation)),
            "has_desk": self.may(Verb.PREPARE),
        }
        return render(self.request, "arenden/reminders/own.html", context, status=status)


def _always(
    rules: list[ReminderRule], organisation: Organisation
) -> Iterator[tuple[str, list[str]]]:
    """What cannot be turned off, by why."""
    urgent = [line_of(rule) for rule in rules if rule.is_escalation]
    others = [
        line_of(rule) for rule in rules if rule.wanted == Wanted.ALWAYS and not rule.is_escalation
    ]
    if urgent:
        yield "De här går ut därför att det är bråttom eller redan för sent.", urgent
    if others:
        yield f"De här har {organisation.name} bestämt att alla ska få.", others

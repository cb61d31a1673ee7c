"""Påminnelser: who is reminded of what and when, as sentences that the organisation may change."""

from functools import cached_property
from itertools import groupby
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404

from kernel.fields import TimeField
from kernel.text import counted
from parties.changes import Administering
from ärenden.actions.reminders.rules import add_rule, change_rule, end_rule, restore_rules
from ärenden.choices import Audience, Purpose, Side, Trigger, Unit, Wanted
from ärenden.models import ReminderRule
from ärenden.queries.reminder_rules import in_order, rules_of, waiting_by
from ärenden.reminding import MORNING
from ärenden.web.administration.base import AdminView, Edit, Group, Listing, Row, Way
from ärenden.web.administration.forms import AdminForm
from ärenden.web.reminders.words import (
    CHOOSING,
    EVERYTHING,
    TO,
    purpose_of,
    sentence_of,
    when_of,
)

FIELDS = (
    *("purpose", "trigger", "n", "unit", "side", "at", "audience", "wanted", "is_escalation"),
)
FARTHEST = 365
COMING = "Nya görs inom en minut."


class RuleForm(AdminForm):
    purpose = forms.ChoiceField(
        label="Vad som ska göras", choices=[("", EVERYTHING), *Purpose.choices], required=False
    )
    trigger = forms.ChoiceField(
        label="När den skickas",
        choices=Trigger.choices,
        widget=forms.RadioSelect(attrs={"class": "seg"}),
    )
    n = forms.IntegerField(
        label="Hur lång tid",
        help_text="0 betyder samma dag.",
        min_value=0,
        max_value=FARTHEST,
        required=False,
        widget=forms.TextInput(attrs={"class": "tiny", "inputmode": "numeric"}),
        error_messages={
            "invalid": "Skriv tiden med siffror",
            "min_value": "Skriv 0 eller mer. Välj före eller efter för sig",
            "max_value": f"Skriv högst {FARTHEST}",
        },
    )
    unit = forms.ChoiceField(label="Enhet", choices=Unit.choices)
    side = forms.ChoiceField(label="Före eller efter", choices=Side.choices)
    at = TimeField(label="Klockan", widget=forms.TextInput(attrs={"class": "tiny"}))
    audience = forms.ChoiceField(label="Till vem", choices=Audience.choices)
    wanted = forms.ChoiceField(
        label="Får den väljas bort",
        choices=Wanted.choices,
        widget=forms.RadioSelect,
    )
    is_escalation = forms.BooleanField(
        label="Det brådskar eller är för sent",
        help_text="Skickas genast, också till den som vill ha sina mejl samlade, och kan inte"
        " väljas bort.",
        required=False,
    )

    def current(self) -> dict[str, Any]:
        rule: ReminderRule | None = self.desk.row
        if rule is not None:
            return {name: getattr(rule, name) for name in FIELDS}
        return {
            "trigger": Trigger.TIME,
            "unit": Unit.DAYS,
            "side": Side.BEFORE,
            "at": MORNING,
            "wanted": Wanted.UNLESS_DECLINED,
        }

    @property
    def time(self) -> list[forms.BoundField]:
        return [self["n"], self["unit"], self["side"], self["at"]]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("trigger") == Trigger.TIME:
            self._check_time(data)
        elif data.get("trigger"):
            data |= {"n": 0, "unit": Unit.DAYS, "side": Side.BEFORE, "at": data.get("at", MORNING)}
        if data.get("is_escalation") and data.get("wanted") != Wanted.ALWAYS:
            self.add_error("wanted", "En påminnelse som brådskar går alltid ut")
        return data

    def _check_time(self, data: dict[str, Any]) -> None:
        if not data.get("purpose"):
            self.add_error("purpose", "Välj vad som ska göras: tiden räknas från den dagen")
        if data.get("n") is None and "n" not in self.errors:
            self.add_error("n", "Skriv hur lång tid före eller efter")

    def save(self, doing: Administering) -> str:
        old: ReminderRule | None = self.desk.row
        new = ReminderRule(**{name: self.cleaned_data[name] for name in FIELDS})
        if old is None:
            add_rule(new, doing=doing)
            return f"Påminnelsen lades till. {COMING[:-1]}"
        if all(getattr(old, name) == getattr(new, name) for name in FIELDS):
            return "Inget var ändrat"
        waiting = vars(old)["waiting"]
        change_rule(old, new, doing=doing)
        left = waiting_by(old)
        told = [effect(waiting - left), still_to_go(left), COMING[:-1]]
        return f"Påminnelsen ändrades. {' '.join(filter(None, told))}"


def still_to_go(left: int) -> str:
    """Those whose time had come before the rule was changed."""
    told = counted(left, "påminnelse", "påminnelser")
    return f"{told} vars tid redan har kommit skickas ändå." if left else ""


def effect(waiting: int) -> str:
    """What became of those that had been made by a rule that is no more."""
    if not waiting:
        return "Ingen väntade på sin tid enligt den gamla regeln."
    return f"{counted(waiting, 'påminnelse', 'påminnelser')} som väntade skickas inte."


class Reminders(Listing):
    section = "admin_reminders"
    title = "Påminnelser"
    lead = (
        "Vem som påminns om vad, och när. En påminnelse som hamnar på en dag då ingen arbetar"
        " flyttas till en arbetsdag."
    )

    def ways(self) -> list[Way]:
        return [
            Way("Lägg till påminnelse", self.to("admin_reminder_new")),
            Way("Återställ till standard", self.to("admin_reminders_restore")),
        ]

    def groups(self) -> list[Group]:
        rules = in_order(rules_of(self.organisation))
        return [
            Group(
                heading=purpose_of(of_purpose[0]),
                columns=("När", "Till vem", "Får väljas bort"),
                rows=[self._row(rule) for rule in of_purpose],
                empty="",
            )
            for of_purpose in (
                list(found) for _, found in groupby(rules, key=lambda rule: rule.purpose)
            )
        ]

    def _row(self, rule: ReminderRule) -> Row:
        waiting = vars(rule)["waiting"]
        urgent = "Det brådskar eller är för sent" if rule.is_escalation else ""
        return Row(
            mark=when_of(rule),
            title=f"Till {TO[Audience(rule.audience)]}",
            url=self.to("admin_reminder", reminder_rule=rule.public_id),
            meta=". ".join(filter(None, (urgent, f"{waiting} väntar" if waiting else ""))),
            detail=CHOOSING[Wanted(rule.wanted)],
        )


class NewRule(Edit):
    section = back = "admin_reminders"
    form_class = RuleForm
    template = "arenden/administration/reminder.html"
    adding = "Lägg till påminnelse"


class EditRule(NewRule):
    is_removable = True

    @cached_property
    def row(self) -> ReminderRule:
        rules = rules_of(self.organisation)
        return get_object_or_404(rules, public_id=self.kwargs["reminder_rule"])

    @property
    def heading(self) -> str:
        return f"{purpose_of(self.row)}: {sentence_of(self.row)}"

    @property
    def lead(self) -> str:  # type: ignore[override]  # told of this very rule
        waiting = vars(self.row)["waiting"]
        if not waiting:
            return "Ingen påminnelse väntar enligt regeln."
        told = counted(waiting, "påminnelse väntar", "påminnelser väntar")
        return f"{told} enligt regeln. Ändras den görs de om, och tas den bort skickas de inte."

    def take_away(self, doing: Administering) -> str:
        """It ends; what was sent by it keeps its words."""
        waiting = vars(self.row)["waiting"]
        end_rule(self.row, doing=doing)
        return f"Påminnelsen togs bort. {effect(waiting)[:-1]}"


class Restore(AdminView):
    """Asks before the organisation's own rules are ended."""

    section = "admin_reminders"

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        return self.show(
            "arenden/administration/reminders_restore.html",
            title="Återställ påminnelserna till standard",
            back=self.to("admin_reminders"),
        )

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        ended, made = restore_rules(doing=self.administering)
        told = f"Påminnelserna är återställda: {ended} togs bort och {made} lades till."
        messages.success(request, told)
        return HttpResponseRedirect(self.to("admin_reminders"))

"""Partier och partigrupper: the organisation's own parties, and the groups of its bodies."""

from functools import cached_property
from http import HTTPStatus
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from parties.changes import Administering, in_words, log, shown, store, told_period
from parties.choices import PartyScope
from parties.directory import bodies_of, parties_of
from parties.models import Party, PartyGroup
from ärenden.web.administration.base import Edit, Group, Listing, Row, Way
from ärenden.web.administration.forms import AdminForm, DatedForm, RowChoice, RowChoices, RowForm

COLOUR = RegexValidator(
    r"^#[0-9A-Fa-f]{6}$", "Skriv färgen som # och sex tecken, till exempel #6B4E8E"
)
COLUMNS = ("Partier", "Grupp", "Tid")


class PartyForm(RowForm, DatedForm):
    model = Party
    stored = ("name", "abbreviation", "colour")
    name = forms.CharField(label="Namn", max_length=120)
    abbreviation = forms.CharField(
        label="Förkortning", max_length=8, widget=forms.TextInput(attrs={"class": "tiny"})
    )
    colour = forms.CharField(
        label="Färg (frivilligt)",
        help_text="Texten på den blir svart eller vit, den som syns bäst. Utan färg blir den grå.",
        required=False,
        validators=[COLOUR],
        widget=forms.TextInput(attrs={"class": "short"}),
    )

    def new_row(self) -> Party:
        return Party(organisation=self.desk.organisation, scope=PartyScope.LOCAL)


class Parties(Listing):
    section = "admin_parties"
    title = "Partier"

    def ways(self) -> list[Way]:
        return [Way("Lägg till lokalt parti", self.to("admin_party_new"))]

    def groups(self) -> list[Group]:
        columns = ("Parti", "Namn", "Tid")
        national = parties_of(self.organisation, on=self.today).filter(organisation=None)
        local = self.organisation.local_parties.order_by("abbreviation", "period")
        return [
            Group(
                heading="Lokala partier",
                columns=columns,
                rows=[self._local(party) for party in local],
                empty="Inga lokala partier är upplagda.",
            ),
            Group(
                heading="Riksdagens partier",
                columns=columns,
                rows=[self._row(party) for party in national],
                empty="",
                when="De är gemensamma för alla organisationer och ändras inte här.",
            ),
        ]

    def _row(self, party: Party, url: str = "") -> Row:
        return Row(
            party=party.abbreviation,
            title=party.name or party.abbreviation,
            url=url,
            detail=told_period(party.period),
        )

    def _local(self, party: Party) -> Row:
        return self._row(party, self.to("admin_party", party=party.public_id))


class NewParty(Edit):
    section = back = "admin_parties"
    form_class = PartyForm
    adding = "Lägg till lokalt parti"


class EditParty(NewParty):
    is_removable = True

    @cached_property
    def row(self) -> Party:
        return get_object_or_404(self.organisation.local_parties, public_id=self.kwargs["party"])


class GroupForm(RowForm, DatedForm):
    model = PartyGroup
    stored = ("name", "body")
    name = forms.CharField(label="Namn", max_length=120)
    body = RowChoice(label="Organ", empty_label=None)
    parties = RowChoices(label="Partier i gruppen")

    def current(self) -> dict[str, Any]:
        row = self.desk.row
        return super().current() | ({"parties": list(row.parties.all())} if row else {})

    def prepare(self) -> None:
        organisation, today = self.desk.organisation, self.desk.today
        self.offer("body", bodies_of(organisation, on=today))
        self.offer("parties", parties_of(organisation, on=today))

    def new_row(self) -> PartyGroup:
        return PartyGroup()

    def about(self) -> list[Any]:
        return [self.cleaned_data["body"]]

    def save(self, doing: Administering) -> str:
        """The parties are logged like the other fields, though they lie in a table of their own."""
        row = self.desk.row or self.new_row()
        chosen = self.cleaned_data["parties"]
        summary = f"Gruppen {self.called()} {'ändrades' if row.pk else 'lades till'}"
        with in_words():
            before = listed(row.parties.all()) if row.pk else ""
            values = self.values()
            changed = store(row, doing=doing, summary=summary, about=self.about(), **values)
            row.parties.set(chosen)
            if before != listed(chosen):
                changes = [("Partier", shown(before), shown(listed(chosen)))]
                log(doing, summary, about=[row], changes=changes)
                changed = True
        return summary if changed else "Inget var ändrat"


class Groups(Listing):
    section = "admin_groups"
    title = "Partigrupper"

    def ways(self) -> list[Way]:
        return [Way("Lägg till partigrupp", self.to("admin_group_new"))]

    def groups(self) -> list[Group]:
        rows = PartyGroup.objects.filter(body__organisation=self.organisation)
        ordered = (
            rows.select_related("body")
            .prefetch_related("parties")
            .order_by("-period", "body__kind", "body__name", "name")
        )
        now, ended = self.by_time(ordered)
        current = Group(
            heading="Partigrupper nu",
            columns=COLUMNS,
            rows=[self._row(row) for row in now],
            empty="Inga partigrupper är upplagda.",
            when="En gruppledare eller politisk sekreterare får sin roll i en grupp.",
        )
        earlier = Group(
            heading="Tidigare partigrupper",
            columns=COLUMNS,
            rows=[self._row(row) for row in ended],
            empty="",
        )
        return [current, earlier] if ended else [current]

    def _row(self, group: PartyGroup) -> Row:
        return Row(
            mark=listed(group.parties.all()),
            title=group.name,
            url=self.to("admin_group", group=group.public_id),
            meta=group.body.name,
            detail=told_period(group.period),
        )


class NewGroup(Edit):
    section = back = "admin_groups"
    form_class = GroupForm
    adding = "Lägg till partigrupp"


class EditGroup(NewGroup):
    is_removable = True

    @cached_property
    def row(self) -> PartyGroup:
        rows = PartyGroup.objects.filter(body__organisation=self.organisation)
        return get_object_or_404(rows.select_related("body"), public_id=self.kwargs["group"])

    def page(self, form: AdminForm, *, status: int = HTTPStatus.OK, **more: Any) -> HttpResponse:
        lead = f"{self.row.body} · {told_period(self.row.period)}"
        return super().page(form, status=status, lead=lead, **more)


def listed(parties: Any) -> str:
    return ", ".join(sorted(party.abbreviation for party in parties))

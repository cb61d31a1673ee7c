"""Inställningar: the organisation's name, numbers and what its rules of procedure allow."""

from functools import cached_property

from django import forms

from accounts.roles import Role
from parties.models import Organisation
from parties.models.organisations import DIGITS
from ärenden.web.administration.base import Edit
from ärenden.web.administration.forms import RowForm


class OrganisationForm(RowForm):
    model = Organisation
    stored = (
        *("name", "organisation_number", "area_code"),
        *("allows_answer_transfer", "second_factor_roles"),
    )
    name = forms.CharField(label="Namn", max_length=120)
    organisation_number = forms.RegexField(
        regex=r"^\d{10}$",
        label="Organisationsnummer (frivilligt)",
        required=False,
        empty_value=None,
        error_messages={"invalid": DIGITS.format("tio")},
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )
    area_code = forms.RegexField(
        regex=r"^\d{2}(\d{2})?$",
        label="Kommun- eller länskod (frivilligt)",
        required=False,
        error_messages={"invalid": DIGITS.format("två eller fyra")},
        widget=forms.TextInput(attrs={"class": "tiny", "inputmode": "numeric"}),
    )
    allows_answer_transfer = forms.BooleanField(
        label="Arbetsordningen låter svaret överlåtas",
        help_text="Till dem som kommunallagen nämner (5 kap. 63 §).",
        required=False,
    )

    second_factor_roles = forms.MultipleChoiceField(
        label="Roller som loggar in i två steg",
        help_text="Gäller från nästa klick. Den som saknar passnyckel eller app får lägga till en.",
        choices=Role.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def called(self) -> str:
        return "Inställningarna"


class EditOrganisation(Edit):
    section = back = "admin_organisation"
    form_class = OrganisationForm

    @cached_property
    def row(self) -> Organisation:
        return self.organisation

    @property
    def heading(self) -> str:
        return "Inställningar"

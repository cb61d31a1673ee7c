"""Inställningar: the organisation's name and numbers, its rules, and its public site."""

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
        *("feedback_email", "publication_basis", "is_indexed"),
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

    feedback_email = forms.EmailField(
        label="E-post för tillgänglighet (frivilligt)",
        help_text="Står i den publika webbplatsens tillgänglighetsredogörelse. Adresser med samma"
        " domän räknas inte som privata när något ska publiceras.",
        required=False,
    )
    publication_basis = forms.CharField(
        label="Vanlig grund för publicering (frivilligt)",
        help_text="Föreslås när något publiceras, till exempel kommunens riktlinje.",
        max_length=200,
        required=False,
    )
    is_indexed = forms.BooleanField(
        label="Sökmotorer får visa den publika webbplatsen",
        help_text="Annars ber sidorna sökmotorer att inte ta med dem.",
        required=False,
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

"""The forms of a person: the name, the party, and each uppdrag."""

from typing import Any

from django import forms
from django.db import transaction

from kernel.fields import DateField
from kernel.periods import period
from parties.assignments import change_party
from parties.changes import Administering
from parties.choices import AssignmentRole
from parties.directory import by_rank, parties_of
from parties.memberships import name_accounts
from parties.models import Assignment, Party, PartyAffiliation, Person
from ärenden.actions.search import refresh_named
from ärenden.web.administration.forms import SHORT, AdminForm, DatedForm, RowChoice, RowForm

NO_PARTY = ("–", "Partilös")


class PersonForm(RowForm):
    model = Person
    row: Person
    stored = ("given_name", "family_name", "has_protected_identity")
    given_name = forms.CharField(label="Förnamn", required=False, max_length=80)
    family_name = forms.CharField(label="Efternamn", max_length=80)
    has_protected_identity = forms.BooleanField(label="Skyddade personuppgifter", required=False)

    def proposed(self) -> dict[str, Any]:
        return {}

    @transaction.atomic
    def save(self, doing: Administering) -> str:
        """The person; what is told of one who is or was protected is written anew."""
        said = super().save(doing)
        protection, changed = "has_protected_identity", self.changed_data
        is_kept = protection in changed or self.cleaned_data[protection]
        if isinstance(self.desk.row, Person) and changed and is_kept:
            refresh_named(self.desk.row)
            name_accounts(self.desk.row)
        return said

    def called(self) -> str:
        """The person as the model names one, also whoever is protected from now on."""
        return Person(**{name: self.cleaned_data[name] for name in self.stored}).name


class PartyField(forms.ChoiceField):
    """A party of the day by its letters, or partilös."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"label": "Parti"} | options)
        self.parties: dict[str, Party] = {}

    def offer(self, rows: Any) -> None:
        self.parties = {row.abbreviation: row for row in rows}
        listed = [(letters, f"{letters} – {row}") for letters, row in self.parties.items()]
        self.choices = [("", "Välj parti"), *listed, NO_PARTY]

    def party(self, chosen: str) -> Party | None:
        return self.parties.get(chosen)


class AffiliationForm(AdminForm):
    """Another party, or none, from a day on."""

    button = "Byt parti"
    party = PartyField(error_messages={"required": "Välj parti, eller partilös"})
    first = DateField(label="Från och med", widget=forms.TextInput(attrs=SHORT))

    def current(self) -> dict[str, Any]:
        return {"first": self.desk.today}

    def prepare(self) -> None:
        self.chooser.offer(parties_of(self.desk.organisation, on=self.desk.today))

    @property
    def chooser(self) -> PartyField:
        field = self.fields["party"]
        assert isinstance(field, PartyField)  # noqa: S101  # declared above
        return field

    def chosen(self) -> Party | None:
        return self.chooser.party(self.cleaned_data["party"])

    def save(self, doing: Administering) -> str:
        person, party = self.desk.owner, self.chosen()
        change_party(person, party, first=self.cleaned_data["first"], doing=doing)
        return (
            f"{person} {f'tillhör nu {party}' if party else 'är nu partilös'}; uppdragen står kvar"
        )


class NewPersonForm(PersonForm, AffiliationForm):
    """A person is added with the party, which may be partilös."""

    button = "Lägg till"

    def current(self) -> dict[str, Any]:
        return AffiliationForm.current(self)

    @transaction.atomic
    def save(self, doing: Administering) -> str:
        said = PersonForm.save(self, doing)
        PartyAffiliation.objects.create(
            person=self.row, party=self.chosen(), period=period(self.cleaned_data["first"])
        )
        return said


class AssignmentForm(RowForm, DatedForm):
    model = Assignment
    stored = ("body", "role", "title", "elected_for", "substitution_order")
    body = RowChoice(
        label="Organ", required=False, empty_label="Inget organ, en titel som kommunalråd"
    )
    role = forms.ChoiceField(label="Roll", choices=AssignmentRole.choices)
    title = forms.CharField(
        label="Titel, när den är en annan än rollens namn (frivilligt)",
        required=False,
        max_length=160,
    )
    elected_for = RowChoice(
        label="Vald för parti (frivilligt)",
        help_text="Platsen behåller partiet den valdes för, också när personen byter parti.",
        required=False,
        empty_label="Inget angivet",
    )
    substitution_order = forms.IntegerField(
        label="Ordning bland ersättarna (frivilligt)",
        required=False,
        min_value=1,
        max_value=999,
        widget=forms.TextInput(attrs={"class": "tiny", "inputmode": "numeric"}),
    )

    def proposed(self) -> dict[str, Any]:
        return super().proposed() | {"role": AssignmentRole.MEMBER}

    def prepare(self) -> None:
        organisation, today = self.desk.organisation, self.desk.today
        self.offer("body", by_rank(organisation.bodies.all()))
        self.offer("elected_for", parties_of(organisation, on=today))

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        is_office = data.get("role") == AssignmentRole.OFFICE_HOLDER
        if is_office and not data.get("title"):
            self.add_error("title", "Skriv titeln, som kommunalråd eller oppositionsråd")
        if not is_office and not data.get("body") and "body" not in self.errors:
            self.add_error("body", "Välj organ")
        return data

    def new_row(self) -> Assignment:
        return Assignment(person=self.desk.owner)

    def about(self) -> list[Any]:
        return list(filter(None, [self.desk.owner, self.cleaned_data["body"]]))

    def called(self) -> str:
        data = self.cleaned_data
        row = Assignment(body=data["body"], role=data["role"], title=data["title"])
        return f"Uppdraget {row.printed_title} för {self.desk.owner}"

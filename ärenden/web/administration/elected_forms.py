"""A whole body pasted after an election: read, shown as a table, corrected, saved at once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from parties.assignments import Elected
from parties.changes import last_day
from parties.choices import AssignmentRole
from parties.defaults import last_election, mandate_of
from parties.directory import parties_of, people_of
from parties.models import Organisation, Party, Person
from parties.pasting import NO_PARTY, Line
from ärenden.web.administration.forms import DatedForm

NEW = "new"
MOST_ROWS = 400
ROLES = (
    AssignmentRole.CHAIR,
    AssignmentRole.FIRST_VICE_CHAIR,
    AssignmentRole.SECOND_VICE_CHAIR,
    AssignmentRole.MEMBER,
    AssignmentRole.SUBSTITUTE,
    AssignmentRole.OBSERVER,
)


@dataclass
class Known:
    """The parties and people that the lines may mean, asked for once."""

    organisation: Organisation
    on: date
    parties: dict[str, Party] = field(init=False)
    people: dict[str, list[Person]] = field(init=False)

    def __post_init__(self) -> None:
        self.parties = {row.abbreviation: row for row in parties_of(self.organisation, on=self.on)}
        self.people = {}
        for row in people_of(self.organisation, on=self.on):
            self.people.setdefault(row.full_name.casefold(), []).append(row)

    @property
    def party_names(self) -> dict[str, str]:
        names = {party.name: letters for letters, party in self.parties.items()}
        return names | {letters: letters for letters in self.parties}

    def namesakes(self, name: str) -> list[Person]:
        return self.people.get(" ".join(name.split()).casefold(), [])


class SeatForm(forms.Form):
    """One line: what was understood, and questions about what was not."""

    use_required_attribute = False
    name = forms.CharField(label="Namn", max_length=80)  # as either part of a person's name
    party = forms.ChoiceField(label="Parti")
    role = forms.ChoiceField(label="Uppdrag", choices=[(each.value, each.label) for each in ROLES])
    person = forms.ChoiceField(label="Person", required=False)
    skipped = forms.BooleanField(label="Utelämna", required=False)

    def __init__(self, *args: Any, known: Known, number: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.known, self.number = known, number
        name = self._now("name")
        self.namesakes = known.namesakes(name)
        self.fields["name"].error_messages["required"] = f"Skriv namnet på rad {number}"
        self.fields["party"].error_messages["required"] = f"Välj parti för {name}"
        letters = [(each, each) for each in known.parties]
        self._field("party").choices = [("", "Välj"), *letters, (NO_PARTY, "Partilös")]
        self._field("person").choices = self._who()

    def clean(self) -> dict[str, Any]:
        """A line that is left out needs nothing; a name that others bear must be settled."""
        data = self.cleaned_data
        if data.get("skipped"):
            self.errors.clear()
        elif self.namesakes and not data.get("person") and "person" not in self.errors:
            self.add_error("person", f"Välj vem {data.get('name')} är")
        return data

    @property
    def is_unsure(self) -> bool:
        return bool(self.doubts)

    @property
    def doubts(self) -> list[str]:
        """What the reader could not settle alone."""
        told = []
        typed = self.initial.get("typed_party", "")
        if not self.is_bound and not self.initial.get("party"):
            told.append(f"Partiet {typed} finns inte" if typed else "Partiet framgår inte")
        if self.namesakes and not self.is_bound and not self.initial.get("person"):
            told.append("Namnet finns redan med annat parti: samma person eller en namne?")
        return told

    def elected(self) -> Elected:
        data = self.cleaned_data
        chosen = [row for row in self.namesakes if str(row.public_id) == data["person"]]
        return Elected(
            name=" ".join(data["name"].split()),
            party=self.known.parties.get(data["party"]),
            role=AssignmentRole(data["role"]),
            person=chosen[0] if chosen else None,
        )

    def _who(self) -> list[tuple[str, str]]:
        if not self.namesakes:
            return [(NEW, "Ny person")]
        listed = [(str(row.public_id), _described(row)) for row in self.namesakes]
        return [("", "Välj"), *listed, (NEW, "Ny person, en namne")]

    def _now(self, name: str) -> str:
        typed = self.data.get(self.add_prefix(name)) if self.is_bound else self.initial.get(name)
        return str(typed or "")

    def _field(self, name: str) -> forms.ChoiceField:
        found = self.fields[name]
        assert isinstance(found, forms.ChoiceField)  # noqa: S101  # declared above
        return found


class Seats(forms.BaseFormSet):  # type: ignore[type-arg]  # generic only in the stubs
    """The lines together: no one stands twice."""

    form = SeatForm
    extra = min_num = 0
    max_num = absolute_max = MOST_ROWS
    validate_max = True
    can_order = can_delete = can_delete_extra = validate_min = False
    renderer = None  # the default one

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        known: Known,
        initial: Sequence[dict[str, str]] | None = None,
    ) -> None:
        self.known = known
        super().__init__(data, initial=initial, prefix="rad")

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {"known": self.known, "number": (index or 0) + 1}

    def clean(self) -> None:
        kept = [form for form in self.forms if form.is_valid() and not _is_skipped(form)]
        chosen = Counter(form.cleaned_data["person"] for form in kept)
        twins = Counter(_identity(form) for form in kept)
        for form in kept:
            person = form.cleaned_data["person"]
            same_person = person not in {NEW, ""} and chosen[person] > 1
            if same_person or twins[_identity(form)] > 1:
                form.add_error("name", f"{form.cleaned_data['name']} står två gånger")
        if not kept and not any(form.errors for form in self.forms):
            raise forms.ValidationError("Minst en rad behövs")

    def elected(self) -> list[Elected]:
        return [form.elected() for form in self.forms if not _is_skipped(form)]


class PasteForm(DatedForm):
    """The text, and the time for which all of it holds."""

    text = forms.CharField(
        label="Tabell",
        help_text="Namn, parti och uppdrag i kolumner, från Word, Excel eller en webbsida. En rad"
        " med bara ett parti eller bara ”Ersättare” gäller för raderna under.",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16}),
        error_messages={"required": "Klistra in tabellen"},
    )

    def current(self) -> dict[str, Any]:
        mandate = mandate_of(self.desk.owner, elected=last_election(self.desk.today))
        return {"first": mandate.lower, "last": last_day(mandate)}


class DaysForm(DatedForm):
    """The same time, above the table that was read."""


def _described(person: Any) -> str:
    return f"{person.name} ({person.letters})" if person.letters else person.name


def _is_skipped(form: Any) -> bool:
    return bool(form.cleaned_data.get("skipped"))


def _identity(form: Any) -> tuple[str, str, str, str]:
    data = form.cleaned_data
    return data["name"].casefold(), data["party"], data["role"], data["person"]


def initial_of(line: Line, known: Known) -> dict[str, str]:
    """What stands in the fields of a line that was read."""
    namesakes: list[Any] = known.namesakes(line.name)
    same = [row for row in namesakes if row.letters == line.party]
    person = str(same[0].public_id) if len(same) == 1 else ("" if namesakes else NEW)
    is_known = line.party in known.parties or line.party == NO_PARTY
    return {
        "name": line.name,
        "party": line.party if is_known else "",
        "typed_party": line.party,
        "role": line.role or AssignmentRole.MEMBER,
        "person": person,
    }

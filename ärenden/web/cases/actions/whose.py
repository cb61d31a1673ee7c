"""A name that is corrected: as it is printed, and whose of the register's people it is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from django import forms

from parties.directory import titles_on
from ärenden.actions.values import Name
from ärenden.choices import AgentKind, CaseType
from ärenden.models import AgentSnapshot, Case
from ärenden.web.cases.actions.base import Desk
from ärenden.web.people import TypedName, printed_party
from ärenden.web.registration.askers import people_like
from ärenden.web.registration.registration import FROM_OUTSIDE

NO_ONE = "ingen"
CHOOSE = "Välj vem det är, eller ingen"


def fields_of(row: AgentSnapshot, desk: Desk, *, wanted: str) -> dict[str, forms.Field]:
    """The name as printed, and those that it may be: `wanted` is what they are searched by."""
    return {
        "text": forms.CharField(
            label="Namnet som det står i handlingen",
            max_length=200,
            error_messages={"required": "Skriv namnet"},
        ),
        "party": forms.CharField(
            label="Partiet som det står (frivilligt)",
            max_length=40,
            required=False,
            initial=row.party_printed,
            widget=forms.TextInput(attrs={"class": "tiny"}),
        ),
        "search": forms.CharField(
            label="Sök i registret (frivilligt)",
            required=False,
            help_text="Om personen heter något annat där än i handlingen.",
        ),
        "person": forms.ChoiceField(
            label="Vem det är",
            choices=[*_people(row, desk, wanted), (NO_ONE, "Ingen i registret")],
            widget=forms.RadioSelect,
            error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
        ),
    }


def name_in(data: Mapping[str, Any], row: AgentSnapshot, desk: Desk) -> Name:
    """Someone with a protected identity is linked by the name alone, as in registering."""
    people = desk.people
    read = TypedName(data["text"], data["party"].strip("()[] "))
    known = {str(each.person.public_id): each.person for each in people.candidates}
    person, bearer = known.get(data["person"]), people.bearing(read)
    if person is None and bearer and bearer.person.has_protected_identity:
        person = bearer.person
    name = people.linked(read, person=person, otherwise=_otherwise(row, desk.case))
    party = row.party if data["party"] == row.party_printed else name.party
    return replace(name, party_printed=data["party"], party=party)


def _people(row: AgentSnapshot, desk: Desk, wanted: str) -> Iterator[tuple[str, str]]:
    """Who is linked now, and those who are called what is sought, told apart by offices."""
    named = [each for each in desk.people.candidates if not each.person.has_protected_identity]
    now = [each for each in named if each.person == row.person]
    found = list(dict.fromkeys([*now, *people_like(named, wanted)]))
    titles = titles_on(desk.today, [each.person for each in found])
    for each in found:
        name = f"{each.person} {printed_party(each.party)}".strip()
        told = ", ".join([name, *titles[each.person.pk]])
        yield str(each.person.public_id), f"{told} (som nu)" if each in now else told


def _otherwise(row: AgentSnapshot, case: Case) -> AgentKind:
    """Who is no one of the register: what she was, or who puts matters of this type."""
    kind = AgentKind(row.kind)
    of_type = FROM_OUTSIDE.get(CaseType(case.case_type), kind)
    return of_type if kind == AgentKind.ELECTED else kind

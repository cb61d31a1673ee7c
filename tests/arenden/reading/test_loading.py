"""A reading becomes a case by the same actions as on the pages, once."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from accounts.roles import Verb
from parties.access import may_in
from parties.models import Organisation, Person
from tests.arenden.reading.papers import own_reading
from tests.factories import people
from tests.factories.cases import TODAY, noon
from ärenden.choices import Fact, State
from ärenden.models import Case, CaseEvent, Source, SourceSpan
from ärenden.reading.loader import load, load_readings
from ärenden.reading.parsing import ReadingError

pytestmark = pytest.mark.django_db


def test_case_stops_where_its_paper_ends_and_says_what_is_unknown(tmp_path: Path) -> None:
    load(own_reading(tmp_path), registrar=people.user(), at=noon())

    case = Case.objects.get()
    assert (case.state, case.dnr, case.title) == (
        State.REGISTERED,
        None,
        "Interpellation till Sven Svar (S) om bänkar",
    )
    assert CaseEvent.objects.get().unknown == {
        Fact.NUMBER: "Framgår inte",
        Fact.RECEIVED_ON: "Framgår inte",
    }
    assert not case.deadlines.exists()


def test_names_in_print_make_no_people(tmp_path: Path) -> None:
    load(own_reading(tmp_path), registrar=people.user(), at=noon())

    names = Case.objects.get().agents.values_list("name_printed", "party__abbreviation", "person")
    assert set(names) == {("Frida Fråga", "V", None), ("Sven Svar", None, None)}
    assert not Person.objects.exists()


def test_every_field_remembers_its_place(tmp_path: Path) -> None:
    load(own_reading(tmp_path), registrar=people.user(), at=noon())

    source = Source.objects.get()
    question = Case.objects.get().questions.get(number=2)
    span = SourceSpan.objects.get(model="question", row=question.pk)
    assert (span.field, source.text[span.start : span.end]) == ("text", "När målas de?")


def test_loading_twice_does_not_double(tmp_path: Path) -> None:
    reading, registrar = own_reading(tmp_path), people.user()
    load(reading, registrar=registrar, at=noon())

    again = load(reading, registrar=registrar, at=noon())

    assert again == Organisation.objects.get()
    assert (Case.objects.count(), CaseEvent.objects.count()) == (1, 1)
    assert registrar.memberships.count() == 1


def test_the_one_who_loads_becomes_registrar_there(tmp_path: Path) -> None:
    registrar = people.user(people.organisation())

    organisation = load(own_reading(tmp_path), registrar=registrar, at=noon())

    registrar = type(registrar).objects.get(pk=registrar.pk)
    assert may_in(registrar, Verb.REGISTER, organisation=organisation, on=TODAY)


def test_national_party_that_is_already_there_is_used(tmp_path: Path) -> None:
    party = people.party("V", name="Vänsterpartiet")

    load(own_reading(tmp_path), registrar=people.user(), at=noon())

    assert Case.objects.get().agents.get(name_printed="Frida Fråga").party == party


def test_folder_without_any_source_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="ingen av filerna har en läsning"):
        load_readings(tmp_path, registrar=people.user(), at=noon())


def test_command_without_registrar_asks_for_one(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="--registrar E-POSTADRESS"):
        call_command("load_readings", documents=tmp_path, stdout=StringIO())

"""Whom a typed name is linked to."""

import pytest

from kernel.periods import period
from parties.choices import PartyScope
from parties.models import Party
from tests.factories import cases, people
from ärenden.choices import AgentKind
from ärenden.web.people import People, parse_name
from ärenden.web.registration.askers import asker_of

pytestmark = pytest.mark.django_db


def test_office_alone_names_the_one_who_holds_it() -> None:
    world = cases.world()
    known = People(world.organisation, cases.TODAY)

    name = known.named("Kommunstyrelsens ordförande", otherwise=AgentKind.EXTERNAL)

    assert (name.name, name.person, name.body) == (
        "Kommunstyrelsens ordförande",
        world.answerer,
        world.board,
    )


def test_one_of_two_with_the_same_name_is_told_by_the_party() -> None:
    world = cases.world()
    people.person(world.organisation, "Frida Fråga", party=people.party("M"))
    known = People(world.organisation, cases.TODAY)

    linked = [
        known.named(typed, otherwise=AgentKind.EXTERNAL).person
        for typed in ("Frida Fråga (v)", "Frida Fråga", "Frida Fråga (C)")
    ]

    assert linked == [world.asker, None, None]


def test_typed_asker_who_is_protected_is_known_without_her_party_being_told() -> None:
    world = cases.world()
    world.asker.has_protected_identity = True
    world.asker.save()
    known = People(world.organisation, cases.TODAY)

    asker = asker_of(known, parse_name("Frida Fråga"))

    assert (asker.party, asker.person) == ("", str(world.asker.public_id))


def test_local_party_wins_over_a_national_one_of_the_same_letters() -> None:
    world = cases.world()
    local = Party.objects.create(
        organisation=world.organisation,
        abbreviation="V",
        name="Vår Fjärd",
        scope=PartyScope.LOCAL,
        period=period(people.LONG_AGO),
    )

    assert People(world.organisation, cases.TODAY).party("v") == local

"""Skyddade personuppgifter: no page, list, search or timeline names the person."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.corrections import correct
from ärenden.actions.search import refresh_named
from ärenden.models import Case
from ärenden.models.search import Audience
from ärenden.queries.search import found_by

pytestmark = pytest.mark.django_db

NAME = "Frida"  # of the one who asks, in every case of the factories


def protect(world: World) -> None:
    world.asker.has_protected_identity = True
    world.asker.save(update_fields=["has_protected_identity"])
    refresh_named(world.asker)


def readers(world: World) -> list[User]:
    member = people.person(world.organisation, "Lo Ledamot", member_of=world.council)
    return [
        world.registrar,
        people.user(world.organisation, Role.OFFICER),
        people.user(world.organisation, Role.COUNCILLOR, person=member),
    ]


def addresses(case: Case) -> list[str]:
    own = [case.organisation.slug, case.public_id]
    return [
        *(reverse(f"arenden:{name}", args=own) for name in ("case", "journal", "receipt")),
        *(reverse(f"arenden:{name}", args=own[:1]) for name in ("cases", "mail_list", "meetings")),
        *(reverse("arenden:act", args=[*own, name]) for name in ("correct", "receive_answer")),
    ]


def test_name_stands_nowhere(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    agent = case.agents.get(person=world.asker)
    correct(
        case=case,
        doing=world.doing(),
        row=agent,
        field="name_printed",
        text="Frida F Fråga",
        reason="Stod fel",
    )
    protect(world)

    for user in readers(world):
        client.force_login(user)
        for address in addresses(case):
            response = client.get(address)
            assert response.status_code in {200, 403}, address
            assert NAME not in response.content.decode(), address


def test_page_says_that_the_identity_is_protected(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    protect(world)
    client.force_login(world.registrar)

    head = client.get(addresses(case)[0]).context["head"]

    assert [(each.person.name, each.person.has_party) for each in head.askers] == [
        ("Skyddade personuppgifter", False)
    ]


def test_search_does_not_find_a_protected_name_and_finds_it_again_when_it_is_not() -> None:
    world = cases.world()
    cases.registered_case(world)
    found = [Case.objects.filter(found_by(NAME, audience=Audience.STAFF)).count()]

    protect(world)
    found.append(Case.objects.filter(found_by(NAME, audience=Audience.STAFF)).count())
    world.asker.has_protected_identity = False
    world.asker.save()
    refresh_named(world.asker)
    found.append(Case.objects.filter(found_by(NAME, audience=Audience.STAFF)).count())

    assert found == [1, 0, 1]


def test_administrator_protects_a_name_and_search_forgets_it(client: Client) -> None:
    world = cases.world()
    cases.registered_case(world)
    client.force_login(people.user(world.organisation, Role.ADMINISTRATOR))
    own = {"organisation": world.organisation.slug, "person": world.asker.public_id}
    typed = {"given_name": NAME, "family_name": "Fråga", "has_protected_identity": "on"}

    response = client.post(reverse("arenden:admin_person", kwargs=own), typed)

    assert response.status_code == 302
    assert not Case.objects.filter(found_by(NAME, audience=Audience.STAFF)).exists()

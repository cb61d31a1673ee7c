"""Help tells each reader of her own jobs."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from tests.factories import cases, people

pytestmark = pytest.mark.django_db
ANSWERING, GROUP = "Svara på en interpellation eller fråga", "Gruppens bord"


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (Role.COUNCILLOR, {ANSWERING, GROUP}),
        (Role.OFFICER, {ANSWERING}),
        (Role.REVIEWER, set()),
    ],
)
def test_answering_and_the_group_are_told_to_those_who_do_it(
    client: Client, role: Role, told: set[str]
) -> None:
    world = cases.world()
    person = world.asker if role == Role.COUNCILLOR else None
    client.force_login(people.user(world.organisation, role, person=person))

    said = client.get(reverse("arenden:help", args=[world.organisation.slug])).content.decode()

    assert {heading for heading in (ANSWERING, GROUP) if f"<h2>{heading}</h2>" in said} == told

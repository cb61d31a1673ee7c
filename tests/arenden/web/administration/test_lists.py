"""The lists: as many questions to the database with one row as with a hundred."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.roles import Role
from tests.arenden.web.administration.desk import Desk, desk
from tests.factories import people

pytestmark = pytest.mark.django_db
LISTS = (
    *("admin", "admin_bodies", "admin_meetings", "admin_people", "admin_parties"),
    *("admin_groups", "admin_roles", "admin_changes"),
)


def queries(at: Desk, name: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert at.client.get(at.path(name)).status_code == 200
    return len(captured)


def test_lists_ask_as_much_however_long_they_are() -> None:
    at = desk()
    at.send("admin_person", {"family_name": "Ek"}, person=at.world.asker.public_id)
    before = {name: queries(at, name) for name in LISTS}
    for number in range(12):
        person = people.person(
            at.world.organisation,
            f"Nora Ny{number}",
            party=people.party(),
            member_of=at.world.council,
        )
        people.user(at.world.organisation, Role.OFFICER, name=person.name)
        people.body(at.world.organisation, name="Nämnd", abbreviation=f"N{number}")
        fields = {"name": f"P{number}", "abbreviation": f"P{number}", "first": "2022-01-01"}
        at.send("admin_party_new", fields)

    assert {name: queries(at, name) for name in LISTS} == before
    assert max(before.values()) <= 12


def test_person_is_found_by_parts_of_the_name() -> None:
    at = desk()

    page = at.client.get(at.path("admin_people"), {"q": "fri frå"}).content.decode()

    assert ("Frida Fråga" in page, "Sven Svar" in page) == (True, False)

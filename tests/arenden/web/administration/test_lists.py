"""The lists: as many questions to the database with one row as with a hundred."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.roles import Role
from kernel.periods import period
from parties.choices import BodyKind
from parties.models import PartyGroup
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


def test_council_stands_before_the_board_and_the_committees() -> None:
    at = desk()
    for abbreviation, name, kind in (
        ("AB", "Allmännyttan AB", BodyKind.COMPANY),
        ("BN", "Barnnämnden", BodyKind.COMMITTEE),
    ):
        people.body(at.world.organisation, name=name, abbreviation=abbreviation, kind=kind)

    page = at.get("admin_bodies")

    names = ["Kommunfullmäktige", "Kommunstyrelsen", "Barnnämnden", "Allmännyttan AB"]
    assert sorted(names, key=lambda name: page.index(f">{name}<")) == names


def test_coming_meetings_stand_before_those_that_have_been(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    noon = datetime(2027, 6, 2, 12, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: noon)
    at = desk()
    for day in (date(2027, 6, 1), date(2027, 6, 2), date(2027, 6, 3)):
        people.meeting(at.world.board, day)

    page = at.get("admin_meetings")

    told = ["2 juni 2027", "3 juni 2027", "Tidigare 2027", "1 juni 2027"]
    assert sorted(told, key=page.index) == told


def test_groups_of_earlier_terms_stand_by_themselves() -> None:
    at = desk()
    for name, until in (("Nya gruppen", None), ("Gamla gruppen", date(2022, 10, 15))):
        term = period(date(2018, 10, 15), until)
        PartyGroup.objects.create(body=at.world.council, name=name, period=term)

    page = at.get("admin_groups")

    now, earlier = page.index("Nya gruppen"), page.index("Gamla gruppen")
    assert now < page.index("Tidigare partigrupper") < earlier

"""One command, and a municipality can register its first case."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from parties.choices import OrganisationKind
from parties.models import Organisation, Party
from ärenden.models import NumberSeries
from ärenden.web.registration.numbering import usable_series

pytestmark = pytest.mark.django_db
PASSWORD = "gräset växer på torget"
TAKEN = {"name": "Astrid Ansvar", "password": PASSWORD, "again": PASSWORD}


def create(name: str = "Provby kommun", kind: str = "kommun", email: str = "a@x.example") -> str:
    """The path of the printed invitation."""
    out = StringIO()
    given = {"administrator": "Astrid Ansvar", "email": email}
    call_command("create_organisation", kind, name, **given, stdout=out)
    found = re.search(r"/inbjudan/\S+", out.getvalue())
    assert found
    return found[0]


def test_municipality_is_made_with_what_its_first_case_needs() -> None:
    create()

    made = Organisation.objects.get()
    year = timezone.localdate().year
    assert (made.slug, made.kind) == ("provby", OrganisationKind.MUNICIPALITY)
    assert list(made.bodies.order_by("pk").values_list("abbreviation", flat=True)) == ["KS", "KF"]
    assert Party.objects.filter(organisation=None).count() == 8
    assert [each.next for each in usable_series(made, on=timezone.localdate())] == [
        f"KS {year}/00001"
    ]


def test_region_has_a_regions_names() -> None:
    create("Region Provland", "region")

    made = Organisation.objects.get()
    assert (made.slug, set(made.bodies.values_list("name", flat=True))) == (
        "provland",
        {"Regionfullmäktige", "Regionstyrelsen"},
    )
    assert NumberSeries.objects.get().code == "RS"


def test_printed_address_makes_the_first_administrator(client: Client) -> None:
    client.post(create(), TAKEN)

    user = User.objects.get()
    assert (user.email, [row.role for row in user.memberships.all()]) == (
        "a@x.example",
        [Role.ADMINISTRATOR],
    )
    assert client.get(reverse("arenden:admin", args=["provby"]))["Location"].startswith(
        "/konto/tvasteg/"
    )


def test_run_again_replaces_the_lost_invitation_and_makes_nothing_twice(client: Client) -> None:
    lost, found = create(), create()

    assert lost != found
    assert (client.get(lost).status_code, client.get(found).status_code) == (404, 200)
    assert (Organisation.objects.count(), Party.objects.count(), NumberSeries.objects.count()) == (
        1,
        8,
        1,
    )


def test_organisation_that_someone_administers_is_left_alone(client: Client) -> None:
    client.post(create(), TAKEN)

    with pytest.raises(CommandError, match="finns redan och har en administratör"):
        create()


def test_second_organisation_shares_the_national_parties() -> None:
    create()
    create("Annanby kommun")

    assert (Organisation.objects.count(), Party.objects.count()) == (2, 8)


def test_region_and_municipality_of_one_name_are_two_organisations() -> None:
    for name, kind in (("Region Provby", "region"), *[("Provby kommun", "kommun")] * 2):
        create(name, kind)

    assert list(Organisation.objects.order_by("pk").values_list("name", "slug")) == [
        ("Region Provby", "provby"),
        ("Provby kommun", "provby-kommun"),
    ]


@pytest.mark.parametrize(
    ("given", "said"),
    [({"email": "inte en adress"}, "ingen e-postadress"), ({"name": " – "}, "med bokstäver")],
)
def test_what_cannot_be_used_is_said_and_nothing_is_made(given: dict[str, str], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        create(**given)

    assert not Organisation.objects.exists()

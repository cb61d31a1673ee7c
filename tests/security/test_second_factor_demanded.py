"""Where a role demands a second factor, no address does anything without it."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from accounts import drafts
from accounts.models import FormDraft
from accounts.roles import Role
from parties.middleware import PASSABLE
from tests.accounts.accounts import code, with_app
from tests.security.addresses import INTERNAL, Address
from tests.security.register import Register, register

pytestmark = pytest.mark.django_db
SETUP = "/konto/tvasteg/?next="


@pytest.fixture
def made(settings: Settings, tmp_path: Path) -> Register:
    settings.MEDIA_ROOT = tmp_path
    made = register()
    organisation = made.world.organisation
    organisation.second_factor_roles = [Role.REGISTRAR]
    organisation.save()
    return made


def guarded(made: Register) -> list[tuple[Address, str]]:
    """Every address of the table but those that set up or show one, and the way out."""
    found = [(each, made.path(each)) for each in INTERNAL]
    return [(each, path) for each, path in found if not path.startswith(PASSABLE)]


def test_every_address_leads_to_the_page_that_sets_one_up(client: Client, made: Register) -> None:
    client.force_login(made.world.registrar)

    for address, path in guarded(made):
        for response in (client.get(path), client.post(path, {"title": "Bänkar"})):
            assert response.status_code == 302, address
            assert response["Location"].startswith(SETUP), address


def test_script_is_led_there_too(client: Client, made: Register) -> None:
    client.force_login(made.world.registrar)

    for address, path in guarded(made):
        response = client.get(path, headers={"HX-Request": "true"})
        assert response.headers.get("HX-Redirect", "").startswith(SETUP), address


def test_no_address_leads_there_when_it_is_shown(client: Client, made: Register) -> None:
    client.force_login(with_app(made.world.registrar))
    client.post("/konto/bekrafta/kod/", {"code": code()})

    for address, path in guarded(made):
        response = client.get(path)
        response.getvalue()
        assert SETUP not in response.headers.get("Location", ""), address


def test_what_was_typed_is_kept(client: Client, made: Register) -> None:
    user, path = made.world.registrar, f"/org/{made.world.organisation.slug}/registrera/"
    client.force_login(user)

    client.post(path, {"owner": drafts.owner_token(user, path=path), "title": "Bänkar"})

    assert FormDraft.objects.get(user=user).data == {"title": ["Bänkar"]}

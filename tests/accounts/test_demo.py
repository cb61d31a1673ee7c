"""One-click sign-in: the mark and the loopback bind, both, and only those who are offered."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from accounts.models import DemoMark, User
from tests.factories import people

pytestmark = pytest.mark.django_db
LOOPBACK, EVERYWHERE = "127.0.0.1:8000", "0.0.0.0:8000"


def offered() -> User:
    user = people.user(people.organisation())
    row = {"public_id": str(user.public_id), "name": user.name, "role_label": "Registrator"}
    DemoMark.objects.create(created_at=timezone.now(), people=[row])
    return user


def tried(client: Client, who: str, **more: str) -> tuple[int, bool]:
    """The answer's status, and whether it signed anyone in."""
    response = client.post(reverse("accounts:demo_sign_in"), {"user": who}, **more)
    return response.status_code, "_auth_user_id" in client.session


def test_mark_with_loopback_signs_in(client: Client, settings: Settings) -> None:
    settings.DEMO_BIND = LOOPBACK

    assert tried(client, str(offered().public_id)) == (302, True)


@pytest.mark.parametrize("bind", ["", EVERYWHERE, "[::]:8000", "192.0.2.1:8000", "localhost:8000"])
def test_mark_alone_is_refused(client: Client, settings: Settings, bind: str) -> None:
    settings.DEMO_BIND = bind
    user = offered()

    assert tried(client, str(user.public_id)) == (403, False)
    assert user.name not in client.get(reverse("account_login")).content.decode()


def test_loopback_alone_is_refused(client: Client, settings: Settings) -> None:
    settings.DEMO_BIND = LOOPBACK
    user = people.user(people.organisation())

    assert tried(client, str(user.public_id)) == (403, False)


@pytest.mark.parametrize("who", ["", "x", "\0", "1", "9" * 5000])
def test_garbage_is_no_one(client: Client, settings: Settings, who: str) -> None:
    settings.DEMO_BIND = LOOPBACK
    offered()

    assert tried(client, who) == (404, False)


def test_account_that_is_not_offered_is_no_one(client: Client, settings: Settings) -> None:
    settings.DEMO_BIND = LOOPBACK
    offered()
    other = people.user(people.organisation())

    assert tried(client, str(other.public_id)) == (404, False)


def test_deactivated_person_is_no_one(client: Client, settings: Settings) -> None:
    settings.DEMO_BIND = LOOPBACK
    user = offered()
    User.objects.filter(pk=user.pk).update(is_active=False)

    assert tried(client, str(user.public_id)) == (404, False)


def test_name_that_is_made_to_lead_here_is_refused(client: Client, settings: Settings) -> None:
    settings.DEMO_BIND = LOOPBACK

    assert tried(client, str(offered().public_id), HTTP_HOST="evil.example") == (400, False)


def test_post_from_another_site_is_refused(settings: Settings) -> None:
    settings.DEMO_BIND = LOOPBACK

    assert tried(Client(enforce_csrf_checks=True), str(offered().public_id)) == (403, False)

"""Sign-in through the municipality's own provider, over HTTP, with tokens that it signed."""

from collections.abc import Iterator
from time import time
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from accounts.models import SignIn, User
from accounts.openid import FAILED
from accounts.roles import Role
from parties.openid import CANCELLED, UNKNOWN
from tests.accounts.accounts import is_in, with_app
from tests.accounts.provider import CLIENT, PASSWORD, Provider, provider, query
from tests.factories import people

pytestmark = pytest.mark.django_db
HIGH = "http://id.elegnamnden.se/loa/1.0/loa3"


@pytest.fixture(scope="module")
def running() -> Iterator[Provider]:
    with provider() as running:
        yield running


@pytest.fixture
def user(running: Provider, settings: Settings) -> User:
    """A registrar of the organisation whose provider runs, signed in there at a high level."""
    organisation = people.organisation()
    row = people.user(organisation)
    running.claims = {"sub": "u-1", "email": row.email.upper(), "acr": HIGH}
    running.key = Provider(running.issuer).key
    app = {
        "provider_id": "kommun",
        "name": "Provby kommuns inloggning",
        "client_id": CLIENT,
        "secret": PASSWORD,
        "settings": {
            "server_url": running.issuer,
            "organisation": organisation.slug,
            "email_claim": "email",
            "strong_acr": [],
        },
    }
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
    }
    return row


def through(client: Client, running: Provider, *, going: str = "/konto/") -> HttpResponse:
    """From our sign-in page to the provider and back."""
    there = client.get("/logga-in/kommun/", {"next": going})["Location"]
    assert there.startswith(f"{running.issuer}/authorize?")
    back = running.authorize(query(there))
    return client.get(back)


def told(response: HttpResponse) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_sign_in_page_offers_it_by_name(client: Client, user: User) -> None:
    assert "Provby kommuns inloggning" in client.get("/logga-in/").content.decode()
    assert user.is_active


def test_nothing_is_offered_or_answered_where_none_is_configured(client: Client) -> None:
    assert "/logga-in/kommun/" not in client.get("/logga-in/").content.decode()
    assert client.get("/logga-in/kommun/").status_code == 404
    assert client.get("/logga-in/kommun/svar/").status_code == 404


def test_account_gets_in_with_its_level_of_assurance(
    client: Client, running: Provider, user: User
) -> None:
    response = through(client, running)

    assert response["Location"] == "/konto/"
    row = SignIn.objects.get()
    assert (row.user, row.method, row.acr) == (user, SignIn.Method.ORGANISATION, HIGH)
    assert SocialAccount.objects.get().extra_data == {
        "id_token": {"sub": "u-1", "email": user.email.upper(), "acr": HIGH}
    }


def test_afterwards_the_providers_own_name_for_her_decides(
    client: Client, running: Provider, user: User
) -> None:
    through(Client(), running)
    running.claims["email"] = "nytt.namn@provby.example"

    through(client, running)

    assert client.get("/konto/").context["user"] == user


def test_address_given_to_someone_else_opens_nothing(
    client: Client, running: Provider, user: User
) -> None:
    through(Client(), running)
    running.claims["sub"] = "u-2"

    assert told(through(client, running)) == [UNKNOWN]
    assert SignIn.objects.filter(user=user).count() == 1


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize(
    "claims",
    [
        {"email": "ingen@provby.example"},
        {"email": ""},
        {"email": None},
        {"email": ["a"]},
        {"email_verified": False},
    ],
)
def test_stranger_is_told_whom_to_ask_and_makes_no_account(
    client: Client, running: Provider, claims: dict[str, Any]
) -> None:
    before = User.objects.count()
    running.claims |= claims

    assert told(through(client, running)) == [UNKNOWN]
    assert (User.objects.count(), SocialAccount.objects.count()) == (before, 0)
    assert not is_in(client)


@pytest.mark.usefixtures("user")
def test_organisation_cannot_vouch_for_accounts_of_another(
    client: Client, running: Provider
) -> None:
    other = people.user(people.organisation())
    running.claims |= {"sub": "u-9", "email": other.email}

    assert told(through(client, running)) == [UNKNOWN]
    assert not is_in(client)


def test_deactivated_account_stays_out(client: Client, running: Provider, user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)

    assert "Kontot är avstängt" in told(through(client, running))[0]


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://evil.example"},
        {"aud": "annan"},
        {"exp": int(time()) - 3600},
        {"sub": None},
    ],
)
def test_token_for_someone_else_or_another_time_is_refused(
    client: Client, running: Provider, claims: dict[str, Any]
) -> None:
    running.claims |= claims

    assert told(through(client, running)) == [FAILED]
    assert not is_in(client)


@pytest.mark.usefixtures("user")
def test_token_signed_by_another_key_is_refused(client: Client, running: Provider) -> None:
    running.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    assert told(through(client, running)) == [FAILED]


@pytest.mark.usefixtures("user")
def test_answer_that_no_one_asked_for_is_refused(client: Client) -> None:
    response = client.get("/logga-in/kommun/svar/", {"code": "kod", "state": "påhittad"})

    assert told(response) == [FAILED]


@pytest.mark.usefixtures("user")
def test_provider_out_of_reach_is_told(client: Client, settings: Settings) -> None:
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["server_url"] = "http://127.0.0.1:9"

    assert told(client.get("/logga-in/kommun/")) == [FAILED]


@pytest.mark.usefixtures("user")
def test_one_who_cancels_is_told_so(client: Client) -> None:
    there = query(client.get("/logga-in/kommun/")["Location"])

    response = client.get(
        "/logga-in/kommun/svar/", {"error": "access_denied", "state": there["state"]}
    )

    assert told(response) == [CANCELLED]


@pytest.mark.usefixtures("user")
def test_next_never_leads_elsewhere(client: Client, running: Provider) -> None:
    assert through(client, running, going="https://evil.example/")["Location"] == "/"


def test_account_with_an_app_shows_its_code_too(
    client: Client, running: Provider, user: User
) -> None:
    with_app(user)

    assert through(client, running)["Location"] == "/logga-in/kod/"


@pytest.mark.parametrize(("strong", "opens"), [([], False), (["loa2"], False), ([HIGH], True)])
def test_level_that_counts_as_a_second_factor_satisfies_the_demand(
    client: Client,
    running: Provider,
    user: User,
    settings: Settings,
    strong: list[str],
    *,
    opens: bool,
) -> None:
    organisation = user.memberships.get().organisation
    organisation.second_factor_roles = [Role.REGISTRAR]
    organisation.save()
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["strong_acr"] = strong

    through(client, running)

    assert is_in(client) == opens

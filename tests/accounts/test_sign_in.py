"""Where one lands: only ever at an address of our own that shows something."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.accounts.accounts import PASSWORD, account

pytestmark = pytest.mark.django_db
ELSEWHERE = (
    *("https://evil.example/", "//evil.example", "///evil.example", "http:evil.example"),
    *("\\\\evil.example", "javascript:alert(1)", "/\t/evil.example", "\0//evil.example"),
)


def landed(client: Client, path: str, user: User, target: str) -> str:
    fields = {"login": user.email, "password": PASSWORD, "theme": "dark", "next": target}
    return client.post(path, fields)["Location"]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_next_never_leads_elsewhere(client: Client, target: str) -> None:
    user = account()

    assert landed(client, reverse("account_login"), user, target) == "/"
    assert landed(client, reverse("accounts:appearance"), user, target) == "/"


def test_next_over_https_never_leads_to_http(client: Client) -> None:
    client.force_login(account())
    fields = {"theme": "dark", "next": "http://testserver/"}

    response = client.post(reverse("accounts:appearance"), fields, secure=True)

    assert response["Location"] == "/"


def test_sign_in_page_that_leads_to_itself_leads_home(client: Client) -> None:
    client.force_login(account())
    path = reverse("account_login")

    assert client.get(path, {"next": path})["Location"] == "/"


@pytest.mark.parametrize("name", ["accounts:sign_out", "accounts:appearance"])
def test_address_for_posts_leads_home_after_a_new_sign_in(client: Client, name: str) -> None:
    user = account()
    asked = client.post(reverse(name), {"theme": "dark"})["Location"]

    response = client.post(asked, {"login": user.email, "password": PASSWORD}, follow=True)

    assert response.redirect_chain[1][0] == "/"
    assert "_auth_user_id" in client.session


def test_filter_of_a_list_is_there_after_the_sign_in(client: Client) -> None:
    response = client.get("/org/x/arenden/", {"q": "bänkar", "visa": "alla"})

    assert response["Location"] == (
        "/logga-in/?next=%2Forg%2Fx%2Farenden%2F%3Fq%3Db%25C3%25A4nkar%26visa%3Dalla"
    )


def test_theme_that_does_not_exist_changes_nothing(client: Client) -> None:
    user = account()
    client.force_login(user)

    client.post(reverse("accounts:appearance"), {"theme": "x" * 100})

    assert User.objects.get(pk=user.pk).theme == ""


def test_deactivated_account_is_signed_out_at_once(client: Client) -> None:
    user = account()
    client.force_login(user)
    User.objects.filter(pk=user.pk).update(is_active=False)

    assert client.get("/")["Location"] == "/logga-in/?next=%2F"

"""No page of a library reaches a reader: every template is ours, in Swedish, in the shell."""

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from tests.accounts.accounts import PASSWORD, account, code, sign_in, with_app

pytestmark = pytest.mark.django_db
LIBRARY = sorted(
    name
    for name in get_resolver().reverse_dict
    if isinstance(name, str) and name.startswith(("account_", "mfa_", "openid_"))
)
UNWANTED = ("account_signup", "account_email", "account_logout", "mfa_trust", "mfa_edit_webauthn")
HOLD = {
    "account_reset_password_from_key": {"uidb36": "1", "key": "x"},
    "mfa_remove_webauthn": {"pk": 1},
}


@pytest.mark.parametrize("is_signed_in", [False, True])
def test_every_page_of_the_library_is_drawn_by_ours(client: Client, *, is_signed_in: bool) -> None:
    sign_in(client, with_app(account()))
    if is_signed_in:
        client.post("/logga-in/kod/", {"code": code()})
        client.post("/konto/bekrafta/", {"password": PASSWORD})

    drawn = set()
    for name in LIBRARY:
        response = client.get(reverse(name, kwargs=HOLD.get(name)))
        used = {str(template.origin) for template in response.templates if template.name}
        assert not any("site-packages" in each and "allauth" in each for each in used), name
        drawn |= {name} if used else set()

    assert len(drawn) > 2


@pytest.mark.parametrize("name", UNWANTED)
def test_page_that_is_not_wanted_has_no_address(name: str) -> None:
    assert name not in LIBRARY

"""The second step: apps, recovery codes, and roles that demand one."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.test import Client
from django.utils import timezone

from accounts.models import OutgoingMail, SignIn
from accounts.roles import Role
from parties.access import demands_second_factor
from parties.models import Organisation
from tests.accounts.accounts import (
    PASSWORD,
    SECRET,
    account,
    code,
    is_in,
    recovery_codes,
    sign_in,
    with_app,
)
from tests.factories import people

pytestmark = pytest.mark.django_db
SETUP = "/konto/tvasteg/"


def demanding(*roles: Role) -> Organisation:
    organisation = people.organisation()
    organisation.second_factor_roles = list(roles)
    organisation.save()
    return organisation


def confirmed(client: Client) -> None:
    """The password once more, before how one signs in is changed."""
    client.post("/konto/bekrafta/", {"password": PASSWORD})


def test_password_alone_does_not_open_an_account_with_an_app(client: Client) -> None:
    assert sign_in(client, with_app(account()))["Location"] == "/logga-in/kod/"
    assert not is_in(client)


def test_code_opens_and_leads_to_where_one_was_going(client: Client) -> None:
    user = with_app(account())
    sign_in(client, user, QUERY_STRING="next=/konto/")

    response = client.post("/logga-in/kod/", {"code": code()})

    assert response["Location"] == "/konto/"
    assert SignIn.objects.get().second_factor == "totp"


def test_code_is_used_once(client: Client) -> None:
    user, shown = with_app(account()), code()
    sign_in(Client(), user)
    for each in (Client(), client):
        sign_in(each, user)
        each.post("/logga-in/kod/", {"code": shown})

    assert not is_in(client)


@pytest.mark.parametrize(("steps", "opens"), [(-1, True), (1, True), (-3, False), (3, False)])
def test_clock_may_differ_by_half_a_minute(client: Client, *, steps: int, opens: bool) -> None:
    sign_in(client, with_app(account()))

    client.post("/logga-in/kod/", {"code": code(steps=steps)})

    assert is_in(client) == opens


def test_recovery_code_opens_once(client: Client) -> None:
    user = with_app(account())
    spare, second = recovery_codes(user)[0], Client()
    for each in (client, second):
        sign_in(each, user)
        each.post("/logga-in/kod/", {"code": spare})

    assert [is_in(client), is_in(second)] == [True, False]


def test_second_step_can_be_left(client: Client) -> None:
    sign_in(client, with_app(account()))
    assert client.get("/logga-in/")["Location"] == "/logga-in/kod/"

    client.post("/logga-in/avbryt/")

    assert client.get("/logga-in/").status_code == 200


def test_app_is_added_by_its_code(client: Client) -> None:
    user = account()
    sign_in(client, user)
    confirmed(client)
    assert 'role="img"' in client.get("/konto/tvasteg/app/").content.decode()
    session = client.session
    session[SECRET_SESSION_KEY] = SECRET
    session.save()

    response = client.post("/konto/tvasteg/app/", {"code": code()})

    assert response["Location"] == "/konto/tvasteg/koder/"
    assert recovery_codes(user)[0] in client.get(response["Location"]).content.decode()


def test_wrong_code_adds_no_app(client: Client) -> None:
    sign_in(client, account())
    confirmed(client)
    client.get("/konto/tvasteg/app/")

    page = client.post("/konto/tvasteg/app/", {"code": "000000"})

    assert "Koden stämmer inte" in page.content.decode()
    assert not Authenticator.objects.exists()


def test_change_asks_for_the_password_again(client: Client) -> None:
    sign_in(client, account())

    for path in ("app/", "passnyckel/"):
        answer = client.get(f"{SETUP}{path}")["Location"]
        assert answer == f"/konto/bekrafta/?next=%2Fkonto%2Ftvasteg%2F{path[:-1]}%2F"


def test_wrong_password_confirms_nothing(client: Client) -> None:
    sign_in(client, account())

    page = client.post("/konto/bekrafta/", {"password": "fel"})

    assert "Det är inte ditt lösenord" in page.content.decode()
    assert client.get(f"{SETUP}app/").status_code == 302


def test_app_is_removed_with_its_recovery_codes_and_told_by_mail(client: Client) -> None:
    user = with_app(account())
    sign_in(client, user)
    client.post("/logga-in/kod/", {"code": code()})
    confirmed(client)

    client.post(f"{SETUP}app/ta-bort/")

    assert not Authenticator.objects.exists()
    assert OutgoingMail.objects.get().subject == "Appen för koder är borttagen"


def test_new_recovery_codes_replace_the_old(client: Client) -> None:
    user = with_app(account())
    sign_in(client, user)
    client.post("/logga-in/kod/", {"code": code()})
    confirmed(client)
    old = recovery_codes(user)

    client.post(f"{SETUP}koder/nya/")

    assert set(recovery_codes(user)) & set(old) == set()


def test_new_organisation_demands_it_of_those_who_change_the_register() -> None:
    organisation = Organisation(name="Nyby", slug="nyby")

    assert organisation.second_factor_roles == [Role.REGISTRAR, Role.ADMINISTRATOR]


@pytest.mark.parametrize("role", [Role.REGISTRAR, Role.OFFICER])
def test_demand_is_of_a_role_in_its_organisation(role: Role) -> None:
    user = people.user(demanding(Role.REGISTRAR), role)

    assert demands_second_factor(user, on=timezone.localdate()) == (role == Role.REGISTRAR)


def test_demand_leads_to_the_page_that_sets_one_up(client: Client) -> None:
    sign_in(client, account(demanding(Role.REGISTRAR)))

    page = client.get("/", follow=True)

    assert page.redirect_chain == [("/konto/tvasteg/?next=%2F", 302)]
    assert "Din roll kräver tvåstegsinloggning" in page.content.decode()


def test_app_that_was_just_added_satisfies_the_demand(client: Client) -> None:
    sign_in(client, account(demanding(Role.REGISTRAR)))
    confirmed(client)
    client.get("/konto/tvasteg/app/")
    session = client.session
    session[SECRET_SESSION_KEY] = SECRET
    session.save()

    client.post("/konto/tvasteg/app/", {"code": code()})

    assert is_in(client)


def test_session_without_the_second_step_must_show_it(client: Client) -> None:
    client.force_login(with_app(account(demanding(Role.REGISTRAR))))
    assert client.get("/konto/")["Location"] == "/konto/bekrafta/kod/?next=%2Fkonto%2F"

    response = client.post("/konto/bekrafta/kod/?next=/konto/", {"code": code()})

    assert response["Location"] == "/konto/"
    assert is_in(client)

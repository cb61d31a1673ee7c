"""Who guesses is stopped; who is guessed at is not."""

from datetime import timedelta

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django.fixtures import Settings

from accounts import limits
from accounts.limits import GUESSING, Limited
from accounts.models import Attempt, OutgoingMail, User
from accounts.tasks import forget_old_sign_ins
from tests.accounts.accounts import (
    ELSEWHERE,
    HERE,
    account,
    code,
    is_in,
    sign_in,
    with_app,
)
from tests.factories import people

pytestmark = pytest.mark.django_db


def miss(client: Client, user: User, *, address: str = HERE, times: int = 1) -> str:
    """What the last of so many wrong passwords is answered."""
    return [
        sign_in(client, user, "fel lösenord", address=address).content.decode()
        for _ in range(times)
    ][-1]


def missed(user: User, *, address: str = HERE, times: int = 1) -> None:
    """The same without judging the passwords, which takes its time."""
    request = RequestFactory().post("/logga-in/", REMOTE_ADDR=address)
    for _ in range(times):
        limits.begin(Attempt.Kind.PASSWORD, account=user.email, request=request)


def test_too_many_tries_are_refused_even_with_the_right_password(client: Client) -> None:
    user = account()
    miss(client, user, times=GUESSING.pair.most)

    said = sign_in(client, user).content.decode()

    until = timezone.localtime(Attempt.objects.earliest("pk").at + timedelta(minutes=16))
    assert f"För många försök. Försök igen kl. {until:%H.%M}." in said
    assert not is_in(client)


def test_guessing_from_elsewhere_does_not_shut_the_owner_out(client: Client) -> None:
    user = account()
    miss(Client(), user, address=ELSEWHERE, times=GUESSING.pair.most + 1)

    sign_in(client, user)

    assert is_in(client)


def test_guessing_from_many_addresses_leaves_the_address_that_is_known(client: Client) -> None:
    user = account()
    sign_in(Client(), user, address=HERE)
    for number in range(GUESSING.account.most):
        missed(user, address=f"198.51.100.{number}")

    sign_in(client, user, address="203.0.113.1")
    refused = is_in(client)
    sign_in(client, user, address=HERE)

    assert (refused, is_in(client)) == (False, True)


def test_known_subscriber_is_let_in_from_a_new_address_of_hers(client: Client) -> None:
    user = account()
    sign_in(Client(), user, address="2001:db8:0:1::aa")
    for number in range(GUESSING.account.most):
        missed(user, address=f"2001:db8:1:{number:x}::1")

    sign_in(client, user, address="2001:db8:0:2::aa")
    refused = is_in(client)
    sign_in(client, user, address="2001:db8:0:1::bb")

    assert (refused, is_in(client)) == (False, True)


def test_one_address_cannot_try_all_accounts(client: Client) -> None:
    for _ in range(GUESSING.network.most // 5):
        missed(people.user(), times=5)

    said = sign_in(client, account()).content.decode()

    assert "För många försök" in said


def test_ipv6_is_counted_by_subscriber(client: Client) -> None:
    user = account()
    for number in range(GUESSING.pair.most):
        missed(user, address=f"2001:db8:0:1::{number}")

    said = sign_in(client, user, address="2001:db8:0:1:ffff::1").content.decode()

    assert "För många försök" in said


def test_right_password_starts_the_count_over(client: Client) -> None:
    user = account()
    missed(user, times=GUESSING.pair.most - 1)
    sign_in(Client(), user)
    missed(user, times=GUESSING.pair.most - 1)

    assert "hör inte ihop" in miss(client, user)


def test_tries_count_for_a_quarter_of_an_hour(client: Client) -> None:
    user = account()
    missed(user, times=GUESSING.pair.most)
    Attempt.objects.update(at=timezone.now() - GUESSING.pair.within)

    sign_in(client, user)

    assert is_in(client)


def test_administrator_opens_the_account_at_once(client: Client) -> None:
    user = account()
    missed(user, times=GUESSING.pair.most)

    limits.open_account(user)
    sign_in(client, user)

    assert is_in(client)


def test_try_beyond_the_limit_is_refused_before_it_is_judged_and_not_counted() -> None:
    user = people.user()
    missed(user, times=GUESSING.pair.most)

    with pytest.raises(Limited):
        missed(user)
    assert Attempt.objects.count() == GUESSING.pair.most


@pytest.mark.parametrize(
    ("count", "forwarded", "counted"),
    [
        (0, "203.0.113.9", HERE),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "10.0.0.1, 203.0.113.9", "203.0.113.9"),
        (2, "203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", HERE),
        (1, "skräp", ""),
    ],
)
def test_address_is_the_one_that_our_own_proxies_saw(
    client: Client, settings: Settings, count: int, forwarded: str, counted: str
) -> None:
    settings.PROXY_COUNT = count

    sign_in(client, account(), "fel lösenord", headers={"X-Forwarded-For": forwarded})

    assert Attempt.objects.get().network == counted


def test_codes_are_counted_too(client: Client) -> None:
    user = with_app(account())
    sign_in(client, user)
    for _ in range(GUESSING.pair.most):
        client.post("/logga-in/kod/", {"code": "000000"}, REMOTE_ADDR=HERE)

    response = client.post("/logga-in/kod/", {"code": code()}, REMOTE_ADDR=HERE)

    assert "För många försök" in response.content.decode()
    assert not is_in(client)


def test_mails_with_links_are_few(client: Client) -> None:
    user = account()

    for _ in range(5):
        client.post("/logga-in/glomt/", {"email": user.email}, REMOTE_ADDR=HERE)

    assert OutgoingMail.objects.count() == 3


def test_old_tries_are_forgotten() -> None:
    missed(people.user(), times=2)
    oldest = Attempt.objects.earliest("pk")
    Attempt.objects.filter(pk=oldest.pk).update(at=timezone.now() - timedelta(days=2))

    forget_old_sign_ins()

    assert Attempt.objects.count() == 1

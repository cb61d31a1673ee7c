"""Where one is signed in: seen, and ended one by one or all at once."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from accounts import sign_ins
from accounts.models import DemoMark, SignIn
from accounts.tasks import forget_old_sign_ins
from tests.accounts.accounts import ELSEWHERE, HERE, PASSWORD, account, is_in, sign_in

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (FIREFOX, "Firefox på Windows"),
        (PHONE, "Safari på Iphone"),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0 Safari/537.36", "Chrome på Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/156.0 Safari/537.36 Edg/1", "Edge på Windows"),
        ("curl/8", "Webbläsare på okänt system"),
    ],
)
def test_device_is_told_in_words(agent: str, device: str) -> None:
    assert sign_ins.device(agent) == device


def test_sign_in_is_recorded(client: Client) -> None:
    user = account()

    sign_in(client, user, headers={"User-Agent": FIREFOX})

    row = SignIn.objects.get()
    assert (row.user, row.method, row.second_factor, row.acr, row.address, row.device) == (
        *(user, SignIn.Method.PASSWORD, "", ""),
        *(HERE, "Firefox på Windows"),
    )


def test_demo_sign_in_is_recorded(client: Client, settings: Settings) -> None:
    settings.DEMO_BIND = "127.0.0.1:8000"
    user = account()
    row = {"public_id": str(user.public_id), "name": user.name, "role_label": "Registrator"}
    DemoMark.objects.create(created_at=timezone.now(), people=[row])

    client.post("/logga-in/demo/", {"user": str(user.public_id)})

    assert SignIn.objects.get().method == SignIn.Method.DEMO


def test_page_lists_the_devices_that_are_signed_in(client: Client) -> None:
    user, gone = account(), Client()
    sign_in(client, user, headers={"User-Agent": FIREFOX})
    sign_in(Client(), user, address=ELSEWHERE, headers={"User-Agent": PHONE})
    sign_in(gone, user, address="203.0.113.4")
    gone.post("/logga-ut/")

    said = client.get("/konto/").content.decode()

    assert "Firefox på Windows (den här)" in said
    assert "Safari på Iphone" in said
    assert ELSEWHERE in said
    assert "203.0.113.4" not in said


def test_one_device_is_signed_out_and_the_others_stay(client: Client) -> None:
    user, lost, kept = account(), Client(), Client()
    for each in (lost, kept, client):
        sign_in(each, user)

    client.post("/konto/enheter/", {"device": SignIn.objects.earliest("pk").pk})

    assert [is_in(each) for each in (lost, kept, client)] == [False, True, True]


def test_all_others_are_signed_out(client: Client) -> None:
    user, first, second = account(), Client(), Client()
    for each in (first, second, client):
        sign_in(each, user)

    client.post("/konto/enheter/", {"device": "others"})

    assert [is_in(each) for each in (first, second, client)] == [False, False, True]


@pytest.mark.parametrize("device", ["", "x", "9" * 50, "-1"])
def test_garbage_ends_nothing(client: Client, device: str) -> None:
    user, other = account(), Client()
    sign_in(client, user)
    sign_in(other, user)

    client.post("/konto/enheter/", {"device": device})

    assert [is_in(each) for each in (client, other)] == [True, True]


def test_devices_of_others_cannot_be_ended(client: Client) -> None:
    theirs = Client()
    sign_in(theirs, account())
    sign_in(client, account())

    client.post("/konto/enheter/", {"device": SignIn.objects.earliest("pk").pk})

    assert is_in(theirs)


def test_new_password_ends_the_other_devices(client: Client) -> None:
    user, other = account(), Client()
    sign_in(other, user)
    sign_in(client, user)
    fields = {"oldpassword": PASSWORD, "password1": "en helt annan mening"}

    client.post("/konto/losenord/", fields)

    assert [is_in(each) for each in (other, client)] == [False, True]
    assert list(sign_ins.devices(user)) == [SignIn.objects.latest("pk")]


def test_last_seen_moves_now_and_then(client: Client) -> None:
    sign_in(client, account())
    earlier = timezone.now() - sign_ins.SEEN_EVERY - timedelta(seconds=1)
    SignIn.objects.update(seen_at=earlier)
    session = client.session
    session[sign_ins.SEEN] = earlier.timestamp()
    session.save()

    client.get("/konto/", REMOTE_ADDR=ELSEWHERE)

    row = SignIn.objects.get()
    assert row.seen_at > earlier
    assert row.address == ELSEWHERE


def test_reading_pages_writes_nothing(client: Client) -> None:
    sign_in(client, account())
    before = SignIn.objects.get().seen_at

    client.get("/konto/")

    assert SignIn.objects.get().seen_at == before


def test_old_sign_ins_are_forgotten(client: Client) -> None:
    sign_in(client, account())
    sign_in(Client(), account())
    old = timezone.now() - sign_ins.KEPT_FOR - timedelta(minutes=1)
    SignIn.objects.filter(pk=SignIn.objects.earliest("pk").pk).update(seen_at=old)

    forget_old_sign_ins()

    assert SignIn.objects.count() == 1

"""Signing in with a passkey of a real browser, and every page of the account, in each look."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import CDPSession, Page, expect

from accounts.limits import GUESSING
from accounts.models import Attempt, SignIn, User
from tests.accounts.accounts import PASSWORD, account, code, with_app

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LOOKS: tuple[tuple[int, Literal["light", "dark"]], ...] = (
    (1280, "light"),
    (390, "dark"),
    (390, "light"),
    (1280, "dark"),
)
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def device(page: Page) -> CDPSession:
    """A fingerprint reader that always recognises the finger."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return session


def enter(page: Page, user: User) -> None:
    page.goto("/logga-in/?next=/konto/")
    page.get_by_label("E-postadress").fill(user.email)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()


def confirm(page: Page) -> None:
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Bekräfta").click()


def add_passkey(page: Page) -> None:
    page.goto("/konto/tvasteg/passnyckel/")
    confirm(page)
    page.get_by_label("Namn på passnyckeln").fill("Telefonen")
    page.get_by_role("button", name="Lägg till passnyckeln").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reservkoder")


def leave(page: Page) -> None:
    page.context.clear_cookies()


@pytest.mark.usefixtures("device")
def test_passkey_signs_in_without_password_and_opens_a_limited_account(page: Page) -> None:
    user = account()
    enter(page, user)
    add_passkey(page)
    leave(page)
    Attempt.objects.bulk_create(
        Attempt(kind="password", account=user.email, network="127.0.0.1", at=row.at)
        for row in [SignIn.objects.get()] * GUESSING.pair.most
    )
    enter(page, user)
    expect(page.locator(".summary")).to_contain_text("För många försök")

    page.get_by_role("button", name="Logga in med passnyckel").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Ditt konto")
    assert SignIn.objects.earliest("-pk").method == SignIn.Method.PASSKEY
    assert not Attempt.objects.exists()


@pytest.mark.usefixtures("device")
def test_passkey_is_the_second_step_after_the_password(page: Page) -> None:
    user = account()
    enter(page, user)
    add_passkey(page)
    leave(page)
    enter(page, user)

    page.get_by_role("button", name="Använd passnyckel").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Ditt konto")
    assert SignIn.objects.earliest("-pk").second_factor == "webauthn"


@pytest.mark.usefixtures("device")
def test_passkey_confirms_and_is_removed(page: Page) -> None:
    user = account()
    enter(page, user)
    add_passkey(page)
    page.goto("/konto/bekrafta/passnyckel/?next=/konto/tvasteg/")
    page.get_by_role("button", name="Använd passnyckel").click()

    page.get_by_role("link", name="Ta bort Telefonen").click()
    page.get_by_role("button", name="Ta bort passnyckeln").click()

    expect(page.get_by_text("Passnyckeln är borttagen.")).to_be_visible()
    expect(page.get_by_text("Telefonen", exact=True)).to_have_count(0)


def test_device_without_a_passkey_is_told(page: Page, device: CDPSession) -> None:
    device.send("WebAuthn.disable")
    page.goto("/logga-in/")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('nej')) }")

    page.get_by_role("button", name="Logga in med passnyckel").click()

    expect(page.locator("[data-passkey] .err")).to_contain_text("Passnyckeln gick inte att använda")


def test_pages_are_accessible_and_no_wider_than_the_window(
    page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    def look(address: str) -> None:
        page.goto(address)
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 3000})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert_accessible(page)
            too_wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert (address, width, too_wide) == (address, width, 0)

    user = with_app(account())
    for address in ("/logga-in/", "/logga-in/glomt/", "/logga-in/nytt-losenord/1/x/"):
        look(address)
    enter(page, user)
    look("/logga-in/kod/")
    page.get_by_label("Kod").fill(code())
    page.get_by_role("button", name="Logga in", exact=True).click()
    for path in ("", "losenord/", "tvasteg/", "bekrafta/", "bekrafta/kod/"):
        look(f"/konto/{path}")
    page.goto("/konto/bekrafta/?next=/konto/tvasteg/koder/")
    confirm(page)
    for path in ("koder/", "koder/nya/", "app/ta-bort/", "passnyckel/"):
        look(f"/konto/tvasteg/{path}")
    page.goto("/konto/tvasteg/app/ta-bort/")
    page.get_by_role("button", name="Ta bort appen").click()
    look("/konto/tvasteg/app/")

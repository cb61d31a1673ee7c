"""A stranger finds the published case and none of the others; every public page is accessible."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from accounts.roles import Role
from tests.arenden.public import publishing
from tests.arenden.web import acting
from tests.factories import people
from tests.journeys.walking import finish, sign_in, step
from ärenden.demo.load import load_demo
from ärenden.models import Case

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LOOKS: tuple[tuple[int, Literal["light", "dark"]], ...] = (
    (1280, "light"),
    (390, "dark"),
    (390, "light"),
    (1280, "dark"),
)


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def stranger(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """Someone else's browser, in which no one has signed in."""
    context = browser.new_context(base_url=live_server.url, locale="sv-SE")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_stranger_finds_the_published_case_and_no_other(page: Page, stranger: Page) -> None:
    world = acting.world()
    case = publishing.answered(world, "lyktorna")
    hidden = publishing.answered(world, "brunnen")
    sign_in(page, people.user(world.organisation, Role.REVIEWER))
    page.goto(acting.case_url(case))
    step(page, "Publicera på webben")
    page.get_by_label("Grund").fill("Riktlinje för publicering")
    expect(page.get_by_role("region", name="Så här blir sidan")).to_contain_text("Här finns lykt")
    finish(page, "Publicera på webben", "Publicerades på webben")

    home = f"/oppet/{world.organisation.slug}/"
    assert found_by(stranger, home, "lykta") == [case.title]
    for words in ("brunnen", "Frida Brunnen", hidden.dnr or "", "Här finns"):
        assert hidden.title not in found_by(stranger, home, words)
    for address in (acting.case_url(hidden), f"{home}arenden/{hidden.public_id}/"):
        stranger.goto(address)
        assert "brunnen" not in stranger.content().replace("brunnen%", "")
    stranger.context.clear_cookies()  # the sign-in page, met on the way, has one
    read_the_case(stranger, home, case)

    page.goto(acting.case_url(case))
    page.get_by_text("Fler steg").click()
    step(page, "Ta bort från webben")
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_label("Skäl").fill("Fel handling")
    finish(page, "Ta bort från webben", "Togs bort från webben")
    assert found_by(stranger, home, "lykta") == []


def found_by(stranger: Page, home: str, words: str) -> list[str]:
    stranger.goto(home)
    stranger.get_by_role("searchbox").fill(words)
    stranger.get_by_role("button", name="Sök").click()
    return stranger.locator(".plain h3").all_inner_texts()


def read_the_case(stranger: Page, home: str, case: Case) -> None:
    """By the way of the start page; its paper comes as a file of its own."""
    stranger.goto(home)
    stranger.get_by_role("link", name=case.title).click()
    expect(stranger.get_by_role("heading", level=1)).to_have_text(case.title)
    expect(stranger.get_by_text("Här finns lyktorna.")).to_be_visible()
    with stranger.expect_download() as download:
        stranger.get_by_role("link", name=case.title).first.click()
    assert download.value.suggested_filename == "handling-1.pdf"
    assert stranger.context.cookies() == []


def test_every_public_page_is_accessible(
    page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    load_demo(today=timezone.localdate())
    home = "/oppet/exempelby/"
    page.goto(f"{home}arenden/?typ=motion&visa=beslutade")
    addresses = ["/oppet/", home, f"{home}arenden/?q=skola", f"{home}arenden/?q=xyzzy", page.url]
    addresses += [f"{home}tillganglighet/", f"{home}finns-inte/"]
    for place, link in LINKS.items():
        page.goto(f"{home}{place}")
        addresses += [f"{home}{place}", page.locator(link).first.evaluate("link => link.href")]

    for address in addresses:
        page.goto(address)
        for width, scheme in LOOKS[: 4 if address == home else 2]:
            page.set_viewport_size({"width": width, "height": 4000})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert_accessible(page)
            too_wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert (address, width, too_wide) == (address, width, 0)


LINKS = {
    "arenden/?visa=besvarade": ".plain h3 a",
    "arenden/?typ=citizen_proposal": ".plain h3 a",
    "arenden/?visa=beslutade": ".plain h3 a",
    "personer/": ".names a",
    "partier/": ".names a",
    "sammantraden/": ".plain h3 a",
}

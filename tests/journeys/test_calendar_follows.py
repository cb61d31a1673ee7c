"""A councillor's own calendar: made on the page, read without an account, moved with a meeting."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from http import HTTPStatus

import pytest
from icalendar import Calendar
from playwright.sync_api import APIRequestContext, Browser, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from accounts.roles import Role
from tests.arenden.web import acting
from tests.factories import people
from tests.journeys.walking import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 390, "height": 844}


@pytest.fixture(autouse=True)
def here(settings: Settings, live_server: LiveServer) -> None:
    settings.SITE_ADDRESS = live_server.url


@pytest.fixture
def office(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """The administrator's own browser."""
    context = browser.new_context(base_url=live_server.url, locale="sv-SE")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def program(browser: Browser) -> Iterator[APIRequestContext]:
    """A calendar program: it has no account, and keeps no cookies of anyone's."""
    context = browser.new_context()
    yield context.request
    context.close()


def days_in(calendar: bytes, words: str) -> set[date]:
    """The days of what still holds, of the events that are called so."""
    found = Calendar.from_ical(calendar).walk("VEVENT")
    holds = [each for each in found if each["STATUS"] == "CONFIRMED"]
    return {each.decoded("DTSTART") for each in holds if each["SUMMARY"].startswith(words)}


def test_calendar_follows_a_meeting_until_its_address_is_closed(
    page: Page, office: Page, program: APIRequestContext, assert_accessible: Callable[[Page], None]
) -> None:
    world = acting.world()
    acting.permitted(world)
    meeting, home = world.second_meeting, f"/org/{world.organisation.slug}/"
    later = meeting.held_on + timedelta(days=1)
    page.set_viewport_size(PHONE)
    sign_in(page, people.user(world.organisation, Role.COUNCILLOR, person=world.asker))

    page.locator(".menu .who").click()
    page.get_by_role("link", name="Kalender", exact=True).click()
    page.get_by_label("Vad ska stå i kalendern").select_option("Mina ärenden och sammanträden")
    page.get_by_label("Var du ska använda den").fill("Telefonen")
    page.get_by_role("button", name="Gör en adress", exact=True).click()
    address = page.get_by_label("Adress", exact=True).input_value()
    assert days_in(program.get(address).body(), "Besvaras: ") == {meeting.held_on}
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0

    sign_in(office, people.user(world.organisation, Role.ADMINISTRATOR))
    office.goto(f"{home}administration/sammantraden/{meeting.public_id}/")
    office.get_by_label("Dag", exact=True).fill(later.isoformat())
    office.locator("form .bar button.primary").click()
    office.wait_for_url("**/administration/sammantraden/**")
    moved = program.get(address).body()
    assert days_in(moved, "Besvaras: ") == {later}
    assert later in days_in(moved, "Kommunfullmäktige")
    assert meeting.held_on not in days_in(moved, "Kommunfullmäktige")

    page.reload()
    expect(page.get_by_text("Hämtades senast i dag")).to_be_visible()
    page.get_by_role("link", name="Stäng adressen").click()
    page.get_by_role("button", name="Stäng adressen").click()
    expect(page.get_by_role("status")).to_contain_text("Adressen är stängd")
    assert program.get(address).status == HTTPStatus.NOT_FOUND


def test_button_copies_the_address(page: Page, live_server: LiveServer) -> None:
    world = acting.world()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=live_server.url)
    sign_in(page, world.registrar)
    page.goto(f"/org/{world.organisation.slug}/kalender/")
    page.get_by_label("Vad ska stå i kalendern").select_option("Kommunfullmäktige")
    page.get_by_role("button", name="Gör en adress", exact=True).click()

    page.get_by_role("button", name="Kopiera adressen").click()

    expect(page.get_by_role("button", name="Kopierad")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.get_by_label("Adress", exact=True).input_value()

"""The list in a real browser: search while typing, filters by keyboard, and WCAG 2.2 AA."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.factories import cases
from tests.factories.cases import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

PASSWORD = "en lång mening"


def list_of_two(page: Page) -> World:
    """Signed in as the registrar, at the list with an interpellation and a motion."""
    world = cases.world()
    world.registrar.set_password(PASSWORD)
    world.registrar.save()
    cases.registered_case(world)
    cases.motion(world)
    page.goto(f"/logga-in/?next=/org/{world.organisation.slug}/arenden/")
    page.fill("[name=login]", world.registrar.email)
    page.fill("[name=password]", PASSWORD)
    page.click("button.primary")
    page.goto(f"/org/{world.organisation.slug}/arenden/")
    return world


def test_list_follows_what_is_typed_and_chosen_and_keeps_the_focus(page: Page) -> None:
    list_of_two(page)

    page.locator("#typ-motion").press("Space")
    expect(page.locator("[data-row]")).to_have_count(1)
    expect(page.locator("#typ-motion")).to_be_focused()
    page.locator("#search").press_sequentially("cykelst")
    expect(page.locator("mark").first).to_have_text("cykelst")

    expect(page.locator("#search")).to_be_focused()
    expect(page.locator(".tag")).to_have_count(2)
    assert page.url.partition("?")[2] == "q=cykelst&visa=alla&typ=motion"


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lists_are_accessible_and_fit(
    page: Page, assert_accessible: Callable[[Page], None], width: int, scheme: str
) -> None:
    world = list_of_two(page)
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    journal = f"{page.locator('a.t').first.get_attribute('href')}dagboksblad/"
    root = f"/org/{world.organisation.slug}"

    overflow = []
    for address in (f"{root}/arenden/", f"{root}/postlista/?dag={cases.TODAY}", journal):
        page.goto(address)
        assert_accessible(page)
        overflow.append(page.evaluate("document.documentElement.scrollWidth - innerWidth"))

    assert overflow == [0, 0, 0]

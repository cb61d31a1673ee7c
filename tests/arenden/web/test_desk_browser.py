"""The desk in a real browser: a step by keyboard in its row, the way back, and WCAG 2.2 AA."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.arenden.web import acting
from tests.arenden.web.test_desk import fill
from tests.factories import people
from tests.factories.cases import World
from tests.journeys.walking import sign_in
from ärenden.models import Case

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


def at_the_desk(page: Page) -> tuple[World, Case]:
    world = acting.world()
    world.second_meeting = people.meeting(world.council, acting.today() + timedelta(days=6))
    case = acting.registered(world)
    sign_in(page, world.registrar)
    return world, case


def test_step_is_taken_in_its_row_by_keyboard_and_undone(
    page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    _, case = at_the_desk(page)

    page.keyboard.press("j")
    expect(page.get_by_role("link", name=case.title, exact=True)).to_be_focused()
    page.keyboard.press(".")
    form = page.get_by_role("group", name=f"Anmäl till sammanträde: {case.title}")
    expect(form).to_be_focused()
    assert_accessible(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Control+Enter")

    done = page.get_by_text("Anmäldes till kommunfullmäktige")
    expect(done).to_be_focused()
    assert_accessible(page)
    page.get_by_role("link", name="Ångra").press("Enter")
    page.get_by_role("button", name="Ångra steget").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Ångrat: Anmäldes till")
    expect(page.get_by_role("link", name=case.title, exact=True)).to_be_visible()


def test_desk_keeps_its_place_when_one_goes_back(page: Page) -> None:
    world, _ = at_the_desk(page)
    fill(world, 40)
    page.reload()
    page.evaluate("scrollTo(0, 2400)")
    page.locator("[data-row] .what a").nth(30).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ärende")

    page.go_back()

    expect(page.get_by_role("heading", level=1)).to_have_text("Att göra i dag")
    page.wait_for_function("scrollY > 1500")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (640, "light")])
def test_desk_of_many_is_accessible_and_fits(
    page: Page, assert_accessible: Callable[[Page], None], width: int, scheme: str
) -> None:
    world, _ = at_the_desk(page)
    fill(world, 20)
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page.reload()

    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0

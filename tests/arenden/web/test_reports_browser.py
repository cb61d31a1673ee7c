"""The motionsbalans in a real browser: written in its row by keyboard, frozen, WCAG 2.2 AA."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.arenden.web import acting
from tests.arenden.web.test_reports import address
from tests.journeys.walking import sign_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


def test_words_are_written_in_the_row_and_frozen(
    page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    world = acting.world()
    case = acting.preparing(world)
    sign_in(page, world.registrar)
    page.goto(address(world))

    page.get_by_role("link", name="Ändra").press("Enter")
    expect(page.get_by_role("group", name=f"Ändra vad som sägs om {case.title}")).to_be_focused()
    assert_accessible(page)
    page.get_by_label("Vad beredningen har visat").fill("Utredningen är klar.")
    page.get_by_label("Avskrivs från vidare handläggning").check()
    page.get_by_role("button", name="Spara", exact=True).press("Enter")

    expect(page.get_by_role("link", name="Ändra")).to_be_focused()
    expect(page.get_by_role("row", name=case.title)).to_contain_text("Utredningen är klar.")
    page.get_by_role("button", name="Frys motionsbalansen").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("är fryst")
    expect(page.get_by_role("row", name=case.title)).to_contain_text("Utredningen är klar.")
    assert_accessible(page)

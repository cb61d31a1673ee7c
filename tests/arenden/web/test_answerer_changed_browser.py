"""Words that were being typed when someone else was given the answer, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.arenden.web import acting
from tests.arenden.web.test_answering import url
from tests.factories import answers, cases, people
from tests.journeys.walking import sign_in
from ärenden.actions.answers import change_answerer
from ärenden.web.answers.writing import NOT_HERS

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


def test_typed_words_stay_and_the_saved_ones_are_found_again(
    page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    world = acting.world()
    those = answers.answering(world, acting.permitted(world))
    sign_in(page, those.answerer)
    page.goto(url(those))
    box = page.get_by_label("Svar på fråga 1")
    box.fill("Tolv bänkar.")
    expect(page.locator("#saved")).to_contain_text("Sparat")
    to = cases.name_of(people.person(world.organisation, "Ny Svarande"))
    change_answerer(case=those.case, doing=acting.now(world), to=to, reason="Ny ordförande")

    box.press_sequentially(" Och tre.")

    expect(page.get_by_role("alert").filter(has_text=NOT_HERS)).to_be_visible()
    expect(page.locator("#connection")).to_be_hidden()
    expect(box).to_have_value("Tolv bänkar. Och tre.")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Du ska inte längre svara")
    expect(page.get_by_text("Tolv bänkar.")).to_be_visible()
    assert_accessible(page)

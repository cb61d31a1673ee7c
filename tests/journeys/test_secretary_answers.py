"""The secretary takes an interpellation from registered to besvarad, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.arenden.web import acting
from tests.factories import people
from tests.journeys.walking import finish, sign_in, step
from ärenden.choices import Coverage, Outcome, State
from ärenden.models import Case
from ärenden.workflow import Action

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ANSWER = """Svar på interpellation om bänkarna i parken

Frida Fråga har frågat om bänkarna.

Här är frågorna med mina svar:

1. Hur många bänkar finns i parken?

Svar: Tolv stycken.

2. När målas de om?

Svar: I maj, om vädret tillåter.

Därmed anser jag interpellationen besvarad.

Provby 2026-03-20

Sven Svar (S)
kommunstyrelsens ordförande
"""


@pytest.mark.parametrize("width", [1280, 390])
def test_interpellation_goes_from_registered_to_besvarad(
    page: Page, assert_accessible: Callable[[Page], None], width: int
) -> None:
    world = acting.world()
    people.meeting(world.council, acting.today())
    case = acting.registered(world)
    page.set_viewport_size({"width": width, "height": 844})
    sign_in(page, world.registrar)
    page.goto(acting.case_url(case))

    step(page, "Anteckna att den får ställas")
    assert_accessible(page)
    page.get_by_label("Paragraf (frivilligt)").fill("12")
    finish(page, "Anteckna att den får ställas", "Fick ställas")
    take_in_the_answer(page, assert_accessible)
    step(page, "Lämna över svaret")
    finish(page, "Lämna över svaret", "Svaret lämnades över till frågeställaren")
    step(page, "Anteckna som besvarad")
    page.get_by_label("Besvarad skriftligt").check()
    page.get_by_label("Paragraf (frivilligt)").fill("13")
    assert_accessible(page)
    finish(page, "Anteckna som besvarad", "Besvarad skriftligt")

    expect(page.get_by_text("I maj, om vädret tillåter.")).to_be_visible()
    assert_stored(case)


def take_in_the_answer(page: Page, assert_accessible: Callable[[Page], None]) -> None:
    step(page, "Ta in svaret")
    page.get_by_text("Klistra in hela svaret").click()
    page.get_by_label("Hela svaret").fill(ANSWER)
    page.get_by_role("button", name="Dela upp svaret").click()
    expect(page.get_by_label("Svar på fråga 2")).to_have_value("I maj, om vädret tillåter.")
    assert_accessible(page)
    finish(page, "Ta in svaret", "Svar kom in från Sven Svar (S)")


def assert_stored(case: Case) -> None:
    case.refresh_from_db()
    assert (case.state, case.outcome) == (State.ANSWERED, Outcome.ANSWERED_IN_WRITING)
    answer = case.answers.get()
    assert (answer.place, answer.date_text) == ("Provby", "2026-03-20")
    assert answer.closing == "Därmed anser jag interpellationen besvarad."
    assert [
        (part.coverage, part.answer_label_printed, part.text) for part in answer.parts.all()
    ] == [
        (Coverage.FULL, "Svar:", "Tolv stycken."),
        (Coverage.FULL, "Svar:", "I maj, om vädret tillåter."),
    ]


def test_missing_name_is_led_back_to_its_box_by_keyboard(page: Page) -> None:
    world = acting.world()
    case = acting.registered(world)
    sign_in(page, world.registrar)
    page.goto(acting.form_url(case, Action.CHANGE_ANSWERER))

    page.locator("form .bar").get_by_role("button", name="Ändra svarande").click()
    page.get_by_role("link", name="Skriv minst ett namn").press("Enter")

    expect(page.get_by_label("Namn", exact=True)).to_be_focused()


def test_empty_answer_is_led_back_to_its_field_by_keyboard(page: Page) -> None:
    world = acting.world()
    case = acting.registered(world)
    sign_in(page, world.registrar)
    page.goto(acting.case_url(case))
    step(page, "Ta in svaret")

    page.locator("form .bar").get_by_role("button", name="Ta in svaret").click()

    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Svar på fråga 1")).to_be_focused()

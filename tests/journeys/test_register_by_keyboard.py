"""A paper is registered in a real browser without touching the mouse."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import cases, people
from ärenden.models import Case

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAPER = """Interpellation till kommunstyrelsens ordförande Sven Svar (S) om bänkarna i parken

Bänkarna i parken är slitna.

Därför frågar jag:

- När målas bänkarna om?
- Hur många bänkar finns?

Frida Fråga (V)
"""
SIZES = ({"width": 1280, "height": 900}, {"width": 390, "height": 844})


@pytest.fixture
def world():
    made = cases.world()
    people.meeting(made.council, timezone.localdate() + timedelta(days=8))
    return made


@pytest.fixture
def address(page, live_server, world):
    client = Client()
    client.force_login(world.registrar)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    return f"/org/{world.organisation.slug}/registrera/"


def tab_to(page, selector, *, most=60):
    """Press Tab until the element has the focus."""
    target = page.locator(selector)
    for _ in range(most):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"no way by Tab to {selector}")


def wait_for_focus(page, key):
    page.wait_for_selector(f"#{key}:focus")


def test_paper_is_pasted_ordered_and_registered_by_keyboard(page, address):
    page.goto(address)
    tab_to(page, ".paste > summary")
    page.keyboard.press("Enter")
    tab_to(page, "#id_paper")
    page.keyboard.insert_text(PAPER)
    tab_to(page, "[value=read_paper]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#question-2")
    wait_for_focus(page, "id_title")

    tab_to(page, "#question-2")
    page.keyboard.press("Alt+ArrowUp")
    page.wait_for_selector("#said:has-text('Fråga 2 är nu 1')", state="attached")
    wait_for_focus(page, "question-1")

    tab_to(page, "[value=register]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".summary")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    wait_for_focus(page, "id_received_on")
    page.keyboard.insert_text("i dag")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/arenden/*/")

    case = Case.objects.get()
    assert [question.text for question in case.questions.all()] == [
        "Hur många bänkar finns?",
        "När målas bänkarna om?",
    ]
    assert f"Registrerad som {case.dnr}." in page.inner_text("[role=status]:visible")


def test_suggested_person_is_chosen_by_keyboard(page, address):
    page.goto(address)
    tab_to(page, "#id_new_asker")
    page.keyboard.type("frid")
    page.wait_for_selector("#people button")
    tab_to(page, "#people button")
    page.keyboard.press("Enter")
    page.wait_for_selector("#askers .token")

    wait_for_focus(page, "id_new_asker")
    assert page.inner_text("#askers .token").split() == ["Frida", "Fråga", "V"]


def test_enter_in_the_name_box_adds_the_name_and_goes_no_further(page, address):
    page.goto(address)
    page.fill("#id_new_asker", "Ny Person (S)")
    page.keyboard.press("Enter")
    page.wait_for_selector("#askers .token")

    wait_for_focus(page, "id_new_asker")
    assert (page.inner_text("#askers .token").split(), Case.objects.count()) == (
        ["Ny", "Person", "S"],
        0,
    )


def test_type_is_changed_by_arrow_keys_that_keep_the_focus(page, address):
    page.goto(address)
    page.focus("#id_case_type_0")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("h1:has-text('Registrera fråga')")
    wait_for_focus(page, "id_case_type_1")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("h2:has-text('Att-satser')")

    wait_for_focus(page, "id_case_type_2")


def test_paper_is_registered_without_script(browser, address, page, live_server):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(address)
    plain.click(".paste > summary")
    plain.fill("#id_paper", PAPER)
    plain.click("[value=read_paper]")
    plain.click("[value='up:2']")
    plain.fill("#id_received_on", "i går")
    plain.click("[value=register]")
    context.close()

    case = Case.objects.get()
    assert (case.title, case.questions.get(number=1).text) == (
        "Interpellation till kommunstyrelsens ordförande Sven Svar (S) om bänkarna i parken",
        "Hur många bänkar finns?",
    )


def test_what_was_typed_is_kept_by_itself(page, address):
    page.goto(address)
    page.fill("#id_title", "Om det jag skrev")
    page.wait_for_selector("#saved:has-text('Sparat')")

    again = page.context.new_page()
    again.goto(address)
    assert again.input_value("#id_title") == "Om det jag skrev"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_with_everything_open_is_accessible(page, address, assert_accessible, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(address)
    page.fill("#id_title", "Om bänkarna", force=True)
    page.click("[value=add]")
    page.wait_for_selector("#question-1")
    page.click("[value=register]")
    page.wait_for_selector(".summary")
    for summary in page.locator(".form summary").all():
        summary.click()

    for size in SIZES:
        page.set_viewport_size(size)
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

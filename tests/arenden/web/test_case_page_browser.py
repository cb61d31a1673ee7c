"""The page of a case and of meeting notes in a real browser: for everyone, at every width."""

import pytest
from django.test import Client

from tests.arenden.web import test_notes
from tests.arenden.web.case_page import address
from tests.arenden.web.test_case_page_decided import committee_case
from tests.factories import cases
from ärenden.actions.corrections import correct

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")


@pytest.fixture
def world(page, live_server):
    """An organisation whose registrar is signed in in the browser."""
    made = cases.world()
    client = Client()
    client.force_login(made.registrar)
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    return made


@pytest.fixture
def assert_fits(page, assert_accessible):
    """No breach of WCAG 2.2 AA and nothing beyond the edge, at any width and in any light."""

    def check(url):
        for width in WIDTHS:
            for scheme in SCHEMES:
                page.set_viewport_size({"width": width, "height": 844})
                page.emulate_media(color_scheme=scheme)
                page.goto(url)
                assert_accessible(page)
                beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                assert (width, scheme, beyond) == (width, scheme, 0)

    return check


def test_case_page_is_for_everyone(world, assert_fits):
    long = "kommunikationsavdelningsövergripande verksamhetsutveckling " * 4
    case = cases.registered_case(world, title=long[:200])

    assert_fits(address(case))


def test_page_of_a_decided_case_is_for_everyone(world, assert_fits):
    assert_fits(address(committee_case(world)))


def test_page_of_notes_is_for_everyone(world, assert_fits):
    assert_fits(test_notes.address(test_notes.note_in(world.organisation)))


def test_earlier_wordings_are_printed_though_they_are_folded_on_the_screen(world, page):
    case = cases.registered_case(world)
    doing = world.doing()
    correct(case=case, doing=doing, row=case, field="title", text="Ny rubrik", reason="Skrivfel")
    page.goto(address(case))
    earlier = page.locator(".wording .verbatim")

    folded = earlier.evaluate("element => element.checkVisibility()")
    page.emulate_media(media="print")
    printed = earlier.evaluate("element => element.checkVisibility()")

    assert (folded, printed) == (False, True)

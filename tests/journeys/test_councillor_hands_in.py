"""Journey (b): written with a co-signer, handed in, registered, asked for completion, completed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from tests.arenden.web import acting
from tests.factories import drafts
from tests.journeys.walking import finish, sign_in
from ärenden.models import Case, Submission

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Sessions = Callable[[User], Page]
TITLE = "Interpellation om bänkarna i parken"


@pytest.fixture(autouse=True)
def _media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@contextmanager
def sessions(browser: Browser, live_server: LiveServer, width: int) -> Iterator[Sessions]:
    """A browser of her own for each person, signed in."""
    contexts = []

    def session(user: User) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            locale="sv-SE",
            timezone_id="Europe/Stockholm",
            viewport={"width": width, "height": 844},
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        sign_in(page, user)
        return page

    yield session
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_interpellation_is_written_signed_handed_in_registered_and_completed(
    browser: Browser,
    live_server: LiveServer,
    assert_accessible: Callable[[Page], None],
    width: int,
) -> None:
    those = drafts.writers(acting.world())
    with sessions(browser, live_server, width) as session:
        author = session(those.author)
        write(author)
        assert_accessible(author)
        invite(author)
        sign(session(those.colleague), assert_accessible)
        hand_in(author, assert_accessible)
        office = session(those.world.registrar)
        register(office, assert_accessible)
        ask_for_completion(office)
        complete(author)
        receive(office, assert_accessible)

    case = Case.objects.get()
    assert [each.title for each in case.documents.all()] == [TITLE, TITLE]
    first, second = Submission.objects.all()
    assert (first.case, second.case) == (case, case)
    assert "Bänkarna i Stadsparken är slitna." in second.text
    assert case.motivation == "Bänkarna är slitna."


def write(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Mina ärenden")
    page.get_by_role("button", name="Skriv interpellation").click()
    page.get_by_label("Rubrik").fill(TITLE)
    page.get_by_label("Vem ställs den till").press_sequentially("sven")
    page.get_by_role("button", name="Sven Svar (S), ordförande i kommunstyrelsen").click()
    expect(page.get_by_label("Vem ställs den till")).to_have_value(
        "Sven Svar (S), ordförande i kommunstyrelsen"
    )
    page.get_by_label("Motivering").fill("Bänkarna är slitna.")
    page.get_by_label("Fråga 1", exact=True).fill("När målas de om?")
    page.get_by_role("button", name="Spara utkastet").click()
    expect(page.locator("#saved")).to_contain_text("Sparat")


def invite(page: Page) -> None:
    page.get_by_label("Bjud in någon att skriva under").select_option("Kim Kollega (V)")
    page.get_by_role("button", name="Bjud in").click()
    expect(page.get_by_text("Har inte svarat än")).to_be_visible()
    page.get_by_role("button", name="Granska och lämna in").click()
    expect(page.get_by_text("Kim Kollega har inte skrivit under")).to_be_visible()


def sign(page: Page, assert_accessible: Callable[[Page], None]) -> None:
    assert_accessible(page)
    page.get_by_role("link", name="Läs och skriv under").click()
    expect(page.get_by_text("När målas de om?")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Skriv under").click()
    expect(page.get_by_text("Du har skrivit under texten")).to_be_visible()


def hand_in(page: Page, assert_accessible: Callable[[Page], None]) -> None:
    page.reload()
    expect(page.get_by_text("Lämnas interpellationen in")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Lämna in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kvittens")
    expect(page.get_by_text(Submission.objects.get().sha256)).to_be_visible()
    assert_accessible(page)


def register(page: Page, assert_accessible: Callable[[Page], None]) -> None:
    page.get_by_role("link", name="Inlämnat").click()
    assert_accessible(page)
    page.locator("main").get_by_role("link", name="Registrera").click()
    expect(page.get_by_text("Bänkarna är slitna.")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Registrera").click()
    expect(page.get_by_role("status").first).to_contain_text("Registrerad som KS")


def ask_for_completion(page: Page) -> None:
    page.get_by_text("Fler steg").click()
    page.get_by_role("link", name="Begär komplettering").click()
    page.get_by_label("Vad som behöver kompletteras, och varför").fill("Vilken park?")
    finish(page, "Begär komplettering", "Komplettering begärdes av Frida Fråga (V)")


def complete(page: Page) -> None:
    page.get_by_role("link", name="Mina ärenden").click()
    expect(page.get_by_text("ber dig komplettera: Vilken park?")).to_be_visible()
    page.get_by_role("link", name="Komplettera").click()
    page.get_by_role("button", name="Skriv kompletteringen").click()
    page.get_by_label("Motivering").fill("Bänkarna i Stadsparken är slitna.")
    page.get_by_role("button", name="Granska och lämna in").click()
    page.get_by_role("button", name="Lämna in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kvittens")


def receive(page: Page, assert_accessible: Callable[[Page], None]) -> None:
    page.get_by_role("link", name="Att göra").click()
    page.get_by_role("link", name="Inlämnat").click()
    page.locator("main").get_by_role("link", name="Registrera").click()
    page.get_by_role("radio").first.check()
    page.get_by_label("Varför den inlämningen räknas").fill("Frågan är densamma")
    assert_accessible(page)
    finish(page, "Registrera komplettering", "Komplettering kom in från Frida Fråga (V)")


def test_written_with_the_keyboard_alone(page: Page) -> None:
    those = drafts.writers(acting.world())
    draft = drafts.draft(those, drafts.changed(title="", items=("Hur många?", "När?")))
    sign_in(page, those.author)
    page.goto(f"/org/{those.world.organisation.slug}/utkast/{draft.public_id}/")

    page.get_by_label("Fråga 2", exact=True).press("Alt+ArrowUp")
    expect(page.get_by_label("Fråga 1", exact=True)).to_have_value("När?")
    expect(page.get_by_label("Fråga 1", exact=True)).to_be_focused()
    page.get_by_label("Rubrik").press_sequentially("Bänkar")
    expect(page.locator("#saved")).to_contain_text("Sparat")
    page.get_by_label("Motivering").press("Control+Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Granska och lämna in")
    draft.refresh_from_db()
    assert (draft.title, draft.items) == ("Bänkar", ["När?", "Hur många?"])

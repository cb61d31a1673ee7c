"""An answer from the first word to the questioner, each in her own browser session."""

from collections.abc import Callable, Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from accounts.roles import Role
from tests.arenden.web import acting
from tests.factories import answers, people
from tests.factories.answers import Answering
from tests.journeys.walking import finish, sign_in, step
from ärenden.actions.permission import permit
from ärenden.actions.values import Point
from ärenden.choices import Coverage
from ärenden.models import Case

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIVE = tuple(Point(text=f"Hur är det med park {number}?") for number in range(1, 6))
Window = Callable[[User], Page]


@pytest.fixture
def window(browser: Browser, live_server: LiveServer) -> Iterator[Window]:
    """A session of her own for each person."""
    opened = []

    def open_for(user: User, *, width: int = 1280) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            locale="sv-SE",
            timezone_id="Europe/Stockholm",
            viewport={"width": width, "height": 844},
        )
        context.set_default_timeout(15_000)
        opened.append(context)
        page = context.new_page()
        sign_in(page, user)
        return page

    yield open_for
    for context in opened:
        context.close()


@pytest.fixture
def those() -> Answering:
    world = acting.world()
    case = acting.registered(world, questions=FIVE)
    permit(case=case, doing=acting.now(world), sitting=acting.sitting(world))
    return answers.answering(world, case)


def address(case: Case, name: str = "answer") -> str:
    return reverse(f"arenden:{name}", args=[case.organisation.slug, case.public_id])


def write(page: Page, number: int, text: str, level: str = "Besvarad") -> None:
    page.get_by_label(f"Svar på fråga {number}").fill(text)
    page.get_by_role("group", name=f"Fråga {number} är").get_by_label(level, exact=True).check()


def share_with(page: Page, name: str) -> None:
    page.get_by_role("link", name="Dela med fler").click()
    page.get_by_label("Vem").select_option(label=name)
    page.get_by_role("button", name="Dela utkastet").click()
    expect(page.get_by_role("status").first).to_contain_text(f"delat med {name}")


def test_answer_is_written_together_and_read_by_the_questioner_first(
    window: Window, those: Answering, assert_accessible: Callable[[Page], None]
) -> None:
    world, case = those.world, those.case
    asker = people.user(world.organisation, Role.COUNCILLOR, person=world.asker, name="Frida")
    answerer = window(those.answerer, width=390)
    answerer.goto(acting.case_url(case))
    answerer.get_by_role("link", name="Skriv svaret").click()
    assert_accessible(answerer)
    share_with(answerer, "Hanna Handläggare")
    assert_accessible(answerer)

    officer = window(those.officer)
    officer.goto(address(case))
    for number in (1, 2):
        write(officer, number, f"Park {number} är i gott skick.")
    expect(officer.locator("#saved")).to_contain_text("Sparat")
    expect(officer.get_by_text("2 av 5 besvarade")).to_be_visible()

    answerer.goto(address(case))
    expect(answerer.get_by_label("Svar på fråga 2")).to_have_value("Park 2 är i gott skick.")
    for number in (3, 4):
        write(answerer, number, f"Park {number} rustas i maj.")
    write(answerer, 5, "Parken är såld.", "Besvaras inte")
    answerer.get_by_role("button", name="Granska och lämna in").click()
    expect(answerer.get_by_text("4 av 5 besvarade, 1 besvaras inte")).to_be_visible()
    assert_accessible(answerer)
    answerer.get_by_role("button", name="Lämna in svaret").click()
    expect(answerer.get_by_role("heading", level=1)).to_have_text("Kvitto på svaret")
    assert_accessible(answerer)

    hand_over_and_read(window, those, asker)


def hand_over_and_read(window: Window, those: Answering, asker: User) -> None:
    """The secretary hands it over; the questioner reads it, a colleague does not yet."""
    case, sentence = those.case, "Park 3 rustas i maj."
    questioner, colleague = window(asker), window(those.colleague)
    questioner.goto(acting.case_url(case))
    expect(questioner.get_by_text(sentence)).to_have_count(0)
    secretary = window(those.world.registrar)
    secretary.goto(acting.case_url(case))
    expect(secretary.get_by_text(sentence)).to_be_visible()
    step(secretary, "Lämna över svaret")
    finish(secretary, "Lämna över svaret", "Svaret lämnades över till frågeställaren")

    questioner.reload()
    colleague.goto(acting.case_url(case))

    expect(questioner.get_by_text(sentence)).to_be_visible()
    expect(questioner.get_by_text("Parken är såld.")).to_be_visible()
    expect(colleague.get_by_text(sentence)).to_have_count(0)
    coverage = case.answers.get().parts.values_list("coverage", flat=True)
    assert list(coverage) == [Coverage.FULL] * 4 + [Coverage.DECLINED]


def test_two_who_write_in_the_same_box_lose_nothing(window: Window, those: Answering) -> None:
    answers.shared(those, "Tolv.", at=acting.now(those.world).at)
    first, second = window(those.answerer), window(those.officer)
    for page in (first, second):
        page.goto(address(those.case))
    first.get_by_label("Svar på fråga 1").fill("Elva.")
    expect(first.locator("#saved")).to_contain_text("Sparat")

    second.get_by_label("Svar på fråga 1").fill("Tretton.")
    expect(second.get_by_role("alert").filter(has_text="Sven Svar, i dag")).to_be_visible()
    expect(second.get_by_label("Svar på fråga 1")).to_have_value("Tretton.")
    second.get_by_role("button", name="Spara min text i stället").click()

    second.get_by_role("link", name="Se vem som skrivit vad").click()
    for text in ("Elva.", "Tretton."):
        expect(second.get_by_text(text, exact=True).first).to_be_visible()

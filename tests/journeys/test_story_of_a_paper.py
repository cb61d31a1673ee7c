"""A paper interpellation is registered, answered, found again and printed, by one secretary."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.arenden.web import acting
from tests.factories import people
from tests.journeys.walking import finish, sign_in, step
from ärenden.models import Case

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SEED = settings.SOURCES / "001_a110a959cdabe1cd.txt"
OUR_PAPER = """Interpellation till kommunstyrelsens ordförande Sven Svar om lärkan på ängen

Lärkan har häckat på Norra ängen så länge någon minns. I våras kom slåttern tre veckor för tidigt.

Så kan det inte få bli ett år till.

Därför ställer jag följande frågor till kommunstyrelsens ordförande:

- Vem bestämde när ängen skulle slås?
- Vilka råd fick entreprenören?
- Hur många bon fanns på ängen?
- Kan kommunen vänta med slåttern i fortsättningen, av omtanke om fåglarna?
- När får vi veta det?

Frida Fråga (V)

Provby 2026-02-27
"""
OUR_ANSWER = """Svar på interpellation från Frida Fråga (V) om lärkan på ängen

Frida Fråga har frågat mig om lärkan på Norra ängen.

Här är frågorna, följt av mina svar:

1. Vem bestämde när ängen skulle slås?

Svar: Parkförvaltningen.

2. Vilka råd fick entreprenören?

Svar: Inga om fåglar.

3. Hur många bon fanns på ängen?

Svar: Det vet vi inte.

4. Kan kommunen vänta med slåttern i fortsättningen, av omtanke om fåglarna?

Svar: Ja, till efter midsommar.

5. När får vi veta det?

Svar: I dag.

Därmed anser jag interpellationen besvarad.

Provby, 2026-03-20

Sven Svar (S)
kommunstyrelsens ordförande
"""


@dataclass(frozen=True)
class Story:
    """What is pasted, and by what the case is found again."""

    paper: str
    answer: str
    name: str
    word: str


def from_seed() -> Story:
    """The answer and the interpellation of the real document, which lie in one file."""
    answer, heading, paper = SEED.read_text(encoding="utf-8").partition("## **Interpellation till")
    return Story(f"{heading}{paper}", answer, name="Thessén", word="strävan")


@pytest.fixture(params=["our own", pytest.param("seed 001", marks=pytest.mark.seeds)])
def story(request: pytest.FixtureRequest) -> Story:
    if request.param == "our own":
        return Story(OUR_PAPER, OUR_ANSWER, name="Frida Fråga", word="omtanke")
    if not SEED.exists():
        pytest.skip(f"no real documents in {settings.SOURCES.name}/")
    return from_seed()


def test_paper_is_registered_answered_found_and_printed(
    page: Page, story: Story, tmp_path: Path
) -> None:
    world = acting.world()
    people.meeting(world.council, acting.today())
    sign_in(page, world.registrar)

    case = register(page, story)
    permit(page)
    take_in_the_answer(page, story)
    step(page, "Lämna över svaret")
    finish(page, "Lämna över svaret", "Svaret lämnades över till frågeställaren")
    step(page, "Anteckna som besvarad")
    page.get_by_label("Besvarad skriftligt").check()
    finish(page, "Anteckna som besvarad", "Besvarad skriftligt")

    for searched in (case.dnr, story.name, story.word):
        assert found_by(page, case, str(searched))
    printed = print_case(page, case, tmp_path / "case.pdf")
    texts = [*case.questions.all(), *case.answers.get().parts.all()]
    assert len(texts) == 10
    assert [text for text in texts if squeezed(text.text) not in printed] == []


def register(page: Page, story: Story) -> Case:
    page.get_by_role("link", name="Registrera").first.click()
    page.get_by_text("Klistra in hela handlingen").click()
    page.get_by_label("Handlingens text").fill(story.paper)
    page.get_by_role("button", name="Läs ut uppgifterna").click()
    expect(page.get_by_label("Fråga 5")).to_have_value(re.compile(r".+\?"))
    page.get_by_label("Inkommen dag").fill("i dag")
    page.get_by_role("button", name="Registrera", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Registrerad som")
    return Case.objects.get()


def permit(page: Page) -> None:
    step(page, "Anteckna att den får ställas")
    page.get_by_label("Paragraf (frivilligt)").fill("12")
    finish(page, "Anteckna att den får ställas", "Fick ställas")


def take_in_the_answer(page: Page, story: Story) -> None:
    step(page, "Ta in svaret")
    page.get_by_text("Klistra in hela svaret").click()
    page.get_by_label("Hela svaret").fill(story.answer)
    page.get_by_role("button", name="Dela upp svaret").click()
    expect(page.get_by_label("Svar på fråga 5")).to_have_value(re.compile(r".+\."))
    finish(page, "Ta in svaret", "Svar kom in från")


def found_by(page: Page, case: Case, words: str) -> bool:
    page.goto(f"/org/{case.organisation.slug}/arenden/")
    page.locator("header").get_by_role("searchbox").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**q=**")
    return page.get_by_role("link", name=case.title, exact=True).is_visible()


def print_case(page: Page, case: Case, path: Path) -> str:
    page.goto(acting.case_url(case))
    page.pdf(path=path)
    return squeezed("".join(sheet.extract_text() for sheet in PdfReader(path).pages))


def squeezed(text: str) -> str:
    """Letters only: print breaks lines where it likes."""
    return re.sub(r"[\W_]+", "", text)

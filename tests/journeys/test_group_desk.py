"""A group keeps a note and a promise; a member leaves the party, and what each then sees."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import User
from accounts.roles import Role
from parties.assignments import change_party
from parties.changes import Administering
from tests.arenden.groups.making import group_of, secretary_of
from tests.arenden.web import acting
from tests.arenden.web.case_page import address
from tests.factories import people
from tests.journeys.walking import sign_in
from ärenden.actions.answers import NewAnswer, hand_over_answer, receive_answer
from ärenden.actions.values import Part
from ärenden.models import Case

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAID = "Vi återkommer med en plan i höst."
WRITTEN = "Be om bemanningsplanen före mötet"


def answered_case() -> tuple[acting.World, Case]:
    world = acting.world()
    case = acting.permitted(world)
    part = Part(question=case.questions.first(), text=f"Trettio bänkar. {SAID}")
    new = NewAnswer(parts=[part], received_on=acting.today())
    receive_answer(case=case, doing=acting.now(world), new=new)
    hand_over_answer(case=case, doing=acting.now(world), on=acting.today())
    return world, case


def signed_in_as(page: Page, user: User) -> None:
    page.context.clear_cookies()
    sign_in(page, user)


def open_desk(page: Page) -> None:
    page.get_by_role("link", name="Gruppens bord").first.click()
    page.get_by_role("button", name="Öppna gruppens bord").click()
    expect(page.get_by_role("heading", name="Fråga igen")).to_be_visible()


def let_in(page: Page, user: User) -> None:
    page.get_by_role("link", name="Gruppens bord").first.click()
    page.get_by_label(user.name).check()
    page.get_by_role("button", name="Släpp in").click()
    expect(page.get_by_role("status").first).to_contain_text("läser nu det som gruppen skriver")


def write_note(page: Page) -> None:
    page.get_by_role("link", name="Skriv anteckning eller märk löfte").click()
    page.get_by_role("textbox", name="Anteckning", exact=True).fill(WRITTEN)
    page.get_by_role("button", name="Spara anteckningen").click()
    expect(page.get_by_role("status").first).to_contain_text("Anteckningen sparades")


def mark_promise(page: Page) -> None:
    """The sentence is marked in the answer, and stands in the field."""
    page.get_by_role("heading", name="Svaret", exact=True).scroll_into_view_if_needed()
    page.evaluate(
        """words => {
          const text = document.querySelector("[data-quotable] p").firstChild;
          const start = text.data.indexOf(words);
          getSelection().setBaseAndExtent(text, start, text, start + words.length);
        }""",
        SAID,
    )
    expect(page.get_by_label("Löftet, med svarets ord")).to_have_value(SAID)
    day = acting.today() + timedelta(days=30)
    page.get_by_label("Fråga igen", exact=True).fill(f"{day}")
    page.get_by_role("button", name="Spara löftet").click()
    expect(page.get_by_role("status").first).to_contain_text("Löftet sparades")


def test_leader_keeps_notes_and_a_member_who_leaves_loses_them(page: Page) -> None:
    world, case = answered_case()
    leader = secretary_of(group_of(world, "V"))
    member = people.user(
        world.organisation, Role.COUNCILLOR, name="Frida Fråga", person=world.asker
    )

    signed_in_as(page, leader)
    page.goto(address(case))
    open_desk(page)
    page.goto(address(case))
    write_note(page)

    signed_in_as(page, member)
    page.goto(address(case))
    assert WRITTEN not in page.content()
    signed_in_as(page, leader)
    page.goto(address(case))
    let_in(page, member)

    signed_in_as(page, member)
    page.goto(address(case))
    expect(page.locator(".private")).to_contain_text(WRITTEN)
    page.get_by_role("link", name="Skriv anteckning eller märk löfte").click()
    mark_promise(page)
    page.get_by_role("link", name="Gruppens bord").first.click()
    expect(page.locator(".private")).to_contain_text(f"”{SAID}”")
    address_of_desk = page.url
    expect(page.get_by_role("table")).to_contain_text(case.title)

    doing = Administering(organisation=world.organisation, by=world.registrar, at=timezone.now())
    change_party(world.asker, None, first=timezone.localdate(), doing=doing)

    response = page.goto(address_of_desk)
    assert response is not None
    assert response.status == 404
    page.goto(address(case))
    expect(page.get_by_role("heading", level=1)).to_have_text(case.title)
    assert WRITTEN not in page.content()
    assert world.asker.assignments.count() == 1

    signed_in_as(page, leader)
    page.goto(address_of_desk)
    expect(page.locator(".private")).to_contain_text(f"”{SAID}”")
    expect(page.get_by_role("table")).to_contain_text(case.title)

    signed_in_as(page, world.registrar)
    page.goto(address(case))
    assert WRITTEN not in page.content()
    assert "Gruppens bord" not in page.content()

"""How a person walks through the pages in the journeys."""

from playwright.sync_api import Page, expect

from accounts.models import User

PASSWORD = "bänkarna står i parken"


def sign_in(page: Page, user: User) -> None:
    user.set_password(PASSWORD)
    user.save()
    page.goto("/logga-in/")
    page.get_by_label("E-postadress").fill(user.email)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.wait_for_url("**/org/**")


def step(page: Page, label: str) -> None:
    """Follow a step from the case page to its form."""
    page.get_by_role("link", name=label, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(label)


def finish(page: Page, label: str, told: str) -> None:
    """Send the form; the case page tells what happened."""
    page.locator("form .bar").get_by_role("button", name=label).click()
    expect(page.get_by_role("status").first).to_contain_text(told)

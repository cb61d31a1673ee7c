"""A meeting is moved: the case says what is due now and why, and the one who answers is told."""

from datetime import datetime, time, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from accounts.roles import Role
from kernel.dates import full_date, long_date
from tests.arenden.web import acting
from tests.factories import people
from tests.journeys.walking import sign_in
from ärenden.actions.reminders.planning import plan
from ärenden.actions.reminders.rules import add_default_rules
from ärenden.actions.reminders.sending import deliver, recipients
from ärenden.deadlines import STOCKHOLM

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def here(settings: Settings, live_server: LiveServer) -> None:
    settings.SITE_ADDRESS = live_server.url


def reminders_run() -> None:
    """As beat has them run, the next morning: no one is reminded at night."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    morning = datetime.combine(tomorrow, time(8), tzinfo=STOCKHOLM)
    plan(morning)
    deliver(recipients(morning), now=morning)


def test_dates_and_their_reasons_follow_and_the_answerer_is_told(page: Page) -> None:
    world = acting.world()
    add_default_rules(world.organisation, at=timezone.now() - timedelta(days=1))
    answerer = people.user(world.organisation, Role.COUNCILLOR, person=world.answerer)
    case = acting.permitted(world)
    meeting, home = world.second_meeting, f"/org/{world.organisation.slug}/"
    first, later = meeting.held_on, meeting.held_on + timedelta(days=14)

    sign_in(page, people.user(world.organisation, Role.ADMINISTRATOR))
    page.goto(f"{home}administration/sammantraden/{meeting.public_id}/")
    page.get_by_label("Dag", exact=True).fill(later.isoformat())
    page.locator("form .bar button.primary").click()
    expect(page.get_by_role("status").first).to_contain_text("1 ärende fick andra frister")
    reminders_run()

    page.context.clear_cookies()
    sign_in(page, world.registrar)
    page.goto(f"{home}arenden/{case.public_id}/")
    answer = page.locator(".frist", has_text="Interpellationen ska besvaras")
    expect(answer).to_contain_text(f"Bör besvaras vid kommunfullmäktige {long_date(later)}")
    expect(answer).to_contain_text(f"Var {full_date(first)}. Flyttades")
    expect(answer).to_contain_text(
        f"kommunfullmäktige {long_date(first)} flyttades till {full_date(later)}."
    )
    expect(page.locator("main")).to_contain_text("Frister räknades om")

    (message,) = [each for each in mail.outbox if each.to == [answerer.email]]
    assert "Datumet har flyttats. Det var" in str(message.body)
    assert long_date(later) in str(message.body)

"""Every kind of page that the demo has: WCAG 2.2 AA, nothing wider than the window, zoomed in too.

Zoom is a narrower window to the page: 200 % of 1280 is 640, and 400 % is 320 (WCAG 1.4.10).
"""

from collections.abc import Callable
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django.fixtures import Settings

from accounts.models import User
from accounts.roles import Role
from meetings.models import Meeting
from parties.choices import BodyKind
from parties.models import Body, Membership, Party
from tests.journeys.walking import sign_in
from tests.security.addresses import IN_ORGANISATION
from ärenden.demo.load import load_demo
from ärenden.models import (
    AnswerDraft,
    Case,
    ClosedDay,
    GroupNote,
    NumberSeries,
    Reminder,
    ReminderRule,
    RuleSet,
)
from ärenden.models.notes import MeetingNote

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
EXEMPELBY = {"organisation": "exempelby"}
Look = Callable[..., None]

HEIGHT = 4000  # all of a page at once: what stays at the foot of the window covers nothing
LOOKS: tuple[tuple[int, Literal["light", "dark"]], ...] = (
    (1280, "light"),
    (390, "dark"),
    (390, "light"),
    (1280, "dark"),
)
ZOOMED = (640, 320)


@pytest.fixture(autouse=True)
def _demo(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    load_demo(today=timezone.localdate())


@pytest.fixture
def look(page: Page, assert_accessible: Callable[[Page], None]) -> Look:
    """Opens a page and tries it in each look; the address stands in what fails."""

    def look_at(address: str, *, looks: int = 2) -> None:
        page.goto(address)
        for width, scheme in LOOKS[:looks]:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert_accessible(page)
            assert (address, width, too_wide(page)) == (address, width, 0)
        for width in ZOOMED:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            assert (address, width, too_wide(page)) == (address, width, 0)

    return look_at


def too_wide(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def someone(role: Role) -> User:
    return User.objects.filter(memberships__role=role).earliest("pk")


def address(name: str, **more: object) -> str:
    return reverse(f"arenden:{name}", kwargs=EXEMPELBY | more)


def one_of_each() -> dict[int, Case]:
    """A case of each type, and one in each place of the procedure."""
    fields = ("case_type", "phase")
    found = [Case.objects.order_by(field, "-pk").distinct(field) for field in fields]
    return {case.pk: case for cases in found for case in cases}


def ways_on(page: Page) -> dict[str, str]:
    """The forms that the case page leads to, by their step."""
    links = page.locator("a[href*='/gor/']").evaluate_all("all => all.map(link => link.href)")
    return {urlsplit(link).path.split("/")[-2]: link for link in links}


def look_at_lists_and_papers(look: Look) -> None:
    listed, case, note = (
        address("cases"),
        Case.objects.earliest("pk"),
        MeetingNote.objects.earliest("pk"),
    )
    for query in ("", "?typ=motion&typ=fraga&visa=oppna", "?q=ordsomintefinns"):
        look(f"{listed}{query}", looks=4)
    for name in (
        "desk",
        "away",
        "handover",
        "help",
        "mail_list",
        "meetings",
        "motion_balance",
        "notes",
        "register",
        "reminders",
        "reminders_ended",
        "reminders_trial",
        "own_reminders",
    ):
        look(address(name))
    look(f"{address('mail_list')}?dag={case.registered_on}")
    look(address("note", note=note.public_id))
    followed = Meeting.objects.exclude(deadlines=None).earliest("pk")
    for name in ("meeting", "meeting_days"):
        look(address(name, meeting=followed.public_id))
    waiting = Reminder.objects.filter(status="waiting").earliest("pk")
    look(address("reminder_hold", reminder=waiting.public_id))
    for name in ("journal", "receipt"):
        look(address(name, case=case.public_id))
    look(f"{listed}finns-inte/")


def look_at_administration(look: Look) -> None:
    """Every list, a page of each thing, and every form that adds one."""
    council = Body.objects.get(kind=BodyKind.COUNCIL)
    things = {
        "body": council.public_id,
        "person": council.assignments.earliest("pk").person.public_id,
        "assignment": council.assignments.earliest("pk").public_id,
        "party": Party.objects.exclude(organisation=None).earliest("pk").public_id,
        "group": council.party_groups.earliest("pk").public_id,
        "membership": Membership.objects.earliest("pk").public_id,
        "series": NumberSeries.objects.earliest("pk").public_id,
        "meeting": Meeting.objects.earliest("pk").public_id,
        "rules": RuleSet.objects.get(adopted_at=None).public_id,
        "rule": "interpellation-inlamning",
        "closed_day": ClosedDay.objects.earliest("pk").public_id,
        "reminder_rule": ReminderRule.objects.earliest("pk").public_id,
    }
    for each in IN_ORGANISATION:
        if each.name.startswith("arenden:admin") and "invitation" not in dict(each.holds):
            look(each.path(**EXEMPELBY, **things))


def look_at_cases_and_their_steps(page: Page, look: Look) -> int:
    """A case in each place of the procedure, then the form of every step they lead to."""
    forms: dict[str, str] = {}
    for case in one_of_each().values():
        look(address("case", case=case.public_id))
        forms |= ways_on(page)
    for form in forms.values():
        look(form)
    return len(forms)


OF_AN_ANSWER = ("", "_share", "_history", "_review", "_time", "_transfer")


def look_at_an_answer(page: Page, look: Look) -> None:
    """The workplace of the one whose answer is under way."""
    draft = AnswerDraft.objects.get(submitted_at=None)
    page.context.clear_cookies()
    sign_in(page, draft.person.memberships.get().user)
    look(address("answers"))
    for name in OF_AN_ANSWER:
        look(address(f"answer{name}", case=draft.case.public_id))


def look_at_group_desks(page: Page, look: Look) -> None:
    """A desk at which someone waits to be let in, and one in full work with its pages."""
    for role in Membership.objects.filter(role=Role.GROUP_LEADER).order_by("-pk"):
        page.context.clear_cookies()
        sign_in(page, role.user)
        look(address("groups"))
    note = GroupNote.objects.exclude(quote="").earliest("pk")
    for name in ("group_cases", "group_notes"):
        look(address(name, group=note.group.public_id))
    look(f"{address('group_cases', group=note.group.public_id)}?typ=motion")
    look(address("group_case", group=note.group.public_id, case=note.case.public_id))
    look(address("group_note", group=note.group.public_id, entry=note.public_id))
    look(address("case", case=note.case.public_id))


@pytest.mark.walk
def test_every_page_of_the_demo_is_accessible(page: Page, look: Look) -> None:
    look("/logga-in/", looks=4)
    sign_in(page, someone(Role.REGISTRAR))
    look_at_lists_and_papers(look)
    forms = look_at_cases_and_their_steps(page, look)
    page.context.clear_cookies()
    sign_in(page, someone(Role.ADMINISTRATOR))
    look_at_administration(look)
    page.context.clear_cookies()
    sign_in(page, someone(Role.COUNCILLOR))
    look(address("cases"))
    look(address("my_cases"))
    for link in page.locator("a.t").evaluate_all("all => all.slice(0, 3).map(link => link.href)"):
        look(link)
    look(address("groups"))
    look_at_an_answer(page, look)
    look_at_group_desks(page, look)

    assert forms > 30

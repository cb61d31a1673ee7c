"""What was handed in is waited for until it stands in the register."""

from datetime import date, datetime
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.arenden.reminders.making import at, run
from tests.factories import drafts
from tests.factories.cases import noon
from tests.factories.drafts import Writers
from ärenden.actions.recount import after_calendar_change
from ärenden.actions.reminders.planning import plan
from ärenden.actions.reminders.rules import add_default_rules
from ärenden.choices import DeadlineStatus, Purpose, ReminderStatus
from ärenden.models import ClosedDay, Deadline, Reminder

pytestmark = pytest.mark.django_db
MARCH_3, MARCH_4 = date(2026, 3, 3), date(2026, 3, 4)


@pytest.fixture
def those(settings: Any, tmp_path: Any) -> Writers:
    settings.MEDIA_ROOT = tmp_path
    return drafts.writers()


def told() -> list[tuple[date, str]]:
    rows = Deadline.objects.filter(purpose=Purpose.REGISTER).order_by("pk")
    return [(row.due_at.date(), row.status) for row in rows]


def reminded(those: Writers, *, now: datetime) -> list[tuple[str, str]]:
    add_default_rules(those.world.organisation, at=noon(date(2025, 1, 1)))
    return run(now)


def test_it_is_to_be_registered_within_a_working_day(those: Writers) -> None:
    drafts.handed_in(those)

    due = Deadline.objects.get()
    assert due.source == "Offentlighets- och sekretesslagen 5 kap. 1 §"
    assert due.explanation == (
        "Senast tisdag 3 mars 2026: en arbetsdag efter att handlingen kom in måndag 2 mars."
        " Lagen säger så snart som möjligt: sikta på samma dag."
    )


def test_registration_meets_it_and_no_one_is_reminded(those: Writers) -> None:
    drafts.registered(those, drafts.handed_in(those))

    assert told() == [(MARCH_3, DeadlineStatus.MET)]
    reminded(those, now=at(MARCH_4))
    assert not Reminder.objects.filter(deadline__purpose=Purpose.REGISTER).exists()


def test_office_is_reminded_once_when_it_is_late(those: Writers) -> None:
    submission = drafts.handed_in(those)

    reminded(those, now=at(MARCH_3))
    [first] = run(at(MARCH_4))
    again = run(at(MARCH_4, 9))

    assert (first[0], again) == (those.world.registrar.email, [])
    [message] = mail.outbox
    slug = those.world.organisation.slug
    assert "Interpellation till kommunfullmäktige, inlämnad" in message.body
    assert submission.title not in message.body
    assert reverse("arenden:arrivals", args=[slug]) in message.body


def test_closed_day_moves_it(those: Writers) -> None:
    drafts.handed_in(those)
    organisation = those.world.organisation
    ClosedDay.objects.create(organisation=organisation, day=MARCH_3, name="planeringsdagen")

    office = those.doing(those.world.registrar)
    after_calendar_change(organisation, doing=office, why="dagar stängdes")

    assert told() == [(MARCH_3, DeadlineStatus.REPLACED), (MARCH_4, DeadlineStatus.OPEN)]


def test_late_one_stands_first_on_the_desk(client: Client, those: Writers) -> None:
    submission = drafts.handed_in(those)
    client.force_login(those.world.registrar)

    desk = client.get(reverse("arenden:desk", args=[those.world.organisation.slug]))

    row = desk.context["sections"][0].rows[0]
    assert (row.title, row.tone, row.date_note) == (
        submission.title,
        "late",
        "skulle registrerats 3 mars",
    )


def test_office_sees_and_holds_back_the_reminder(client: Client, those: Writers) -> None:
    submission = drafts.handed_in(those, on=timezone.localdate())
    add_default_rules(those.world.organisation, at=noon(date(2025, 1, 1)))
    plan(timezone.now())
    slug, [row] = those.world.organisation.slug, Reminder.objects.all()
    client.force_login(those.world.registrar)

    page = client.get(reverse("arenden:reminders", args=[slug]))
    hold = reverse("arenden:reminder_hold", args=[slug, row.public_id])
    client.post(hold, {"reason": "Registreras i dag"})

    [line] = [line for day in page.context["days"] for line in day.lines]
    row.refresh_from_db()
    assert (line.title, line.url) == (
        submission.title,
        reverse("arenden:handed_in", args=[slug, submission.public_id]),
    )
    assert row.status == ReminderStatus.HELD

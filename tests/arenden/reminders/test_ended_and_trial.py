"""What was sent or was not, trying once more, and the dry run."""

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.arenden.reminders.making import Reminded
from tests.arenden.reminders.paged import first, order, path, waiting
from ärenden.actions.reminders.closing import close
from ärenden.actions.reminders.sending import deliver, recipients
from ärenden.choices import ReminderStatus
from ärenden.models import Deadline, Reminder

pytestmark = pytest.mark.django_db
FULL = "E-postservern tog inte emot adressen: 552 full"


def failed() -> tuple[Reminded, Reminder]:
    those, deadline = waiting()
    row = first(deadline, those.answerer)
    rows = Reminder.objects.filter(pk=row.pk)
    close(rows, ReminderStatus.FAILED, because=FULL, at=timezone.now())
    row.refresh_from_db()
    return those, row


def test_failed_one_says_why_and_is_tried_again(client: Client) -> None:
    those, row = failed()
    client.force_login(those.world.registrar)
    page = client.get(path(those, "reminders_ended"), {"visa": "failed"})

    done = order(client, those, "again", row)

    (line,) = page.context["lines"]
    assert (line.status, line.note, [way.label for way in line.ways]) == (
        "Gick inte att skicka",
        FULL,
        ["Försök igen"],
    )
    row.refresh_from_db()
    assert (done, row.status, row.reason, row.closed_at) == (302, ReminderStatus.WAITING, "", None)


def test_failed_one_of_an_ended_deadline_is_not_tried_again(client: Client) -> None:
    those, row = failed()
    Deadline.objects.filter(pk=row.deadline_id).update(
        status="waived", ended_at=timezone.now(), ended_by_name="Rut", ended_reason="Nej"
    )
    client.force_login(those.world.registrar)

    again = path(those, "reminder_again", reminder=row.public_id)
    page = client.post(again, follow=True)

    row.refresh_from_db()
    assert row.status == ReminderStatus.FAILED
    assert [str(message) for message in page.context["messages"]] == [
        "Datumet gäller inte längre, så påminnelsen behövs inte."
    ]
    assert [line.ways for line in page.context["lines"]] == [[]]


def test_sent_one_says_to_which_address_it_went(client: Client) -> None:
    those, deadline = waiting()
    client.force_login(those.world.registrar)
    order(client, those, "send", first(deadline, those.answerer))
    now = timezone.now()
    deliver(recipients(now), now=now)

    (line,) = client.get(path(those, "reminders_ended")).context["lines"]

    sent_to = f"Mejl till {those.answerer.email}."
    assert (line.to, line.status, line.note) == ("Sven Svar", "Skickad", sent_to)


def test_dry_run_tells_of_the_next_run_and_does_nothing(client: Client) -> None:
    those, deadline = waiting()
    client.force_login(those.world.registrar)
    order(client, those, "send", first(deadline, those.answerer))
    Reminder.objects.filter(recipient=those.handler).delete()
    before = list(Reminder.objects.order_by("pk").values())

    tried = client.post(path(those, "reminders_trial")).context

    assert [line.to for line in tried["left"]] == ["Sven Svar"]
    assert tried["made"] == "3 nya påminnelser skulle göras"
    assert (list(Reminder.objects.order_by("pk").values()), mail.outbox) == (before, [])


def test_dry_run_tells_what_would_be_closed(client: Client) -> None:
    those, deadline = waiting()
    client.force_login(those.world.registrar)
    row = first(deadline, those.answerer)
    order(client, those, "send", row)
    those.answerer.memberships.update(period=("2020-01-01", "2021-01-01"))

    tried = client.post(path(those, "reminders_trial")).context

    assert [(line.to, line.status) for line in tried["closed"]] == [("Sven Svar", "Behövs inte")]
    assert tried["left"] == []

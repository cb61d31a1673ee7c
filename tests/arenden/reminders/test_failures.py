"""What the mail server refuses: tried again or ended with its reason; no one else's is stopped."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytest_django.fixtures import Settings

from localservices.mail_sink import Sink, mail_sink
from tests.arenden.reminders.making import SENT, Reminded, at, due, reminded
from ärenden.actions.reminders.planning import plan
from ärenden.actions.reminders.sending import deliver, recipients
from ärenden.choices import Purpose, ReminderStatus
from ärenden.models import Deadline, Reminder
from ärenden.reminding import MOST_TRIES

pytestmark = pytest.mark.django_db
NOW = at(SENT[0], 7, 30)


@pytest.fixture
def sink(settings: Settings) -> Iterator[Sink]:
    with mail_sink(Sink(refuses={})) as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        yield running


def sent_at(now, sink: Sink) -> tuple[bool, int]:
    """Whether the server answered all the time, and how many mails it took."""
    before = len(sink.mails)
    answered = deliver(recipients(now), now=now)
    return answered, len(sink.mails) - before


def row_of(those: Reminded) -> Reminder:
    return Reminder.objects.filter(recipient=those.handler).earliest("send_at")


def planned() -> Reminded:
    those = reminded()
    due(those)
    plan(NOW)
    return those


def test_address_that_is_refused_for_good_fails_with_the_servers_words(sink: Sink) -> None:
    those = planned()
    sink.refuses = {those.handler.email: "550 5.1.1 No such user"}

    assert (sent_at(NOW, sink), sent_at(NOW + timedelta(days=1), sink)) == ((True, 1), (True, 0))
    row = row_of(those)
    assert (row.status, row.reason) == (
        ReminderStatus.FAILED,
        "E-postservern tog inte emot adressen: 550 5.1.1 No such user",
    )


def test_address_that_is_refused_for_now_is_tried_again_later(sink: Sink) -> None:
    those = planned()
    sink.refuses = {those.handler.email: "451 4.7.1 Try again later"}
    first = sent_at(NOW, sink)
    row = row_of(those)
    put_off = (row.status, row.tries, row.next_try_at, row.error)
    sink.refuses = {}

    soon = sent_at(NOW + timedelta(seconds=59), sink)
    later = sent_at(NOW + timedelta(seconds=61), sink)

    words = "E-postservern tog inte emot adressen: 451 4.7.1 Try again later"
    assert put_off == (ReminderStatus.WAITING, 1, NOW + timedelta(minutes=1), words)
    assert (first, soon, later) == ((True, 1), (True, 0), (True, 1))


def test_address_that_never_works_is_given_up(sink: Sink) -> None:
    those = planned()
    sink.refuses = {those.handler.email: "451 4.7.1 Try again later"}
    Reminder.objects.update(tries=MOST_TRIES - 1)

    sent_at(NOW, sink)

    assert row_of(those).status == ReminderStatus.FAILED


def test_mail_server_that_is_down_loses_nothing(sink: Sink, settings: Settings) -> None:
    planned()
    settings.EMAIL_PORT = 1

    down = sent_at(NOW, sink)
    settings.EMAIL_PORT = sink.port

    assert (down, sent_at(NOW, sink)) == ((False, 0), (True, 2))


def test_mail_keeps_its_message_id_from_try_to_try(sink: Sink) -> None:
    those = planned()
    sink.refuses = {those.handler.email: "451 4.7.1 Try again later"}
    sent_at(NOW, sink)
    sink.refuses = {}

    sent_at(NOW + timedelta(hours=3), sink)

    row = row_of(those)
    assert row.mail is not None
    assert row.mail.message_id == f"<{row.public_id}@localhost>"
    assert any(f"Message-ID: {row.mail.message_id}".encode() in mail for mail in sink.mails)


def test_row_that_cannot_be_written_fails_alone(sink: Sink) -> None:
    those = planned()
    bad = due(those, purpose=Purpose.DECIDE)
    plan(NOW)
    rows = Reminder.objects.filter(deadline=bad)
    rows.update(send_at=NOW)
    Deadline.objects.filter(pk=bad.pk).update(purpose="okant")

    answered, taken = sent_at(NOW, sink)

    assert (answered, taken) == (True, 2)
    assert {(row.status, row.reason[:27]) for row in rows} == {
        (ReminderStatus.FAILED, "Texten gick inte att skriva")
    }

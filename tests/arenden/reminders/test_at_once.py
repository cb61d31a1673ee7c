"""Two workers, or two beats, at the same time."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core import mail
from django.db import connection

from tests.arenden.reminders.making import SENT, at, due, reminded
from ärenden.actions.reminders.planning import plan
from ärenden.actions.reminders.sending import deliver, recipients
from ärenden.choices import ReminderStatus
from ärenden.models import Reminder

pytestmark = pytest.mark.django_db(transaction=True)
NOW = at(SENT[0], 7, 30)
WORKERS = 3


def in_every_worker(work) -> list[object]:
    start = Barrier(WORKERS)

    def run(_: int) -> object:
        start.wait()
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(run, range(WORKERS)))


def test_reminders_are_made_once_however_many_make_them() -> None:
    due(reminded())

    made = in_every_worker(lambda: plan(NOW))

    assert (sum(made), Reminder.objects.count()) == (7, 7)


def test_each_person_gets_one_mail_however_many_send_it() -> None:
    those = reminded()
    due(those)
    plan(NOW)

    answered = in_every_worker(lambda: deliver(recipients(NOW), now=NOW))

    assert answered == [True] * WORKERS
    assert sorted(message.to[0] for message in mail.outbox) == sorted(
        (those.handler.email, those.answerer.email)
    )
    assert Reminder.objects.filter(status=ReminderStatus.SENT).count() == 2

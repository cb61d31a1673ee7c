"""Two workers, or two beats, at the same time; a step in the case while reminders are made."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier, Event

import pytest
from django.core import mail
from django.db import connection, transaction

from tests.arenden.reminders.making import SENT, Reminded, at, due, reminded, rows
from ärenden.actions.deadlines import meet_deadlines
from ärenden.actions.reminders.closing import hold_back
from ärenden.actions.reminders.planning import plan
from ärenden.actions.reminders.sending import deliver, recipients
from ärenden.choices import Purpose, ReminderStatus
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


@contextmanager
def meanwhile(work) -> Iterator[None]:
    """Done by another, who commits when this one is through, or has waited for a while."""
    done, through = Event(), Event()

    def run() -> None:
        with transaction.atomic():
            work()
            done.set()
            through.wait(timeout=1)
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(run)
        done.wait()
        yield
        through.set()
        other.result()


def end(those: Reminded) -> None:
    doing = those.world.doing()
    meet_deadlines(those.case, Purpose.ANSWER_IN, on=doing.day, doing=doing)


def test_deadline_that_ends_while_reminders_are_made_is_not_reminded_of() -> None:
    those = reminded()
    deadline = due(those)

    with meanwhile(lambda: end(those)):
        plan(NOW)

    assert rows(deadline) == []


def test_reminder_held_back_while_its_deadline_ends_is_closed() -> None:
    those = reminded()
    deadline = due(those)
    plan(NOW)
    one, doing = deadline.reminders.first(), those.world.doing()

    with (
        meanwhile(lambda: hold_back(one, doing=doing, reason="Svaret är på väg")),
        transaction.atomic(),
    ):
        end(those)

    assert {status for _, _, status in rows(deadline)} == {"not_needed"}

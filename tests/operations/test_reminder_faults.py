"""Workers killed, the broker emptied, two beats, a stop of days: each reminder goes out once."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from localservices.mail_sink import Sink, mail_sink
from localservices.valkey import valkey
from tests.operations.processes import eventually
from tests.operations.reminding import (
    CELERY,
    WORKER,
    asked_until,
    kill,
    remind_many,
    running,
    told,
)
from ärenden.models import Reminder, ReminderMail

pytestmark = pytest.mark.django_db(transaction=True)
PACE = 0.002  # seconds a mail, so that the faults come in the middle


@pytest.fixture
def sink() -> Iterator[Sink]:
    with mail_sink(Sink(pace=PACE)) as running_sink:
        yield running_sink


def is_done() -> bool:
    return not Reminder.objects.filter(status="waiting").exists()


def test_worker_killed_while_it_sends_loses_and_doubles_nothing(
    home: Path, sink: Sink, request: pytest.FixtureRequest, record_property
) -> None:
    people, kills = 5_000, 20 if request.config.getoption("--long") else 3
    remind_many(people)

    with valkey(home, durable=False) as broker:
        for killed in range(1, kills + 1):
            with running(WORKER, broker=broker, sink=sink, home=home) as worker:
                enough = people * killed // (kills + 1)
                assert asked_until(lambda: len(sink.mails) >= enough, broker=broker)  # noqa: B023
                kill(worker)
        with running(WORKER, broker=broker, sink=sink, home=home):
            assert asked_until(is_done, broker=broker)

    rows, second_copies = told(sink)
    record_property("second copies", second_copies)
    print(f"{people} reminders, {kills} kills: {second_copies} second copies")  # noqa: T201
    assert rows == {"sent": people}
    assert second_copies <= 2 * kills  # at most the mail that each of two processes had in hand


def test_broker_that_starts_again_empty_loses_nothing(home: Path, sink: Sink) -> None:
    remind_many(200)

    with ExitStack() as first, ExitStack() as later:
        broker = first.enter_context(valkey(home, durable=False))
        later.enter_context(running(WORKER, broker=broker, sink=sink, home=home))
        assert asked_until(lambda: len(sink.mails) >= 50, broker=broker)
        first.close()
        assert later.enter_context(valkey(home, durable=False)) == broker
        assert asked_until(is_done, broker=broker)

    assert told(sink) == ({"sent": 200}, 0)


def test_two_beats_after_three_days_send_each_person_one_mail(home: Path, sink: Sink) -> None:
    remind_many(100, mornings=3)

    with (
        valkey(home, durable=False) as broker,
        running(WORKER, broker=broker, sink=sink, home=home),
    ):
        beats = [[*CELERY, "beat", f"--schedule={home / name}"] for name in ("one", "two")]
        with (
            running(beats[0], broker=broker, sink=sink, home=home),
            running(beats[1], broker=broker, sink=sink, home=home),
        ):
            assert eventually(is_done, seconds=120)

    assert told(sink) == ({"sent": 300}, 0)
    assert ReminderMail.objects.count() == 100

"""Monitoring tells process, database and background work apart."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from kernel.models import Heartbeat
from kernel.tasks import record_beat
from tests.operations.processes import free_port
from ärenden.reminding import WORK

pytestmark = pytest.mark.django_db


def everything_done() -> None:
    record_beat()
    for name in WORK:
        Heartbeat.show(name)


def test_healthz_asks_no_database(client: Client, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        answer = client.get("/healthz")

    assert (answer.status_code, answer.json()) == (200, {"process": "ok"})


def test_readyz_counts_the_migrations_that_are_missing(client: Client) -> None:
    ready = client.get("/readyz")
    MigrationRecorder(connection).record_unapplied("kernel", "0001_ground")

    unready = client.get("/readyz")

    assert ready.json() == {"healthy": True, "database": "ok", "missing_migrations": 0}
    assert (unready.status_code, unready.json()["missing_migrations"]) == (503, 1)


def test_readyz_does_not_mind_a_stopped_broker(client: Client, settings: Settings) -> None:
    settings.REDIS_URL = f"redis://127.0.0.1:{free_port()}/0"

    assert client.get("/readyz").status_code == 200


def test_status_is_green_while_beat_is_heard(client: Client) -> None:
    everything_done()

    answer = client.get("/status")

    assert answer.status_code == 200
    assert answer.json() == {
        "healthy": True,
        "broker": "ok",
        "seconds_since_beat": 0,
        "seconds_since_reminders": 0,
    }


@pytest.mark.parametrize(
    ("name", "age", "healthy"),
    [
        ("beat", 5, True),
        ("beat", 6, False),
        ("plan_reminders", 15, True),
        ("plan_reminders", 16, False),
        ("deliver_reminders", 16, False),
    ],
)
def test_status_says_what_has_been_silent(
    client: Client, *, name: str, age: int, healthy: bool
) -> None:
    everything_done()
    heard = timezone.now() - timedelta(minutes=age) + timedelta(seconds=5)
    Heartbeat.objects.filter(name=name).update(at=heard)

    answer = client.get("/status").json()

    since = answer["seconds_since_beat" if name == "beat" else "seconds_since_reminders"]
    assert (answer["healthy"], round(since, -1)) == (healthy, age * 60)


def test_status_is_red_until_reminders_have_run(client: Client) -> None:
    record_beat()
    Heartbeat.show("plan_reminders")

    answer = client.get("/status").json()

    assert (answer["healthy"], answer["seconds_since_reminders"]) == (False, None)


def test_status_says_that_beat_was_never_heard(client: Client) -> None:
    answer = client.get("/status")

    assert (answer.status_code, answer.json()["seconds_since_beat"]) == (503, None)


def test_status_says_when_the_broker_is_stopped(client: Client, settings: Settings) -> None:
    record_beat()
    settings.REDIS_URL = f"redis://127.0.0.1:{free_port()}/0"

    answer = client.get("/status")

    assert (answer.status_code, answer.json()["broker"]) == (503, "unreachable")

"""A municipality where many people are to be reminded at once, and the processes that do it."""

import os
import re
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import time as clock
from datetime import timedelta
from pathlib import Path
from subprocess import Popen
from urllib.parse import urlsplit

from django.db import connection
from django.utils import timezone
from kombu import Connection

from accounts.models import User
from accounts.roles import Role
from config.celery import app
from config.env import celery_address
from kernel.periods import period
from localservices.mail_sink import Sink
from localservices.processes import child
from parties.models import Membership
from tests.architecture.source import ROOT
from tests.factories import cases, people
from tests.factories.cases import World
from tests.operations.processes import PATH
from ärenden.actions.deadlines import Term, set_deadline
from ärenden.actions.reminders.planning import plan
from ärenden.choices import Audience, Purpose
from ärenden.models import Deadline, Reminder, ReminderMail, ReminderRule, ReminderSettings

CELERY = ["celery", "--app=config.celery", "--quiet"]
WORKER = [*CELERY, "worker", "--concurrency=2", "--loglevel=warning"]
MIDNIGHT = clock(0)
MESSAGE_ID = re.compile(rb"^Message-ID: (<.+>)\r$", re.MULTILINE)
NEAREST = 60  # days from the morning of today to the last day


def remind_many(number: int, *, mornings: int = 1) -> None:
    """So many registrars, who on each of the latest mornings were to be told of the same day."""
    world, long_ago = cases.world(), timezone.now() - timedelta(days=300)
    _registrars(world, number - 1)
    ReminderRule.objects.bulk_create(
        ReminderRule(
            organisation=world.organisation,
            purpose=Purpose.DECIDE,
            audience=Audience.OFFICE,
            n=NEAREST + morning,
            at=MIDNIGHT,
            made_at=long_ago,
        )
        for morning in range(mornings)
    )
    due = timezone.now() + timedelta(days=NEAREST)
    term = Term(at=due, explanation="Beslutas inom ett år.")
    set_deadline(cases.motion(world), Purpose.DECIDE, term, doing=world.doing())
    Deadline.objects.update(set_at=long_ago)
    plan(timezone.now())


def _registrars(world: World, number: int) -> None:
    """With no quiet hours: the tests run at night too."""
    users = User.objects.bulk_create(
        User(email=f"person-{n}@provby.example", name=f"Person {n}", password="!")
        for n in range(number)
    )
    here, days = world.organisation, period(people.LONG_AGO)
    Membership.objects.bulk_create(
        Membership(user=user, organisation=here, role=Role.REGISTRAR, period=days) for user in users
    )
    ReminderSettings.objects.bulk_create(
        ReminderSettings(user=user, organisation=here, quiet_from=MIDNIGHT, quiet_until=MIDNIGHT)
        for user in (*users, world.registrar)
    )


@contextmanager
def running(words: list[str], *, broker: str, sink: Sink, home: Path) -> Iterator[Popen[bytes]]:
    """A worker or a beat on the tests' own database."""
    database = urlsplit(os.environ["DATABASE_URL"])
    env = {
        "PATH": PATH,
        "PYTHONUTF8": "1",
        "ARENDEN_DEBUG": "1",
        "DATABASE_URL": database._replace(path=f"/{connection.settings_dict['NAME']}").geturl(),
        "REDIS_URL": broker,
        "ARENDEN_SMTP_HOST": "127.0.0.1",
        "ARENDEN_SMTP_PORT": str(sink.port),
    }
    with child(words, env=env, cwd=ROOT, log=home / "celery.log") as process:
        yield process


def kill(process: Popen[bytes]) -> None:
    """With all its children, as when the machine stops."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def asked_until(reached: Callable[[], bool], *, broker: str, seconds: float = 300) -> bool:
    """Ask for deliveries as beat does, again and again, until it is so."""
    deadline = time.monotonic() + seconds
    while not reached() and time.monotonic() < deadline:
        with Connection(celery_address(broker)) as link:
            app.send_task("arenden.deliver_reminders", connection=link)
        pause = time.monotonic() + 3
        while not reached() and time.monotonic() < pause:
            time.sleep(0.01)
    return reached()


def told(sink: Sink) -> tuple[Counter[str], int]:
    """How the rows stand, and how many second copies came of mails that stand as sent.

    Fails when a mail is missing, or one came that no row knows.
    """
    came = Counter(MESSAGE_ID.search(mail)[1].decode() for mail in sink.mails)
    sent = set(ReminderMail.objects.values_list("message_id", flat=True))
    assert set(came) == sent
    return Counter(Reminder.objects.values_list("status", flat=True)), came.total() - len(came)

"""Counts and times; run by `bench.reminders` where Django is set up."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time as clock
from datetime import timedelta
from pathlib import Path
from smtplib import SMTP

from django.conf import settings
from django.core import mail
from django.db import connection
from django.db.models import Min
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils import timezone

from accounts.models import User
from bench.reminding.many import register
from config.celery import app
from localservices.processes import child
from parties.models import Organisation
from ärenden.actions.reminders.planning import A_PAGE, PAGES, plan
from ärenden.actions.reminders.sending import deliver, recipients
from ärenden.choices import ReminderStatus
from ärenden.models import Reminder, ReminderMail, ReminderSettings

ROOT = Path(__file__).resolve().parent.parent.parent
CASES, RUNNING, MAILS = 200_000, 50_000, 2_000
ASKED_EVERY = 15  # seconds
WORKER = ["-m", "celery", "--app=config.celery", "--quiet", "worker", "--concurrency=2"]
BARE = """
select id, purpose, due_at, set_at, case_id, meeting_id, referral_id, replaces_id
from arenden_deadline where status in ('open', 'waiting') and due_at between %s and %s
"""


def main() -> None:
    now = timezone.now()
    register(number=CASES, running=RUNNING, now=now)
    print(f"{CASES} cases, {RUNNING} with a deadline that runs\n")
    print("| | SQL per 1,000 | cases/s | of the bare scan |\n| --- | --- | --- | --- |")
    bare = _bare()
    print(f"| bare scan of the same rows | | {bare:.0f} | 1.00 |")
    for name in ("planning, first time", "planning, nothing missing"):
        with CaptureQueriesContext(connection) as asked:
            started = time.perf_counter()
            plan(now)
            rate = RUNNING / (time.perf_counter() - started)
        per_page = len(asked) / (RUNNING / A_PAGE)
        print(f"| {name} | {per_page:.2f} | {rate:.0f} | {rate / bare:.2f} |")
    print(f"\n{Reminder.objects.count()} reminders were made.\n")
    _measure_sending()


def _bare() -> float:
    """Cases a second, read page by page as the planner finds them."""
    started = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(PAGES, [A_PAGE])
        for first, last, _, _ in cursor.fetchall():
            cursor.execute(BARE, [first, last])
            cursor.fetchall()
    return RUNNING / (time.perf_counter() - started)


def _measure_sending() -> None:
    """The same number of the same mails; ours each from a row of its own."""
    print("| a mail server that | bare loop, mails/s | one worker of concurrency 2 | |")
    print("| --- | --- | --- | --- |")
    _let_all_have_mail()
    with tempfile.TemporaryDirectory() as folder:
        _measure_server("has each mail on its disk before it says yes", "0", folder)
    _measure_server("takes 5 ms a mail", "0.005")
    _measure_server("takes no time and keeps nothing", "0")
    with connection.cursor() as cursor:
        cursor.execute("alter role current_user set synchronous_commit = off")
    _measure_server("the same, while our database does not wait for its disk", "0")


def _measure_server(name: str, *arguments: str) -> None:
    _one_to_each()
    message = _a_mail()
    with _sink(*arguments) as port:
        raw, ours = _raw(message, port), _ours(port)
    print(f"| {name} | {raw:.0f} | {ours:.0f} | {ours / raw:.2f} |", flush=True)


def _one_to_each() -> None:
    """One reminder waits for each of so many people; the others wait for later."""
    now = timezone.now()
    unsent = Reminder.objects.filter(status=ReminderStatus.WAITING)
    unsent.update(send_at=now + timedelta(days=1))
    first = unsent.values("recipient").annotate(key=Min("pk")).values_list("key", flat=True)
    Reminder.objects.filter(pk__in=list(first[: MAILS + 1])).update(send_at=now)
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze arenden_reminder")


def _let_all_have_mail() -> None:
    """At any hour of the day."""
    here, midnight = Organisation.objects.get(), clock(0)
    ReminderSettings.objects.bulk_create(
        ReminderSettings(user=user, organisation=here, quiet_from=midnight, quiet_until=midnight)
        for user in User.objects.all()
    )


def _a_mail() -> bytes:
    """One of them, as it is sent."""
    now = timezone.now()
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        mail.outbox = []
        deliver(recipients(now)[:1], now=now)
    return mail.outbox[0].message().as_bytes(linesep="\r\n")


@contextmanager
def _sink(*arguments: str) -> Iterator[int]:
    command = [sys.executable, "-m", "localservices.mail_sink", *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as sink:
        yield int(sink.stdout.readline())
        sink.stdin.close()


def _raw(message: bytes, port: int) -> float:
    with SMTP("127.0.0.1", port) as server:
        started = time.perf_counter()
        for number in range(MAILS):
            server.sendmail(settings.DEFAULT_FROM_EMAIL, [f"{number}@provby.example"], message)
        return MAILS / (time.perf_counter() - started)


def _ours(port: int) -> float:
    """From the first mail that has been sent to the last, asked for as beat does."""
    env = os.environ | {"ARENDEN_SMTP_HOST": "127.0.0.1", "ARENDEN_SMTP_PORT": str(port)}
    with tempfile.TemporaryDirectory() as home:
        log = Path(home) / "worker.log"
        with child([sys.executable, *WORKER], env=env, cwd=ROOT, log=log):
            asked = first = started = 0.0
            while recipients(timezone.now()):
                if time.perf_counter() - asked > ASKED_EVERY:
                    asked = time.perf_counter()
                    app.send_task("arenden.deliver_reminders")
                if not started and (first := ReminderMail.objects.count()) > 1:
                    started = time.perf_counter()
                time.sleep(0.2)
            taken = time.perf_counter() - started
            return (ReminderMail.objects.count() - first) / taken

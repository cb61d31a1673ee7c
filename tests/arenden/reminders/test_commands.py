"""What is run by hand, and what the mail server sends back."""

import sys
from datetime import time, timedelta
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from django.core import mail
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from accounts.models import User
from tests.arenden.reminders.making import SENT, Reminded, at, due, reminded, run
from ärenden.choices import ReminderStatus
from ärenden.models import Deadline, Reminder, ReminderMail, ReminderSettings

pytestmark = pytest.mark.django_db
REPORT = """\
From: MAILER-DAEMON@provby.example
To: arenden@localhost
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

--x
Content-Type: text/plain

I'm sorry to have to inform you.
--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.provby.example

Final-Recipient: rfc822; hanna@provby.example
Action: {action}
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 Mailbox full
--x
{original}
--x--
"""
WHOLE = "Content-Type: message/rfc822\n\nMessage-ID: {id}\nSubject: x\n\nHej"
HEADERS = "Content-Type: text/rfc822-headers\n\nMessage-ID: {id}\nSubject: x"


def due_today(those: Reminded) -> None:
    """Set a month ago, and everyone may be told at any hour."""
    due(those, timezone.localdate())
    Deadline.objects.update(set_at=timezone.now() - timedelta(days=30))
    for user in User.objects.all():
        ReminderSettings.objects.create(
            user=user,
            organisation=those.world.organisation,
            quiet_from=time(0),
            quiet_until=time(0),
        )


def test_dry_run_tells_what_would_be_done_and_does_nothing() -> None:
    those = reminded()
    due_today(those)
    out = StringIO()

    call_command("remind", "--dry-run", stdout=out)

    lines = out.getvalue().splitlines()
    assert lines[0] == "7 påminnelser görs."
    assert len([line for line in lines if line.startswith("Mejl till ")]) == 3
    assert (Reminder.objects.count(), mail.outbox) == (0, [])


def test_dry_run_of_one_organisation_tells_only_of_it() -> None:
    those, others = reminded(), reminded()
    due_today(those)
    due(others, timezone.localdate())
    Deadline.objects.update(set_at=timezone.now() - timedelta(days=30))
    out = StringIO()

    call_command("remind", "--dry-run", organisation=those.world.organisation.slug, stdout=out)

    told, *mails = out.getvalue().splitlines()
    assert told == "7 påminnelser görs."
    addresses = {line.split()[2].rstrip(":") for line in mails}
    office = those.world.registrar
    assert addresses == {those.handler.email, those.answerer.email, office.email}


def test_unknown_organisation_is_answered_with_those_that_there_are() -> None:
    those = reminded()

    with pytest.raises(CommandError, match=f"Organisationer: {those.world.organisation.slug}"):
        call_command("remind", "--dry-run", organisation="ingen")


def test_remind_makes_and_sends_without_beat() -> None:
    those = reminded()
    due_today(those)
    out = StringIO()

    call_command("remind", stdout=out)

    assert out.getvalue() == "7 påminnelser görs.\n"
    office = those.world.registrar
    told = {those.handler.email, those.answerer.email, office.email}
    assert {message.to[0] for message in mail.outbox} == told


def bounced(those: Reminded, monkeypatch: pytest.MonkeyPatch, **report: str) -> ReminderMail:
    """The mail to the handler, after the report about it has been read."""
    sent = ReminderMail.objects.get(recipient=those.handler)
    filled = {name: text.format(id=sent.message_id) for name, text in report.items()}
    raw = REPORT.format(**filled).encode()
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(raw)))
    call_command("record_bounce", stdout=StringIO())
    sent.refresh_from_db()
    return sent


@pytest.mark.parametrize("original", [WHOLE, HEADERS], ids=["whole", "headers"])
def test_mail_that_came_back_marks_its_reminders(
    monkeypatch: pytest.MonkeyPatch, original: str
) -> None:
    those = reminded()
    due(those)
    run(at(SENT[0], 7, 30))

    sent = bounced(those, monkeypatch, action="failed", original=original)

    assert (sent.bounced_at is not None, sent.bounce) == (True, "smtp; 552 5.2.2 Mailbox full")
    assert set(sent.reminders.values_list("status", flat=True)) == {ReminderStatus.BOUNCED}


def test_mail_that_is_only_late_has_not_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    those = reminded()
    due(those)
    run(at(SENT[0], 7, 30))

    sent = bounced(those, monkeypatch, action="delayed", original=WHOLE)

    assert sent.bounced_at is None
    assert set(sent.reminders.values_list("status", flat=True)) == {ReminderStatus.SENT}

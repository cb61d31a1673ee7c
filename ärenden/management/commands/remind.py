"""Make and send reminders now, or only tell what would be made and sent."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.mail import EmailMessage
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from kernel.text import counted
from ärenden.actions.reminders.planning import plan
from ärenden.actions.reminders.sending import deliver, deliver_to, prepare, recipients

SILENT = "E-postservern svarar inte. Det som inte gick i väg väntar till nästa gång."


class Command(BaseCommand):
    help = "Gör de påminnelser som saknas och skickar dem vars tid har kommit."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="berätta bara vad som skulle göras"
        )

    def handle(self, *, dry_run: bool, **_options: Any) -> None:
        now = timezone.now()
        if dry_run:
            with transaction.atomic():
                self._try(now)
                transaction.set_rollback(True)
            return
        self._tell_made(plan(now))
        if not deliver(recipients(now), now=now):
            raise CommandError(SILENT)

    def _try(self, now: datetime) -> None:
        """The same work, in a transaction that is undone, with mails that are only told of."""
        self._tell_made(plan(now))
        keys = recipients(now)
        found = prepare(keys, now=now)
        for key in keys:
            deliver_to(key, found, now=now, send=self._tell_mail)

    def _tell_made(self, number: int) -> None:
        self.stdout.write(f"{counted(number, 'påminnelse', 'påminnelser')} görs.")

    def _tell_mail(self, message: EmailMessage) -> None:
        self.stdout.write(f"Mejl till {message.to[0]}: {message.subject}")

"""Make and send reminders now, or only tell what would be made and sent."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.mail import EmailMessage
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from kernel.text import counted
from parties.models import Organisation
from ärenden.actions.reminders.planning import plan
from ärenden.actions.reminders.sending import deliver, deliver_to, prepare, recipients

UNKNOWN = "Ingen organisation heter så i adresserna: {slug}. Organisationer: {slugs}."
SILENT = "E-postservern svarar inte. Det som inte gick i väg väntar till nästa gång."


class Command(BaseCommand):
    help = "Gör de påminnelser som saknas och skickar dem vars tid har kommit."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="berätta bara vad som skulle göras"
        )
        parser.add_argument(
            "--organisation", help="bara för den organisation som adresserna kallar så (/org/…/)"
        )

    def handle(self, *, dry_run: bool, organisation: str | None, **_options: Any) -> None:
        now, only = timezone.now(), _called(organisation) if organisation else None
        if dry_run:
            with transaction.atomic():
                self._try(now, only)
                transaction.set_rollback(True)
            return
        self._tell_made(plan(now, only=only))
        if not deliver(recipients(now, only=only), now=now):
            raise CommandError(SILENT)

    def _try(self, now: datetime, only: Organisation | None) -> None:
        """The same work, in a transaction that is undone, with mails that are only told of."""
        self._tell_made(plan(now, only=only))
        keys = recipients(now, only=only)
        found = prepare(keys, now=now)
        for key in keys:
            deliver_to(key, found, now=now, send=self._tell_mail)

    def _tell_made(self, number: int) -> None:
        self.stdout.write(f"{counted(number, 'påminnelse', 'påminnelser')} görs.")

    def _tell_mail(self, message: EmailMessage) -> None:
        self.stdout.write(f"Mejl till {message.to[0]}: {message.subject}")


def _called(slug: str) -> Organisation:
    found = {row.slug: row for row in Organisation.objects.order_by("slug")}
    if slug not in found:
        raise CommandError(UNKNOWN.format(slug=slug, slugs=", ".join(found)))
    return found[slug]

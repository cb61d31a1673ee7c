"""Take in what the mail server sends back, one report on standard input."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ärenden.actions.reminders.bounces import record_bounce


class Command(BaseCommand):
    help = "Läser en studsrapport på standard in och antecknar den vid mejlet."

    def handle(self, **_options: Any) -> None:
        mail = record_bounce(sys.stdin.buffer.read(), at=timezone.now())
        self.stdout.write(f"Antecknat vid: {mail}" if mail else "Ingen rapport om en påminnelse.")

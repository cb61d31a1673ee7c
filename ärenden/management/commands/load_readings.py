"""Load real documents by their readings, or tell what the readings leave unclaimed."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.models import User
from ärenden.reading.loader import load_readings
from ärenden.reading.parsing import ReadingError
from ärenden.reading.sources import Reading, readings_of


class Command(BaseCommand):
    help = "Läser in verkliga handlingar, eller visar vad av dem som ingen uppgift täcker."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--documents", type=Path, default=settings.SOURCES, help="mapp")
        parser.add_argument("--registrar", help="e-postadress till den som registrerar")
        parser.add_argument("--report", action="store_true", help="visa täckningen, läs inte in")

    def handle(
        self, *, documents: Path, registrar: str | None, report: bool, **_options: Any
    ) -> None:
        try:
            if report:
                self._report(readings_of(documents))
            else:
                self._load(documents, registrar)
        except ReadingError as problem:
            raise CommandError(str(problem)) from problem

    def _load(self, documents: Path, registrar: str | None) -> None:
        user = User.objects.filter(email__iexact=registrar or "", is_active=True).first()
        if user is None:
            raise CommandError("Ange vem som registrerar: --registrar E-POSTADRESS")
        for organisation in load_readings(documents, registrar=user, at=timezone.now()):
            self.stdout.write(f"{organisation} är inläst")

    def _report(self, readings: list[Reading]) -> None:
        for reading in readings:
            found = reading.coverage
            self.stdout.write(f"{reading.name}: {found.percent:.1f} procent")
            for span in found.unclaimed:
                text = reading.text[span.start : span.end]
                self.stdout.write(f"  {span.start}–{span.end}: {text!r}")

"""Fill a database with the demo, and never any other database than the demo's own."""

import shutil
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone
from psycopg import sql

from accounts.models import DemoMark
from ärenden.demo.load import load_demo
from ärenden.reading.parsing import ReadingError
from ärenden.reading.sources import Reading, readings_of

STALE = timedelta(days=14)
# What `migrate` itself writes, also before a load that was broken off; and the cache, which is
# no one's data.
WRITTEN_BY_MIGRATE = {
    "django_migrations",
    "django_content_type",
    "auth_permission",
    settings.CACHES["default"]["LOCATION"],
}
FOREIGN = (
    "Databasen innehåller annat än demon och rörs inte. "
    "Ange en tom databas i DATABASE_URL, eller ingen alls."
)
ALREADY_LOADED = "Demon är redan upplagd. Handlingar läses in när den läggs upp på nytt: --reset"
OLD = (
    "Demon lades upp för {days} dagar sedan och dess datum är gamla. Lägg upp den på nytt: --reset"
)


class Contents(Enum):
    NOTHING = 1
    DEMO = 2
    FOREIGN = 3


class Command(BaseCommand):
    help = "Lägger upp demon i en tom databas."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--reset", action="store_true", help="töm först, om det är en demo")
        parser.add_argument("--documents", type=Path, help="mapp med verkliga handlingar")

    def handle(self, *, reset: bool, documents: Path | None, **_options: Any) -> None:
        contents = _contents()
        if contents is Contents.FOREIGN:
            raise CommandError(FOREIGN)
        readings = _readings(documents) if documents else []
        if contents is Contents.DEMO and reset:
            _empty()
            contents = Contents.NOTHING
        call_command("migrate", interactive=False, verbosity=0)
        if contents is Contents.NOTHING:
            self._load(readings)
        else:
            self._remind(readings)

    def _load(self, readings: list[Reading]) -> None:
        self.stdout.write("Lägger upp demon.")
        load_demo(today=timezone.localdate(), readings=readings)

    def _remind(self, readings: list[Reading]) -> None:
        if readings:
            self.stdout.write(ALREADY_LOADED)
        age = timezone.now() - DemoMark.objects.get().created_at
        if age > STALE:
            self.stdout.write(OLD.format(days=age.days))


def _readings(documents: Path) -> list[Reading]:
    """Those of the folder; one without any is refused before anything is emptied."""
    try:
        return readings_of(documents)
    except ReadingError as problem:
        raise CommandError(str(problem)) from problem


def _contents() -> Contents:
    tables = set(connection.introspection.table_names())
    if DemoMark._meta.db_table in tables and DemoMark.objects.exists():
        return Contents.DEMO
    ours = {*connection.introspection.django_table_names(), *WRITTEN_BY_MIGRATE}
    if tables <= ours and not any(_has_rows(table) for table in tables - WRITTEN_BY_MIGRATE):
        return Contents.NOTHING
    return Contents.FOREIGN


def _has_rows(table: str) -> bool:
    with connection.cursor() as cursor:
        query = sql.SQL("select exists (select 1 from {})").format(sql.Identifier(table))
        cursor.execute(query)
        return bool(cursor.fetchone()[0])


def _empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute("drop schema public cascade")
        cursor.execute("create schema public")
    if settings.MEDIA_ROOT.exists():
        shutil.rmtree(settings.MEDIA_ROOT)

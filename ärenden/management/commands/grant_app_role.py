"""Give the role that web, worker and beat run as what it may do, and no more.

Run by the tables' owner after every `migrate`.  A trigger also guards the timeline, but an
owner can switch a trigger off; a role without the right cannot.
"""

from typing import Any

import pghistory.models
from django.apps import apps
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from psycopg import sql

from parties.models import AdministrationEvent
from ärenden.models import CaseEvent

CLEAR = "revoke all on all tables in schema public from {role}"
GRANTS = (
    "grant usage on schema public to {role}",
    "grant usage on all sequences in schema public to {role}",
    "grant select, insert, update, delete on all tables in schema public to {role}",
)
APPEND_ONLY = "revoke update, delete on {table} from {role}"
READ_ONLY = "revoke insert, update, delete on {table} from {role}"


class Command(BaseCommand):
    help = "Ger databasrollen rätt att använda tabellerna, men inte att ändra det som hänt."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("role")

    @transaction.atomic
    def handle(self, *, role: str, **_options: Any) -> None:
        for statement in (CLEAR, *GRANTS):
            _execute(statement, role=role)
        for table in event_tables():
            _execute(APPEND_ONLY, role=role, table=table)
        _execute(READ_ONLY, role=role, table=MigrationRecorder.Migration._meta.db_table)


def event_tables() -> set[str]:
    """The tables that only grow: what happened, and the earlier wordings of corrected rows."""
    earlier = {
        model._meta.db_table
        for model in apps.get_models()
        if issubclass(model, pghistory.models.Event)
    }
    return {CaseEvent._meta.db_table, AdministrationEvent._meta.db_table, *earlier}


def _execute(statement: str, **names: str) -> None:
    with connection.cursor() as cursor:
        quoted = {key: sql.Identifier(name) for key, name in names.items()}
        cursor.execute(sql.SQL(statement).format(**quoted))

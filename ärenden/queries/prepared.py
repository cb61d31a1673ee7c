"""Statements that the database plans once for a connection instead of each time they run."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from psycopg import Cursor


@contextmanager
def planned_once() -> Iterator[Cursor[Any]]:
    """A cursor for what runs often, is quick to run and slow to plan: many joins, few rows.

    The plan is made for values that are not known yet, unless a transaction was undone in which
    the first such cursor was asked for: then it is made anew each time, which is only slower.
    Django's own cursors keep no plan.
    """
    connection.ensure_connection()
    server = connection.connection
    if server.prepare_threshold is None:
        server.prepare_threshold = 0
        server.execute("set plan_cache_mode = force_generic_plan")
    with connection.wrap_database_errors, Cursor(server) as cursor:
        yield cursor

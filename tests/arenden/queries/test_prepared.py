"""Statements that the database plans once for a connection."""

import pytest
from django.db import DataError, connection

from ärenden.queries.prepared import planned_once

pytestmark = pytest.mark.django_db
HALF = "select 10 / %(by)s::bigint as of_plans"


def halved(by: int) -> int:
    with planned_once() as cursor:
        return cursor.execute(HALF, {"by": by}).fetchone()[0]


def test_statement_is_planned_once_whatever_its_values() -> None:
    found = [halved(by) for by in (2, 5, 10)]

    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_prepared_statements where statement ~ 'of_plans$'")
        assert (found, cursor.fetchone()) == ([5, 2, 1], (1,))


def test_what_the_database_refuses_is_an_error_of_django() -> None:
    with pytest.raises(DataError, match="division by zero"):
        halved(0)

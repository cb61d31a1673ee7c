"""Rows beside their parents: one query for both, however many there are."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, QuerySet
from django.db.models.functions import JSONObject

Row = TypeVar("Row", bound=Model)


def gathered(rows: QuerySet[Any]) -> ArraySubquery:
    """Rows that refer to their parent by `OuterRef`, as JSON; for rows without dates.

    A prefetch would cost a query per relation, and a case has more relations than queries.
    """
    columns = {field.attname: field.attname for field in rows.model._meta.concrete_fields}
    return ArraySubquery(rows.values(gathered=JSONObject(**columns)))


def made(model: type[Row], rows: Iterable[Mapping[str, Any]]) -> list[Row]:
    """The rows again, as they came out of `gathered`."""
    return [model(**row) for row in rows]

"""What of a case the public reads, told inside, beside the case's own row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.db.models.functions import JSONObject
from django.utils import timezone

from ärenden.published import readable, standing


@dataclass(frozen=True, kw_only=True)
class PublicationTold:
    """A decision that holds: of a document by its number, of a body's decision, or of the page."""

    document: int | None
    body: str | None
    on: date
    by: str
    basis: str
    until: date | None
    is_masked: bool
    is_shown: bool


def publications_gathered(*, on: date) -> ArraySubquery:
    """For a query of cases: what `publications_made` reads."""
    shown = readable(on=on).filter(pk=OuterRef("pk"))
    rows = standing(on=on).filter(case=OuterRef("pk")).annotate(is_shown=Exists(shown))
    columns = {name: name for name in ("basis", "until", "is_masked", "is_shown")}
    told = JSONObject(
        document="document__running_number",
        body="decision__body__name",
        at="decided_at",
        by="decided_by",
        **columns,
    )
    return ArraySubquery(rows.order_by("pk").values(told=told))


def publications_made(rows: Iterable[Mapping[str, Any]]) -> list[PublicationTold]:
    return [_made(**row) for row in rows]


def _made(*, at: str, until: str | None, **told: Any) -> PublicationTold:
    """The database's JSON tells days and instants as text."""
    return PublicationTold(
        on=timezone.localdate(datetime.fromisoformat(at)),
        until=date.fromisoformat(until) if until else None,
        **told,
    )

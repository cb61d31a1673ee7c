"""What the public reads of a case, told inside: each decision that holds, and the page itself."""

from dataclasses import dataclass

from kernel.dates import full_date
from ärenden.queries.publications import PublicationTold
from ärenden.web.cases.presenters.showing import Showing

HIDDEN = "Orden visas inte: något är sekretessmarkerat, skyddat eller arbetsmaterial."


@dataclass(frozen=True)
class PublishedRow:
    what: str
    meta: str


@dataclass(frozen=True)
class Published:
    url: str
    rows: list[PublishedRow]


def published_of(showing: Showing) -> Published | None:
    """None as long as the public sees nothing of the case."""
    rows = showing.record.publications
    return Published(showing.public_url, [_row(row) for row in rows]) if rows else None


def _row(row: PublicationTold) -> PublishedRow:
    what = "Ärendets sida"
    if row.document:
        what = f"Handling {row.document}"
    elif row.body:
        what = f"Beslut i {row.body}"
    until = f", till och med {full_date(row.until)}" if row.until else ""
    masked = ". Maskad version" if row.is_masked else ""
    hidden = "" if row.is_shown else f" {HIDDEN}"
    basis = row.basis.rstrip(".")
    return PublishedRow(what, f"{full_date(row.on)} av {row.by}{until}{masked}. {basis}.{hidden}")

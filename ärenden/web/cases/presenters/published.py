"""What the public reads of a case, told inside: each decision that holds, and the page itself."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from kernel.dates import full_date
from ärenden.models import Case, Publication
from ärenden.published import readable, standing

HIDDEN = "Orden visas inte: någon med skyddade personuppgifter eller ett arbetsmaterial hindrar."


@dataclass(frozen=True)
class PublishedRow:
    what: str
    meta: str


@dataclass(frozen=True)
class Published:
    url: str
    rows: list[PublishedRow]


def published_of(case: Case, *, organisation: str, on: date) -> Published | None:
    """None as long as the public sees nothing of the case."""
    rows = list(standing(on=on).filter(case=case).select_related("document", "decision__body"))
    if not rows:
        return None
    shown = set(readable(on=on).filter(case=case).values_list("pk", flat=True))
    url = reverse("public:case", args=[organisation, case.public_id])
    return Published(url, [_row(row, is_shown=row.pk in shown) for row in rows])


def _row(row: Publication, *, is_shown: bool) -> PublishedRow:
    what = "Ärendets sida"
    if row.document:
        what = f"Handling {row.document.running_number}"
    elif row.decision:
        what = f"Beslut i {row.decision.body.name}"
    until = f", till och med {full_date(row.until)}" if row.until else ""
    day = full_date(timezone.localdate(row.decided_at))
    masked = ". Maskad version" if row.is_masked else ""
    hidden = "" if is_shown else f" {HIDDEN}"
    return PublishedRow(what, f"{day} av {row.decided_by}{until}{masked}. {row.basis}.{hidden}")

"""Sekretessmarkeringar: what is marked, on what ground, and what is kept apart."""

from collections.abc import Mapping
from dataclasses import dataclass

from kernel.dates import full_date
from kernel.text import capital
from ärenden.models import SecrecyMark
from ärenden.queries.secrecy import name_of
from ärenden.web.cases.presenters.showing import Showing

LABELS: Mapping[str, str] = {
    "title": "Rubriken lyder",
    "motivation": "Motiveringen lyder",
    "text": "Frågan lyder",
    "name_printed": "Namnet är",
}


@dataclass(frozen=True, kw_only=True)
class MarkShown:
    """`kept` is empty for those who are not cleared, and for what is marked as a whole."""

    what: str
    ground: str
    lifted: str
    kept_label: str
    kept: str


def marks_of(showing: Showing) -> list[MarkShown]:
    return [_mark(showing, mark) for mark in showing.record.marks]


def is_secret(showing: Showing) -> bool:
    """Is the whole case marked?"""
    return any(mark.is_on_the_case and not mark.lifted_on for mark in showing.record.marks)


def _mark(showing: Showing, mark: SecrecyMark) -> MarkShown:
    is_told = not showing.record.withheld and not mark.lifted_on
    return MarkShown(
        what=capital(name_of(mark)),
        ground=f"{mark.provision}. {mark.authority_printed}, {full_date(mark.marked_on)}.",
        lifted=f"Hävd {full_date(mark.lifted_on)}." if mark.lifted_on else "",
        kept_label=LABELS.get(mark.field, "") if is_told else "",
        kept=str(mark.kept.get(mark.field, "")) if is_told else "",
    )

"""What is said of a document wherever it stands: from whom, to whom, and its standing by law."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from kernel.text import listed
from ärenden.choices import Capacity, Direction, LegalStatus
from ärenden.models import AgentSnapshot, Document

WAYS: dict[Capacity, str] = {
    Capacity.SENDER: "från",
    Capacity.RECIPIENT: "till",
    Capacity.AUTHOR: "av",
}


def correspondents(names: Iterable[AgentSnapshot]) -> str:
    """`från A och B till C`; names in other capacities are left out."""
    told = sorted((name for name in names if name.capacity in WAYS), key=_place)
    return " ".join(
        f"{WAYS[Capacity(capacity)]} {listed([str(name) for name in group])}"
        for capacity, group in groupby(told, key=lambda name: name.capacity)
    )


def _place(name: AgentSnapshot) -> tuple[int, int]:
    return list(WAYS).index(Capacity(name.capacity)), name.position


def standings(document: Document) -> list[tuple[str, date | None]]:
    """Every standing with its day; an answer came in and was handed over, but was never sent.

    That a document is annulled is told apart, with the reason.
    """
    handed_over = ("Överlämnad till frågeställaren", document.dispatched_on)
    is_drawn_up = document.legal_status == LegalStatus.DRAWN_UP or document.established_on
    own = LegalStatus.DRAWN_UP if is_drawn_up else LegalStatus.WORKING
    return {
        Direction.INCOMING: [
            (LegalStatus.RECEIVED.label, document.received_on),
            *([handed_over] if document.dispatched_on else []),
        ],
        Direction.OUTGOING: [(LegalStatus.DISPATCHED.label, document.dispatched_on)],
        Direction.INTERNAL: [(own.label, document.established_on)],
    }[Direction(document.direction)]

"""Where in a source the stored fields stand, for cases and notes that came in by a reading."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from ärenden.models import Case, MeetingNote, SourceSpan

Place = tuple[str, int, str]


@dataclass(frozen=True)
class Traced:
    """A stretch of a source: the source's id and the stretch's own."""

    source: UUID
    span: int


@dataclass(frozen=True)
class Traces:
    """The first stretch of every field, by model, row and field; and the sources by name."""

    spans: Mapping[Place, Traced]
    sources: tuple[tuple[UUID, str], ...]


def traces_of(owner: Case | MeetingNote) -> Traces:
    """The traces of a case or of meeting notes, in one query."""
    rule = Q(source__case=owner) if isinstance(owner, Case) else Q(source__note=owner)
    rows = (
        SourceSpan.objects.filter(rule)
        .order_by("source_id", "start")
        .values_list("model", "row", "field", "pk", "source__public_id", "source__name")
    )
    spans: dict[Place, Traced] = {}
    sources: dict[UUID, str] = {}
    for model, row, field, span, source, name in rows:
        sources[source] = name
        if row is not None:
            spans.setdefault((model, row, field), Traced(source, span))
    return Traces(spans, tuple(sources.items()))

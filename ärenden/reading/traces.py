"""Remember for every stored field where in the source it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from django.db.models import Model

from ärenden.choices import Capacity
from ärenden.models import AgentSnapshot, Source, SourceSpan
from ärenden.reading.anchors import Cut
from ärenden.reading.format import ReadName
from ärenden.reading.sources import Furniture


@dataclass
class Traces:
    """The spans of one source, gathered while its rows are made."""

    source: Source
    spans: list[SourceSpan] = field(default_factory=list)

    def add(self, row: Model, read: Any) -> None:
        """The cuts of a value of the format, whose fields are named as those of the row."""
        for each in fields(read):
            for cut in _cuts(getattr(read, each.name)):
                self._write(row, each.name, cut)

    def add_all(self, rows: Iterable[Model], reads: Sequence[Any]) -> None:
        for row, read in zip(rows, reads, strict=True):
            self.add(row, read)

    def add_names(self, capacity: Capacity, reads: Sequence[ReadName], **owner: Model) -> None:
        names = AgentSnapshot.objects.filter(capacity=capacity, **owner)
        self.add_all(names.order_by("position"), reads)

    def save(self, furniture: Iterable[Furniture]) -> None:
        named = [
            SourceSpan(
                source=self.source,
                start=piece.span.start,
                end=piece.span.end,
                furniture=piece.name,
            )
            for piece in furniture
        ]
        SourceSpan.objects.bulk_create([*self.spans, *named])

    def _write(self, row: Model, name: str, cut: Cut) -> None:
        self.spans += [
            SourceSpan(
                source=self.source,
                start=span.start,
                end=span.end,
                model=type(row).__name__.lower(),
                row=row.pk,
                field=name,
            )
            for span in cut.spans
        ]


def _cuts(value: Any) -> list[Cut]:
    """A field's own cuts; those of the rows below it are written with their rows."""
    values = value if isinstance(value, tuple) else (value,)
    return [each for each in values if isinstance(each, Cut)]

"""Earlier wordings: what a corrected text, name or day said before, and why it was mended."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import F, Model, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat, JSONObject

from ärenden.queries.corrections import text_of, told

# A document's way between cases is told by its events, a paragraph's letter with its number.
UNWORDED = frozenset({"case", "suffix"})
TOLD_AS = {"number": Concat(Cast("number", TextField()), "suffix")}


@dataclass(frozen=True)
class Wording:
    """What one field of a row said until an instant, who changed it, and why.

    A day is told in digits, 2026-03-02.
    """

    row: Model
    field: str
    text: str
    until: datetime
    by: str
    reason: str

    def told(self, tell: Callable[[str], str]) -> "Wording":
        """As it may be read by someone who is told less."""
        return replace(self, text=tell(self.text), by=tell(self.by), reason=tell(self.reason))


def earlier_wordings(rows: Sequence[Model]) -> list[Wording]:
    """The earlier wordings of the rows, newest first, in one query."""
    by_model: dict[type[Model], dict[int, Model]] = defaultdict(dict)
    for row in rows:
        by_model[type(row)][row.pk] = row
    first, *others = (_kept(model, list(each)) for model, each in by_model.items())
    shown = {str(model._meta.model_name): each for model, each in by_model.items()}
    found: list[Wording] = []
    later: dict[tuple[str, int], dict[str, str]] = {}
    kept = first.union(*others, all=True).order_by("-until", "-pgh_id")
    for model, key, until, values, why, _ in kept:
        row = shown[model][key]
        texts = {name: told(value) for name, value in values.items()}
        after = later.get((model, key)) or {name: text_of(row, name) for name in texts}
        later[model, key] = texts
        found.extend(
            Wording(row, name, text, until, **_why(why))
            for name, text in texts.items()
            if text and text != after[name]
        )
    return found


def _kept(model: Any, keys: list[int]) -> QuerySet[Any]:
    history: Any = model.wordings.rel.related_model
    texts = {
        field.name: TOLD_AS.get(field.name, F(field.name))
        for field in history._meta.concrete_fields
        if not field.name.startswith("pgh_") and field.name not in UNWORDED
    }
    rows: QuerySet[Any] = history.objects.filter(pgh_obj__in=keys).annotate(
        kind=Value(model._meta.model_name, TextField()),
        until=F("pgh_created_at"),
        texts=JSONObject(**texts),
        why=F("pgh_context__metadata"),
    )
    return rows.values_list("kind", "pgh_obj_id", "until", "texts", "why", "pgh_id")


def _why(metadata: dict[str, Any] | None) -> dict[str, str]:
    said = metadata or {}
    return {"by": said.get("name", ""), "reason": said.get("reason", "")}

"""Earlier wordings: what a corrected text, name or day said before, and why it was mended."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db.models import F, Model, QuerySet, TextField, Value
from django.db.models.functions import JSONObject

HISTORY_OF = {
    "case": "CaseHistory",
    "question": "QuestionHistory",
    "answer": "AnswerHistory",
    "answerpart": "AnswerPartHistory",
    "agentsnapshot": "AgentHistory",
    "document": "DocumentHistory",
}
UNWORDED = frozenset({"case", "case_id"})  # a document's way between cases is told by its events


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
    by_model: dict[str, dict[int, Model]] = defaultdict(dict)
    for row in rows:
        by_model[str(row._meta.model_name)][row.pk] = row
    first, *others = (
        _kept(model, list(by_model[model])) for model in HISTORY_OF if by_model[model]
    )
    told: list[Wording] = []
    later: dict[tuple[str, int], dict[str, Any]] = {}
    kept = first.union(*others, all=True).order_by("-until", "-pgh_id")
    for model, key, until, texts, told_why, _ in kept:
        row = by_model[model][key]
        after = later.get((model, key)) or {name: _as_kept(row, name) for name in texts}
        later[model, key] = texts
        told.extend(
            Wording(row, name, text, until, **_why(told_why))
            for name, text in texts.items()
            if text and text != after[name]
        )
    return told


def _kept(model: str, keys: list[int]) -> QuerySet[Any]:
    history: Any = apps.get_model("arenden", HISTORY_OF[model])
    fields = [
        field.attname
        for field in history._meta.concrete_fields
        if not field.name.startswith("pgh_") and field.name not in UNWORDED
    ]
    rows: QuerySet[Any] = history.objects.filter(pgh_obj__in=keys).annotate(
        kind=Value(model, TextField()),
        until=F("pgh_created_at"),
        texts=JSONObject(**{name: name for name in fields}),
        why=F("pgh_context__metadata"),
    )
    return rows.values_list("kind", "pgh_obj_id", "until", "texts", "why", "pgh_id")


def _as_kept(row: Model, name: str) -> Any:
    """The present value as JSON has it: a day in digits."""
    value = getattr(row, name)
    return value.isoformat() if isinstance(value, date) else value


def _why(metadata: dict[str, Any] | None) -> dict[str, str]:
    said = metadata or {}
    return {"by": said.get("name", ""), "reason": said.get("reason", "")}

"""Which stored wordings and days of a case may be corrected, and where they stand."""

from collections.abc import Iterator, Mapping
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Model, Q, QuerySet

from ärenden.models import AgentSnapshot, Answer, AnswerPart, Case, Document, Question
from ärenden.models.agents import WAYS_FROM_NAME

TEXTS: Mapping[type[Model], tuple[str, ...]] = {
    Case: ("title", "title_public", "dnr", "motivation", "question_intro"),
    Question: ("text",),
    Answer: ("title_printed", "preamble", "questions_intro", "closing"),
    AnswerPart: ("text",),
    AgentSnapshot: ("name_printed", "party_printed"),
    Document: ("title", "title_public"),
}
DAYS: Mapping[type[Model], tuple[str, ...]] = {
    Case: ("received_on",),
    Document: ("received_on", "dated_on"),
}
WAYS_TO_CASE = {
    Case: ("pk",),
    AnswerPart: ("answer__case",),
    AgentSnapshot: WAYS_FROM_NAME,
}


def correctable(case: Case) -> Iterator[tuple[Model, str]]:
    """Every row and field of the case that may be corrected, texts before days.

    The name of someone with a protected identity is not shown here either.
    """
    for fields_of in (TEXTS, DAYS):
        for model, fields in fields_of.items():
            rows = rows_of(model, case)
            if model is AgentSnapshot:
                rows = rows.exclude(person__has_protected_identity=True)
            yield from ((row, name) for row in rows for name in fields)


def rows_of(model: Any, case: Case) -> QuerySet[Any]:
    """The model's rows that belong to the case, whatever they hang on."""
    ways = (Q(**{way: case.pk}) for way in WAYS_TO_CASE.get(model, ("case",)))
    rows: QuerySet[Any] = model.objects.filter(reduce(or_, ways))
    return rows.order_by("pk")

"""Which stored wordings and days of a case may be corrected, and where they stand."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Model, Q, QuerySet

from ärenden.models import (
    AgentSnapshot,
    Answer,
    AnswerPart,
    Case,
    Decision,
    DecisionPoint,
    Document,
    MinutesItem,
    MinutesSection,
    NonParticipation,
    PrepStep,
    Proposal,
    ProposalPoint,
    PropositionStep,
    Question,
    Referral,
    Reservation,
    Statement,
    Task,
)
from ärenden.models.agents import WAYS_FROM_NAME

TEXTS: Mapping[type[Model], tuple[str, ...]] = {
    Case: ("title", "title_public", "dnr", "own_number", "motivation", "question_intro"),
    AgentSnapshot: ("roles_printed", "organisation_printed", "note_printed"),
    Question: ("text",),
    Answer: ("title_printed", "preamble", "questions_intro", "closing"),
    AnswerPart: ("text", "question_text_as_quoted"),
    Proposal: ("lead_text_printed", "text"),
    ProposalPoint: ("lead_text_printed", "text"),
    Referral: ("recipient_printed", "text", "reason"),
    PrepStep: ("actor_printed", "paragraph_printed", "lead_text_printed", "text"),
    PropositionStep: ("found_printed", "yes_means", "no_means"),
    Decision: ("lead_text_printed", "motivation"),
    DecisionPoint: ("text",),
    Reservation: ("printed", "text"),
    Statement: ("lead_text_printed", "text"),
    NonParticipation: ("ground_printed",),
    Task: ("responsible_printed", "text", "report_to_printed", "report"),
    MinutesItem: ("number", "title_printed"),
    MinutesSection: ("heading_printed", "text"),
    Document: ("title", "title_public"),
}
NAMES: Mapping[type[Model], tuple[str, ...]] = {AgentSnapshot: ("name_printed",)}
OUTCOMES: Mapping[type[Model], tuple[str, ...]] = {Decision: ("outcome",)}
DAYS: Mapping[type[Model], tuple[str, ...]] = {
    Case: ("received_on",),
    Document: ("received_on", "dated_on"),
}
MAY_LACK = (Case, Answer, Decision, Document)
"""Their texts may have been forgotten, and are filled in; other rows are made by a step."""
WAYS_TO_CASE = {
    Case: ("pk",),
    AnswerPart: ("answer__case",),
    ProposalPoint: ("proposal__case",),
    DecisionPoint: ("decision__case",),
    Reservation: ("decision__case",),
    MinutesSection: ("item__case",),
    AgentSnapshot: WAYS_FROM_NAME,
}


def correctable(case: Case) -> Iterator[tuple[Model, str]]:
    """Every row and field of the case that may be corrected, texts before days.

    The name of someone with a protected identity is not shown here either.
    """
    for fields_of in (NAMES, OUTCOMES, TEXTS, DAYS):
        for model, fields in fields_of.items():
            yield from (
                (row, name) for row in rows_of(model, case) for name in fields if stands(row, name)
            )


def rows_of(model: Any, case: Case) -> QuerySet[Any]:
    """The model's rows that belong to the case, whatever they hang on."""
    ways = (Q(**{way: case.pk}) for way in WAYS_TO_CASE.get(model, ("case",)))
    rows: QuerySet[Any] = model.objects.filter(reduce(or_, ways)).order_by("pk")
    return rows.select_related("person") if model is AgentSnapshot else rows


def stands(row: Model, field: str) -> bool:
    """Is there something to correct in the field?"""
    if isinstance(row, AgentSnapshot) and row.is_protected:
        return False
    may_lack = isinstance(row, MAY_LACK) and field not in OUTCOMES.get(type(row), ())
    return may_lack or bool(text_of(row, field))


def text_of(row: Model, field: str) -> str:
    """What the field says, as it is told: a day in digits, each title on a line of its own."""
    if isinstance(row, MinutesItem) and field == "number":
        return row.paragraph
    return told(getattr(row, field))


def told(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(value)
    return value.isoformat() if isinstance(value, date) else str("" if value is None else value)

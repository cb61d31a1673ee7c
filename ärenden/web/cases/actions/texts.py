"""What may be corrected, as a list of choices: each wording by what it is, under a heading."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import groupby

from django.db import models
from django.db.models import Model

from kernel.dates import full_date
from ärenden.choices import Capacity, Outcome
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
from ärenden.queries.corrections import NAMES, text_of
from ärenden.web.cases.actions.rows import shortened

CASE, NAMED, ASKED, ANSWERED, PROPOSED, PREPARED, DECIDED, MINUTES, PAPERS = (
    *("Ärendet", "Namn", "Frågor", "Svar", "Förslag och yrkanden", "Beredning"),
    *("Beslut", "Protokollet", "Handlingar"),
)
CALLED: dict[type[Model], tuple[str, str]] = {
    Case: (CASE, "Ärendet"),
    AgentSnapshot: (NAMED, ""),
    Question: (ASKED, "Fråga"),
    Answer: (ANSWERED, "Svar"),
    AnswerPart: (ANSWERED, "Svar på en fråga"),
    Proposal: (PROPOSED, "Förslag"),
    ProposalPoint: (PROPOSED, "Punkt"),
    PropositionStep: (PROPOSED, "Beslutsgång"),
    Referral: (PREPARED, "Remiss"),
    PrepStep: (PREPARED, "Beredning"),
    Decision: (DECIDED, "Beslut"),
    DecisionPoint: (DECIDED, "Beslutspunkt"),
    Reservation: (DECIDED, "Reservation"),
    NonParticipation: (DECIDED, "Deltar inte"),
    Task: (DECIDED, "Uppdrag"),
    Statement: (MINUTES, "Anteckning"),
    MinutesItem: (MINUTES, "Paragraf"),
    MinutesSection: (MINUTES, "Avsnitt"),
    Document: (PAPERS, "Handling"),
}
HEADINGS = list(dict.fromkeys(heading for heading, _ in CALLED.values()))


def under_headings(
    rows: Mapping[str, tuple[Model, str]], tell: Callable[[str], str]
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The choices of a select, in the order of the case's page."""
    options = [
        (CALLED[type(row)][0], key, called(row, name, tell=tell))
        for key, (row, name) in rows.items()
    ]
    options.sort(key=lambda each: HEADINGS.index(each[0]))
    for heading, group in groupby(options, key=lambda each: each[0]):
        yield heading, [(key, label) for _, key, label in group]


def called(row: Model, name: str, *, tell: Callable[[str], str]) -> str:
    """`Fråga 2, text: När målas …`, as it may be told."""
    label = getattr(row._meta.get_field(name), "verbose_name", name)
    words = tell(shown(row, name))
    kind = f"{_kind(row)} {_number(row)}".strip()
    return f"{kind}, {label}: {shortened(words)}" if words else f"{kind}, {label} (tom)"


def _kind(row: Model) -> str:
    if isinstance(row, AgentSnapshot):
        return Capacity(row.capacity).label
    return CALLED[type(row)][1]


def _number(row: Model) -> str:
    if isinstance(row, MinutesItem):
        return row.paragraph
    names = ("running_number", "number", "ordinal")
    return next((str(vars(row)[name]) for name in names if name in vars(row)), "")


def is_name(row: Model, name: str) -> bool:
    return name in NAMES.get(type(row), ())


def is_day(row: Model, name: str) -> bool:
    return isinstance(row._meta.get_field(name), models.DateField)


def shown(row: Model, name: str) -> str:
    if is_name(row, name):
        return str(row)
    if name == "outcome":
        return Outcome(text_of(row, name)).label
    value = getattr(row, name)
    return full_date(value) if isinstance(value, date) else text_of(row, name)

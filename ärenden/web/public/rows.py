"""A case as one row of a public list."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from kernel.dates import full_date, short_date
from ärenden.choices import Capacity, CaseType, Outcome, State
from ärenden.queries.public_lists import Stage
from ärenden.queries.published_texts import title_of
from ärenden.web.public.names import Named, named
from ärenden.web.public.words import answered_of, verb_of
from ärenden.workflow.steps import ASKED


@dataclass(frozen=True, kw_only=True)
class PublicRow:
    """`margin` says when; `note` how it went, in one sentence."""

    url: str
    title: str
    margin: str
    kind: str
    askers: list[Named]
    verb: str
    addressees: list[Named]
    note: str


def row_of(case: Any, *, organisation: str, today: date) -> PublicRow:
    """The row of a case that `public_lists.listed` found."""
    agents = list(case.agents.all())
    answering = [agent for agent in agents if agent.capacity == Capacity.ANSWERER]
    asked = [agent for agent in agents if agent.capacity == Capacity.ADDRESSEE]
    return PublicRow(
        url=reverse("public:case", args=[organisation, case.public_id]),
        title=title_of(case, is_kept=case.is_protected),
        margin=_margin(case, today),
        kind=CaseType(case.case_type).label,
        askers=named([agent for agent in agents if agent.capacity == Capacity.SIGNATORY]),
        verb=verb_of(case),
        addressees=named(answering or asked),
        note=_note(case),
    )


def _margin(case: Any, today: date) -> str:
    """When it was settled, when it will be taken up, or when it came in."""
    if case.stage in {Stage.ANSWERED, Stage.DECIDED} and case.settled_on:
        return full_date(case.settled_on)
    if case.stage == Stage.WAITING and case.meets_on and case.meets_on >= today:
        return f"Tas upp {short_date(case.meets_on, today=today)}"
    return f"Inkom {short_date(case.received_on, today=today)}" if case.received_on else ""


def _note(case: Any) -> str:
    if case.stage == Stage.DECIDED:
        return f"{Outcome(case.outcome).label}." if case.outcome else "Beslutad."
    if case.stage == Stage.ANSWERED:
        number = case.asked if case.answers_all else case.answered
        told = answered_of(number, case.asked)
        return told or "Besvarad på sammanträdet."
    if case.stage == Stage.ENDED:
        return "Avslutad." if case.state == State.CLOSED else f"{State(case.state).label}."
    return f"{Stage(case.stage).label}." if case.case_type not in ASKED else ""

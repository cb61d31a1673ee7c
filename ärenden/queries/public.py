"""The public's page of a case: only what a decision to publish lays open."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from ärenden.choices import Capacity
from ärenden.models import (
    AgentSnapshot,
    Answer,
    AnswerPart,
    Case,
    CaseEvent,
    CaseLink,
    Decision,
    DecisionPoint,
    Proposal,
    ProposalPoint,
    Publication,
    Question,
)
from ärenden.published import public_decisions, published, readable, with_protected_people
from ärenden.queries.published_texts import own_proposal
from ärenden.workflow import Action


@dataclass(frozen=True)
class PublicFile:
    """A file that anyone may fetch; in a preview it has no address yet."""

    name: str
    size: int
    key: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class PublicRecord:
    """The rows of one case that a stranger may read; texts without a decision are not loaded.

    `page` is the readable decision about the page itself: without it only the head is shown.
    """

    case: Case
    is_protected: bool
    page: Publication | None
    documents: Sequence[Publication]
    files: Mapping[int, Sequence[PublicFile]]
    decided: Sequence[Publication]
    questions: Sequence[Question]
    proposal: Proposal | None
    points: Sequence[ProposalPoint]
    answers: Sequence[Answer]
    parts: Mapping[int, Sequence[AnswerPart]]
    decision_points: Mapping[int, Sequence[DecisionPoint]]
    turns: Sequence[Decision]
    withdrawn_on: date | None
    links: Sequence[Any]
    agents: Mapping[tuple[str, int], Sequence[AgentSnapshot]]

    def names(self, owner: str, row: int, *capacities: Capacity) -> list[AgentSnapshot]:
        return [agent for agent in self.agents[owner, row] if agent.capacity in capacities]


def public_record_of(case: Case, *, on: date) -> PublicRecord:
    """The case as the public reads it on the day, in a fixed number of queries."""
    rows = list(
        readable(on=on)
        .filter(case=case)
        .select_related("document", "decision__body", "decision__meeting", "decision__minutes_item")
        .prefetch_related("files")
    )
    files = {row.document_id: _files(row) for row in rows if row.document_id}
    return record_of(case, rows, files=files, on=on)


def _files(row: Publication) -> list[PublicFile]:
    return [PublicFile(file.name, file.size, file.public_id) for file in row.files.all()]


def record_of(
    case: Case,
    rows: Sequence[Publication],
    *,
    files: Mapping[int, Sequence[PublicFile]],
    on: date,
) -> PublicRecord:
    """The same for decisions that are only thought of, so that a preview cannot lie."""
    page = next((row for row in rows if row.document is None and row.decision is None), None)
    documents = [row for row in rows if row.document]
    decided = [row for row in rows if row.decision]
    shows_text = page is not None and not page.is_masked
    papers = [row.document_id for row in documents if not row.is_masked]
    answers = list(case.answers.filter(document__in=papers))
    proposal = own_proposal(case) if shows_text else None
    open_decisions = [row.decision_id for row in decided if not row.is_masked]
    return PublicRecord(
        case=case,
        is_protected=with_protected_people().filter(pk=case.pk).exists(),
        page=page,
        documents=documents,
        files=files,
        decided=decided,
        questions=list(case.questions.all()) if shows_text else [],
        proposal=proposal,
        points=list(proposal.points.all()) if proposal else [],
        answers=answers,
        parts=_under("answer_id", AnswerPart.objects.filter(answer__in=answers)),
        decision_points=_under(
            "decision_id", DecisionPoint.objects.filter(decision__in=open_decisions)
        ),
        turns=_turns(case),
        withdrawn_on=_withdrawn_on(case),
        links=_links(case, on=on),
        agents=_agents(case, answers),
    )


def _under(parent: str, rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, parent)].append(row)
    return found


def _turns(case: Case) -> list[Decision]:
    """What bodies decided, as facts: told in our own words, whether or not theirs are published."""
    turns = public_decisions().filter(case=case)
    return list(turns.select_related("body", "meeting", "minutes_item").order_by("pk"))


def _withdrawn_on(case: Case) -> date | None:
    event = CaseEvent.objects.filter(case=case, action=Action.WITHDRAW).first()
    return event.happened_on if event else None


def _links(case: Case, *, on: date) -> list[Any]:
    """Other published cases that this one is linked with, whichever way."""
    ways = CaseLink.objects.filter(Q(case=case) | Q(other=case)).values_list("case", "other")
    others = {pk for pair in ways for pk in pair} - {case.pk}
    is_protected = Exists(with_protected_people().filter(pk=OuterRef("pk")))
    found = published(on=on).filter(pk__in=others).annotate(is_protected=is_protected)
    return list(found.order_by("-registered_on"))


def _agents(case: Case, answers: Sequence[Answer]) -> dict[tuple[str, int], list[AgentSnapshot]]:
    found: dict[tuple[str, int], list[AgentSnapshot]] = defaultdict(list)
    rows = AgentSnapshot.objects.filter(Q(case=case) | Q(answer__in=answers))
    for agent in rows.select_related("person", "party"):
        owner = "case" if agent.case_id else "answer"
        found[owner, agent.case_id or agent.answer_id or 0].append(agent)
    return found

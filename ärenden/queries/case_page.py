"""Everything that the page of a case shows, as the one asking may read it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet

from accounts.models import User
from ärenden import access
from ärenden.choices import Capacity
from ärenden.models import (
    AgentSnapshot,
    Answer,
    AnswerPart,
    Case,
    CaseEvent,
    CaseLink,
    Deadline,
    Decision,
    DecisionPoint,
    Document,
    FileRendition,
    MeetingNote,
    MinutesItem,
    MinutesSection,
    NonParticipation,
    PointOutcome,
    PrepStep,
    Proposal,
    ProposalPoint,
    PropositionOption,
    PropositionStep,
    Question,
    Referral,
    Reservation,
    SecrecyMark,
    Statement,
    Task,
)
from ärenden.queries.colleagues import with_cover
from ärenden.queries.documents import readable_documents, readable_events
from ärenden.queries.gathering import gathered, made
from ärenden.queries.outlooks import coming_gathered
from ärenden.queries.prospects import Timetable
from ärenden.queries.publications import (
    PublicationTold,
    publications_gathered,
    publications_made,
)
from ärenden.queries.reminders import reminders_told
from ärenden.queries.rules import rules_told
from ärenden.queries.secrecy import Withheld, called_in, withheld_by
from ärenden.queries.traces import Traces, traces_of
from ärenden.queries.wordings import Wording, earlier_wordings

AgentKey = tuple[str, int]
WORDED = (
    *("questions", "answers", "parts", "documents", "referrals", "prep_steps", "proposals"),
    *("points", "steps", "decisions", "decision_points", "reservations", "statements"),
    *("non_participations", "tasks", "minutes", "sections", "agents"),
)


@dataclass(frozen=True, kw_only=True)
class CaseRecord:
    """The rows of one case. Children stand under the key of their parent, in printed order."""

    case: Case
    reads_everything: bool
    questions: Sequence[Question]
    answers: Sequence[Answer]
    parts: Mapping[int, Sequence[AnswerPart]]
    documents: Sequence[Document]
    files: Mapping[int, Sequence[FileRendition]]
    referrals: Sequence[Referral]
    prep_steps: Sequence[PrepStep]
    proposals: Sequence[Proposal]
    points: Mapping[int, Sequence[ProposalPoint]]
    steps: Sequence[PropositionStep]
    options: Mapping[int, Sequence[PropositionOption]]
    decisions: Sequence[Decision]
    decision_points: Mapping[int, Sequence[DecisionPoint]]
    point_outcomes: Mapping[int, Sequence[PointOutcome]]
    reservations: Mapping[int, Sequence[Reservation]]
    statements: Sequence[Statement]
    non_participations: Sequence[NonParticipation]
    minutes: Sequence[MinutesItem]
    sections: Mapping[int, Sequence[MinutesSection]]
    tasks: Sequence[Task]
    deadlines: Sequence[Deadline]
    events: Sequence[CaseEvent]
    links: Sequence[CaseLink]
    notes: Sequence[MeetingNote]
    agents: Mapping[AgentKey, Sequence[AgentSnapshot]]
    wordings: Sequence[Wording]
    publications: Sequence[PublicationTold]
    coming: Sequence[Mapping[str, Any]]
    timetable: Timetable
    traces: Traces
    marks: Sequence[SecrecyMark]
    withheld: Withheld

    def names(self, owner: str, row: int, *capacities: Capacity) -> list[AgentSnapshot]:
        """Those printed for a row, such as the proposers of a proposal, in printed order."""
        return [agent for agent in self.agents[owner, row] if agent.capacity in capacities]


def record_of(case: Case, *, user: User, on: date) -> CaseRecord:
    """The case with all that hangs on it: about 20 queries, whatever it holds.

    An answer that the account may not read yet is left out with its parts, its document, its
    names and its earlier wordings, so that no page can show a word of it.
    """
    texts = _texts(case, on)
    withheld = withheld_by(texts["marks"], texts.pop("called"), case=case, user=user, on=on)
    answers = list(
        access.readable_answers(user, case, on=on).annotate(
            gathered_parts=gathered(_of(AnswerPart, "answer"))
        )
    )
    documents = list(
        readable_documents(user, case, on=on).annotate(
            gathered_files=gathered(_of(FileRendition, "document"))
        )
    )
    loaded: dict[str, Any] = texts | {
        "reads_everything": access.reads_everything(user, case, on=on),
        "answers": answers,
        "parts": _under(answers, "gathered_parts", AnswerPart),
        "documents": documents,
        "files": _files(documents, withheld),
        "marks": _marks(texts["marks"], documents, texts["questions"]),
        "withheld": withheld,
        **_preparation(case, withheld),
        **_decisions(case),
        **_surroundings(case, withheld, user=user, on=on),
    }
    loaded["agents"] = _agents(loaded)
    wordings = earlier_wordings(_texts_now(loaded))
    loaded["wordings"] = [
        row.told(withheld.told) for row in wordings if not withheld.hides(row.row, row.field)
    ]
    withheld.reread(loaded)
    return CaseRecord(**loaded)


def _marks(
    marks: Iterable[SecrecyMark], documents: Iterable[Document], questions: Iterable[Question]
) -> list[SecrecyMark]:
    """The marks with what they are on, without those on documents that the reader does not see."""
    papers = {row.pk: row for row in documents}
    asked = {row.pk: row for row in questions}
    shown = [mark for mark in marks if mark.document_id is None or mark.document_id in papers]
    for mark in shown:
        mark.document = papers[mark.document_id] if mark.document_id else None
        mark.question = asked[mark.question_id] if mark.question_id else None
    return shown


def _files(documents: Iterable[Document], withheld: Withheld) -> dict[int, list[FileRendition]]:
    files = _under(documents, "gathered_files", FileRendition)
    return {key: [] if withheld.hides_files(key) else rows for key, rows in files.items()}


def _of(model: type[Any], parent: str) -> QuerySet[Any]:
    """The model's rows that belong to the parent of an outer query."""
    rows: QuerySet[Any] = model.objects.all()
    return rows.filter(**{parent: OuterRef("pk")})


def _under(parents: Iterable[Any], field: str, model: type[Any]) -> dict[int, list[Any]]:
    return {parent.pk: made(model, getattr(parent, field)) for parent in parents}


def _texts(case: Case, on: date) -> dict[str, Any]:
    row = (
        with_cover(Case.objects.all(), on=on)
        .select_related(
            "organisation",
            "body",
            "preparing_body",
            "deciding_body",
            "on_behalf_of",
            "handler",
            "target_meeting__body",
        )
        .annotate(
            gathered_questions=gathered(_of(Question, "case").order_by("number")),
            gathered_statements=gathered(_of(Statement, "case").order_by("pk")),
            gathered_marks=gathered(_of(SecrecyMark, "case").order_by("pk")),
            gathered_absences=gathered(_of(NonParticipation, "case").order_by("pk")),
            gathered_publications=publications_gathered(on=on),
            gathered_meetings=coming_gathered(on=on),
            told_rules=rules_told("organisation"),
            called=ArraySubquery(called_in(OuterRef("organisation"), case=OuterRef("pk"))),
        )
        .get(pk=case.pk)
    )
    return {
        "case": row,
        "questions": made(Question, row.gathered_questions),
        "called": row.called,
        "marks": [mark.with_dates() for mark in made(SecrecyMark, row.gathered_marks)],
        "publications": publications_made(row.gathered_publications),
        "coming": row.gathered_meetings,
        "timetable": Timetable(row.organisation_id, told=row.told_rules),
        "statements": made(Statement, row.gathered_statements),
        "non_participations": made(NonParticipation, row.gathered_absences),
    }


def _preparation(case: Case, withheld: Withheld) -> dict[str, Any]:
    """What stands in a document whose contents are withheld is left out with them."""
    pointed = case.proposals.annotate(gathered_points=gathered(_of(ProposalPoint, "proposal")))
    proposals = [row for row in pointed if row.document_id not in withheld.documents]
    referrals = list(case.referrals.all())
    for row in referrals:
        row.text = "" if row.document_id in withheld.documents else row.text
    return {
        "referrals": referrals,
        "prep_steps": list(case.prep_steps.all()),
        "proposals": proposals,
        "points": _under(proposals, "gathered_points", ProposalPoint),
        "tasks": list(case.tasks.all()),
    }


def _decisions(case: Case) -> dict[str, Any]:
    steps = list(case.steps.annotate(gathered_options=gathered(_of(PropositionOption, "step"))))
    decisions = list(
        case.decisions.select_related("body", "meeting", "minutes_item", "target_body").annotate(
            gathered_points=gathered(_of(DecisionPoint, "decision")),
            gathered_outcomes=gathered(_of(PointOutcome, "decision")),
            gathered_reservations=gathered(_of(Reservation, "decision").order_by("pk")),
        )
    )
    minutes = list(
        case.minutes_items.select_related("meeting__body").annotate(
            gathered_sections=gathered(_of(MinutesSection, "item"))
        )
    )
    return {
        "steps": steps,
        "options": _under(steps, "gathered_options", PropositionOption),
        "decisions": decisions,
        "decision_points": _under(decisions, "gathered_points", DecisionPoint),
        "point_outcomes": _under(decisions, "gathered_outcomes", PointOutcome),
        "reservations": _under(decisions, "gathered_reservations", Reservation),
        "minutes": minutes,
        "sections": _under(minutes, "gathered_sections", MinutesSection),
    }


def _surroundings(case: Case, withheld: Withheld, *, user: User, on: date) -> dict[str, Any]:
    """Deadlines and events, and what lies outside the case: links, notes and sources."""
    visible = access.visible_to(user, on=on)
    ways = Q(case=case, other__in=visible) | Q(other=case, case__in=visible)
    staff = access.reads_everything(user, case, on=on)
    return {
        "deadlines": withheld.recounted(case.deadlines.annotate(told_reminders=reminders_told())),
        "events": withheld.retold(readable_events(user, case, on=on).defer("data")),
        "links": list(CaseLink.objects.filter(ways).select_related("case", "other").order_by("pk")),
        "notes": list(case.meeting_notes.order_by("pk")) if staff else [],
        "traces": traces_of(case) if staff and not withheld else Traces({}, ()),
    }


def _agents(loaded: dict[str, Any]) -> dict[AgentKey, list[AgentSnapshot]]:
    """Names by the row they stand for, only of rows that were loaded."""
    reservations = [row for rows in loaded["reservations"].values() for row in rows]
    owners = {
        "case": [loaded["case"]],
        "document": loaded["documents"],
        "answer": loaded["answers"],
        "proposal": loaded["proposals"],
        "reservation": reservations,
        "statement": loaded["statements"],
        "non_participation": loaded["non_participations"],
    }
    rule = Q()
    for owner, rows in owners.items():
        rule |= Q(**{f"{owner}__in": [row.pk for row in rows]})
    found: dict[AgentKey, list[AgentSnapshot]] = defaultdict(list)
    for agent in AgentSnapshot.objects.filter(rule).select_related("person", "party"):
        owner = next(name for name in owners if getattr(agent, f"{name}_id"))
        found[owner, getattr(agent, f"{owner}_id")].append(agent)
    return found


def _texts_now(loaded: dict[str, Any]) -> list[Any]:
    """Every row shown whose earlier wordings are kept."""
    rows = [loaded["case"]]
    for found in map(loaded.__getitem__, WORDED):
        groups = found.values() if isinstance(found, Mapping) else [found]
        rows += (row for group in groups for row in group)
    return rows

"""What the workflow needs to know of a case, in one query."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import Exists, F, OuterRef, QuerySet

from kernel.periods import holds_on
from parties.choices import AssignmentRole, BodyKind
from parties.models import Assignment
from ärenden.access import is_to_answer
from ärenden.choices import (
    AnswerState,
    CaseType,
    DeadlineStatus,
    DecisionNature,
    ProposalSource,
    Purpose,
    ReferralStatus,
    State,
    TaskStatus,
)
from ärenden.models import (
    AgendaItem,
    AgentSnapshot,
    AnswerPart,
    Case,
    CompletionRequest,
    Cover,
    Deadline,
    Decision,
    Proposal,
    Publication,
    Question,
    Referral,
    Reservation,
    SecrecyMark,
    Submission,
    Task,
    TimeRequest,
)
from ärenden.models.covers import ahead_of
from ärenden.queries.rules import movable
from ärenden.workflow import Snapshot

COMMITTEES = (BodyKind.COMMITTEE, BodyKind.BOARD, BodyKind.JOINT_COMMITTEE)
FACTS = (
    *("numbers", "unanswered", "open_referrals", "has_proposal", "has_decision"),
    *("is_reported_open", "has_open_task", "is_marked_secret", "is_covered"),
    *("is_on_coming_list", "may_transfer", "allows_transfer", "is_handed_in_here"),
    *("is_completion_asked", "has_waiting_completion", "is_published", "is_asked_for_time"),
    *("awaits_reservation", "has_movable_deadline", "is_to_be_forwarded"),
    "is_mover_to_be_told",
)
# They hold the places of the values asked for, and are no value that a row has.
ANY_CASE, ANY_DAY = -1, date.min


def snapshot_of(case: Case, *, on: date) -> Snapshot:
    """The facts of the case as they are now, for `workflow.refusals`; who chairs, on the day."""
    statement, places = _of_one()
    asked: dict[Any, Any] = {ANY_CASE: case.pk, ANY_DAY: on}
    with connection.cursor() as cursor:
        cursor.execute(statement, [asked.get(place, place) for place in places])
        facts = dict(zip(FACTS, cursor.fetchone(), strict=True))
    return snapshot_from(case, facts)


@cache
def _of_one() -> tuple[str, tuple[Any, ...]]:
    """`with_facts` of one case, composed once: every action asks, and composing costs the most."""
    cases = with_facts(Case.objects.filter(pk=ANY_CASE), on=ANY_DAY).values(*FACTS)
    composed: tuple[str, tuple[Any, ...]] = cases.query.sql_with_params()
    return composed


def snapshot_from(case: Case, facts: Mapping[str, Any]) -> Snapshot:
    """The same of a case with its `facts`, as a row of `with_facts` or of its values has them."""
    return Snapshot(
        case_type=CaseType(case.case_type),
        state=State(case.state),
        answer_state=AnswerState(case.answer_state),
        is_permitted=case.is_permitted,
        has_motivation=bool(case.motivation.strip()),
        question_count=len(facts["numbers"]),
        unanswered=tuple(facts["unanswered"]),
        open_referrals=tuple(facts["open_referrals"]),
        has_proposal=facts["has_proposal"],
        has_decision=facts["has_decision"],
        is_reported_open=facts["is_reported_open"],
        is_entrusted=case.deciding_body_id not in {None, case.body_id},
        has_open_task=facts["has_open_task"],
        awaits_reservation=facts["awaits_reservation"],
        is_marked_secret=facts["is_marked_secret"],
        has_handler=case.handler_id is not None,
        is_covered=facts["is_covered"],
        is_on_coming_list=facts["is_on_coming_list"],
        answerer_may_transfer=facts["may_transfer"],
        rules_allow_transfer=facts["allows_transfer"],
        is_asked_for_time=facts["is_asked_for_time"],
        is_handed_in_here=facts["is_handed_in_here"],
        is_completion_asked=facts["is_completion_asked"],
        has_waiting_completion=facts["has_waiting_completion"],
        is_published=facts["is_published"],
        has_movable_deadline=facts["has_movable_deadline"],
        is_to_be_forwarded=facts["is_to_be_forwarded"],
        is_mover_to_be_told=facts["is_mover_to_be_told"],
    )


def with_facts(cases: QuerySet[Case], *, on: date) -> QuerySet[Case, Any]:
    """Cases with what the rules ask of the rows around them, all in the cases' own query."""
    mine = {"case": OuterRef("pk")}
    questions = Question.objects.filter(**mine).order_by("number")
    open_ones = Referral.objects.filter(status=ReferralStatus.OPEN, **mine)
    decisions = Decision.objects.filter(**mine)
    coming = AgendaItem.objects.filter(removed_reason="", meeting__held_on__gte=on, **mine)
    running = Deadline.objects.filter(status=DeadlineStatus.OPEN, **mine)
    asked = CompletionRequest.objects.filter(counts_from__isnull=True, **mine)
    return cases.annotate(
        numbers=ArraySubquery(questions.values("number")),
        unanswered=ArraySubquery(_unanswered(questions).values("number")),
        open_referrals=ArraySubquery(open_ones.values("recipient_printed")),
        has_proposal=Exists(_prepared_proposals(mine)),
        has_decision=Exists(decisions),
        is_reported_open=Exists(decisions.filter(nature=DecisionNature.REPORTED_OPEN)),
        has_open_task=Exists(Task.objects.filter(status=TaskStatus.OPEN, **mine)),
        awaits_reservation=Exists(
            Reservation.objects.filter(awaits_text=True, decision__case=OuterRef("pk"))
        ),
        is_marked_secret=Exists(SecrecyMark.objects.filter(lifted_on=None, **mine)),
        is_covered=Exists(Cover.objects.filter(ahead_of(on), **mine)),
        is_on_coming_list=Exists(coming),
        may_transfer=Exists(_chairing_answerer(on)),
        is_asked_for_time=Exists(TimeRequest.objects.filter(settled_at=None, **mine)),
        allows_transfer=F("organisation__allows_answer_transfer"),
        is_handed_in_here=Exists(Submission.objects.filter(**mine)),
        is_completion_asked=Exists(asked),
        has_waiting_completion=Exists(Submission.objects.filter(document=None, **mine)),
        is_published=Exists(Publication.objects.filter(withdrawn_at=None, **mine)),
        has_movable_deadline=Exists(movable(running)),
        is_to_be_forwarded=Exists(running.filter(purpose=Purpose.FORWARD)),
        is_mover_to_be_told=Exists(running.filter(purpose=Purpose.NOTIFY)),
    )


def _unanswered(questions: QuerySet[Question]) -> QuerySet[Question]:
    """No answer that has come in takes them up, neither one by one nor together."""
    received = AnswerPart.objects.filter(answer__is_received=True)
    covered = received.filter(question=OuterRef("pk"))
    common = received.filter(answer__case=OuterRef("case"), question=None)
    return questions.exclude(Exists(covered)).exclude(Exists(common))


def _prepared_proposals(mine: dict[str, OuterRef]) -> QuerySet[Proposal]:
    """Proposals that came out of the preparation; a motion's own att-satser do not count."""
    standing = Proposal.objects.filter(is_withdrawn=False, **mine)
    return standing.exclude(source__in=(ProposalSource.MOTION, ProposalSource.COUNCILLOR))


def _chairing_answerer(on: date) -> QuerySet[AgentSnapshot]:
    """Only the chair of a nämnd, and while she is to answer, may let someone else (KL 5:63)."""
    chairs = Assignment.objects.filter(
        holds_on(on),
        role=AssignmentRole.CHAIR,
        body__kind__in=COMMITTEES,
        person=OuterRef("person"),
    )
    return AgentSnapshot.objects.filter(is_to_answer(), Exists(chairs), case=OuterRef("pk"))

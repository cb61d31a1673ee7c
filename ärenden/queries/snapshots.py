"""What the workflow needs to know of a case, in one query."""

from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet

from kernel.periods import holds_on
from parties.choices import AssignmentRole, BodyKind
from parties.models import Assignment
from ärenden.choices import (
    AnswerState,
    Capacity,
    CaseType,
    DecisionNature,
    ProposalSource,
    ReferralStatus,
    State,
    TaskStatus,
)
from ärenden.models import (
    AgentSnapshot,
    AnswerPart,
    Case,
    CompletionRequest,
    Decision,
    Proposal,
    Publication,
    Question,
    Referral,
    SecrecyMark,
    Submission,
    Task,
    TimeRequest,
)
from ärenden.workflow import Snapshot

COMMITTEES = (BodyKind.COMMITTEE, BodyKind.BOARD, BodyKind.JOINT_COMMITTEE)


def snapshot_of(case: Case, *, on: date) -> Snapshot:
    """The facts of the case as they are now, for `workflow.refusals`; who chairs, on the day."""
    facts = _facts(case, on)
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
        is_marked_secret=facts["is_marked_secret"],
        addressee_may_transfer=facts["may_transfer"],
        rules_allow_transfer=facts["organisation__allows_answer_transfer"],
        is_asked_for_time=facts["is_asked_for_time"],
        is_handed_in_here=facts["is_handed_in_here"],
        is_completion_asked=facts["is_completion_asked"],
        has_waiting_completion=facts["has_waiting_completion"],
        is_published=facts["is_published"],
    )


def _facts(case: Case, on: date) -> dict[str, Any]:
    mine = {"case": OuterRef("pk")}
    questions = Question.objects.filter(**mine).order_by("number")
    covered = AnswerPart.objects.filter(answer__is_received=True, question=OuterRef("pk"))
    common = AnswerPart.objects.filter(
        answer__is_received=True, answer__case=OuterRef("case"), question=None
    )
    open_ones = Referral.objects.filter(status=ReferralStatus.OPEN, **mine)
    decisions = Decision.objects.filter(**mine)
    annotated = Case.objects.annotate(
        numbers=ArraySubquery(questions.values("number")),
        unanswered=ArraySubquery(
            questions.exclude(Exists(covered)).exclude(Exists(common)).values("number")
        ),
        open_referrals=ArraySubquery(open_ones.values("recipient_printed")),
        has_proposal=Exists(_prepared_proposals(mine)),
        has_decision=Exists(decisions),
        is_reported_open=Exists(decisions.filter(nature=DecisionNature.REPORTED_OPEN)),
        has_open_task=Exists(Task.objects.filter(status=TaskStatus.OPEN, **mine)),
        is_marked_secret=Exists(SecrecyMark.objects.filter(lifted_on=None, **mine)),
        may_transfer=Exists(_chairing_addressee(on)),
        is_asked_for_time=Exists(TimeRequest.objects.filter(settled_at=None, **mine)),
        is_handed_in_here=Exists(Submission.objects.filter(**mine)),
        is_completion_asked=Exists(
            CompletionRequest.objects.filter(counts_from__isnull=True, **mine)
        ),
        has_waiting_completion=Exists(Submission.objects.filter(document=None, **mine)),
        is_published=Exists(Publication.objects.filter(withdrawn_at=None, **mine)),
    )
    facts = annotated.values(
        "numbers",
        "unanswered",
        "open_referrals",
        "has_proposal",
        "has_decision",
        "is_reported_open",
        "has_open_task",
        "is_marked_secret",
        "may_transfer",
        "is_asked_for_time",
        "is_handed_in_here",
        "is_completion_asked",
        "has_waiting_completion",
        "organisation__allows_answer_transfer",
        "is_published",
    )
    return dict(facts.get(pk=case.pk))


def _prepared_proposals(mine: dict[str, OuterRef]) -> QuerySet[Proposal]:
    """Proposals that came out of the preparation; a motion's own att-satser do not count."""
    standing = Proposal.objects.filter(is_withdrawn=False, **mine)
    return standing.exclude(source__in=(ProposalSource.MOTION, ProposalSource.COUNCILLOR))


def _chairing_addressee(on: date) -> QuerySet[AgentSnapshot]:
    """Only the chair of a nämnd may let someone else answer (KL 5:63)."""
    chairs = Assignment.objects.filter(
        holds_on(on),
        role=AssignmentRole.CHAIR,
        body__kind__in=COMMITTEES,
        person=OuterRef("person"),
    )
    addressees = AgentSnapshot.objects.filter(case=OuterRef("pk"), capacity=Capacity.ADDRESSEE)
    return addressees.filter(Exists(chairs))

"""What waits for an answer, and the drafts that an account may read."""

from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery

from accounts.models import User
from accounts.roles import GRANTS, Verb
from kernel.periods import holds_on
from parties.access import standing_on
from parties.choices import MEMBERS, AssignmentRole, BodyKind
from parties.models import Assignment, Organisation, Person
from ärenden.access import answered_by
from ärenden.answer_access import left_drafts, readable_drafts
from ärenden.choices import Capacity, DeadlineStatus, Purpose
from ärenden.models import (
    AgentSnapshot,
    AnswerComment,
    AnswerDraft,
    AnswerShare,
    Case,
    Deadline,
    DraftText,
    DraftWording,
    Question,
    TimeRequest,
)
from ärenden.queries.secrecy import Withheld, withheld_here, withheld_names
from ärenden.workflow.asked import NOT_IN
from ärenden.workflow.steps import ASKED, OPEN, OPEN_ASKED

WRITERS = tuple(role for role, verbs in GRANTS.items() if Verb.DRAFT_ANSWER in verbs)
LATEST = 10


def answering_person(user: User, case: Case, *, on: date) -> Person | None:
    """As whom the account is to answer the case; None when it is not."""
    if not answered_by(user, on=on).filter(pk=case.pk).exists():
        return None
    agents = case.agents.filter(
        person__in=standing_on(user, on).people,
        capacity__in=(Capacity.ANSWERER, Capacity.ADDRESSEE),
    )
    return agents.order_by("-capacity").select_related("person")[0].person


def is_written(user: User, case: Case, *, on: date) -> bool:
    """Is an answer awaited that the account is to give, or has been let into?"""
    awaited = case.state in OPEN_ASKED and case.answer_state in NOT_IN
    if not awaited or case.case_type not in ASKED:
        return False
    drafts = readable_drafts(user, on=on).filter(submitted_at=None)
    own = Q(pk__in=answered_by(user, on=on)) | Q(pk__in=drafts.values("case"))
    return Case.objects.filter(own, pk=case.pk).exists()


def living_draft(user: User, case: Case, *, on: date) -> AnswerDraft | None:
    """The draft that the account writes on or is let into; its own before another's."""
    rows = readable_drafts(user, on=on).filter(case=case, submitted_at=None)
    own = Q(person__in=standing_on(user, on).people)
    return rows.select_related("person").annotate(is_own=own).order_by("-is_own", "pk").first()


def submitted_draft(user: User, case: Case, *, on: date) -> AnswerDraft | None:
    """The receipt that the account may read, the latest first."""
    rows = readable_drafts(user, on=on).filter(case=case, submitted_at__isnull=False)
    return rows.select_related("person").order_by("-submitted_at").first()


def awaited_from(user: User, organisation: Organisation, *, on: date) -> QuerySet[Case]:
    """Cases that the account's person is to answer, and has not answered yet."""
    rows = answered_by(user, on=on).filter(organisation=organisation)
    return rows.filter(state__in=OPEN_ASKED, answer_state__in=NOT_IN)


def waiting_for_answer(user: User, organisation: Organisation, *, on: date) -> QuerySet[Any]:
    """The same, the soonest due first."""
    waiting = awaited_from(user, organisation, on=on)
    askers = AgentSnapshot.objects.filter(capacity=Capacity.SIGNATORY).select_related("person")
    return (
        waiting.annotate(due_at=_due_of(OuterRef("pk")))
        .prefetch_related(Prefetch("agents", askers, to_attr="askers"))
        .order_by(F("due_at").asc(nulls_last=True), "pk")
    )


def shared_drafts(user: User, organisation: Organisation, *, on: date) -> QuerySet[Any]:
    """Answers under way that someone else has let the account into."""
    rows = readable_drafts(user, on=on).filter(submitted_at=None, case__organisation=organisation)
    others = rows.exclude(person__in=standing_on(user, on).people)
    due = _due_of(OuterRef("case"))
    listed = others.select_related("case", "person").annotate(due_at=due)
    return listed.order_by(F("due_at").asc(nulls_last=True), "pk")


def handed_in(user: User, organisation: Organisation, *, on: date) -> QuerySet[AnswerDraft]:
    """The latest answers that the account has handed in, or helped with."""
    rows = readable_drafts(user, on=on).filter(submitted_at__isnull=False)
    here = rows.filter(case__organisation=organisation)
    return here.select_related("case", "person").order_by("-submitted_at")[:LATEST]


def left_by(user: User, organisation: Organisation, *, on: date) -> QuerySet[Any]:
    """What the account wrote itself in open cases that are no longer its own to answer."""
    rows = left_drafts(user, on=on).filter(is_own=True, case__organisation=organisation)
    return rows.filter(case__state__in=OPEN).select_related("case")


def _due_of(case: OuterRef) -> Subquery:
    return Subquery(_to_answer(Deadline.objects.filter(case=case)).values("due_at")[:1])


def askers_of(case: Case) -> QuerySet[AgentSnapshot]:
    return case.agents.filter(capacity=Capacity.SIGNATORY).select_related("person", "party")


def questions_of(case: Case) -> list[Question]:
    """The questions as they may be read, not to be saved."""
    rows = list(case.questions.all())
    withheld_here(case).reread(rows)
    return rows


def answer_deadline(case: Case) -> Deadline | None:
    """When the answer is to be with the office; at the meeting, where no rule says more."""
    return _to_answer(case.deadlines.all()).first()


def _to_answer(rows: QuerySet[Deadline]) -> QuerySet[Deadline]:
    mine = rows.filter(purpose__in=(Purpose.ANSWER_IN, Purpose.ANSWER), status=DeadlineStatus.OPEN)
    return mine.order_by("due_at")


def time_requests(case: Case) -> list[TimeRequest]:
    """As they may be read, the latest first."""
    rows = case.time_requests.order_by("-pk")
    return withheld_names(case.organisation_id).reworded(rows, "settled_by_name", "settled_reason")


def shareable(draft: AnswerDraft | None, case: Case, *, by: User, on: date) -> QuerySet[User]:
    """Accounts of the organisation that may help with an answer, but for those let in."""
    held = {"memberships__role__in": WRITERS, "memberships__organisation": case.organisation_id}
    users = User.objects.filter(holds_on(on, field="memberships__period"), is_active=True, **held)
    named = shares_of(draft).values_list("user", flat=True)
    return users.exclude(pk=by.pk).exclude(pk__in=named).distinct().order_by("name", "pk")


def held_by_law(*, on: date) -> QuerySet[Assignment]:
    """Board members of the companies and chairs of the federations (KL 5:63)."""
    in_company = Q(body__kind=BodyKind.COMPANY, role__in=MEMBERS)
    chairs = Q(body__kind=BodyKind.FEDERATION, role=AssignmentRole.CHAIR)
    return Assignment.objects.filter(holds_on(on), in_company | chairs)


def named_by_law(organisation: Organisation, *, on: date) -> list[str]:
    """To whom the answer may be passed on, by name and assignment."""
    rows = held_by_law(on=on).filter(body__organisation=organisation)
    return [
        f"{row.person.name}, {row.printed_title}"
        for row in rows.select_related("person", "body").order_by("person__sort_key", "pk")
    ]


def texts_of(draft: AnswerDraft) -> list[DraftText]:
    """What stands in the draft, with who wrote it as they may be named."""
    return _withheld(draft).reworded(draft.texts.all(), "written_by_name")


def comments_on(draft: AnswerDraft | None) -> list[AnswerComment]:
    return _withheld(draft).reworded(draft.comments.all(), "author_name") if draft else []


def wordings_of(draft: AnswerDraft) -> list[DraftWording]:
    rows = DraftWording.objects.filter(place__draft=draft).select_related("place__question")
    withheld = _withheld(draft)
    found = withheld.reworded(rows.order_by("-written_at", "-pk"), "author_name")
    asked = [row.place.question for row in found if row.place.question]
    withheld.reworded(asked, "text")
    return found


def _withheld(draft: AnswerDraft) -> Withheld:
    return withheld_names(draft.person.organisation_id)


def shares_of(draft: AnswerDraft | None) -> QuerySet[AnswerShare]:
    """Those let in now."""
    return AnswerShare.objects.filter(draft=draft, revoked_at=None).select_related("user")

"""Who sees a word of an answer that is being written: its writer, and those she names."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from accounts.roles import Verb
from parties.access import memberships_on, standing_on, with_verb
from ärenden.access import is_answering, is_to_answer, visible_to
from ärenden.models import AgentSnapshot, AnswerDraft, AnswerShare
from ärenden.workflow.steps import ASKED


def readable_drafts(user: User, *, on: date) -> QuerySet[AnswerDraft]:
    """The account's own drafts, and those shared with it, while the writer still is to answer.

    No role opens a draft by itself, and none is there for someone who may not read its case.
    """
    writing = with_verb(memberships_on(user, on), Verb.DRAFT_ANSWER) if user.is_active else ()
    seen = visible_to(user, on=on).filter(organisation__in=[row.organisation_id for row in writing])
    answering = AgentSnapshot.objects.filter(
        is_to_answer(), case=OuterRef("case"), person=OuterRef("person")
    )
    living = Q(Exists(answering), case__case_type__in=ASKED, case__in=seen)
    own = Q(person__in=standing_on(user, on).people)
    shared = AnswerShare.objects.filter(draft=OuterRef("pk"), user=user, revoked_at=None)
    return AnswerDraft.objects.filter(living & (own | Q(Exists(shared))))


def may_write(user: User, draft: AnswerDraft, *, on: date) -> bool:
    """The one who answers, and those whom she lets write, until it is handed in."""
    if draft.submitted_at or not readable_drafts(user, on=on).filter(pk=draft.pk).exists():
        return False
    shares = draft.shares.filter(user=user, revoked_at=None, may_write=True)
    return owns(user, draft, on=on) or shares.exists()


def owns(user: User, draft: AnswerDraft, *, on: date) -> bool:
    """Only she shares it and hands it in."""
    is_hers = draft.person_id in standing_on(user, on).people
    return is_hers and is_answering(user, draft.case, on=on)

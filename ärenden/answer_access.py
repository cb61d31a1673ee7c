"""Who sees a word of an answer that is being written: its writer, and those she names."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from accounts.roles import Verb
from parties.access import memberships_on, standing_on, with_verb
from ärenden.access import cleared_for, is_answering, is_secret, is_to_answer, visible_to
from ärenden.models import AgentSnapshot, AnswerDraft, AnswerShare, Case
from ärenden.workflow.steps import ASKED


def readable_drafts(user: User, *, on: date) -> QuerySet[AnswerDraft]:
    """The account's own drafts, and those shared with it, while the writer still is to answer.

    No role opens a draft by itself, and none is there for someone who may not read its case.
    """
    seen = visible_to(user, on=on).filter(organisation__in=_writes_in(user, on))
    return _let_into(user, on).filter(_is_living(), case__in=seen)


def left_drafts(user: User, *, on: date) -> QuerySet[Any]:
    """What the account wrote on when someone else was given the answer, never handed in.

    Only its own (`is_own`) may still be read: the words are the writer's, whether she reads the
    case or not, unless it is secret to her.
    """
    in_sight = ~is_secret() | Q(pk__in=cleared_for(user, on=on))
    cases = Case.objects.filter(in_sight, organisation__in=_writes_in(user, on))
    left = _let_into(user, on).filter(~_is_living(), case__in=cases, submitted_at=None)
    return left.annotate(is_own=_own(user, on)).order_by("-is_own", "-pk")


def _is_living() -> Q:
    answering = AgentSnapshot.objects.filter(
        is_to_answer(), case=OuterRef("case"), person=OuterRef("person")
    )
    return Q(Exists(answering), case__case_type__in=ASKED)


def _let_into(user: User, on: date) -> QuerySet[AnswerDraft]:
    shared = AnswerShare.objects.filter(draft=OuterRef("pk"), user=user, revoked_at=None)
    return AnswerDraft.objects.filter(_own(user, on) | Q(Exists(shared)))


def _own(user: User, on: date) -> Q:
    return Q(person__in=standing_on(user, on).people)


def _writes_in(user: User, on: date) -> list[int]:
    """The organisations where the account's role of the day writes answers."""
    writing = with_verb(memberships_on(user, on), Verb.DRAFT_ANSWER) if user.is_active else ()
    return [row.organisation_id for row in writing]


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

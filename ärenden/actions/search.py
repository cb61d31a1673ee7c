"""Keep the texts by which a case is found; each audience has only what it may read."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from django.db.models import QuerySet

from ärenden.models import (
    AgentSnapshot,
    AnswerPart,
    Case,
    CaseText,
    DecisionPoint,
    Document,
    Proposal,
    ProposalPoint,
    Question,
    Referral,
    Statement,
)
from ärenden.models.search import Audience


def refresh_texts(case: Case) -> None:
    """Write the search text anew for every audience, in the action's own transaction."""
    shared = list(_shared(case))
    texts = {
        Audience.STAFF: [*shared, *_answers(case, handed_over_only=False)],
        Audience.COUNCIL: [*shared, *_answers(case, handed_over_only=True)],
    }
    rows = [
        CaseText(case=case, audience=audience, text="\n".join(filter(None, parts)))
        for audience, parts in texts.items()
    ]
    CaseText.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["case", "audience"],
        update_fields=["text"],
    )


def _shared(case: Case) -> Iterable[str]:
    own = (case.dnr or "", case.own_number, case.title, case.motivation, case.question_intro)
    return chain(
        own,
        _words(AgentSnapshot.objects.filter(case=case), "name_printed", "party_printed"),
        _words(AgentSnapshot.objects.filter(proposal__case=case), "name_printed"),
        _words(Question.objects.filter(case=case), "text"),
        _words(Proposal.objects.filter(case=case), "lead_text_printed", "text"),
        _words(ProposalPoint.objects.filter(proposal__case=case), "text"),
        _words(DecisionPoint.objects.filter(decision__case=case), "text"),
        _words(Document.objects.filter(case=case, answers=None), "title"),
        _words(Referral.objects.filter(case=case), "recipient_printed", "text"),
        _words(Statement.objects.filter(case=case), "text"),
    )


def _answers(case: Case, *, handed_over_only: bool) -> Iterable[str]:
    answers = case.answers.all()
    if handed_over_only:
        answers = answers.filter(handed_over_on__isnull=False)
    return chain(
        _words(answers, "title_printed", "preamble", "closing"),
        _words(AnswerPart.objects.filter(answer__in=answers), "text"),
        _words(Document.objects.filter(answers__in=answers), "title"),
    )


def _words(rows: QuerySet[Any], *fields: str) -> Iterable[str]:
    return chain.from_iterable(rows.values_list(*fields))

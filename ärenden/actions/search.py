"""Keep the texts by which a case is found, and its titles as they are told.

Each audience has only what it may read.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet, TextField
from django.db.models.functions import Cast, Coalesce

from parties.models import Person
from ärenden.models import (
    AgentSnapshot,
    AnswerPart,
    Case,
    CaseText,
    DecisionPoint,
    ProposalPoint,
    PublishedText,
    SecrecyMark,
)
from ärenden.models.search import Audience
from ärenden.queries.corrections import WAYS_TO_CASE
from ärenden.queries.published_texts import search_text_of
from ärenden.queries.secrecy import Withheld, withheld_here
from ärenden.workflow.steps import OPEN_ASKED

_waiting: ContextVar[set[int] | None] = ContextVar("cases that wait for texts", default=None)


def refresh_texts(case: Case) -> None:
    """Write the search text anew for every audience, in the action's own transaction."""
    waiting = _waiting.get()
    if waiting is None:
        _write(case)
    else:
        waiting.add(case.pk)


@contextmanager
def texts_at_the_end() -> Iterator[None]:
    """Many actions in one transaction write the texts of each case once, as the last left it.

    For whoever fills a database: until the end the new words are found by no search.
    """
    waiting: set[int] = set()
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    for case in Case.objects.filter(pk__in=waiting).order_by("pk"):
        _write(case)


def _write(case: Case) -> None:
    first, *others = _pieces(case)
    pieces = list(first.union(*others, all=True))
    own = (case.dnr or "", case.own_number, case.title, case.motivation, case.question_intro)
    texts = {
        Audience.STAFF: [*own, *(text for text, _ in pieces)],
        Audience.COUNCIL: [*own, *(text for text, is_open in pieces if is_open)],
    }
    withheld = withheld_here(case)
    rows = [
        CaseText(case=case, audience=audience, text=withheld.told("\n".join(filter(None, parts))))
        for audience, parts in texts.items()
    ]
    CaseText.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["case", "audience"],
        update_fields=["text"],
    )
    _blank_titles(case, withheld)
    _refresh_published(case)


def _blank_titles(case: Case, withheld: Withheld) -> None:
    """Keep beside each title how it is told, where it holds the name of someone protected."""
    for row in (case, *case.documents.all()):
        titles = {"title": row.title, "title_public": row.title_public}
        told = {name: withheld.told(title) for name, title in titles.items()}
        blanked = {name: told[name] for name in titles if told[name] != titles[name]}
        if blanked != row.blanked:
            row.blanked = blanked
            row.save(update_fields=["blanked"])


def _refresh_published(case: Case) -> None:
    """The public finds only what was decided; corrected words are found as they read now."""
    rows = case.publications.filter(withdrawn_at=None)
    texts = [
        PublishedText(publication=row, text=search_text_of(row))
        for row in rows.select_related("case", "document", "decision")
    ]
    PublishedText.objects.bulk_create(
        texts, update_conflicts=True, unique_fields=["publication"], update_fields=["text"]
    )


def refresh_named(person: Person) -> None:
    """Write anew the texts of the cases that name someone whose protected identity changed.

    Locked, as what is done in a case meanwhile saves the whole of it.
    """
    cases = person.appearances.order_by().values_list(Coalesce(*WAYS_TO_CASE[AgentSnapshot]))
    for case in Case.objects.filter(pk__in=cases).order_by("pk").select_for_update():
        refresh_texts(case)


def _pieces(case: Case) -> Iterator[QuerySet[Any, tuple[str, bool]]]:
    """(text, may the council read it) of everything that hangs on the case; one union.

    What stands in a document that is marked as secret is found by no one; a word of an answer
    by the council when it has been heard, because the questioner reads it first.
    """
    marks = SecrecyMark.objects.filter(case=case, field="", lifted_on=None)
    secret = marks.filter(document__isnull=False).values("document")
    answers = case.answers.exclude(document__in=secret)
    proposals = case.proposals.exclude(document__in=secret)
    always, heard = Q(pk__isnull=False), ~Q(case__state__in=OPEN_ASKED)
    handed_over = Q(handed_over_on__isnull=False) & heard
    answered = Q(answer__handed_over_on__isnull=False) & ~Q(answer__case__state__in=OPEN_ASKED)
    filed = Q(answers=None) | (Q(answers__handed_over_on__isnull=False) & heard)
    names = AgentSnapshot.objects.exclude(person__has_protected_identity=True)
    yield from _words(names.filter(case=case), always, "name_printed", "party_printed")
    yield from _words(names.filter(proposal__case=case), always, "name_printed")
    yield from _words(case.questions.all(), always, "text")
    yield from _words(proposals, always, "lead_text_printed", "text")
    yield from _words(ProposalPoint.objects.filter(proposal__in=proposals), always, "text")
    yield from _words(DecisionPoint.objects.filter(decision__case=case), always, "text")
    yield from _words(case.referrals.all(), always, "recipient_printed")
    yield from _words(case.referrals.exclude(document__in=secret), always, "text")
    yield from _words(case.statements.all(), always, "text")
    yield from _words(case.documents.all(), filed, "title")
    yield from _words(answers, handed_over, "title_printed", "preamble", "closing")
    yield from _words(AnswerPart.objects.filter(answer__in=answers), answered, "text")


def _words(rows: QuerySet[Any], is_open: Q, *fields: str) -> Iterator[QuerySet[Any, Any]]:
    """One branch of the union for each field."""
    seen = ExpressionWrapper(is_open, output_field=BooleanField())
    for field in fields:
        yield rows.order_by().values_list(Cast(F(field), TextField()), seen)

"""What the public may read: the one rule on which every page for strangers is built.

A decision to publish is asked anew at every reading. It shows nothing after its last day, nothing
of a case that was annulled or is marked as secret, no document that is not allmän
(tryckfrihetsförordningen 2 kap. 9 and 10 §§), and no answer before it has been handed over and
the council has it before it.
"""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from ärenden.access import is_heard, is_secret
from ärenden.choices import AgentKind, DecisionNature, LegalStatus, State
from ärenden.models import (
    AgentSnapshot,
    Answer,
    Case,
    Decision,
    Document,
    Publication,
    SecrecyMark,
)
from ärenden.models.agents import WAYS_FROM_NAME
from ärenden.workflow.steps import FINISHED

PUBLIC_STATUSES = (LegalStatus.RECEIVED, LegalStatus.DRAWN_UP, LegalStatus.DISPATCHED)
ENDED = FINISHED | {State.CLOSED}
NAMED_KINDS = (AgentKind.ELECTED, AgentKind.COLLECTIVE)


def published(*, on: date) -> QuerySet[Case]:
    """The cases that have a page of their own for the public on the day."""
    return _open_cases().filter(Exists(_pages(OuterRef("pk"), on=on)))


def standing(*, on: date) -> QuerySet[Publication]:
    """The decisions to publish that hold on the day, only of what may still be public."""
    documents = Q(document=None) | Q(document__in=public_documents(on=on), document__case=F("case"))
    decisions = Q(decision=None) | Q(decision__in=public_decisions(), decision__case=F("case"))
    of_page = Exists(_pages(OuterRef("case"), on=on))
    return Publication.objects.filter(
        _in_force(on), of_page, documents, decisions, case__in=_open_cases()
    )


def readable(*, on: date) -> QuerySet[Publication]:
    """Those whose words and files are shown: masked versions always, others unless withheld."""
    return standing(on=on).filter(Q(is_masked=True) | ~_withheld())


def _withheld() -> Q:
    """Is what stands in the register not shown as it stands? For queries of publications.

    Nowhere in a case where someone with protected identity stands, or a fact is marked as secret,
    as a file may bear the words; not in a paper that is marked; and not on the page of a case
    whose first paper is marked or no public document.
    """
    page = Q(document=None, decision=None)
    return (
        Q(case__in=with_protected_people())
        | Q(case__in=with_secret_facts())
        | Q(document__in=_marked_documents())
        | (page & Q(case__in=_with_closed_paper()))
    )


def public_documents(*, on: date) -> QuerySet[Document]:
    """Documents that may be published at all: an answer not before the council has it."""
    waiting = Answer.objects.filter(Q(handed_over_on=None) | ~is_heard(on))
    return Document.objects.filter(
        ~Exists(waiting.filter(document=OuterRef("pk"))), legal_status__in=PUBLIC_STATUSES
    )


def public_decisions() -> QuerySet[Decision]:
    """Decisions that may be published: what a body only prepares waits for the case to end."""
    prepares = Q(body__prepares_only=True) | Q(nature=DecisionNature.PROPOSAL_TO_BODY)
    return Decision.objects.filter(~prepares | Q(case__state__in=ENDED))


def shows_name(agent: AgentSnapshot) -> bool:
    """Elected people and bodies stand by name; residents, staff and the protected do not."""
    return agent.kind in NAMED_KINDS and not agent.is_protected


def with_protected_people() -> QuerySet[Case]:
    """Cases in which the name of someone with protected identity stands, in any capacity."""
    names = AgentSnapshot.objects.filter(person__has_protected_identity=True)
    return Case.objects.filter(pk__in=names.values_list(Coalesce(*WAYS_FROM_NAME)))


def with_secret_facts() -> QuerySet[Case]:
    """Cases in which some fact is marked as secret and kept apart (OSL 5:2, 5:5).

    Not by the title of a paper that is marked as a whole: it is withheld with its paper.
    """
    marks = SecrecyMark.objects.filter(lifted_on=None).exclude(field="")
    marks = marks.exclude(field="title", document__in=_marked_documents())
    return Case.objects.filter(pk__in=marks.values("case"))


def shows_words(row: Publication) -> bool:
    """The rule of `readable` for one decision, also for one that is only thought of."""
    if row.is_masked:
        return True
    case = Case.objects.filter(pk=row.case_id)
    rule = Q(pk__in=with_protected_people()) | Q(pk__in=with_secret_facts())
    if row.document_id:
        marked = _marked_documents().filter(pk=row.document_id)
        return not (marked.exists() or case.filter(rule).exists())
    if row.decision_id is None:
        rule |= Q(pk__in=_with_closed_paper())
    return not case.filter(rule).exists()


def _marked_documents() -> QuerySet[Document]:
    marks = SecrecyMark.objects.filter(document__isnull=False, field="", lifted_on=None)
    return Document.objects.filter(pk__in=marks.values("document"))


def _with_closed_paper() -> QuerySet[Case]:
    """Cases whose first paper, with the words that their page shows, is secret or not allmän."""
    first = Document.objects.filter(case=OuterRef("pk"), running_number=1)
    closed = first.filter(~Q(legal_status__in=PUBLIC_STATUSES) | Q(pk__in=_marked_documents()))
    return Case.objects.filter(Exists(closed))


def _pages(case: OuterRef, *, on: date) -> QuerySet[Publication]:
    return Publication.objects.filter(_in_force(on), case=case, document=None, decision=None)


def _in_force(on: date) -> Q:
    return Q(withdrawn_at=None) & (Q(until=None) | Q(until__gte=on))


def _open_cases() -> QuerySet[Case]:
    return Case.objects.exclude(is_secret()).exclude(state=State.ANNULLED)

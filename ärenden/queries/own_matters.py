"""What is an elected person's own: her drafts, what she handed in, what she asked or is asked."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from accounts.models import User
from parties.access import standing_on
from parties.models import Organisation
from ärenden import access, draft_access
from ärenden.choices import Capacity
from ärenden.models import (
    AgentSnapshot,
    Case,
    CompletionRequest,
    CoSigner,
    Draft,
    Submission,
)
from ärenden.queries.lists import IS_OPEN, listed, ordered
from ärenden.queries.secrecy import withheld_names

PARTS = (Capacity.SIGNATORY, Capacity.ADDRESSEE, Capacity.ANSWERER)
LATEST = 10


def drafts_of(user: User, organisation: Organisation, *, on: date) -> QuerySet[Draft]:
    """Drafts under way that the account may read, with their co-signers."""
    cosigners = CoSigner.objects.filter(declined_at=None).select_related("person")
    rows = draft_access.visible_to(user, on=on).filter(organisation=organisation, submission=None)
    return (
        rows.select_related("body", "author")
        .prefetch_related(Prefetch("cosigners", cosigners))
        .annotate(comment_count=Count("comments", distinct=True))
    )


def waiting_submissions(
    user: User, organisation: Organisation, *, on: date
) -> QuerySet[Submission]:
    """What the account has handed in, or signed, and is not in the register yet."""
    drafts = draft_access.visible_to(user, on=on)
    rows = Submission.objects.filter(organisation=organisation, document=None, draft__in=drafts)
    return rows.select_related("case").order_by("-handed_in_at", "-pk")


def asked_to_complete(
    user: User, organisation: Organisation, *, on: date
) -> list[CompletionRequest]:
    """Requests that wait for the account's own further version."""
    mine = Submission.objects.filter(
        case=OuterRef("case"), author__in=draft_access.writers_of(user, on=on)
    )
    rows = CompletionRequest.objects.filter(
        Exists(mine),
        counts_from=None,
        draft__submission=None,
        case__in=access.visible_to(user, on=on).filter(IS_OPEN, organisation=organisation),
    )
    return retold(rows.select_related("case", "draft").order_by("asked_at", "pk"), organisation)


def retold(
    requests: Iterable[CompletionRequest], organisation: Organisation
) -> list[CompletionRequest]:
    """Rows, not to be saved, without the names of those with protected identity."""
    found = list(requests)
    if not found:
        return []
    return withheld_names(organisation.pk).reworded(found, "asked_by_name", "reason")


def open_cases_of(user: User, organisation: Organisation, *, on: date) -> QuerySet[Case]:
    """Open cases that she put, or that are put to her; with what a row shows."""
    return ordered(listed(_cases(user, organisation, on, PARTS).filter(IS_OPEN)), "datum")


def finished_cases_of(user: User, organisation: Organisation, *, on: date) -> QuerySet[Case]:
    """The latest of her own that are finished."""
    rows = _cases(user, organisation, on, (Capacity.SIGNATORY,)).exclude(IS_OPEN)
    return ordered(listed(rows), "-registrerad")[:LATEST]


def _cases(
    user: User, organisation: Organisation, on: date, capacities: tuple[Capacity, ...]
) -> QuerySet[Case]:
    own = with_part_of(standing_on(user, on).people, capacities)
    return access.visible_to(user, on=on).filter(own, organisation=organisation)


def with_part_of(people: AbstractSet[int], capacities: tuple[Capacity, ...] = PARTS) -> Q:
    """Cases in which one of the people stands in one of the capacities. For queries of cases."""
    parts = AgentSnapshot.objects.filter(
        case=OuterRef("pk"), capacity__in=capacities, person__in=people
    )
    return Q(Exists(parts))


def has_part(case: Case, capacity: Capacity, *, people: AbstractSet[int]) -> bool:
    """Does one of the people stand in the capacity? Read from the case's loaded names."""
    agents = case.agents.all()
    return any(row.capacity == capacity and row.person_id in people for row in agents)

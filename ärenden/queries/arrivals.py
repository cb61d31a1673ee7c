"""What councillors handed in and the registrar has not dealt with yet."""

from datetime import date
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from accounts.models import User
from accounts.roles import Verb
from parties.models import Organisation
from ärenden import access, draft_access
from ärenden.choices import DeadlineStatus
from ärenden.models import AgentSnapshot, Case, Deadline, Submission
from ärenden.queries.lists import IS_OPEN
from ärenden.queries.secrecy import withheld_of


def to_register(user: User, organisation: Organisation, *, on: date) -> list[Any]:
    """New matters and kompletteringar that are not documents of the register yet.

    Each with `due_at`, the last moment to register it.
    """
    rows = draft_access.submissions_to_register(user, on=on).filter(organisation=organisation)
    related = rows.select_related("case")
    due = Deadline.objects.filter(submission=OuterRef("pk"), status=DeadlineStatus.OPEN)
    dated = related.annotate(due_at=Subquery(due.values("due_at")))
    return _told(dated.order_by("handed_in_at", "pk"))


def countable(case: Case) -> list[Submission]:
    """Those one of which is held against the last day when a komplettering is registered.

    The first text, the one that counts so far, and the one that waits.
    """
    rows = list(case.submissions.select_related("body").order_by("pk"))
    return [
        row
        for row in rows
        if row == rows[0] or row.document_id is None or row.handed_in_at == case.counted_from
    ]


def to_note_as_withdrawn(user: User, organisation: Organisation, *, on: date) -> list[Submission]:
    """Taken back by the author after the registration, and still open in the register."""
    is_open = access.open_to(user, Verb.REGISTER, on=on).filter(IS_OPEN)
    rows = Submission.objects.filter(
        organisation=organisation,
        withdrawn_at__isnull=False,
        document__isnull=False,
        case__in=is_open,
    )
    return _told(rows.select_related("case").order_by("withdrawn_at", "pk"))


def _told(rows: QuerySet[Submission, Any]) -> list[Submission]:
    """With all names, and as the office may read them; not to be saved."""
    named = AgentSnapshot.objects.select_related("person")
    found = list(rows.prefetch_related(Prefetch("agents", named)))
    for row in found:
        withheld_of(row.agents.all()).reread(row)
    return found

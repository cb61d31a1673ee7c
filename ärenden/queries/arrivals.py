"""What councillors handed in and the registrar has not dealt with yet."""

from datetime import date

from django.db.models import Prefetch, QuerySet

from accounts.models import User
from accounts.roles import Verb
from parties.models import Organisation
from ärenden import access, draft_access
from ärenden.choices import Capacity
from ärenden.models import AgentSnapshot, Submission
from ärenden.queries.lists import IS_OPEN


def to_register(user: User, organisation: Organisation, *, on: date) -> QuerySet[Submission]:
    """New matters and kompletteringar that are not documents of the register yet."""
    rows = draft_access.submissions_to_register(user, on=on).filter(organisation=organisation)
    signed = AgentSnapshot.objects.filter(capacity=Capacity.SIGNATORY).select_related("person")
    related = rows.select_related("case").prefetch_related(Prefetch("agents", signed))
    return related.order_by("handed_in_at", "pk")


def to_note_as_withdrawn(
    user: User, organisation: Organisation, *, on: date
) -> QuerySet[Submission]:
    """Taken back by the author after the registration, and still open in the register."""
    is_open = access.open_to(user, Verb.REGISTER, on=on).filter(IS_OPEN)
    rows = Submission.objects.filter(
        organisation=organisation,
        withdrawn_at__isnull=False,
        document__isnull=False,
        case__in=is_open,
    )
    return rows.select_related("case").order_by("withdrawn_at", "pk")

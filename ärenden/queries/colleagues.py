"""Who can handle cases, who covers for whom, and who is away."""

from datetime import date
from typing import Any

from django.db.models import F, Func, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Collate

from accounts.models import User
from accounts.roles import GRANTS, Verb
from kernel.periods import holds_on
from parties.models import Membership, Organisation
from ärenden import access
from ärenden.models import Case, Cover
from ärenden.models.covers import ahead_of, covering_on
from ärenden.workflow.steps import OPEN

PREPARING = tuple(role for role, verbs in GRANTS.items() if Verb.PREPARE in verbs)
BY_NAME = (Collate(Func(F("name"), function="sv_sort_key"), "C"), "pk")


def colleagues(organisation: Organisation, *, on: date) -> QuerySet[User]:
    """Those who handle cases in the organisation, by name."""
    return User.objects.filter(_working(organisation, on)).order_by(*BY_NAME)


def holders(organisation: Organisation, *, on: date) -> QuerySet[User]:
    """The same, and whoever has left with open cases still in her name."""
    left = Case.objects.filter(organisation=organisation, state__in=OPEN).values("handler")
    return User.objects.filter(_working(organisation, on) | Q(pk__in=left)).order_by(*BY_NAME)


def _working(organisation: Organisation, on: date) -> Q:
    roles = Membership.objects.filter(holds_on(on), organisation=organisation, role__in=PREPARING)
    return Q(is_active=True, pk__in=roles.values("user"))


def colleague(key: int) -> User:
    """The account that an event names."""
    return User.objects.get(pk=key)


def able_to_handle(case: Case, *, on: date) -> list[User]:
    """Those whose roles let them prepare this case; a secretary only where her body deals."""
    everyone = colleagues(case.organisation, on=on)
    return [user for user in everyone if access.can(user, Verb.PREPARE, case, on=on)]


def open_cases_of(handler: User, organisation: Organisation) -> QuerySet[Case]:
    """What she is to see to in the organisation, until it is closed or given to another."""
    return Case.objects.filter(organisation=organisation, handler=handler, state__in=OPEN)


def covers_in(organisation: Organisation) -> QuerySet[Cover]:
    rows = organisation.covers.select_related("handler", "substitute", "case")
    return rows.order_by("-period", "-pk")


def absences(organisation: Organisation, *, on: date) -> QuerySet[Cover]:
    """Who is away now or is going to be, the first to leave first."""
    return covers_in(organisation).filter(ahead_of(on), case=None).order_by("period", "pk")


def with_cover(cases: QuerySet[Case], *, on: date) -> QuerySet[Case, Any]:
    """Cases with who stands in for the handler on the day, and to when: in this case, or in all."""
    either = Q(case=OuterRef("pk")) | Q(case=None, handler=OuterRef("handler"))
    rows = Cover.objects.filter(either, covering_on(on), organisation=OuterRef("organisation"))
    first = rows.order_by("case", "pk")
    return cases.annotate(
        covered_by=Subquery(first.values("substitute__name")[:1]),
        covered_until=Subquery(first.values("period__endswith")[:1]),
    )


def covered_for(user: User, case: Case, *, on: date) -> str:
    """Whose work in the case the account does on the day, as it covers for her; else nothing."""
    if case.handler_id in {None, user.pk}:
        return ""
    either = Q(case=case) | Q(case=None, organisation=case.organisation_id)
    covers = Cover.objects.filter(either, covering_on(on), handler=case.handler_id, substitute=user)
    return covers.values_list("handler__name", flat=True).first() or ""

"""What every internal view stands on: the organisation of the address, and who is asking."""

from collections.abc import Collection
from datetime import date, datetime
from functools import cached_property
from typing import Any, ClassVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views import View

from accounts.current import current_user
from accounts.models import User
from accounts.roles import Verb
from parties.access import may_in, memberships_on
from parties.models import Membership, Organisation
from ärenden import access
from ärenden.actions.base import Doing
from ärenden.models import Case

LATEST = "organisation"


class WorkView(View):
    """A view in one organisation. Without a role there, the address does not exist (404)."""

    verb: Verb | None = None
    part_of: ClassVar[tuple[str, ...]] = ()  # menu items that lead here; else the address tells

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.memberships:
            raise Http404
        if self.verb is not None and not self.may(self.verb):
            raise PermissionDenied
        _remember(request, self.organisation, among=memberships_on(self.user, self.today))
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def user(self) -> User:
        return current_user(self.request)

    @cached_property
    def now(self) -> datetime:
        return timezone.now()

    @cached_property
    def today(self) -> date:
        return timezone.localdate(self.now)

    @cached_property
    def memberships(self) -> tuple[Membership, ...]:
        """The roles of the one asking, in the organisation of the address."""
        slug = self.kwargs["organisation"]
        rows = memberships_on(self.user, self.today)
        return tuple(row for row in rows if row.organisation.slug == slug)

    @cached_property
    def organisation(self) -> Organisation:
        return self.memberships[0].organisation

    def may(self, verb: Verb) -> bool:
        return may_in(self.user, verb, organisation=self.organisation, on=self.today)

    def doing(self, *, version: int | None = None, submission: UUID | None = None) -> Doing:
        return Doing(by=self.user, at=self.now, version=version, submission=submission)


class CaseView(WorkView):
    """A view of one case; invisible and missing cases are the same 404."""

    @cached_property
    def case(self) -> Case:
        visible = access.visible_to(self.user, on=self.today)
        related = visible.select_related(
            "organisation", "body", "preparing_body", "deciding_body", "on_behalf_of"
        )
        return get_object_or_404(
            related, organisation=self.organisation, public_id=self.kwargs["case"]
        )


def latest_organisation(
    request: HttpRequest, memberships: Collection[Membership]
) -> Organisation | None:
    """Where one last worked, while one has a role there; else where one first got a role."""
    latest = request.session.get(LATEST)
    rows = sorted(memberships, key=lambda row: (row.organisation_id != latest, row.pk))
    return rows[0].organisation if rows else None


def _remember(
    request: HttpRequest, organisation: Organisation, *, among: Collection[Membership]
) -> None:
    """Nothing is kept for the many who have roles in one organisation only."""
    is_one_of_many = any(row.organisation_id != organisation.pk for row in among)
    if is_one_of_many and request.session.get(LATEST) != organisation.pk:
        request.session[LATEST] = organisation.pk


def is_part(request: HttpRequest, name: str) -> bool:
    """Does HTMX ask for this named part of the page only?"""
    return request.headers.get("HX-Target") == name

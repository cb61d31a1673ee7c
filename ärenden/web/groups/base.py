"""What every page of a party group stands on: whoever is not let in meets no such address."""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from parties.models import PartyGroup
from ärenden import access, group_access
from ärenden.actions.groups import Member
from ärenden.filters import CaseFilter
from ärenden.models import Case, GroupNote
from ärenden.queries import groups
from ärenden.web.base import WorkView


@method_decorator(sensitive_post_parameters(), name="dispatch")
class OwnGroupView(WorkView):
    """A view of a group that lets the one asking in today; no error report shows what it got."""

    since: datetime

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.memberships:
            self.since = group_access.last_visit(self.user, self.group, at=self.now)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def group(self) -> PartyGroup:
        own = group_access.groups_of(self.user, on=self.today).select_related("body")
        return get_object_or_404(
            own.prefetch_related("parties"),
            body__organisation=self.organisation,
            public_id=self.kwargs["group"],
        )

    @property
    def member(self) -> Member:
        return Member(user=self.user, group=self.group, at=self.now)

    @cached_property
    def leads(self) -> bool:
        return group_access.leads(self.user, self.group, on=self.today)

    def chosen(self, query: QueryDict) -> CaseFilter:
        """The group's cases through the filter of an address."""
        return CaseFilter(
            query,
            queryset=groups.cases_of(self.group, user=self.user, on=self.today),
            audience=access.audience_of(
                self.user, organisation_id=self.organisation.pk, on=self.today
            ),
            now=self.now,
        )

    def told(self, notes: Iterable[GroupNote]) -> list[GroupNote]:
        return groups.told(notes, organisation=self.organisation.pk)

    def to(self, name: str, **things: Any) -> str:
        where = {"organisation": self.organisation.slug, "group": self.group.public_id}
        return reverse(f"arenden:{name}", kwargs=where | things)


class OwnGroupCaseView(OwnGroupView):
    """A view of one case as the group's members work with it."""

    @cached_property
    def case(self) -> Case:
        visible = access.visible_to(self.user, on=self.today)
        return get_object_or_404(
            visible, organisation=self.organisation, public_id=self.kwargs["case"]
        )

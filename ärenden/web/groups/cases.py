"""All cases of the group, with the filters of the case list and those that someone has saved."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render

from ärenden import access, group_access
from ärenden.actions.groups import save_view
from ärenden.filters import CaseFilter
from ärenden.queries import groups, lists
from ärenden.web.base import is_part
from ärenden.web.groups.base import OwnGroupView
from ärenden.web.groups.rows import case_row
from ärenden.web.lists.address import PAGE, Address, page_of
from ärenden.web.lists.cases import PART, ROWS, margin_of
from ärenden.web.lists.facets import LEGENDS

ORDER = "ordning"


class GroupCases(OwnGroupView):
    """Open cases first; the address is the filter."""

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        address = Address(request.path, request.GET)
        chosen = self._filter()
        margin = margin_of(chosen, organisation=self.organisation)
        page = page_of(margin.total, request.GET.get(PAGE, ""), size=ROWS)
        tags = margin.tags(address)
        context = {
            "group": self.group,
            "back_url": self.to("group"),
            "part": PART,
            "total": margin.total,
            "noun": "ärende" if margin.total == 1 else "ärenden",
            "groups": margin.groups(),
            "tags": tags,
            "filter_summary": "Filter" if not tags else f"Filter ({len(tags)})",
            "kept": address.hidden_fields(but=frozenset(LEGENDS)),
            "rows": self._rows(chosen, page.start_index(), page.end_index()),
            "query": address.query_string,
            "save_url": self.to("group_views"),
        } | address.pager(page)
        template = "arenden/groups/_cases.html" if is_part(request, PART) else CASES
        return render(request, template, context)

    def _filter(self) -> CaseFilter:
        organisation = self.organisation
        return CaseFilter(
            self.request.GET,
            queryset=groups.cases_of(self.group, user=self.user, on=self.today),
            audience=access.audience_of(self.user, organisation_id=organisation.pk, on=self.today),
            mine=Q(pk__in=[]),
            now=self.now,
        )

    def _rows(self, chosen: CaseFilter, first: int, last: int) -> list[Any]:
        if last == 0:
            return []
        found = groups.held(chosen.cases_of(""))
        order = chosen.chosen.get(ORDER)
        found = lists.ordered(found, order) if order else groups.open_first(found)
        slug = self.organisation.slug
        return [case_row(case, organisation=slug, now=self.now) for case in found[first - 1 : last]]


CASES = "arenden/groups/cases.html"


class ViewForm(forms.Form):
    name = forms.CharField(
        label="Namn på vyn", max_length=60, error_messages={"required": "Ge vyn ett namn"}
    )
    query = forms.CharField(required=False, max_length=2000)
    for_group = forms.BooleanField(label="Visa för hela gruppen", required=False)


class SaveView(OwnGroupView):
    """Keeps the filter of the address under a name."""

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        form = ViewForm(request.POST)
        if form.is_valid():
            save_view(self.member, **form.cleaned_data)
            messages.success(request, "Vyn sparades. Den visas på gruppens bord.")
            return HttpResponseRedirect(self.to("group"))
        messages.error(request, "Vyn är inte sparad. Ge den ett namn på högst 60 tecken.")
        return HttpResponseRedirect(self.to("group_cases"))


class DeleteView(OwnGroupView):
    """One's own view, or one of the group's, which any member may tidy away."""

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        views = group_access.views_of(self.user, on=self.today).filter(group=self.group)
        get_object_or_404(views, public_id=self.kwargs["saved"]).delete()
        messages.success(request, "Vyn togs bort.")
        return HttpResponseRedirect(self.to("group"))

"""All cases of the group, with the filters of the case list and those that someone has saved."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django_htmx.http import push_url

from ärenden import group_access
from ärenden.actions.groups import delete_view, save_view
from ärenden.filters import CaseFilter
from ärenden.queries import groups
from ärenden.web.base import is_part
from ärenden.web.groups.base import OwnGroupView
from ärenden.web.groups.rows import case_row
from ärenden.web.lists.address import PAGE, Address, page_of
from ärenden.web.lists.cases import PART, ROWS, filter_summary, margin_of
from ärenden.web.lists.facets import LEGENDS


class GroupCases(OwnGroupView):
    """Open cases first; the address is the filter."""

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        address = Address(request.path, request.GET)
        chosen = self.chosen(request.GET)
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
            "filter_summary": filter_summary(len(tags)),
            "kept": address.hidden_fields(but=frozenset(LEGENDS)),
            "rows": self._rows(chosen, page.start_index(), page.end_index()),
            "query": address.query_string,
            "save_url": self.to("group_views"),
        } | address.pager(page)
        if is_part(request, PART):
            part = render(request, "arenden/groups/_cases.html", context)
            response = push_url(part, str(address))
        else:
            response = render(request, "arenden/groups/cases.html", context)
        patch_vary_headers(response, ["HX-Target"])
        return response

    def _rows(self, chosen: CaseFilter, first: int, last: int) -> list[Any]:
        if last == 0:
            return []
        found = groups.open_first(groups.held(chosen.cases_of("")))
        slug = self.organisation.slug
        return [case_row(case, organisation=slug, now=self.now) for case in found[first - 1 : last]]


class ViewForm(forms.Form):
    name = forms.CharField(max_length=60)
    query = forms.CharField(required=False, max_length=2000)
    for_group = forms.BooleanField(required=False)


class SaveView(OwnGroupView):
    """Keeps the filter of the address under a name."""

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        form = ViewForm(request.POST)
        if form.is_valid():
            save_view(self.member, **form.cleaned_data)
            messages.success(request, "Vyn sparades. Den visas på gruppens bord.")
            return HttpResponseRedirect(self.to("group"))
        messages.error(request, "Vyn är inte sparad. Ge den ett namn på högst 60 tecken.")
        kept = QueryDict(request.POST.get("query")).urlencode()
        return HttpResponseRedirect(f"{self.to('group_cases')}?{kept}")


class DeleteView(OwnGroupView):
    """One's own view, or one of the group's, which any member may tidy away."""

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        views = group_access.views_of(self.user, on=self.today).filter(group=self.group)
        delete_view(get_object_or_404(views, public_id=self.kwargs["saved"]))
        messages.success(request, "Vyn togs bort.")
        return HttpResponseRedirect(self.to("group"))

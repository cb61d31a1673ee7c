"""Where one lands after signing in, and on coming to an organisation: at one's own desk there."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views import View

from accounts.current import current_user
from accounts.roles import Role
from parties.access import memberships_on
from ärenden.web.base import WorkView, latest_organisation

# Where the day begins for each role; of several the first.
START_OF = {
    **dict.fromkeys((Role.REGISTRAR, Role.COMMITTEE_SECRETARY, Role.OFFICER), "desk"),
    Role.REVIEWER: "cases",
    **dict.fromkeys((Role.COUNCILLOR, Role.GROUP_LEADER), "my_cases"),
    Role.ADMINISTRATOR: "admin",
}


class Start(View):
    """To the organisation that one last worked in."""

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = memberships_on(current_user(request), timezone.localdate())
        organisation = latest_organisation(request, rows)
        if organisation is None:
            return render(request, "arenden/no_role.html")
        return HttpResponseRedirect(reverse("arenden:home", args=[organisation.slug]))


class Home(WorkView):
    """The organisation's own address leads to where one's day there begins."""

    def get(self, _request: HttpRequest, **_: str) -> HttpResponse:
        roles = {row.role for row in self.memberships}
        name = next(START_OF[role] for role in START_OF if role in roles)
        return HttpResponseRedirect(reverse(f"arenden:{name}", args=[self.organisation.slug]))

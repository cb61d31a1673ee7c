"""Where one lands after signing in: the desk of the organisation one first got a role in."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views import View

from accounts.current import current_user
from accounts.roles import Role
from parties.access import memberships_on

# Where the day begins for each role; of several the first.
START_OF = {
    **dict.fromkeys(
        (Role.REGISTRAR, Role.COMMITTEE_SECRETARY, Role.OFFICER, Role.REVIEWER), "cases"
    ),
    **dict.fromkeys((Role.COUNCILLOR, Role.GROUP_LEADER), "my_cases"),
    Role.ADMINISTRATOR: "admin",
}


class Start(View):
    def get(self, request: HttpRequest) -> HttpResponse:
        rows = memberships_on(current_user(request), timezone.localdate())
        if not rows:
            return render(request, "arenden/no_role.html")
        first = min(rows, key=lambda row: row.pk).organisation
        roles = {row.role for row in rows if row.organisation_id == first.pk}
        name = next(START_OF[role] for role in START_OF if role in roles)
        return HttpResponseRedirect(reverse(f"arenden:{name}", args=[first.slug]))

"""Where one lands after signing in: the cases of the organisation one first got a role in.

Whoever only administers there reads no cases, and lands where something can be done.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views import View

from accounts.current import current_user
from accounts.roles import Role
from parties.access import memberships_on


class Start(View):
    def get(self, request: HttpRequest) -> HttpResponse:
        rows = memberships_on(current_user(request), timezone.localdate())
        if not rows:
            return render(request, "arenden/no_role.html")
        first = min(rows, key=lambda row: row.pk).organisation
        roles = {row.role for row in rows if row.organisation_id == first.pk}
        name = "admin" if roles == {Role.ADMINISTRATOR} else "cases"
        return HttpResponseRedirect(reverse(f"arenden:{name}", args=[first.slug]))

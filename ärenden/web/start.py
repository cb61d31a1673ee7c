"""Where one lands after signing in: the organisation one first got a role in."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views import View

from accounts.current import current_user
from parties.access import memberships_on


class Start(View):
    def get(self, request: HttpRequest) -> HttpResponse:
        rows = memberships_on(current_user(request), timezone.localdate())
        if not rows:
            return render(request, "arenden/no_role.html")
        slug = min(rows, key=lambda row: row.pk).organisation.slug
        return HttpResponseRedirect(reverse("arenden:cases", kwargs={"organisation": slug}))

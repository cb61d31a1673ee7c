"""The way into a group's desk: opened by its first, and then by those inside for others."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from accounts.roles import Verb
from kernel.text import listed
from parties.models import PartyGroup
from ärenden import group_access
from ärenden.actions.groups import let_in, open_desk, shut_out
from ärenden.web.base import WorkView
from ärenden.web.groups.base import OwnGroupView
from ärenden.web.groups.forms import DoorForm


class Groups(WorkView):
    """The way to one's own group; who has several chooses, who is not let in is told why."""

    verb = Verb.READ_OWN

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        belonging = group_access.belonging(self.user, on=self.today).select_related("body")
        rows = list(belonging.filter(body__organisation=self.organisation))
        open_to = set(group_access.groups_of(self.user, on=self.today))
        if len(rows) == 1 and rows[0] in open_to:
            return HttpResponseRedirect(_desk(rows[0], self.organisation.slug))
        unopened = set(group_access.unopened(self.user, on=self.today))
        context = {
            "groups": [row for row in rows if row in open_to],
            "unopened": [row for row in rows if row in unopened],
            "closed": [row for row in rows if row not in open_to | unopened],
        }
        return render(request, "arenden/groups/choose.html", context)


class Open(WorkView):
    """The first of a group opens its desk, when nothing is kept there yet."""

    def post(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        own = group_access.belonging(self.user, on=self.today)
        group = get_object_or_404(
            own, body__organisation=self.organisation, public_id=self.kwargs["group"]
        )
        open_desk(self.user, group, at=self.now)
        return HttpResponseRedirect(reverse("arenden:groups", args=[self.organisation.slug]))


class LetIn(OwnGroupView):
    """Those inside let in the ones they have chosen."""

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        form = DoorForm(request.POST, group=self.group, today=self.today)
        if form.is_valid():
            let_in(self.member, form.chosen)
            names = listed([user.name for user in form.chosen])
            messages.success(request, f"{names} läser nu det som gruppen skriver.")
        else:
            messages.error(request, "Ingen är insläppt. Kryssa för vem som ska släppas in.")
        return HttpResponseRedirect(self.to("group"))


class ShutOut(OwnGroupView):
    """Those inside take back what they let in."""

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        readers = group_access.readers_of(self.group, on=self.today)
        user = get_object_or_404(readers, public_id=self.kwargs["account"])
        shut_out(self.member, user)
        messages.success(request, f"{user.name} läser inte längre det som gruppen skriver.")
        return HttpResponseRedirect(self.to("group_notes"))


def _desk(group: PartyGroup, slug: str) -> str:
    return reverse("arenden:group", args=[slug, group.public_id])

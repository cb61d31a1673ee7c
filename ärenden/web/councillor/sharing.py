"""What is done with a shared draft beside writing: invited, signed, declined, commented, thrown."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from parties.models import Person
from ärenden import draft_access
from ärenden.actions import drafts
from ärenden.exceptions import ActionRefused, ChangedMeanwhile
from ärenden.queries.drafting import invitable, leaders_of
from ärenden.web.councillor.base import DraftView

TEXT_CHANGED = "Texten har ändrats sedan du öppnade den. Läs igenom den och skriv under igen."


class OnDraft(DraftView):
    """An address for posts only; whoever comes another way lands at the draft."""

    def get(self, _request: HttpRequest, **_: str) -> HttpResponse:
        return HttpResponseRedirect(self.url("draft"))


class Share(OnDraft):
    """One post, one thing done: `do` names it, the other fields say with whom or what."""

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        do = DEEDS.get(request.POST.get("do", ""))
        if do is None:
            raise Http404
        try:
            messages.success(request, do(self))
        except ActionRefused as refused:
            messages.error(request, f"{refused}.")
        except ChangedMeanwhile:
            messages.error(request, TEXT_CHANGED)
        return self._back()

    def _back(self) -> HttpResponse:
        """To the draft, or to the desk for who has just left it."""
        if draft_access.can_read(self.user, self.draft, on=self.today):
            return HttpResponseRedirect(f"{self.url('draft')}#shared")
        return HttpResponseRedirect(reverse("arenden:my_cases", args=[self.organisation.slug]))

    @property
    def about(self) -> dict[str, Any]:
        return {"draft": self.draft, "doing": self.doing()}

    @property
    def who(self) -> str:
        return self.request.POST.get("who", "")


class Discard(OnDraft):
    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        try:
            drafts.discard(draft=self.draft, doing=self.doing())
        except ActionRefused as refused:
            messages.error(request, f"{refused}.")
            return HttpResponseRedirect(self.url("draft"))
        messages.success(request, f"Utkastet ”{self.draft}” är kastat.")
        return HttpResponseRedirect(reverse("arenden:my_cases", args=[self.organisation.slug]))


def _invite(view: Share) -> str:
    offered = invitable(view.draft, on=view.today)
    person = next((row.person for row in offered if str(row.person.public_id) == view.who), None)
    if person is None:
        raise Http404
    drafts.invite(person=person, **view.about)
    return f"{person} är inbjuden att skriva under."


def _uninvite(view: Share) -> str:
    invited = Person.objects.filter(cosigned_drafts__draft=view.draft)
    person = next((row for row in invited if str(row.public_id) == view.who), None)
    if person is None:
        raise Http404
    drafts.uninvite(person=person, **view.about)
    return f"{person} är inte längre inbjuden."


def _sign(view: Share) -> str:
    drafts.sign(checksum=view.request.POST.get("sum", ""), **view.about)
    return "Du har skrivit under. Ändras texten får du läsa och skriva under igen."


def _decline(view: Share) -> str:
    drafts.decline(because=view.request.POST.get("text", ""), **view.about)
    return "Du har tackat nej, och ser inte längre utkastet."


def _name(view: Share) -> str:
    offered = leaders_of(view.draft.author, on=view.today)
    leader = next((row for row in offered if str(row.user.public_id) == view.who), None)
    if leader is None:
        raise Http404
    drafts.name_reader(leader=leader, **view.about)
    return f"{leader.user} kan läsa och kommentera."


def _forget(view: Share) -> str:
    readers = {str(row.user.public_id): row.user for row in view.draft.readers.all()}
    if view.who not in readers:
        raise Http404
    drafts.forget_reader(user=readers[view.who], **view.about)
    return f"{readers[view.who]} ser inte längre utkastet."


def _comment(view: Share) -> str:
    drafts.comment(text=view.request.POST.get("text", ""), **view.about)
    return "Kommentaren är sparad."


DEEDS: dict[str, Callable[[Share], str]] = {
    "invite": _invite,
    "uninvite": _uninvite,
    "sign": _sign,
    "decline": _decline,
    "name": _name,
    "forget": _forget,
    "comment": _comment,
}

"""The councillor's start page, and the way to a new text."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from accounts.roles import Verb
from kernel.dates import long_date
from parties.models import Person
from ärenden import draft_access
from ärenden.actions.completions import begin_completion
from ärenden.actions.drafts import start
from ärenden.choices import CaseType
from ärenden.drafting import WRITTEN_HERE
from ärenden.models import CompletionRequest, Draft
from ärenden.queries.drafting import councils_of
from ärenden.queries.own_matters import retold
from ärenden.web.base import WorkView
from ärenden.web.councillor.desk import Desk


class MyCases(WorkView):
    """Mina ärenden: what waits for her, what she writes, what waits for others, what is done."""

    verb = Verb.READ_OWN

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        desk = Desk(self.user, self.organisation, now=self.now)
        context = {
            "today": long_date(self.today),
            "sections": desk.sections(),
            "kinds": [(kind.value, kind.label.lower()) for kind in desk.kinds],
        }
        return render(request, "arenden/drafts/my_cases.html", context)


class NewDraft(WorkView):
    """Skriv: an empty draft to the council where she sits."""

    verb = Verb.SUBMIT

    def get(self, _request: HttpRequest, **_: str) -> HttpResponse:
        return HttpResponseRedirect(reverse("arenden:my_cases", args=[self.organisation.slug]))

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        kind = request.POST.get("kind", "")
        own = draft_access.writers_of(self.user, on=self.today)
        people = Person.objects.filter(pk__in=own, organisation=self.organisation)
        councils = councils_of([row.pk for row in people], on=self.today)
        council = councils.filter(organisation=self.organisation).first()
        author = people.filter(assignments__body=council).first() if council else None
        if kind not in WRITTEN_HERE or council is None or author is None:
            raise Http404
        draft = start(author=author, body=council, case_type=CaseType(kind), doing=self.doing())
        return _to(draft, self.organisation.slug)


class Complete(WorkView):
    """Komplettera: the further version that the office asked for."""

    part_of = ("arenden:my_cases",)

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        asked = self._asked()
        if hasattr(asked, "draft"):
            return _to(asked.draft, self.organisation.slug)
        return render(request, "arenden/drafts/complete.html", {"asked": asked})

    def post(self, _request: HttpRequest, **_: str) -> HttpResponse:
        draft = begin_completion(request=self._asked(), doing=self.doing())
        return _to(draft, self.organisation.slug)

    def _asked(self) -> CompletionRequest:
        """Only the author of what was handed in; for others the request is not there."""
        rows = draft_access.asked_of(self.user, on=self.today).select_related("case__organisation")
        related = rows.filter(case__organisation=self.organisation)
        asked = get_object_or_404(related, public_id=self.kwargs["asked"])
        return retold([asked], self.organisation)[0]


def _to(draft: Draft, slug: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("arenden:draft", args=[slug, draft.public_id]))

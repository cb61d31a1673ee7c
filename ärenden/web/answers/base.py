"""What every page of the answerer's workplace stands on."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone

from kernel.dates import long_date
from parties.models import Person
from ärenden import answer_access
from ärenden.actions.answer_drafts import own_draft
from ärenden.models import AnswerDraft, Case
from ärenden.queries import answering
from ärenden.queries.lists import SOON
from ärenden.web.answers.left import left_here
from ärenden.web.base import CaseView
from ärenden.web.lists.rows import Who, who


@dataclass(frozen=True)
class Due:
    """When the answer is due, in words, and how near that is."""

    text: str
    tone: str


class AnsweringView(CaseView):
    """Pages about one answer: for the one who is to give it, and those she lets in.

    For everyone else they do not exist (404), whether anything is written or not; but who wrote
    on it until someone else was given the answer is led to the words that stayed with her.
    """

    part_of = ("arenden:answers",)
    is_hers_alone = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            self._demand_found()
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            left = left_here(self) if self.memberships else None
            if left is None:
                raise
        return self.led_from(left)

    def _demand_found(self) -> None:
        if self.memberships and not self.is_found:
            raise Http404

    def led_from(self, _left: Any) -> HttpResponse:
        return HttpResponseRedirect(reverse("arenden:answer_left", kwargs=self.kwargs))

    @property
    def is_found(self) -> bool:
        return self.person is not None or (not self.is_hers_alone and self.draft is not None)

    @cached_property
    def person(self) -> Person | None:
        """As whom the one asking is to answer."""
        return answering.answering_person(self.user, self.case, on=self.today)

    @cached_property
    def draft(self) -> AnswerDraft | None:
        return answering.living_draft(self.user, self.case, on=self.today)

    @property
    def may_write(self) -> bool:
        if self.draft is None:
            return self.person is not None
        return answer_access.may_write(self.user, self.draft, on=self.today)

    @property
    def is_hers(self) -> bool:
        """Is the draft the asking one's own? It is before it has been begun, too."""
        if self.person is None:
            return False
        return self.draft is None or self.draft.person_id == self.person.pk

    def begun(self) -> AnswerDraft:
        """The draft, begun now when there is none."""
        if self.draft is not None:
            return self.draft
        if self.person is None:
            raise Http404
        return own_draft(case=self.case, person=self.person, doing=self.doing())

    def url(self, name: str = "answer") -> str:
        return reverse(f"arenden:{name}", args=[self.organisation.slug, self.case.public_id])

    def to(self, name: str = "answer", *, at: str = "") -> HttpResponseRedirect:
        return HttpResponseRedirect(f"{self.url(name)}{f'#{at}' if at else ''}")

    @property
    def told(self) -> dict[str, Any]:
        """The head of the pages."""
        deadline = answering.answer_deadline(self.case)
        return {
            "case": self.case,
            "slug": self.organisation.slug,
            "kind": self.case.get_case_type_display(),
            "askers": askers_of(self.case),
            "due": due_in_words(deadline.due_at, now=self.now) if deadline else None,
            "is_hers": self.is_hers,
            "answering": self.draft.person if self.draft else self.person,
        }


def askers_of(case: Case) -> list[Who]:
    return [who(agent) for agent in answering.askers_of(case)]


def due_in_words(due_at: datetime, *, now: datetime) -> Due:
    day = long_date(timezone.localdate(due_at))
    if due_at < now:
        return Due(f"Försenat: skulle ha lämnats {day}", "late")
    return Due(f"Ska besvaras {day}", "soon" if due_at - now < SOON else "")

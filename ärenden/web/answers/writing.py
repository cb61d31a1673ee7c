"""Svara: every question with a field beside it; saved as one types, with and without script."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts import drafts
from kernel.dates import clock
from ärenden.actions import answer_drafts
from ärenden.choices import CAME_IN
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Question
from ärenden.queries import answering
from ärenden.queries.snapshots import snapshot_of
from ärenden.web.answers.base import AnsweringView
from ärenden.web.answers.fields import (
    Field,
    after_saving,
    covered,
    fields_of,
    overlaid,
    remarks_on,
    standing,
    typed_in,
)
from ärenden.web.answers.left import left_page
from ärenden.web.base import is_part
from ärenden.workflow import Action, refusals

SAVED = "saved"
NOT_SAVED = "components/not_saved.html"
WHOLE = "whole"
NOT_HERS = "Inte sparat: utkastet ska inte längre lämnas in. Kopiera texten om du vill ha den kvar."


class Write(AnsweringView):
    """The page of the draft; it leads on to the receipt when the answer is in."""

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        if self.draft is None and self._is_handed_in():
            return self.to("answer_receipt")
        fields = self._fields()
        kept = drafts.kept_fields(user=self.user, path=request.path) if self.may_write else None
        return self._page(overlaid(fields, kept) if kept else fields)

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        try:
            return self._saved(request)
        except ActionRefused as refused:
            return self._refused(refused)

    @property
    def is_found(self) -> bool:
        return super().is_found or self._is_handed_in()

    def led_from(self, left: Any) -> HttpResponse:
        """What was typed in a window left open is not saved, and not lost."""
        if self.request.method != "POST":
            return super().led_from(left)
        return self._not_saved(NOT_HERS) or left_page(self, left)

    def _refused(self, refused: ActionRefused) -> HttpResponse:
        """It has been handed in meanwhile: what was typed stands on the page, and is told."""
        part = self._not_saved(f"Inte sparat: {refused}.")
        fields = overlaid(self._fields(), self.request.POST)
        return part or self._page(fields, status=HTTPStatus.CONFLICT)

    def _not_saved(self, told: str) -> HttpResponse | None:
        """All that the script asks for; without it the message stands on a whole page."""
        if is_part(self.request, SAVED):
            context = {"told": told}
            return render(self.request, NOT_SAVED, context, status=HTTPStatus.CONFLICT)
        messages.error(self.request, told)
        return None

    def _saved(self, request: HttpRequest) -> HttpResponse:
        rows = typed_in(request.POST, self.case)
        fields = self._save(rows) if rows else self._fields()
        drafts.forget(user=self.user, path=request.path)
        has_collided = any(field.has_collided for field in fields)
        if is_part(request, SAVED):
            return self._marks(fields)
        if has_collided:
            return self._page(fields, status=HTTPStatus.CONFLICT)
        if "comment" in request.POST:
            return self._commented(request)
        if "review" in request.POST:
            return self.to("answer_review")
        messages.success(request, "Sparat.")
        return self.to(
            at=request.POST.get("keep", "").partition(":")[0] or request.POST.get("drop", "")
        )

    def _save(self, rows: dict[str, answer_drafts.Typed]) -> list[Field]:
        if self.draft is None and self._is_handed_in():
            raise ActionRefused([Refusal("answer_submitted", "svaret är redan inlämnat")])
        if not self.may_write:
            raise PermissionDenied
        draft = self.begun()
        met = answer_drafts.save_texts(draft=draft, rows=[*rows.values()], doing=self.doing())
        self.draft = draft
        return after_saving(self._fields(), rows, met, standing(draft), today=self.today)

    def _commented(self, request: HttpRequest) -> HttpResponse:
        key = request.POST["comment"]
        question = self._question(key)
        text = request.POST.get(f"comment_{key}", "")
        answer_drafts.comment(draft=self.begun(), question=question, text=text, doing=self.doing())
        return self.to(at=key)

    def _question(self, key: str) -> Question | None:
        found = [row for row in self.case.questions.all() if f"q{row.pk}" == key]
        return found[0] if found else None

    def _is_handed_in(self) -> bool:
        return answering.submitted_draft(self.user, self.case, on=self.today) is not None

    def _fields(self) -> list[Field]:
        return fields_of(self.case, self.draft, today=self.today)

    def _page(self, fields: list[Field], *, status: int = HTTPStatus.OK) -> HttpResponse:
        draft = self.draft
        context = self.told | {
            "fields": fields,
            "cover": covered(fields),
            "may_write": self.may_write,
            "shares": answering.shares_of(draft),
            "remarks": remarks_on(None, answering.comments_on(draft), today=self.today),
            "whole": WHOLE,
            "has_rest": any(field.text for field in fields if not field.question),
            "requests": answering.time_requests(self.case) if self.is_hers else [],
            "hindrances": refusals(Action.RECEIVE_ANSWER, snapshot_of(self.case, on=self.today)),
            "is_in": self.case.answer_state in CAME_IN,
        }
        return render(self.request, "arenden/answers/write.html", context, status=status)

    def _marks(self, fields: list[Field]) -> HttpResponse:
        """What a save as one types changes on the page; never what stands in the boxes."""
        context = {
            "fields": [field for field in fields if field.met],
            "cover": covered(fields),
            "at": clock(timezone.localtime(self.now).time()),
            "has_collided": any(field.has_collided for field in fields),
            "page_url": self.url(),
        }
        return render(self.request, "arenden/answers/saved.html", context)

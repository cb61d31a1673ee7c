"""Read it as it will be read, hand it in, and the receipt."""

from functools import cached_property
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kernel.dates import instant
from ärenden.actions.answer_submission import (
    parts_of,
    said,
    submit,
    texts_of,
    unanswered,
    whole_text,
)
from ärenden.choices import Coverage, DraftPlace
from ärenden.drafting import checksum
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import AnswerDraft
from ärenden.queries import answering
from ärenden.queries.secrecy import withheld_here
from ärenden.queries.snapshots import snapshot_of
from ärenden.web.answers.base import AnsweringView
from ärenden.web.answers.fields import covered, fields_of
from ärenden.web.cases.presenters.answers import AnswerShown, Frame, Pair
from ärenden.workflow import Action, refusals


class Review(AnsweringView):
    """The whole answer, and the button that hands in exactly what stands there."""

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:  # noqa: ARG002
        return self._page() if self.draft else self.to()

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        if self.draft is None:
            return self.to()
        try:
            submit(draft=self.draft, doing=self.doing(), read=request.POST.get("read", ""))
        except ActionRefused as refused:
            return self._page(refused.refusals, status=HTTPStatus.CONFLICT)
        messages.success(
            request, "Svaret är inlämnat. Kansliet lämnar över det till frågeställaren."
        )
        return self.to("answer_receipt")

    def _page(
        self, refused: tuple[Refusal, ...] = (), *, status: int = HTTPStatus.OK
    ) -> HttpResponse:
        if self.draft is None:
            raise Http404
        fields = fields_of(self.case, self.draft, today=self.today)
        context = self.told | {
            "before": _frames(self.draft, DraftPlace.PREAMBLE),
            "pairs": _pairs(self.draft),
            "after": _frames(self.draft, DraftPlace.COMMON, DraftPlace.CLOSING),
            "cover": covered(fields),
            "read": checksum(whole_text(self.draft)),
            "refused": refused,
            "missing": unanswered(self.case, texts_of(self.draft)),
            "hindrances": refusals(Action.RECEIVE_ANSWER, snapshot_of(self.case, on=self.today)),
        }
        return render(self.request, "arenden/answers/review.html", context, status=status)


class Receipt(AnsweringView):
    """What was handed in, as its case is read, when, and its checksum."""

    @property
    def is_found(self) -> bool:
        return self._done is not None

    @cached_property
    def _done(self) -> AnswerDraft | None:
        return answering.submitted_draft(self.user, self.case, on=self.today)

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        done = self._done
        if done is None or done.submitted_at is None:
            raise Http404
        withheld_here(self.case).reread(done)
        context = self.told | {
            "draft": done,
            "answering": done.person,
            "facts": [
                {"label": "Inlämnat", "value": instant(done.submitted_at)},
                {"label": "Av", "value": done.person.name},
                {"label": "Ärende", "value": self.case.dnr or self.case.told_title},
                {"label": "Kontrollsumma (SHA-256)", "value": done.sha256},
            ],
        }
        return render(request, "arenden/answers/receipt.html", context)


def _frames(draft: AnswerDraft, *places: DraftPlace) -> list[Frame]:
    texts = texts_of(draft)
    return [Frame(place.label, said(texts, place)) for place in places if said(texts, place)]


def _pairs(draft: AnswerDraft) -> list[Pair]:
    """Each question with its answer, as the page of the case will show them."""
    spoken = {
        part.question.pk: part for part in parts_of(draft.case, texts_of(draft)) if part.question
    }
    return [
        Pair(
            number=str(question.number),
            anchor=f"fraga-{question.number}",
            text=question.text,
            notes=[],
            answers=[_shown(spoken[question.pk])] if question.pk in spoken else [],
            missing="Inget svar än",
        )
        for question in answering.questions_of(draft.case)
    ]


def _shown(part: Any) -> AnswerShown:
    label = "" if part.coverage == Coverage.FULL else Coverage(part.coverage).label
    return AnswerShown(label, part.text, "")

"""Whom the answer under way is shared with, and what each has written."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from accounts.models import User
from kernel.dates import relative_instant
from kernel.text import capital, whole_number
from ärenden.actions import answer_drafts
from ärenden.choices import Coverage
from ärenden.exceptions import ActionRefused
from ärenden.models import AnswerShare
from ärenden.queries import answering
from ärenden.web.answers.base import AnsweringView

WRITES, COMMENTS = "writes", "comments"


class ShareForm(forms.Form):
    user = forms.ModelChoiceField(
        label="Vem",
        queryset=User.objects.none(),
        empty_label="Välj en kollega eller tjänsteperson",
        error_messages={"required": "Välj vem du vill dela med"},
    )
    level = forms.ChoiceField(
        label="Får",
        choices=((WRITES, "Skriva och kommentera"), (COMMENTS, "Läsa och kommentera")),
        initial=WRITES,
        widget=forms.RadioSelect(attrs={"class": "seg"}),
    )
    use_required_attribute = False

    def __init__(self, *args: Any, among: QuerySet[User], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["user"].queryset = among  # type: ignore[attr-defined]


class Share(AnsweringView):
    """Only the one who is to answer shares, and takes it back."""

    is_hers_alone = True

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:  # noqa: ARG002
        return self._page(ShareForm(among=self._among))

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        if "revoke" in request.POST:
            return self._revoked(whole_number(request.POST["revoke"]) or 0)
        form = ShareForm(request.POST, among=self._among)
        if not form.is_valid():
            return self._page(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        try:
            row = answer_drafts.share(
                draft=self.begun(),
                user=form.cleaned_data["user"],
                may_also_write=form.cleaned_data["level"] == WRITES,
                doing=self.doing(),
            )
        except ActionRefused as refused:
            form.add_error("user", capital(str(refused)))
            return self._page(form, status=HTTPStatus.CONFLICT)
        messages.success(request, f"Utkastet är delat med {row.user.name}.")
        return self.to("answer_share")

    def _revoked(self, key: int) -> HttpResponse:
        row = get_object_or_404(self._shares, pk=key)
        answer_drafts.revoke(share=row, doing=self.doing())
        messages.success(self.request, f"{row.user.name} ser inte längre utkastet.")
        return self.to("answer_share")

    @property
    def _among(self) -> QuerySet[User]:
        return answering.shareable(self.draft, self.case, by=self.user, on=self.today)

    @property
    def _shares(self) -> QuerySet[AnswerShare]:
        return answering.shares_of(self.draft)

    def _page(self, form: ShareForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
        context = self.told | {"form": form, "shares": self._shares}
        return render(self.request, "arenden/answers/share.html", context, status=status)


class History(AnsweringView):
    """What each has written, latest first; also words that met another's and were not kept."""

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        wordings = answering.wordings_of(self.draft) if self.draft else []
        rows = [
            {
                "place": row.place.question or row.place.get_place_display(),
                "by": row.author_name,
                "at": relative_instant(row.written_at, today=self.today),
                "text": row.text,
                "level": Coverage(row.coverage).label if row.coverage else "",
                "is_kept": row.is_kept,
            }
            for row in wordings
        ]
        return render(request, "arenden/answers/history.html", self.told | {"rows": rows})

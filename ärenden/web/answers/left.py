"""The draft of someone who no longer is to answer: hers to read and copy, and no one else's."""

from functools import cached_property
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from ärenden.answer_access import left_drafts
from ärenden.web.answers.fields import fields_of, overlaid
from ärenden.web.base import WorkView


class Left(WorkView):
    """Without the case's own words: she may no longer be one who reads it."""

    part_of = ("arenden:answers",)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.memberships and not (self.left and self.left.is_own):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def left(self) -> Any:
        return left_here(self)

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        return left_page(self, self.left)


def left_here(view: WorkView) -> Any:
    """The draft that the account was let into, in the case of the address; its own first."""
    rows = left_drafts(view.user, on=view.today).filter(
        case__organisation=view.organisation, case__public_id=view.kwargs["case"]
    )
    return rows.select_related("case", "person").first()


def left_page(view: WorkView, left: Any) -> HttpResponse:
    """What stands in her own draft, or what the one asking has just typed."""
    fields = fields_of(left.case, left if left.is_own else None, today=view.today)
    is_typed = view.request.method == "POST"
    shown = overlaid(fields, view.request.POST) if is_typed else fields
    context = {
        "number": left.case.dnr or "Utan diarienummer",
        "fields": [field for field in shown if field.text],
        "slug": view.organisation.slug,
    }
    status = HTTPStatus.CONFLICT if is_typed else HTTPStatus.OK
    return render(view.request, "arenden/answers/left.html", context, status=status)

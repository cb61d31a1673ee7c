"""Handing out the clean copy of a published document."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from parties.colours import digest, organisation_stylesheet
from ärenden.queries.public_lists import published_files
from ärenden.web.public.base import PublicView


class File(PublicView):
    """Always an attachment; what was decided about it is asked again every time."""

    def get(self, _request: HttpRequest, **_: Any) -> FileResponse:
        file = get_object_or_404(
            published_files(self.organisation, on=self.today),
            public_id=self.kwargs["file"],
            document__public_id=self.kwargs["document"],
        )
        response = FileResponse(file.file.open(), as_attachment=True, filename=file.name)
        response["Content-Type"] = file.media_type
        response["X-Content-Type-Options"] = "nosniff"
        return response


class PartyColours(PublicView):
    """The chips of the parties; other colours have another address."""

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        css = organisation_stylesheet(self.organisation)
        if self.kwargs["digest"] != digest(css):
            raise Http404
        return HttpResponse(css, content_type="text/css; charset=utf-8")

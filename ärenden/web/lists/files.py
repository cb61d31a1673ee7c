"""Handing out the file of a document, to those who may read the document."""

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404

from ärenden import access
from ärenden.models import FileRendition
from ärenden.queries.documents import readable_files
from ärenden.web.base import WorkView


class Download(WorkView):
    """Always an attachment under its own name, never shown or guessed at by the browser."""

    def get(self, _request: HttpRequest, **_: str) -> FileResponse:
        file = self._file()
        response = FileResponse(file.file.open(), as_attachment=True, filename=file.name)
        response["Content-Type"] = file.media_type
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, no-store"
        return response

    def _file(self) -> FileRendition:
        """A file that is missing, or in a case or document one may not read, is the same 404."""
        key = self.kwargs["file"]
        visible = access.visible_to(self.user, on=self.today)
        case = get_object_or_404(
            visible.select_related("organisation"),
            organisation=self.organisation,
            documents__files__public_id=key,
        )
        files = readable_files(self.user, case, on=self.today)
        return get_object_or_404(files, public_id=key)

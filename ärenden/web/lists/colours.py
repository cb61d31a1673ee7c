"""The organisation's party colours as a stylesheet: the Content-Security-Policy allows no other."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from parties.colours import digest, organisation_stylesheet
from ärenden.web.base import WorkView

A_YEAR = 365 * 24 * 60 * 60  # seconds


class PartyColours(WorkView):
    """Kept by the browser for a year; other colours have another address."""

    def get(self, _request: HttpRequest, **_: str) -> HttpResponse:
        css = organisation_stylesheet(self.organisation)
        response = HttpResponse(css, content_type="text/css; charset=utf-8")
        if self.kwargs["digest"] == digest(css):
            patch_cache_control(response, private=True, max_age=A_YEAR, immutable=True)
        else:
            patch_cache_control(response, no_cache=True)
        return response

"""Default deny: whoever is not signed in meets the sign-in page, whatever the address."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from accounts import drafts

OPEN_PATHS = ("/healthz", "/readyz", "/status", "/logga-in/")
SIGNED_OUT = "Du blev utloggad. Logga in igen, så finns allt du skrev kvar."


class SignInRequired:
    """The same redirect for every internal address, whether the thing exists or not.

    A form posted after the sign-in ran out is kept for its owner before the redirect.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated or self._is_open(request.path):
            return self.get_response(request)
        if request.method == "POST":
            self._keep(request)
        target = f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': request.path})}"
        if request.headers.get("HX-Request") == "true":
            return HttpResponse(status=204, headers={"HX-Redirect": target})
        return HttpResponseRedirect(target)

    def _is_open(self, path: str) -> bool:
        return path in OPEN_PATHS or path.startswith(("/logga-in/", settings.STATIC_URL))

    def _keep(self, request: HttpRequest) -> None:
        owner = drafts.owner_of(request.POST.get(drafts.OWNER_FIELD, ""))
        if owner is None:
            return
        drafts.keep_fields(user=owner, path=request.path, data=request.POST)
        files = [file for name in request.FILES for file in request.FILES.getlist(name)]
        drafts.keep_files(user=owner, path=request.path, files=files)
        messages.warning(request, SIGNED_OUT)

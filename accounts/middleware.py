"""Default deny: whoever is not signed in meets the sign-in page, whatever the address."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from accounts import drafts, sign_ins
from kernel.text import storable

OPEN_PATHS = ("/healthz", "/readyz", "/status")
# The public's own site, and calendars, each at an address that only its owner knows.
OPEN_FOLDERS = ("/logga-in/", "/inbjudan/", "/oppet/", "/kalender/")
SIGNED_OUT = "Du blev utloggad. Logga in igen, så finns allt du skrev kvar."
LEFT_OUT = "Filer som var för stora eller för många finns inte kvar. Välj dem igen."


class StorableText:
    """What is typed is UTF-8, and loses the characters that no text of the database can hold."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (request.encoding or "utf-8").lower() != "utf-8":
            raise BadRequest("forms are sent in UTF-8")
        request.GET = _storable(request.GET)
        if request.method == "POST":
            request.POST = _storable(request.POST)
        return self.get_response(request)


def _storable(fields: Any) -> Any:
    """The same fields, or new ones when something had to be left out."""
    sent = [(name, value) for name, values in fields.lists() for value in values]
    clean = [(storable(name), storable(value)) for name, value in sent]
    return fields if clean == sent else QueryDict(urlencode(clean))


class SignInRequired:
    """The same redirect for every internal address, whether the thing exists or not.

    A form posted after the sign-in ran out is kept for its owner before the redirect.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_open(request.path):
            return self.get_response(request)
        if not request.user.is_authenticated:
            return send_on(request, to=reverse(settings.LOGIN_URL), because=SIGNED_OUT)
        sign_ins.see(request)
        return self.get_response(request)


def is_open(path: str) -> bool:
    """Addresses that the signed-out may ask for."""
    return path in OPEN_PATHS or path.startswith((*OPEN_FOLDERS, settings.STATIC_URL))


def send_on(request: HttpRequest, *, to: str, because: str) -> HttpResponse:
    """To a page that must be passed first, and from there back; a posted form is kept."""
    back = request.get_full_path()
    if request.method == "POST":
        _keep(request, because)
        back = request.path
    target = f"{to}?{urlencode({'next': back})}"
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": target})
    return HttpResponseRedirect(target)


def _keep(request: HttpRequest, because: str) -> None:
    token = request.POST.get(drafts.OWNER_FIELD, "")
    owner = drafts.owner_of(token, path=request.path)
    if owner is None:
        return
    drafts.keep_fields(user=owner, path=request.path, data=request.POST)
    files = [file for name in request.FILES for file in request.FILES.getlist(name)]
    kept = drafts.keep_files(user=owner, path=request.path, files=files)
    messages.warning(request, because)
    if len(kept) < len(files):
        messages.warning(request, LEFT_OUT)

"""Signing in and out, and how the pages look for the one signed in."""

from typing import Any

from django.contrib.auth import login
from django.contrib.auth.views import LoginView
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View

from accounts import demo
from accounts.current import current_user
from accounts.forms import SignInForm
from accounts.models import User

BACKEND = "django.contrib.auth.backends.ModelBackend"
THEMES = frozenset({"", "light", "dark"})


class SignIn(LoginView):
    """The sign-in page; in the demo it also offers the demo's people."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(demo_people=demo.people(), **kwargs)

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


class DemoSignIn(View):
    """One click in as one of the demo's people; refused unless `demo.is_open()`."""

    def post(self, request: HttpRequest) -> HttpResponse:
        if not demo.is_open():
            raise PermissionDenied
        user = get_object_or_404(User, public_id=request.POST.get("user"), is_active=True)
        login(request, user, backend=BACKEND)
        return HttpResponseRedirect(safe_next(request))


class Appearance(View):
    """Light, dark or as the system; and the keys on or off."""

    def post(self, request: HttpRequest) -> HttpResponse:
        user = current_user(request)
        if "theme" in request.POST and request.POST["theme"] in THEMES:
            user.theme = request.POST["theme"]
        if "keys" in request.POST:
            user.has_keys = request.POST["keys"] == "on"
        user.save(update_fields=["theme", "has_keys"])
        return HttpResponseRedirect(safe_next(request))


def safe_next(request: HttpRequest) -> str:
    """Where to go after the post: only ever an address of our own."""
    target = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        return target
    return reverse("start")

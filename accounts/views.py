"""Signing in and out, and how the pages look for the one signed in."""

from typing import Any

from django.contrib.auth import login
from django.contrib.auth.views import LoginView, LogoutView
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View

from accounts import demo
from accounts.current import current_user
from accounts.forms import SignInForm

BACKEND = "django.contrib.auth.backends.ModelBackend"
THEMES = frozenset({"", "light", "dark"})


class SignIn(LoginView):
    """The sign-in page; in the demo it also offers the demo's people."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_success_url(self) -> str:
        """Never the sign-in page itself, which would lead back here without end."""
        target = super().get_success_url()
        return reverse("start") if target.startswith(self.request.path) else target

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(demo_people=demo.people(), **kwargs)

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


class DemoSignIn(View):
    """One click in as one of the demo's people; refused unless `demo.is_open()`."""

    def post(self, request: HttpRequest) -> HttpResponse:
        if not demo.is_open():
            raise PermissionDenied
        user = demo.person(request.POST.get("user", ""))
        if user is None:
            raise Http404
        login(request, user, backend=BACKEND)
        return HttpResponseRedirect(safe_next(request))


class HomeOnGet(View):
    """An address for posts only: who had to sign in again on the way to it lands at home."""

    def get(self, _request: HttpRequest) -> HttpResponse:
        return HttpResponseRedirect(reverse("start"))


class SignOut(HomeOnGet, LogoutView):
    http_method_names = ["get", "post", "options"]


class Appearance(HomeOnGet):
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
    if url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return target
    return reverse("start")

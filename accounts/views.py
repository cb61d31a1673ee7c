"""Signing in and out, and how the pages look for the one signed in."""

from typing import Any

from allauth.account import views as account
from allauth.mfa.base.views import AuthenticateView
from django.contrib import messages
from django.contrib.auth.views import LogoutView
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View

from accounts import demo, openid, sign_ins
from accounts.current import current_user
from accounts.models import SignIn

THEMES = frozenset({"", "light", "dark"})
MAIL_SENT = (
    "Finns det ett konto med den adressen får du ett mejl med en länk. Länken gäller i två timmar."
)


class SignInPage(account.LoginView):
    """E-mail and password, and the other ways in; in the demo also the demo's people."""

    template_name = "accounts/sign_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"demo_people": demo.people(), "organisation_sign_in": openid.label()}

    def form_invalid(self, form: Any) -> HttpResponse:
        context = self.get_context_data(form=form)
        return render(self.request, self.template_name, context, status=422)


class SecondStep(AuthenticateView):
    """After the password: a code or a passkey."""

    template_name = "accounts/code.html"


class CancelSignIn(View):
    """Out of a sign-in that waits for its second step."""

    def get(self, _request: HttpRequest) -> HttpResponse:
        return HttpResponseRedirect(reverse("account_login"))

    def post(self, request: HttpRequest) -> HttpResponse:
        request.session.flush()
        return self.get(request)


class Forgotten(account.PasswordResetView):
    success_url = reverse_lazy("account_login")

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        messages.info(self.request, MAIL_SENT)
        return response


class DemoSignIn(View):
    """One click in as one of the demo's people; refused unless `demo.is_open()`."""

    def post(self, request: HttpRequest) -> HttpResponse:
        if not demo.is_open():
            raise PermissionDenied
        user = demo.person(request.POST.get("user", ""))
        if user is None:
            raise Http404
        sign_ins.sign_in(request, user, method=SignIn.Method.DEMO)
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

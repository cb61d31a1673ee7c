"""Ditt konto: password, second factors and devices of the one signed in."""

from typing import Any

from allauth.account import views as account
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.views import View

from accounts import qr, sign_ins
from accounts.current import current_user
from accounts.views import HomeOnGet
from kernel.text import whole_number


class Account(View):
    """Who one is here, how one signs in, and where one is signed in now."""

    def get(self, request: HttpRequest) -> HttpResponse:
        user = current_user(request)
        context = {
            "facts": [
                {"label": "Namn", "value": user.name},
                {"label": "E-postadress", "value": user.email},
            ],
            "authenticators": Authenticator.objects.filter(user=user).order_by("pk"),
            "devices": sign_ins.devices(user),
            "this_device": request.session.get(sign_ins.RECORD),
        }
        return render(request, "accounts/account.html", context)


class SecondFactors(View):
    """What one signs in with beside the password; also where they go who must have one."""

    def get(self, request: HttpRequest) -> HttpResponse:
        user = current_user(request)
        rows = Authenticator.objects.filter(user=user).order_by("pk")
        kinds = Authenticator.Type
        context = {
            "is_demanded": "next" in request.GET and not rows,
            "has_app": any(row.type == kinds.TOTP for row in rows),
            "passkeys": [row.wrap() for row in rows if row.type == kinds.WEBAUTHN],
            "codes": next((row.wrap() for row in rows if row.type == kinds.RECOVERY_CODES), None),
        }
        return render(request, "accounts/second_factors.html", context)


class EndSessions(HomeOnGet):
    """Sign out one other device, or all of them."""

    def post(self, request: HttpRequest) -> HttpResponse:
        this = request.session.get(sign_ins.RECORD, 0)
        others = sign_ins.devices(current_user(request)).exclude(pk=this)
        chosen = request.POST.get("device", "")
        if chosen != "others":
            others = others.filter(pk=whole_number(chosen) or 0)
        if others:
            sign_ins.end(others)
            messages.success(request, "Utloggad där. Misstänker du något, byt lösenord också.")
        return HttpResponseRedirect(reverse("accounts:account"))


class ChangePassword(account.PasswordChangeView):
    """Other devices are signed out by the adapter; this one goes on."""

    success_url = reverse_lazy("accounts:account")

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        sign_ins.follow(self.request)
        return response


class SetPassword(account.PasswordSetView):
    """For an account that has only signed in through its organisation."""

    success_url = reverse_lazy("accounts:account")

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        sign_ins.follow(self.request)
        return response


class AddApp(ActivateTOTPView):
    """The code that adds the app has also shown it, so the session need not ask again."""

    template_name = "accounts/add_app.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"qr": qr.draw(context["totp_url"])}

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        record_authentication(self.request, self.request.user, "mfa", type=Authenticator.Type.TOTP)
        return response


class AddPasskey(AddWebAuthnView):
    template_name = "accounts/passkey.html"
    extra_context = {
        "heading": "Lägg till en passnyckel",
        "text": "Webbläsaren ber dig om fingeravtryck, ansikte eller skärmlås.",
        "label": "Lägg till passnyckeln",
    }

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        record_authentication(
            self.request, self.request.user, "mfa", type=Authenticator.Type.WEBAUTHN
        )
        return response

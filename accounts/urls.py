"""Addresses of sign-in and account; those of django-allauth under its own names.

What signed-out people may ask for lies under `logga-in/`. Library pages that are not here (to
sign up, to change e-mail address) have no address at all.
"""

from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy

from accounts import openid, own_views, views

PROVIDER = {"provider_id": "kommun"}
ELSEWHERE = "Andra enheter där du är inloggad loggas ut."


def _form(view: Any, heading: str, label: str, *, text: str = "", **more: Any) -> Any:
    """A library's view on our page of one form: its heading, its button, what stands between."""
    words = {"heading": heading, "label": label, "text": text}
    return view.as_view(template_name="accounts/form.html", extra_context=words, **more)


SIGN_IN = [
    path("", views.SignInPage.as_view(), name="account_login"),
    path("passnyckel/", webauthn.LoginWebAuthnView.as_view(), name="mfa_login_webauthn"),
    path("kod/", views.SecondStep.as_view(), name="mfa_authenticate"),
    path("kommun/", openid.start, PROVIDER, name="openid_connect_login"),
    path("kommun/svar/", openid.callback, PROVIDER, name="openid_connect_callback"),
    path(
        "glomt/",
        _form(
            views.Forgotten,
            "Glömt lösenordet?",
            "Skicka en länk",
            text="Skriv din e-postadress, så får du en länk där du väljer ett nytt lösenord.",
        ),
        name="account_reset_password",
    ),
    path(
        "nytt-losenord/<slug:uidb36>/<slug:key>/",
        _form(
            account.PasswordResetFromKeyView,
            "Välj ett nytt lösenord",
            "Byt lösenord",
            success_url=reverse_lazy("account_login"),
        ),
        name="account_reset_password_from_key",
    ),
]

CONFIRM = [
    path(
        "",
        _form(
            account.ReauthenticateView,
            "Bekräfta att det är du",
            "Bekräfta",
            text="Skriv ditt lösenord en gång till innan du ändrar hur du loggar in.",
        ),
        name="account_reauthenticate",
    ),
    path(
        "kod/",
        _form(mfa.ReauthenticateView, "Bekräfta med en kod", "Bekräfta"),
        name="mfa_reauthenticate",
    ),
    path(
        "passnyckel/",
        webauthn.ReauthenticateWebAuthnView.as_view(
            template_name="accounts/passkey.html",
            extra_context={"heading": "Bekräfta med en passnyckel", "label": "Använd passnyckel"},
        ),
        name="mfa_reauthenticate_webauthn",
    ),
]

SECOND_FACTOR = [
    path("", own_views.SecondFactors.as_view(), name="mfa_index"),
    path("app/", own_views.AddApp.as_view(), name="mfa_activate_totp"),
    path(
        "app/ta-bort/",
        _form(
            totp.DeactivateTOTPView,
            "Ta bort appen?",
            "Ta bort appen",
            text="Koderna ur appen slutar gälla när du loggar in.",
        ),
        name="mfa_deactivate_totp",
    ),
    path("passnyckel/", own_views.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path(
        "passnyckel/<int:pk>/ta-bort/",
        _form(
            webauthn.RemoveWebAuthnView,
            "Ta bort passnyckeln?",
            "Ta bort passnyckeln",
            text="Den går inte längre att logga in med här.",
            success_url=reverse_lazy("mfa_index"),
        ),
        name="mfa_remove_webauthn",
    ),
    path(
        "koder/",
        codes.ViewRecoveryCodesView.as_view(template_name="accounts/recovery_codes.html"),
        name="mfa_view_recovery_codes",
    ),
    path(
        "koder/nya/",
        _form(
            codes.GenerateRecoveryCodesView,
            "Skapa nya reservkoder?",
            "Skapa nya koder",
            text="Koderna du har nu slutar gälla.",
        ),
        name="mfa_generate_recovery_codes",
    ),
]

OWN = [
    path("logga-in/demo/", views.DemoSignIn.as_view(), name="demo_sign_in"),
    path("logga-in/avbryt/", views.CancelSignIn.as_view(), name="cancel_sign_in"),
    path("logga-ut/", views.SignOut.as_view(), name="sign_out"),
    path("utseende/", views.Appearance.as_view(), name="appearance"),
    path("konto/", own_views.Account.as_view(), name="account"),
    path("konto/enheter/", own_views.EndSessions.as_view(), name="end_sessions"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((OWN, "accounts"))),
    path("logga-in/", include(SIGN_IN)),
    path("konto/bekrafta/", include(CONFIRM)),
    path("konto/tvasteg/", include(SECOND_FACTOR)),
    path(
        "konto/losenord/",
        _form(own_views.ChangePassword, "Byt lösenord", "Byt lösenord", text=ELSEWHERE),
        name="account_change_password",
    ),
    path(
        "konto/losenord/nytt/",
        _form(own_views.SetPassword, "Välj ett lösenord", "Välj lösenord"),
        name="account_set_password",
    ),
]

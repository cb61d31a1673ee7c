"""What django-allauth asks us: who signs in, what is told, and in which words."""

from typing import Any, ClassVar
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from accounts import limits, mail, sign_ins
from accounts.addresses import address_of
from accounts.models import Attempt, User

INACTIVE = "Kontot är avstängt. Kontakta den som är administratör i din organisation."
WRONG = "E-postadressen och lösenordet hör inte ihop. Försök igen, eller byt lösenord."
WRONG_PASSWORD = "Det är inte ditt lösenord. Försök igen."  # noqa: S105 - a sentence
WRONG_CODE = "Koden stämmer inte. Vänta på nästa kod i appen och skriv den."
FAILED_KEY = "Passnyckeln gick inte att använda. Försök igen, eller välj ett annat sätt."

# What is told on the page, and by mail to the account's owner, by the name of allauth's template.
TOLD = {
    "account/messages/password_changed.txt": "Lösenordet är bytt.",
    "account/messages/password_set.txt": "Lösenordet är valt.",
    "mfa/messages/totp_activated.txt": "Appen är tillagd.",
    "mfa/messages/totp_deactivated.txt": "Appen är borttagen.",
    "mfa/messages/webauthn_added.txt": "Passnyckeln är tillagd.",
    "mfa/messages/webauthn_removed.txt": "Passnyckeln är borttagen.",
    "mfa/messages/recovery_codes_generated.txt": "Du har fått nya reservkoder.",
}
MAILED = {
    "account/email/password_changed": "Lösenordet är bytt",
    "account/email/password_set": "Ett lösenord är valt",
    "account/email/password_reset": "Lösenordet är bytt",
    "mfa/email/totp_activated": "En app för koder är tillagd",
    "mfa/email/totp_deactivated": "Appen för koder är borttagen",
    "mfa/email/webauthn_added": "En passnyckel är tillagd",
    "mfa/email/webauthn_removed": "En passnyckel är borttagen",
    "mfa/email/recovery_codes_generated": "Nya reservkoder är skapade",
}


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in with limits of our own, sessions that are listed, and mails that wait for beat."""

    error_messages: ClassVar[dict[str, str]] = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": WRONG,
        "incorrect_password": WRONG_PASSWORD,
        "enter_current_password": WRONG_PASSWORD,
    }

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        attempt = limits.begin(Attempt.Kind.PASSWORD, account=credentials["email"], request=request)
        user = authenticate(request, **credentials)
        if not isinstance(user, User):
            return None
        limits.succeeded(attempt)
        return user

    def reauthenticate(self, user: User, password: str) -> bool:
        return self.authenticate(context.request, email=user.email, password=password) == user

    def login(self, request: HttpRequest, user: User) -> None:
        sign_ins.sign_in(request, user)

    def respond_user_inactive(self, request: HttpRequest, _user: User) -> HttpResponse:
        return refuse(request, INACTIVE)

    def set_password(self, user: User, password: str) -> None:
        """Every other device has to sign in again; this one goes on in the view that called."""
        super().set_password(user, password)
        sign_ins.end(sign_ins.devices(user))

    def is_safe_url(self, url: str) -> bool:
        """Only addresses of our own, and never the sign-in itself, which would lead back here."""
        request: HttpRequest = context.request
        own = url_has_allowed_host_and_scheme(
            url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )
        return own and not urlsplit(url).path.startswith(reverse("account_login"))

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request)

    def add_message(
        self, request: HttpRequest, level: int, message_template: str = "", *_more: Any, **more: Any
    ) -> None:
        """The texts of a library's templates in our words; a new sign-in needs none."""
        text = more.get("message") or TOLD.get(message_template)
        if text:
            messages.add_message(request, level, text)

    def send_notification_mail(
        self, template_prefix: str, user: User, *_args: Any, **_more: Any
    ) -> None:
        subject = MAILED[template_prefix]
        mail.write(
            recipient=user.email, subject=subject, template="accounts/mail/notice.txt", what=subject
        )

    def get_reset_password_from_key_url(self, key: str) -> str:
        user, _, token = key.partition("-")
        path = reverse("account_reset_password_from_key", args=[user, token])
        return f"{settings.SITE_ADDRESS}{path}"

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:  # noqa: ARG002
        mail.write(
            recipient=user.email,
            subject="Välj ett nytt lösenord",
            template="accounts/mail/new_password.txt",
            url=context["password_reset_url"],
        )


class MFAAdapter(DefaultMFAAdapter):
    error_messages: ClassVar[dict[str, str]] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
    }

    def get_totp_issuer(self) -> str:
        return f"Ärenden ({context.request.get_host()})"

    def build_totp_svg(self, _url: str) -> str:
        """Drawn by our own page."""
        return ""

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002
        return f"Passnyckel {Authenticator.objects.filter(user=user, type=type).count() + 1}"


def refuse(request: HttpRequest, text: str) -> HttpResponse:
    """Back to the sign-in page, which tells why."""
    messages.error(request, text)
    return HttpResponseRedirect(reverse("account_login"))

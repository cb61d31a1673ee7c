"""The forms of sign-in and account: django-allauth's, in our words and with our limits."""

from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn

from accounts import limits
from accounts.adapters import FAILED_KEY
from accounts.models import Attempt, User

EMAIL = ("E-postadress", "Skriv din e-postadress")
PASSWORD = ("Lösenord", "Skriv ditt lösenord")
NEW = ("Nytt lösenord", "Skriv ett nytt lösenord")
CODE = ("Kod", "Skriv koden")
LONG_ENOUGH = "Minst tolv tecken. Gärna en mening som du minns."
FROM_APP = "Sex siffror ur appen, eller en av dina reservkoder."


class InOurWords:
    """Labels and errors that say what to do; no placeholders, and a password is typed once."""

    words: ClassVar[dict[str, tuple[str, str]]] = {}
    helps: ClassVar[dict[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = vars(self)["fields"]  # of the library's form beside
        fields.pop("password2", None)
        for name, (label, missing) in self.words.items():
            field = fields[name]
            field.label, field.help_text = label, self.helps.get(name, "")
            field.error_messages["required"] = missing
            field.widget.attrs.pop("placeholder", None)


class SignInForm(InOurWords, account.LoginForm):
    words = {"login": EMAIL, "password": PASSWORD}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].error_messages["invalid"] = "Skriv en e-postadress"
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class ForgottenForm(InOurWords, account.ResetPasswordForm):
    words = {"email": EMAIL}

    def clean_email(self) -> str:
        """The answer is the same whether the address has an account."""
        email: str = self.cleaned_data["email"]
        limits.begin(Attempt.Kind.RESET, account=email, request=context.request)
        self.users = User.objects.filter(email__iexact=email, is_active=True)
        return email


class NewPasswordForm(InOurWords, account.ResetPasswordKeyForm):
    words = {"password1": NEW}
    helps = {"password1": LONG_ENOUGH}


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):
    words = {"oldpassword": ("Nuvarande lösenord", "Skriv ditt nuvarande lösenord")} | {
        "password1": NEW
    }
    helps = {"password1": LONG_ENOUGH}

    def clean_oldpassword(self) -> str:
        attempt = limits.begin(
            Attempt.Kind.PASSWORD, account=self.user.email, request=context.request
        )
        password: str = super().clean_oldpassword()
        limits.succeeded(attempt)
        return password


class SetPasswordForm(InOurWords, account.SetPasswordForm):
    words = {"password1": NEW}
    helps = {"password1": LONG_ENOUGH}


class ConfirmPasswordForm(InOurWords, account.ReauthenticateForm):
    words = {"password": PASSWORD}


class Counted(InOurWords):
    """A code that is guessed at is counted like a password."""

    words = {"code": CODE}
    helps = {"code": FROM_APP}
    user: User

    def clean_code(self) -> str:
        attempt = limits.begin(Attempt.Kind.CODE, account=self.user.email, request=context.request)
        code: str = super().clean_code()  # type: ignore[misc]
        limits.succeeded(attempt)
        return code


class CodeForm(Counted, mfa.AuthenticateForm):
    pass


class ConfirmCodeForm(Counted, mfa.ReauthenticateForm):
    pass


class AddAppForm(Counted, totp.ActivateTOTPForm):
    helps = {"code": "Sex siffror som appen visar."}


class AddPasskeyForm(InOurWords, webauthn.AddWebAuthnForm):
    """Every passkey is one to sign in with alone, so there is nothing to tick."""

    words = {"name": ("Namn på passnyckeln", "Skriv ett namn")}
    helps = {"name": "Så att du känner igen den, till exempel ”Telefonen”."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["passwordless"]
        self.fields["credential"].error_messages = dict.fromkeys(
            ("required", "invalid"), FAILED_KEY
        )

"""Sign-in."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm

WRONG = "E-postadressen och lösenordet hör inte ihop. Försök igen."


class SignInForm(AuthenticationForm):
    """E-mail and password; the error says what to do, not which of the two was wrong."""

    username = forms.EmailField(
        label="E-postadress",
        widget=forms.EmailInput(attrs={"autocomplete": "username", "class": "in"}),
        error_messages={"required": "Skriv din e-postadress", "invalid": "Skriv en e-postadress"},
    )
    password = forms.CharField(
        label="Lösenord",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "class": "in"}),
        error_messages={"required": "Skriv ditt lösenord"},
    )
    error_messages = AuthenticationForm.error_messages | {
        "invalid_login": WRONG,
        "inactive": "Kontot är avstängt. Kontakta den som är administratör i din organisation.",
    }

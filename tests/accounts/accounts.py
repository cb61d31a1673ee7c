"""Accounts that can sign in, and what they do at the sign-in page."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from parties.models import Organisation
from tests.factories import people

PASSWORD = "en lång mening att minnas"
SECRET = "JBSWY3DPEHPK3PXP"
HERE, ELSEWHERE = "192.0.2.10", "198.51.100.7"


def account(organisation: Organisation | None = None, role: Role = Role.REGISTRAR) -> User:
    user = people.user(organisation or people.organisation(), role)
    user.set_password(PASSWORD)
    user.save()
    return user


def with_app(user: User) -> User:
    """The account with an app for codes, and recovery codes."""
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    return user


def code(*, steps: int = 0) -> str:
    """What the app shows now, or so many half minutes later."""
    return format_hotp_value(hotp_value(SECRET, int(timezone.now().timestamp()) // 30 + steps))


def recovery_codes(user: User) -> list[str]:
    row = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES)
    return list(row.wrap().get_unused_codes())


def sign_in(
    client: Client, user: User, password: str = PASSWORD, *, address: str = HERE, **more: Any
) -> HttpResponse:
    fields = {"login": user.email, "password": password}
    return client.post("/logga-in/", fields, REMOTE_ADDR=address, **more)


def is_in(client: Client) -> bool:
    """Does the next request find someone signed in?"""
    return client.get("/konto/").status_code == 200

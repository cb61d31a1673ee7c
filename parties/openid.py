"""Whom an organisation's own sign-in lets in: accounts that have a role there."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from django.http import HttpRequest
from django.utils import timezone

from accounts.adapters import INACTIVE, refuse
from accounts.models import User
from accounts.openid import FAILED
from parties.access import memberships_on

CANCELLED = "Du avbröt kommunens inloggning."
UNKNOWN = (
    "Du är inloggad hos kommunen, men har inget konto här. Be den som är administratör hos er"
    " att bjuda in dig."
)


class OrganisationAdapter(DefaultSocialAccountAdapter):
    """No one signs up; and an organisation cannot vouch for accounts that are not its own."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        user = sociallogin.user if sociallogin.is_existing else _named(sociallogin)
        organisation = sociallogin.provider.app.settings["organisation"]
        if user is None or not _has_role(user, organisation):
            raise ImmediateHttpResponse(refuse(request, UNKNOWN))
        if not user.is_active:
            raise ImmediateHttpResponse(refuse(request, INACTIVE))
        if not sociallogin.is_existing:
            sociallogin.user = sociallogin.account.user = user
            sociallogin.account.save()

    def on_authentication_error(
        self, request: HttpRequest, _provider: Any, error: str = "", **_more: Any
    ) -> None:
        text = CANCELLED if error == AuthError.CANCELLED else FAILED
        raise ImmediateHttpResponse(refuse(request, text))


def _named(sociallogin: SocialLogin) -> User | None:
    """The account with the e-mail address that the provider gives, the first time.

    Afterwards the provider's own name for the person decides: an address that is given to
    someone else does not give her the account.
    """
    account = sociallogin.account
    email = account.extra_data["id_token"]["email"]
    user = User.objects.filter(email__iexact=email).first() if email else None
    linked = SocialAccount.objects.filter(user=user, provider=account.provider)
    return None if user and linked.exists() else user


def _has_role(user: User, organisation: str) -> bool:
    rows = memberships_on(user, timezone.localdate())
    return any(row.organisation.slug == organisation for row in rows)

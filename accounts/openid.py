"""Sign-in through an organisation's own provider (OpenID Connect, authorization code with PKCE)."""

from typing import Any, Final

import jwt
import requests
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from accounts import sign_ins
from accounts.adapters import refuse

ALGORITHMS: Final = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"]
LEEWAY: Final = 60  # seconds that two clocks may differ
PATIENCE: Final = 5  # seconds for each answer of the provider
FAILED = "Kommunens inloggning gick inte att använda just nu. Försök igen, eller logga in här."


class Provider(OpenIDConnectOAuth2Adapter):
    """Believes only what the provider has signed, and keeps no more of it than is used."""

    def complete_login(
        self, request: HttpRequest, app: SocialApp, _token: SocialToken, **kwargs: Any
    ) -> SocialLogin:
        claims = self._claims(app, kwargs["response"].get("id_token", ""))
        email = claims.get(app.settings["email_claim"], "")
        if claims.get("email_verified") is False or not isinstance(email, str):
            email = ""
        kept = {"sub": claims["sub"], "email": email, "acr": str(claims.get("acr", ""))[:200]}
        request.session[sign_ins.ACR] = kept["acr"]
        return self.get_provider().sociallogin_from_response(request, {"id_token": kept})

    def _claims(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        config = self.openid_config
        if config["issuer"].rstrip("/") != app.settings["server_url"].rstrip("/"):
            raise OAuth2Error("the provider calls itself something else than configured")
        try:
            key = jwt.PyJWKClient(config["jwks_uri"], timeout=PATIENCE).get_signing_key_from_jwt(
                id_token
            )
            return jwt.decode(
                id_token,
                key,
                algorithms=ALGORITHMS,
                audience=app.client_id,
                issuer=config["issuer"],
                leeway=LEEWAY,
                options={"require": ["exp", "iat", "sub"]},
            )
        except jwt.PyJWTError as problem:
            raise OAuth2Error(str(problem)) from problem


def label() -> str:
    """What the way in is called on the sign-in page; "" when none is configured."""
    apps = _apps()
    return str(apps[0]["name"]) if apps else ""


def is_strong(acr: str) -> bool:
    """Does the organisation's sign-in at this level count as a second factor?"""
    return any(acr in app["settings"]["strong_acr"] for app in _apps() if acr)


def start(request: HttpRequest, *, provider_id: str) -> HttpResponse:
    """To the provider."""
    return _handle(OAuth2LoginView, request, provider_id)


def callback(request: HttpRequest, *, provider_id: str) -> HttpResponse:
    """Back from the provider."""
    return _handle(OAuth2CallbackView, request, provider_id)


def _handle(view: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    if not _apps():
        raise Http404
    try:
        answer: HttpResponse = view.adapter_view(Provider(request, provider_id))(request)
    except (requests.RequestException, KeyError):  # out of reach, or not a provider
        return refuse(request, FAILED)
    return answer


def _apps() -> list[dict[str, Any]]:
    providers: dict[str, Any] = settings.SOCIALACCOUNT_PROVIDERS
    return list(providers["openid_connect"]["APPS"])

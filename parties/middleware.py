"""Where a role demands a second factor, nothing is done without it."""

from collections.abc import Callable

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from accounts import openid, sign_ins
from accounts.middleware import is_open, send_on
from accounts.models import User
from parties.access import demands_second_factor

# The pages that get or show a second factor, and the way out.
PASSABLE = ("/konto/tvasteg/", "/konto/bekrafta/", "/logga-ut/")
FIRST = "Logga in i två steg först, så finns allt du skrev kvar."


class SecondFactorDemanded:
    """Sends to the page where one is shown, or set up by those who have none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_open(request.path) or request.path.startswith(PASSABLE):
            return self.get_response(request)
        user = request.user
        if isinstance(user, User) and is_held_up(request, user):
            return send_on(request, to=_page(user), because=FIRST)
        return self.get_response(request)


def is_held_up(request: HttpRequest, user: User) -> bool:
    """Until the account shows the second factor that one of its roles demands."""
    is_demanded = demands_second_factor(user, on=timezone.localdate())
    return is_demanded and not has_shown(request, user)


def has_shown(request: HttpRequest, user: User) -> bool:
    """A second factor here, or a sign-in at the organisation that is as good."""
    return bool(sign_ins.second_factor(request, user)) or openid.is_strong(
        sign_ins.level_of_assurance(request, user)
    )


def _page(user: User) -> str:
    methods = get_adapter().get_reauthentication_methods(user)
    shown = [method["url"] for method in methods if method["id"] != "reauthenticate"]
    return shown[0] if shown else reverse("mfa_index")

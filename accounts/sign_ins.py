"""The record of sign-ins, and the devices that are signed in."""

from datetime import timedelta
from typing import Final

from allauth.account.authentication import get_authentication_records
from django.contrib.auth import login
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from accounts import limits
from accounts.addresses import address_of
from accounts.models import SignIn, User

BACKEND: Final = "django.contrib.auth.backends.ModelBackend"
KEPT_FOR: Final = timedelta(days=90)
SEEN_EVERY: Final = timedelta(minutes=5)  # how exact "last seen" is
RECORD, SEEN, ACR = "sign_in", "seen", "acr"  # keys of the session
BROWSERS = {
    "Edg": "Edge",  # each also calls itself the ones below
    "OPR": "Opera",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "iPhone": "Iphone",
    "iPad": "Ipad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}


def sign_in(request: HttpRequest, user: User, *, method: SignIn.Method | None = None) -> None:
    """Open the session and record how; a passkey opens an account that had been tried too often."""
    login(request, user, backend=BACKEND)
    method = method or _method(request, user)
    if method == SignIn.Method.PASSKEY:
        limits.open_account(user)
    now = timezone.now()
    record = SignIn.objects.create(
        user=user,
        session_key=request.session.session_key or "",
        method=method,
        second_factor=second_factor(request, user),
        acr=level_of_assurance(request, user),
        address=address_of(request),
        device=device(request.headers.get("User-Agent", "")),
        at=now,
        seen_at=now,
    )
    request.session[RECORD], request.session[SEEN] = record.pk, now.timestamp()


def _method(request: HttpRequest, user: User) -> SignIn.Method:
    records = get_authentication_records(request, user)
    if any(record.get("passwordless") for record in records):
        return SignIn.Method.PASSKEY
    if any(record["method"] == "socialaccount" for record in records):
        return SignIn.Method.ORGANISATION
    return SignIn.Method.PASSWORD


def second_factor(request: HttpRequest, user: User) -> str:
    """Which kind the session has shown, "" when none."""
    records = get_authentication_records(request, user)
    used = [record["type"] for record in records if record["method"] == "mfa"]
    return used[-1] if used else ""


def level_of_assurance(request: HttpRequest, user: User) -> str:
    """The `acr` of the organisation's sign-in, "" for other sign-ins."""
    records = get_authentication_records(request, user)
    through = any(record["method"] == "socialaccount" for record in records)
    return str(request.session.get(ACR, "")) if through else ""


def see(request: HttpRequest) -> None:
    """The device is in use: now and then, so that reading pages does not write."""
    now = timezone.now()
    seen = request.session.get(SEEN)
    if seen is not None and now.timestamp() - seen > SEEN_EVERY.total_seconds():
        this_device(request).update(seen_at=now, address=address_of(request))
        request.session[SEEN] = now.timestamp()


def follow(request: HttpRequest) -> None:
    """The session has a new key: the device keeps its place in the list."""
    this_device(request).update(session_key=request.session.session_key)


def devices(user: User) -> QuerySet[SignIn]:
    """Where the account is signed in now."""
    alive = Session.objects.filter(expire_date__gt=timezone.now())
    return user.sign_ins.filter(session_key__in=alive.values("session_key"))


def this_device(request: HttpRequest) -> QuerySet[SignIn]:
    """The one that asks; none for a session that was not opened by signing in."""
    return SignIn.objects.filter(pk=request.session.get(RECORD, 0))


def end(sign_ins: QuerySet[SignIn]) -> None:
    """Their sessions are gone at the next request; the record stays."""
    Session.objects.filter(
        session_key__in=list(sign_ins.values_list("session_key", flat=True))
    ).delete()


def forget_old() -> None:
    SignIn.objects.filter(seen_at__lt=timezone.now() - KEPT_FOR).delete()


def device(agent: str) -> str:
    """`Firefox på Windows`; what a browser says of itself, so only a help to memory."""
    browser = next((name for mark, name in BROWSERS.items() if mark in agent), "Webbläsare")
    system = next((name for mark, name in SYSTEMS.items() if mark in agent), "okänt system")
    return f"{browser} på {system}"

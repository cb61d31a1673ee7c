"""How often one may try: counted in the database, so for all processes and without the broker.

Counted per account and network together, so that a stranger who tries someone's account from
elsewhere shuts only himself out. Tries on one account from many networks are bounded too, but
not for the networks that the account has signed in from.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from accounts.addresses import address_of, network_of
from accounts.models import Attempt, SignIn, User
from kernel.dates import clock


@dataclass(frozen=True)
class Limit:
    """So many tries within so long."""

    most: int
    within: timedelta


@dataclass(frozen=True)
class Rule:
    pair: Limit  # one account from one network
    network: Limit  # any accounts from one network: a whole office may share it
    account: Limit  # one account from any networks that it has not signed in from


QUARTER, HOUR, DAY = timedelta(minutes=15), timedelta(hours=1), timedelta(days=1)
GUESSING = Rule(pair=Limit(5, QUARTER), network=Limit(60, QUARTER), account=Limit(30, HOUR))
RULES: Final[Mapping[Attempt.Kind, Rule]] = {
    Attempt.Kind.PASSWORD: GUESSING,
    Attempt.Kind.CODE: GUESSING,
    Attempt.Kind.RESET: Rule(pair=Limit(3, HOUR), network=Limit(30, HOUR), account=Limit(5, HOUR)),
}


class Limited(ValidationError):
    """Too many tries; tells when the next is taken, and the ways in before that."""

    def __init__(self, until: datetime) -> None:
        at = clock(timezone.localtime(until + timedelta(minutes=1)).time())
        super().__init__(
            f"För många försök. Försök igen {at}. Med en passnyckel kommer du in direkt,"
            " och den som är administratör hos er kan öppna kontot."
        )


def begin(kind: Attempt.Kind, *, account: str, request: HttpRequest) -> Attempt:
    """Count the try before it is judged, so that many at once are not more than the limit."""
    attempt = Attempt.objects.create(
        kind=kind, account=_key(account), network=network_of(address_of(request)), at=timezone.now()
    )
    known = _is_known(account, attempt.network)
    full = [until for until in _full_until(attempt, known=known) if until]
    if full:
        attempt.delete()
        raise Limited(max(full))
    return attempt


def succeeded(attempt: Attempt) -> None:
    """The right one: what this account missed from this network no longer counts."""
    Attempt.objects.filter(
        kind=attempt.kind, account=attempt.account, network=attempt.network
    ).delete()


def open_account(user: User) -> None:
    """What a passkey or an administrator does: every count of the account starts over."""
    Attempt.objects.filter(account=_key(user.email)).delete()


def forget_old() -> None:
    Attempt.objects.filter(at__lt=timezone.now() - DAY).delete()


def _full_until(attempt: Attempt, *, known: bool) -> Iterator[datetime | None]:
    rule = RULES[Attempt.Kind(attempt.kind)]
    earlier = Attempt.objects.filter(kind=attempt.kind, pk__lt=attempt.pk)
    of_account = earlier.filter(account=attempt.account)
    yield _full(rule.pair, of_account.filter(network=attempt.network), now=attempt.at)
    yield _full(rule.network, earlier.filter(network=attempt.network), now=attempt.at)
    if not known:
        yield _full(rule.account, of_account, now=attempt.at)


def _full(limit: Limit, earlier: QuerySet[Attempt], *, now: datetime) -> datetime | None:
    """When the oldest of the tries that fill the limit stops counting; None while there is room."""
    counted = earlier.filter(at__gt=now - limit.within).order_by("-pk")
    oldest = counted.values_list("at", flat=True)[limit.most - 1 : limit.most].first()
    return oldest + limit.within if oldest else None


def _is_known(account: str, network: str) -> bool:
    sign_ins = SignIn.objects.filter(user__email__iexact=_key(account)).order_by("address")
    known = sign_ins.values_list("address", flat=True).distinct()
    return any(network_of(address) == network for address in known)


def _key(account: str) -> str:
    return account.strip().lower()[:254]

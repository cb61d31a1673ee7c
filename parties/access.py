"""Which memberships an account has on a day; every app's rules start here."""

from collections.abc import Iterable
from datetime import date

from accounts.models import User
from accounts.roles import GRANTS, Role, Verb
from kernel.periods import holds_on
from parties.models import Membership, Organisation


def memberships_on(user: User, day: date) -> tuple[Membership, ...]:
    """The account's roles on the day, asked for once per request (a request has one User)."""
    kept: dict[date, tuple[Membership, ...]] = user.__dict__.setdefault("_memberships", {})
    if day not in kept:
        rows = user.memberships.filter(holds_on(day)).select_related("organisation", "person")
        kept[day] = tuple(rows.order_by("organisation__name", "id"))
    return kept[day]


def with_verb(memberships: Iterable[Membership], verb: Verb) -> tuple[Membership, ...]:
    """Those of the memberships whose role grants the verb."""
    return tuple(row for row in memberships if verb in GRANTS[Role(row.role)])


def may_in(user: User, verb: Verb, *, organisation: Organisation | int, on: date) -> bool:
    """Does a role of the account grant the verb in the organisation on the day?"""
    key = organisation if isinstance(organisation, int) else organisation.pk
    granted = with_verb(memberships_on(user, on), verb)
    return user.is_active and any(row.organisation_id == key for row in granted)

"""Which memberships an account has on a day; every app's rules start here."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from accounts.models import User
from accounts.roles import BODY_BOUND, GRANTS, READING, Role, Verb
from kernel.periods import holds_on
from parties.models import Assignment, Membership, Organisation


def memberships_on(user: User, day: date) -> tuple[Membership, ...]:
    """The account's roles on the day, asked for once per request (a request has one User)."""
    kept: dict[date, tuple[Membership, ...]] = user.__dict__.setdefault("_memberships", {})
    if day not in kept:
        rows = user.memberships.filter(holds_on(day)).order_by("organisation__name", "id")
        kept[day] = tuple(rows.select_related("organisation", "person", "party_group"))
    return kept[day]


def remember_memberships(users: Collection[User], day: date) -> None:
    """Ask for the roles of many accounts at once; `memberships_on` then asks no more."""
    wanted = {user.pk: user for user in users}
    rows = Membership.objects.filter(holds_on(day), user__in=wanted)
    found: dict[int, list[Membership]] = {key: [] for key in wanted}
    rows = rows.order_by("organisation__name", "id")
    for row in rows.select_related("organisation", "person", "party_group"):
        found[row.user_id].append(row)
    for user in users:
        user.__dict__.setdefault("_memberships", {})[day] = tuple(found[user.pk])


def with_verb(memberships: Iterable[Membership], verb: Verb) -> tuple[Membership, ...]:
    """Those of the memberships whose role grants the verb."""
    return tuple(row for row in memberships if verb in GRANTS[Role(row.role)])


def may_in(user: User, verb: Verb, *, organisation: Organisation | int, on: date) -> bool:
    """Does a role of the account grant the verb in the organisation on the day?"""
    key = organisation if isinstance(organisation, int) else organisation.pk
    granted = with_verb(memberships_on(user, on), verb)
    return user.is_active and any(row.organisation_id == key for row in granted)


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Where an account may do something: in whole organisations, and for single bodies."""

    organisations: frozenset[int]
    bodies: frozenset[int]


def reach(user: User, verb: Verb, *, on: date) -> Reach:
    """Where the account's roles grant the verb on the day; nowhere for a closed account."""
    rows = with_verb(memberships_on(user, on), verb) if user.is_active else ()
    bound = frozenset() if verb in READING else BODY_BOUND
    return Reach(
        organisations=frozenset(row.organisation_id for row in rows if row.role not in bound),
        bodies=frozenset(row.body_id for row in rows if row.role in bound and row.body_id),
    )


@dataclass(frozen=True, kw_only=True)
class Standing:
    """As what an elected person, or the secretary of a party group, meets the council's matters.

    `seats` are the bodies where the people sit on the day, `groups` those of their party groups.
    """

    people: frozenset[int]
    seats: frozenset[int]
    groups: frozenset[int]


def standing_on(user: User, day: date) -> Standing:
    """The account's people and their seats on the day, asked for once per request."""
    kept: dict[date, Standing] = user.__dict__.setdefault("_standing", {})
    if day not in kept:
        own = with_verb(memberships_on(user, day), Verb.READ_OWN) if user.is_active else ()
        people = frozenset(row.person_id for row in own if row.person_id)
        at_home = Q(body__organisation=F("person__organisation"))
        seats = Assignment.objects.filter(at_home, holds_on(day), person__in=people)
        kept[day] = Standing(
            people=people,
            seats=frozenset(seats.values_list("body", flat=True)) if people else frozenset(),
            groups=frozenset(row.party_group.body_id for row in own if row.party_group),
        )
    return kept[day]


def demands_second_factor(user: User, *, on: date) -> bool:
    """Does an organisation demand it of a role that the account has on the day?"""
    rows = memberships_on(user, on)
    return any(row.role in row.organisation.second_factor_roles for row in rows)

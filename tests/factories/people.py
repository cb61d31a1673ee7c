"""An invented municipality with people, for tests: small functions, plain values."""

from datetime import date
from itertools import count

from accounts.models import User
from accounts.roles import BODY_BOUND, Role
from kernel.periods import period
from meetings.models import Meeting
from parties.choices import AssignmentRole, BodyKind, OrganisationKind, PartyScope
from parties.models import (
    Assignment,
    Body,
    Membership,
    Organisation,
    Party,
    PartyAffiliation,
    Person,
)
from ärenden.choices import ResetRule
from ärenden.models import NumberSeries, NumberTemplate

LONG_AGO = date(2020, 1, 1)
_running = count(1)


def organisation(*, name: str = "Provby kommun", slug: str = "") -> Organisation:
    return Organisation.objects.create(
        kind=OrganisationKind.MUNICIPALITY,
        name=name,
        slug=slug or f"provby-{next(_running)}",
        second_factor_roles=[],
    )


def body(
    organisation: Organisation,
    *,
    kind: BodyKind = BodyKind.COUNCIL,
    name: str = "Kommunfullmäktige",
    abbreviation: str = "KF",
    parent: Body | None = None,
) -> Body:
    return Body.objects.create(
        organisation=organisation,
        kind=kind,
        name=name,
        abbreviation=abbreviation,
        parent=parent,
        period=period(LONG_AGO),
    )


def party(abbreviation: str = "S", *, name: str = "Socialdemokraterna") -> Party:
    existing = Party.objects.filter(abbreviation=abbreviation, organisation=None).first()
    return existing or Party.objects.create(
        abbreviation=abbreviation, name=name, scope=PartyScope.NATIONAL, period=period(LONG_AGO)
    )


def person(
    organisation: Organisation,
    name: str = "Anna Provsson",
    *,
    party: Party | None = None,
    chairs: Body | None = None,
    member_of: Body | None = None,
) -> Person:
    given, _, family = name.rpartition(" ")
    row = Person.objects.create(organisation=organisation, given_name=given, family_name=family)
    PartyAffiliation.objects.create(person=row, party=party, period=period(LONG_AGO))
    for place, role in ((chairs, AssignmentRole.CHAIR), (member_of, AssignmentRole.MEMBER)):
        if place:
            Assignment.objects.create(person=row, body=place, role=role, period=period(LONG_AGO))
    return row


def user(
    organisation: Organisation | None = None,
    role: Role = Role.REGISTRAR,
    *,
    name: str = "Rut Registrator",
    person: Person | None = None,
    of: Body | None = None,
) -> User:
    """An account with a role; one that is bound to a body has the given one, else the first."""
    row = User.objects.create_user(email=f"person{next(_running)}@provby.example", name=name)
    if organisation:
        Membership.objects.create(
            user=row,
            organisation=organisation,
            role=role,
            person=person,
            body=of or (organisation.bodies.earliest("pk") if role in BODY_BOUND else None),
            period=period(LONG_AGO),
        )
    return row


def series(
    organisation: Organisation,
    *,
    code: str = "KS",
    pattern: str = "{series} {year}/{seq:5}",
    reset: ResetRule = ResetRule.YEARLY,
) -> NumberSeries:
    row = NumberSeries.objects.create(organisation=organisation, code=code, name=code, reset=reset)
    NumberTemplate.objects.create(series=row, pattern=pattern, period=period(LONG_AGO))
    return row


def meeting(body: Body, held_on: date) -> Meeting:
    return Meeting.objects.create(body=body, held_on=held_on)

"""Exempelby's people: their parties, seats, titles, groups and accounts."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from accounts.models import User
from accounts.roles import Role
from kernel.periods import period
from parties.choices import CHAIRS, AssignmentRole, BodyKind
from parties.models import (
    Assignment,
    Body,
    Membership,
    Organisation,
    Party,
    PartyAffiliation,
    PartyGroup,
    Person,
)
from ärenden.demo.place import FOUNDED

TITLED = frozenset({AssignmentRole.CHAIR, AssignmentRole.OFFICE_HOLDER})
JOINED = date(2014, 10, 15)


def elected_for(who: Mapping[str, Any], parties: Mapping[str, Party]) -> dict[str, Party]:
    """The party that each was elected for, members before substitutes."""
    lists = [*who["members"].items(), *who["substitutes"].items()]
    return {name: parties[party] for party, names in lists for name in names}


def people_of(
    organisation: Organisation,
    *,
    party_of: Mapping[str, Party],
    left: Mapping[str, Mapping[str, int]],
    today: date,
) -> dict[str, Person]:
    made = {name: _person(organisation, name) for name in party_of}
    Person.objects.bulk_create(made.values())
    rows = []
    for name, person in made.items():
        until = today - timedelta(days=left[name]["days_ago"]) if name in left else None
        joined = period(JOINED, until)
        rows.append(PartyAffiliation(person=person, party=party_of[name], period=joined))
        if until:
            rows.append(PartyAffiliation(person=person, party=None, period=period(until)))
    PartyAffiliation.objects.bulk_create(rows)
    return made


def _person(organisation: Organisation, name: str) -> Person:
    given, _, family = name.partition(" ")
    return Person(organisation=organisation, given_name=given, family_name=family)


def assignments_of(
    plans: Iterable[Mapping[str, Any]],
    *,
    who: Mapping[str, Any],
    bodies: Mapping[str, Body],
    people: Mapping[str, Person],
    mandates: Mapping[str, Iterable[tuple[date, date]]],
    party_of: Mapping[str, Party],
) -> Iterator[Assignment]:
    """Every seat and office, once for each mandate that has begun."""
    seats = [(bodies[plan["abbreviation"]], *seat) for plan in plans for seat in _seats(plan, who)]
    for body, role, name in seats:
        for span in mandates[body.abbreviation]:
            yield Assignment(
                person=people[name],
                body=body,
                role=role,
                elected_for=party_of[name],
                period=period(*span),
            )
    for name, title in who["offices"].items():
        for span in mandates["KF"]:
            yield Assignment(
                person=people[name],
                role=AssignmentRole.OFFICE_HOLDER,
                title=title,
                elected_for=party_of[name],
                period=period(*span),
            )


def _seats(plan: Mapping[str, Any], who: Mapping[str, Any]) -> Iterator[tuple[AssignmentRole, str]]:
    """Chairs are members too; the council's members stand in the list of people."""
    is_council = plan["abbreviation"] == "KF"
    chairs = [(role, plan[role]) for role in CHAIRS if role in plan]
    yield from chairs
    yield from ((AssignmentRole.GROUP_LEADER, name) for name in plan.get("group_leaders", ()))
    listed = [name for names in who["members"].values() for name in names]
    members = listed if is_council else [*(name for _, name in chairs), *plan.get("members", ())]
    yield from ((AssignmentRole.MEMBER, name) for name in members)
    waiting = [name for names in who["substitutes"].values() for name in names]
    substitutes = waiting if is_council else plan.get("substitutes", ())
    yield from ((AssignmentRole.SUBSTITUTE, name) for name in substitutes)


def titles_of(assignments: Iterable[Assignment]) -> dict[str, tuple[str, ...]]:
    """The titles under a signature: what someone chairs, and an office."""
    titled: dict[str, dict[str, None]] = {}
    for row in assignments:
        own = titled.setdefault(row.person.name, {})
        is_part = row.body is not None and row.body.kind == BodyKind.SUBCOMMITTEE
        if row.role in TITLED and not is_part:
            own[row.printed_title] = None
    return {name: tuple(own) for name, own in titled.items()}


def add_groups(
    council: Body, *, parties: Iterable[Party], mandates: Iterable[tuple[date, date]]
) -> None:
    for span in mandates:
        for party in parties:
            group = PartyGroup.objects.create(body=council, name=party.name, period=period(*span))
            group.parties.add(party)


def users_of(
    plans: Iterable[Mapping[str, Any]],
    *,
    organisation: Organisation,
    bodies: Mapping[str, Body],
    people: Mapping[str, Person],
) -> dict[Role, User]:
    """Accounts without a password: the demo signs them in by a click. One a role is returned."""
    made: dict[Role, User] = {}
    for plan in plans:
        address = f"{plan['name'].split()[0].lower()}@exempelby.example"
        user = User.objects.create_user(email=address, name=plan["name"])
        groups = PartyGroup.objects.filter(parties__abbreviation=plan.get("party_group"))
        Membership.objects.create(
            user=user,
            organisation=organisation,
            role=plan["role"],
            title=plan["title"],
            person=people[plan["name"]] if plan.get("is_member") else None,
            body=bodies.get(plan.get("body", "")),
            party_group=groups.order_by("-period").first(),
            period=period(FOUNDED),
        )
        made.setdefault(Role(plan["role"]), user)
    return made

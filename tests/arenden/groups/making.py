"""A party group with its people, and accounts of every kind around it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from kernel.periods import period
from parties.models import Membership, PartyGroup
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.groups import Content, Member, Promise, let_in, open_desk, write_note
from ärenden.models import Case, GroupNote

TODAY = cases.TODAY
WORDS = "Hemligstämplade sommarplaner"


@dataclass
class Grouped:
    """Vänsterpartiet's group in the council: a member, a secretary, and a case of its own."""

    world: World
    group: PartyGroup
    member: User
    secretary: User
    case: Case

    def by(self, user: User | None = None, *, on: date = TODAY) -> Member:
        return Member(user=user or self.member, group=self.group, at=cases.noon(on))

    def note(self, text: str = WORDS, *, on: date = TODAY, **more: Any) -> GroupNote:
        quote = more.pop("quote", "")
        return write_note(
            self.by(on=on),
            case=more.pop("case", self.case),
            content=Content(text=text, **more),
            promise=Promise(quote=quote, part=None) if quote else None,
        )


def group_of(world: World, *letters: str, days: Any = None, name: str = "") -> PartyGroup:
    group = PartyGroup.objects.create(
        body=world.council,
        name=name or f"{'+'.join(letters)}-gruppen",
        period=days or period(people.LONG_AGO),
    )
    group.parties.set([people.party(each) for each in letters])
    return group


def secretary_of(group: PartyGroup, *, person: Any = None, user: User | None = None) -> User:
    user = user or people.user(name="Pia Sekreterare")
    Membership.objects.create(
        user=user,
        organisation=group.body.organisation,
        role=Role.GROUP_LEADER,
        person=person,
        party_group=group,
        period=period(people.LONG_AGO),
    )
    return user


def grouped() -> Grouped:
    world = cases.world()
    group = group_of(world, "V")
    member = people.user(
        world.organisation, Role.COUNCILLOR, name="Frida Fråga", person=world.asker
    )
    secretary = secretary_of(group)
    inside(group, member, secretary)
    return Grouped(
        world=world,
        group=group,
        member=member,
        secretary=secretary,
        case=cases.registered_case(world),
    )


def path(made: Grouped, name: str, **things: Any) -> str:
    where = {"organisation": made.world.organisation.slug, "group": made.group.public_id}
    return reverse(f"arenden:{name}", kwargs=where | things)


def inside(group: PartyGroup, first: User, *others: User, on: date = TODAY) -> None:
    """The first opens the group's desk and lets in the others."""
    open_desk(first, group, at=cases.noon(on))
    let_in(Member(user=first, group=group, at=cases.noon(on)), others)


def next_group(made: Grouped, *letters: str, on: date, name: str = "") -> PartyGroup:
    """The group ends, and one of these parties begins, opened by its secretary who was in both."""
    made.group.period = period(people.LONG_AGO, on)
    made.group.save()
    group = group_of(made.world, *letters, days=period(on), name=name)
    inside(group, secretary_of(group, user=made.secretary), on=on)
    return group


def administrator_as_secretary(made: Grouped) -> User:
    """One who gives out the roles, and gave herself one in the group."""
    user = people.user(made.world.organisation, Role.ADMINISTRATOR, name="Jasmin Förvaltare")
    return secretary_of(made.group, user=user)


def leaves(user: User, *, on: date, party: Any = None) -> None:
    """The person of the account changes party, or has none, from the day on."""
    person = user.memberships.get().person
    person.affiliations.update(period=period(people.LONG_AGO, on))
    person.affiliations.create(party=party, period=period(on))


def asked_again(user: User) -> User:
    """The account as the next request meets it."""
    return User.objects.get(pk=user.pk)


def outsiders(made: Grouped) -> dict[str, User]:
    """An account of every role, in the same organisation and outside the group."""
    world = made.world
    other = group_of(world, "S")
    staff = {
        role.value: people.user(world.organisation, role)
        for role in Role
        if role not in {Role.COUNCILLOR, Role.GROUP_LEADER}
    }
    councillor = people.user(world.organisation, Role.COUNCILLOR, person=world.answerer)
    return staff | {"councillor": councillor, "group_leader": secretary_of(other)}

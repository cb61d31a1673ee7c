"""A party group with its people, and accounts of every kind around it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from accounts.models import User
from accounts.roles import Role
from kernel.periods import period
from parties.models import Membership, PartyGroup
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.groups import Content, Member, Promise, write_note
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


def secretary_of(group: PartyGroup, *, person: Any = None) -> User:
    user = people.user(name="Pia Sekreterare")
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
    return Grouped(
        world=world,
        group=group,
        member=people.user(
            world.organisation, Role.COUNCILLOR, name="Frida Fråga", person=world.asker
        ),
        secretary=secretary_of(group),
        case=cases.registered_case(world),
    )


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

"""The organisation around a real document: only what the paper names, from its own day on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from accounts.models import User
from accounts.roles import Role
from kernel.periods import holds_on, period
from meetings.choices import MeetingStatus
from meetings.models import Meeting
from parties.choices import PartyScope
from parties.models import Body, Membership, Organisation, Party
from ärenden.actions.values import Name
from ärenden.reading.format import ReadBody, ReadMinutes, ReadName, ReadPaper, ReadParty
from ärenden.reading.parsing import ReadingError


@dataclass(frozen=True, kw_only=True)
class Containers:
    """The rows that a paper's names lead to, by abbreviation."""

    organisation: Organisation
    bodies: Mapping[str, Body]
    parties: Mapping[str, Party]

    def body(self, abbreviation: str) -> Body:
        if abbreviation not in self.bodies:
            raise ReadingError(f"organet ”{abbreviation}” finns inte under bodies")
        return self.bodies[abbreviation]

    def body_if(self, abbreviation: str) -> Body | None:
        return self.body(abbreviation) if abbreviation else None

    def party_named(self, name: str) -> Party | None:
        """The party that stands in words, such as the one a question is put on behalf of."""
        if not name:
            return None
        for party in self.parties.values():
            if party.name == name:
                return party
        raise ReadingError(f"partiet ”{name}” finns inte under parties")

    def name(self, read: ReadName) -> Name:
        """As printed; linked to the party, never to a person, whom print alone does not prove."""
        return Name(
            name=read.name_printed.text,
            party_printed=read.party_printed.text,
            roles=tuple(role.text for role in read.roles_printed),
            organisation=read.organisation_printed.text,
            note=read.note_printed.text,
            kind=read.kind,
            party=self.parties.get(read.party_printed.text.strip("()")),
        )

    def names(self, reads: tuple[ReadName, ...]) -> list[Name]:
        return [self.name(read) for read in reads]

    def meeting(self, read: ReadMinutes) -> Meeting:
        """The meeting of the minutes; one whose day is unknown is this paper's own."""
        facts = {"body": self.body(read.body), "held_on": read.held_on}
        found = Meeting.objects.filter(**facts).first() if read.held_on else None
        return found or Meeting.objects.create(
            **facts, held_on_unknown=read.held_on_unknown, status=MeetingStatus.ENDED
        )


def containers_of(paper: ReadPaper, *, today: date) -> Containers:
    """Make the organisation with its bodies and parties, or find those that are there."""
    read, since = paper.organisation, paper.known_on or today
    organisation, _ = Organisation.objects.get_or_create(
        slug=read.slug,
        defaults={"name": read.name, "kind": read.kind, "second_factor_roles": []},
    )
    bodies: dict[str, Body] = {}
    for each in paper.bodies:
        bodies[each.abbreviation] = _body(each, organisation, bodies.get(each.parent), since)
    parties = {each.abbreviation: _party(each, organisation, since) for each in paper.parties}
    return Containers(organisation=organisation, bodies=bodies, parties=parties)


def give_membership(registrar: User, organisation: Organisation, *, today: date) -> User:
    """The one who loads is registrar there; returns the account with its roles read anew."""
    facts = {"user": registrar, "organisation": organisation, "role": Role.REGISTRAR}
    if not Membership.objects.filter(holds_on(today), **facts).exists():
        Membership.objects.create(**facts, period=period(today))
    return User.objects.get(pk=registrar.pk)


def _body(read: ReadBody, organisation: Organisation, parent: Body | None, since: date) -> Body:
    body, _ = Body.objects.get_or_create(
        organisation=organisation,
        abbreviation=read.abbreviation,
        defaults={
            "name": read.name,
            "kind": read.kind,
            "parent": parent,
            "is_public": read.is_public,
            "prepares_only": read.prepares_only,
            "period": period(since),
        },
    )
    return body


def _party(read: ReadParty, organisation: Organisation, since: date) -> Party:
    owner = organisation if read.scope == PartyScope.LOCAL else None
    party, _ = Party.objects.get_or_create(
        organisation=owner,
        abbreviation=read.abbreviation,
        defaults={"name": read.name, "scope": read.scope, "period": period(since)},
    )
    return party

"""What a draft needs to know of its author, her seat, and those who may sign or read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from accounts.roles import Role
from kernel.periods import holds_on
from meetings.choices import MeetingStatus
from meetings.models import Meeting
from parties.choices import MEMBERS, AssignmentRole, BodyKind
from parties.models import Assignment, Body, Membership, Person
from ärenden.drafting import Standing
from ärenden.models import CoSigner, Draft
from ärenden.queries.offers import Candidate, candidates

IN_COUNCIL = (*MEMBERS, AssignmentRole.SUBSTITUTE)


@dataclass(frozen=True, kw_only=True)
class Seats:
    """Who of the council is ledamot, and who is ersättare, on a day; by primary key."""

    members: frozenset[int]
    substitutes: frozenset[int]


def seats_in(body: Body, *, on: date) -> Seats:
    rows = Assignment.objects.filter(holds_on(on), body=body, role__in=IN_COUNCIL)
    found = list(rows.values_list("person", "role"))
    members = frozenset(person for person, role in found if role in MEMBERS)
    return Seats(members=members, substitutes=frozenset(person for person, _ in found) - members)


def councils_of(people: Iterable[int], *, on: date) -> QuerySet[Body]:
    """The councils where the people sit, as ledamot or ersättare."""
    seats = Assignment.objects.filter(holds_on(on), person__in=people, role__in=IN_COUNCIL)
    return Body.objects.filter(
        holds_on(on), kind=BodyKind.COUNCIL, assignments__in=seats
    ).distinct()


def meeting_on(body: Body, day: date) -> Meeting | None:
    """The body's meeting of the day: at it a serving ersättare may hand in (KL 4:22)."""
    rows = body.meetings.filter(held_on=day).exclude(status=MeetingStatus.CANCELLED)
    return rows.order_by("starts_at", "pk").first()


def standing_of(draft: Draft, *, on: date, serves: bool) -> Standing:
    """As what the author and the co-signers meet the council on the day."""
    seats = seats_in(draft.body, on=on)
    asked = standing_cosigners(draft)
    is_substitute = draft.author_id in seats.substitutes
    meets = is_substitute and meeting_on(draft.body, on) is not None
    checksum = draft.checksum
    return Standing(
        is_member=draft.author_id in seats.members,
        is_substitute=is_substitute,
        meets_today=meets,
        serves=serves and meets,
        completes=draft.completes_id is not None,
        unsigned=tuple(row.person.name for row in asked if not row.has_signed(checksum)),
        without_seat=tuple(row.person.name for row in asked if row.person_id not in seats.members),
    )


def standing_cosigners(draft: Draft) -> list[CoSigner]:
    """Those who are invited and have not declined, in the order of the invitations."""
    return list(draft.cosigners.filter(declined_at=None).select_related("person"))


def invitable(draft: Draft, *, on: date) -> list[Candidate]:
    """Ledamöter of the council with an account of their own, but for the author and the invited."""
    members = seats_in(draft.body, on=on).members
    accounts = Membership.objects.filter(
        holds_on(on),
        organisation=draft.organisation_id,
        role=Role.COUNCILLOR,
        person__in=members,
        user__is_active=True,
    )
    able = set(accounts.values_list("person", flat=True))
    taken = {draft.author_id, *(row.person_id for row in standing_cosigners(draft))}
    everyone = candidates(draft.organisation, on=on)
    return [each for each in everyone if each.person.pk in able - taken]


def leaders_of(person: Person, *, on: date) -> QuerySet[Membership]:
    """Accounts that lead a group of the person's party on the day; none for who has no party."""
    party = person.affiliations.filter(holds_on(on), party__isnull=False).values("party")
    return Membership.objects.filter(
        holds_on(on),
        organisation=person.organisation_id,
        role=Role.GROUP_LEADER,
        party_group__parties__in=party,
        user__is_active=True,
    ).select_related("user", "party_group")

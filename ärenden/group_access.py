"""Who reads what a party group keeps for itself: the wall, as queries and predicates.

The only module that asks the tables of `models/groups.py`. Two things open them, both asked anew
by every request: that one belongs to the group on the day, and that the group has let one in. An
administrator decides the first, by roles, seats and parties; only those inside decide the other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from accounts.models import User
from accounts.roles import Role
from kernel.periods import holds_on
from parties.access import memberships_on
from parties.models import Assignment, Membership, PartyAffiliation, PartyGroup, Person
from ärenden import access
from ärenden.models import Case, GroupNote, GroupReader, GroupWatch, SavedView
from ärenden.published import published

MEMBERS = (Role.COUNCILLOR, Role.GROUP_LEADER)
A_VISIT = timedelta(hours=1)
OURS = PartyGroup.parties.through


def belonging(user: User, *, on: date) -> QuerySet[PartyGroup]:
    """The groups that the account belongs to on the day, whether they have let it in or not.

    Its person sits in the group's body and belongs to one of its parties, or the account leads
    the group or is its secretary. Staff belong to none, without asking.
    """
    if not _own(user, on):
        return PartyGroup.objects.none()
    people = {row.person_id for row in _own(user, on) if row.person_id}
    sits = _sitting(OuterRef("pk"), on=on).filter(person__in=people, body=OuterRef("body"))
    return _current(on).filter(Q(Exists(sits)) | Q(Exists(_leading(user, on))))


def groups_of(user: User, *, on: date) -> QuerySet[PartyGroup]:
    """Those of the account's groups that have let it in."""
    return belonging(user, on=on).filter(Exists(_inside(user)))


def unopened(user: User, *, on: date) -> QuerySet[PartyGroup]:
    """Those of the account's groups whose desk nobody has opened."""
    return belonging(user, on=on).filter(~Exists(GroupReader.objects.filter(group=OuterRef("pk"))))


def is_member(user: User, group: PartyGroup, *, on: date) -> bool:
    """The same rule for one group."""
    return groups_of(user, on=on).filter(pk=group.pk).exists()


def led_by(user: User, *, on: date) -> QuerySet[PartyGroup]:
    """The groups that the account leads, or is the secretary of, on the day."""
    return groups_of(user, on=on).filter(Exists(_leading(user, on)))


def leads(user: User, group: PartyGroup, *, on: date) -> bool:
    """The same rule for one group."""
    return led_by(user, on=on).filter(pk=group.pk).exists()


def people_of(group: PartyGroup, *, on: date) -> QuerySet[Person]:
    """Those who sit for the group on the day, by name."""
    seats = _sitting(group.pk, on=on).filter(person=OuterRef("pk"), body=group.body_id)
    return Person.objects.filter(Exists(seats)).order_by("sort_key", "given_name")


def readers_of(group: PartyGroup, *, on: date) -> QuerySet[User]:
    """Every account that reads what the group keeps, so that its members can see who they are."""
    return _accounts(group, on=on).filter(pk__in=let_in(group).values("user"))


def waiting_for(group: PartyGroup, *, on: date) -> QuerySet[Any]:
    """Accounts that belong to the group and are not let in, each with the `roles` it has."""
    roles = Membership.objects.filter(
        holds_on(on), user=OuterRef("pk"), organisation=group.body.organisation_id
    )
    return (
        _accounts(group, on=on)
        .exclude(pk__in=let_in(group).values("user"))
        .annotate(roles=ArraySubquery(roles.order_by("role").values("role")))
    )


def let_in(group: PartyGroup) -> QuerySet[GroupReader]:
    """Whom the group has let in, also those who no longer belong to it."""
    return GroupReader.objects.filter(group=group)


def notes_of(user: User, *, on: date) -> QuerySet[GroupNote]:
    """The notes of the account's groups, on cases that it may read itself."""
    return GroupNote.objects.filter(
        group__in=groups_of(user, on=on), case__in=access.visible_to(user, on=on)
    )


def can_read(user: User, note: GroupNote, *, on: date) -> bool:
    """The same rule for one note."""
    return notes_of(user, on=on).filter(pk=note.pk).exists()


def row_of(note: GroupNote) -> QuerySet[GroupNote]:
    """The row of a note that was read before, none if someone has deleted it since."""
    return GroupNote.objects.filter(pk=note.pk)


def led_notes_of(user: User, *, on: date) -> QuerySet[GroupNote]:
    """Every note of the groups that the account leads, also on cases now closed to it.

    To be deleted, never to be read.
    """
    return GroupNote.objects.filter(group__in=led_by(user, on=on))


def watches_of(user: User, *, on: date) -> QuerySet[GroupWatch]:
    """The cases that the account's groups watch, as far as it may read them, here or as anyone."""
    return GroupWatch.objects.filter(
        group__in=groups_of(user, on=on), case__in=watchable_by(user, on=on)
    )


def watchable_by(user: User, *, on: date) -> QuerySet[Case]:
    """What the account may read itself, and what anyone may: of that, only the public's side."""
    visible = access.visible_to(user, on=on).values("pk")
    return Case.objects.filter(Q(pk__in=visible) | Q(pk__in=published(on=on).values("pk")))


def views_of(user: User, *, on: date) -> QuerySet[SavedView]:
    """The filters that the account has saved, and those of its groups."""
    own = Q(owner=None) | Q(owner=user)
    return SavedView.objects.filter(own, group__in=groups_of(user, on=on))


def last_visit(user: User, group: PartyGroup, *, at: datetime) -> datetime:
    """When the member was here before this visit, which lasts until an hour goes by without."""
    reader = let_in(group).get(user=user)
    if at - reader.latest_at > A_VISIT:
        reader.previous_at = reader.latest_at
    if at - reader.latest_at > timedelta(minutes=1):
        reader.latest_at = at
        visit = {"previous_at": reader.previous_at, "latest_at": at}
        let_in(group).filter(pk=reader.pk).update(**visit)  # never lets in who was just shut out
    return reader.previous_at


@dataclass(frozen=True, kw_only=True)
class Legacy:
    """What earlier groups of the same parties left behind."""

    notes: QuerySet[GroupNote]
    watches: QuerySet[GroupWatch]


def legacy_of(user: User, group: PartyGroup, *, on: date) -> Legacy | None:
    """For whoever leads the group and was let into an earlier one: what that left, if anything.

    To lead is not enough: whoever keeps the register of groups can end one and begin another.
    """
    if not leads(user, group, on=on):
        return None
    earlier = list(_predecessors(group, user))
    watched = GroupWatch.objects.filter(group=group).values("case")
    others = GroupWatch.objects.filter(group__in=earlier).exclude(case__in=watched)
    once = others.order_by("case", "-pk").distinct("case").values("pk")
    left = Legacy(
        notes=GroupNote.objects.filter(group__in=earlier),
        watches=GroupWatch.objects.filter(pk__in=once),
    )
    return left if left.notes.exists() or left.watches.exists() else None


def _predecessors(group: PartyGroup, user: User) -> Iterable[PartyGroup]:
    """Groups of exactly the same parties in the body, that had ended when this one began."""
    parties = set(group.parties.all())
    ended = PartyGroup.objects.filter(
        Exists(_inside(user)), body=group.body_id, period__endswith__lte=group.period.lower
    ).prefetch_related("parties")
    return (row for row in ended if parties and set(row.parties.all()) == parties)


def _inside(user: User) -> QuerySet[GroupReader]:
    return GroupReader.objects.filter(user=user, group=OuterRef("pk"))


def _accounts(group: PartyGroup, *, on: date) -> QuerySet[User]:
    """Accounts that belong to the group on the day."""
    rows = Membership.objects.filter(holds_on(on), user=OuterRef("pk"), role__in=MEMBERS)
    leading = Q(role=Role.GROUP_LEADER, party_group=group) & ~Q(Exists(_gone(on)))
    sitting = Q(person__in=people_of(group, on=on), organisation=group.body.organisation_id)
    reads = Exists(rows.filter(leading | sitting))
    return User.objects.filter(reads, is_active=True).order_by("name", "pk")


def _own(user: User, on: date) -> list[Membership]:
    rows = memberships_on(user, on) if user.is_active else ()
    return [row for row in rows if row.role in MEMBERS]


def _current(on: date) -> QuerySet[PartyGroup]:
    return PartyGroup.objects.filter(holds_on(on)).order_by("name", "pk")


def _sitting(group: Any, *, on: date) -> QuerySet[Assignment]:
    """Seats on the day of those who that day belong to one of the group's parties."""
    return Assignment.objects.filter(
        holds_on(on),
        holds_on(on, field="person__affiliations__period"),
        body__organisation=F("person__organisation"),
        person__affiliations__party__groups=group,
    )


def _leading(user: User, on: date) -> QuerySet[Membership]:
    keys = [row.pk for row in _own(user, on) if row.role == Role.GROUP_LEADER]
    rows = Membership.objects.filter(pk__in=keys, party_group=OuterRef("pk"))
    return rows.filter(~Exists(_gone(on)))


def _gone(on: date) -> QuerySet[PartyAffiliation]:
    """That the person of a role belongs to no party of its group on the day.

    A secretary need not be a person of the register, and one without a noted party is not gone.
    """
    ours = OURS.objects.filter(
        partygroup=OuterRef(OuterRef("party_group")), party=OuterRef("party")
    )
    return PartyAffiliation.objects.filter(holds_on(on), ~Exists(ours), person=OuterRef("person"))

"""What a group's members do with what it keeps. No change of a case, so no event tells of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from kernel.text import normalise, storable
from parties.models import PartyGroup, Person
from ärenden import access, group_access
from ärenden.exceptions import ChangedMeanwhile
from ärenden.models import AnswerPart, Case, GroupNote, GroupReader, GroupWatch, SavedView


@dataclass(frozen=True, kw_only=True)
class Member:
    """Who does it, for which group, and when; refused to anyone who is not in it then."""

    user: User
    group: PartyGroup
    at: datetime

    def __post_init__(self) -> None:
        if not group_access.is_member(self.user, self.group, on=self.today):
            raise PermissionDenied

    @property
    def today(self) -> date:
        return timezone.localdate(self.at)


@dataclass(frozen=True, kw_only=True)
class Content:
    """A note's words, and who is to ask again when."""

    text: str = ""
    assigned_to: Person | None = None
    ask_again_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Promise:
    """The words of an answer, and the part of it that they stand in."""

    quote: str
    part: AnswerPart | None


def write_note(
    member: Member, *, case: Case, content: Content, promise: Promise | None = None
) -> GroupNote:
    """A note on a case that the member may read; a promise has a day when to ask again."""
    _demand_readable(member, case)
    note = GroupNote(group=member.group, case=case, written_by=member.user, written_at=member.at)
    if promise:
        note.quote, note.part = promise.quote, promise.part
    filled = _filled(note, content)
    filled.save()
    return filled


@transaction.atomic
def rewrite_note(note: GroupNote, *, content: Content, shown: str) -> None:
    """What was deleted meanwhile stays so, and what another wrote meanwhile is not overwritten.

    `shown` is the mark of the note as the form showed it. Raises ChangedMeanwhile for both.
    """
    stands = group_access.row_of(note).select_for_update().first()
    if stands is None:
        raise ChangedMeanwhile
    before, filled = stands.mark, _filled(stands, content)
    if before not in {shown, filled.mark}:
        raise ChangedMeanwhile
    filled.save()


def settle_note(note: GroupNote, *, on: date | None) -> None:
    """Nothing more to ask, or with None: there is after all."""
    group_access.row_of(note).update(done_on=on)


def delete_note(note: GroupNote) -> None:
    note.delete()


def delete_view(view: SavedView) -> None:
    """One's own view, or one of the group's, which any member may tidy away."""
    view.delete()


def watch(member: Member, case: Case) -> None:
    """From now on the case stands on the group's desk, as each of the group may read it."""
    watchable = group_access.watchable_by(member.user, on=member.today)
    own = watchable.filter(organisation=member.group.body.organisation_id)
    if not own.filter(pk=case.pk).exists():
        raise PermissionDenied
    watching = group_access.watches_of(member.user, on=member.today)
    if not watching.filter(group=member.group, case=case).exists():
        GroupWatch(group=member.group, case=case, made_by=member.user, made_at=member.at).save()


def stop_watching(member: Member, case: Case) -> None:
    watching = group_access.watches_of(member.user, on=member.today)
    watching.filter(group=member.group, case=case).delete()


def save_view(member: Member, *, name: str, query: str, for_group: bool) -> None:
    """Keeps a filter under its name; the same name again is the new filter."""
    owner = None if for_group else member.user
    own = group_access.views_of(member.user, on=member.today).filter(
        group=member.group, owner=owner, name=name
    )
    view = own.first() or SavedView(group=member.group, owner=owner, name=name)
    view.query = query
    view.save()


def delete_all_notes(member: Member) -> None:
    """Every note of the group, also on cases that can no longer be read; the leader's to decide."""
    if not group_access.leads(member.user, member.group, on=member.today):
        raise PermissionDenied
    everything = group_access.led_notes_of(member.user, on=member.today)
    everything.filter(group=member.group).delete()


@transaction.atomic
def take_over(member: Member) -> None:
    """What an earlier group of the same parties kept becomes this group's, by its leader's act."""
    left = group_access.legacy_of(member.user, member.group, on=member.today)
    if left is None:
        raise PermissionDenied
    left.notes.update(group=member.group)
    left.watches.update(group=member.group)


def open_desk(user: User, group: PartyGroup, *, at: datetime) -> None:
    """The first of the group is let in by nobody; a second who tries at once is not."""
    today = timezone.localdate(at)
    if group_access.unopened(user, on=today).filter(pk=group.pk).exists():
        rows = group_access.let_in(group)
        rows.bulk_create(
            [GroupReader(group=group, user=user, previous_at=at, latest_at=at)],
            ignore_conflicts=True,
        )


def let_in(member: Member, users: Iterable[User]) -> None:
    """From now on they read what the group keeps, as long as they belong to it."""
    rows = group_access.let_in(member.group)
    at, by = member.at, member.user
    rows.bulk_create(
        [
            GroupReader(group=member.group, user=user, let_in_by=by, previous_at=at, latest_at=at)
            for user in users
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def shut_out(member: Member, user: User) -> None:
    """Never oneself, nor by one who was just shut out: someone is left to let others in."""
    rows = group_access.let_in(member.group).select_for_update()
    inside = {row.user_id: row for row in rows}
    if user == member.user or member.user.pk not in inside:
        raise PermissionDenied
    inside[user.pk].delete()


def _demand_readable(member: Member, case: Case) -> None:
    if not access.can_read(member.user, case, on=member.today):
        raise PermissionDenied


def _filled(note: GroupNote, content: Content) -> GroupNote:
    note.text = normalise(storable(content.text))
    note.assigned_to, note.ask_again_on = content.assigned_to, content.ask_again_on
    return note

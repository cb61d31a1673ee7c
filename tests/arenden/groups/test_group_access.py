"""Who belongs to a party group on a day, and that nobody else meets what it keeps."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts.roles import Role
from kernel.periods import period
from parties.models import Membership
from tests.arenden.groups.making import (
    TODAY,
    asked_again,
    group_of,
    grouped,
    leaves,
    outsiders,
    secretary_of,
)
from tests.factories import cases, people
from ärenden import group_access
from ärenden.actions.groups import Member, delete_all_notes, take_over, watch
from ärenden.choices import CaseType
from ärenden.models import GroupNote, SecrecyMark

pytestmark = pytest.mark.django_db
TOMORROW = TODAY + timedelta(days=1)


def test_member_and_secretary_read_the_notes() -> None:
    made = grouped()
    note = made.note()

    for user in (made.member, made.secretary):
        assert list(group_access.notes_of(user, on=TODAY)) == [note]
        assert group_access.can_read(user, note, on=TODAY)
        assert group_access.is_member(user, made.group, on=TODAY)


@pytest.mark.parametrize("role", Role)
def test_every_role_outside_the_group_meets_nothing(role: Role) -> None:
    made = grouped()
    note, outsider = made.note(), outsiders(made)[role]
    watch(made.by(), made.case)

    assert not group_access.notes_of(outsider, on=TODAY).exists()
    assert not group_access.can_read(outsider, note, on=TODAY)
    assert not group_access.watches_of(outsider, on=TODAY).exists()
    assert not group_access.is_member(outsider, made.group, on=TODAY)
    with pytest.raises(PermissionDenied):
        made.by(outsider)


def test_member_who_leaves_the_party_loses_the_notes_that_day_and_not_before() -> None:
    made = grouped()
    note = made.note()
    leaves(made.member, on=TOMORROW)

    former = asked_again(made.member)

    assert group_access.can_read(former, note, on=TODAY)
    assert not group_access.can_read(former, note, on=TOMORROW)
    assert not group_access.groups_of(former, on=TOMORROW).exists()


def test_member_who_joins_another_party_meets_that_group_instead() -> None:
    made = grouped()
    other = group_of(made.world, "S")
    leaves(made.member, on=TODAY, party=people.party("S"))

    assert list(group_access.groups_of(asked_again(made.member), on=TODAY)) == [other]


def test_leader_who_has_left_the_party_is_out_though_the_role_stands() -> None:
    made = grouped()
    leader = secretary_of(made.group, person=made.world.asker)
    leaves(made.member, on=TOMORROW)

    assert group_access.leads(leader, made.group, on=TODAY)
    assert not group_access.is_member(leader, made.group, on=TOMORROW)
    assert not group_access.leads(leader, made.group, on=TOMORROW)


def test_party_without_a_seat_in_the_groups_body_is_no_membership() -> None:
    made = grouped()
    friend = people.person(
        made.world.organisation, "Vera Vän", party=people.party("V"), member_of=made.world.board
    )
    user = people.user(made.world.organisation, Role.COUNCILLOR, person=friend)

    assert not group_access.is_member(user, made.group, on=TODAY)


def test_group_of_several_parties_has_the_members_of_each() -> None:
    made = grouped()
    both = group_of(made.world, "V", "S")
    sven = people.user(made.world.organisation, Role.COUNCILLOR, person=made.world.answerer)

    assert list(group_access.groups_of(sven, on=TODAY)) == [both]
    assert set(group_access.groups_of(made.member, on=TODAY)) == {made.group, both}
    assert set(group_access.people_of(both, on=TODAY)) == {made.world.asker, made.world.answerer}


def test_role_that_has_ended_and_account_that_is_closed_open_nothing() -> None:
    made = grouped()
    Membership.objects.filter(user=made.secretary).update(period=period(people.LONG_AGO, TODAY))
    made.member.is_active = False

    assert not group_access.is_member(asked_again(made.secretary), made.group, on=TODAY)
    assert not group_access.is_member(made.member, made.group, on=TODAY)


def test_those_who_read_are_told_by_name() -> None:
    made = grouped()
    outsiders(made)

    assert list(group_access.accounts_of(made.group, on=TODAY)) == [made.member, made.secretary]
    leaves(made.member, on=TOMORROW)
    assert list(group_access.accounts_of(made.group, on=TOMORROW)) == [made.secretary]


def test_note_is_out_of_sight_while_its_case_is() -> None:
    made = grouped()
    note = made.note()
    SecrecyMark.objects.create(
        case=made.case, provision="OSL 18:8", marked_on=TODAY, authority_printed="Provby"
    )

    assert group_access.can_read(made.member, note, on=TODAY)
    assert not group_access.can_read(made.secretary, note, on=TODAY)


def test_nothing_is_written_on_a_case_that_one_may_not_read() -> None:
    made = grouped()
    foreign = cases.registered_case(
        made.world,
        body=made.world.board,
        case_type=CaseType.COMMITTEE,
        questions=(),
        signatories=[],
        addressee=None,
    )

    with pytest.raises(PermissionDenied):
        made.note(case=foreign)
    with pytest.raises(PermissionDenied):
        watch(made.by(), foreign)


def test_only_the_leader_deletes_everything() -> None:
    made = grouped()
    made.note()

    with pytest.raises(PermissionDenied):
        delete_all_notes(made.by())
    delete_all_notes(made.by(made.secretary))

    assert not GroupNote.objects.exists()


ELECTION = date(2026, 10, 15)


def test_notes_follow_the_same_parties_into_a_new_period_when_the_leader_says_so() -> None:
    made = grouped()
    note = made.note()
    watch(made.by(), made.case)
    made.group.period = period(people.LONG_AGO, ELECTION)
    made.group.save()
    group = group_of(made.world, "V", days=period(ELECTION))
    leader, member = secretary_of(group), asked_again(made.member)
    assert not group_access.notes_of(member, on=ELECTION).exists()

    take_over(Member(user=leader, group=group, at=cases.noon(ELECTION)))

    assert list(group_access.notes_of(member, on=ELECTION)) == [note]
    assert group_access.watches_of(member, on=ELECTION).count() == 1
    assert group_access.legacy_of(leader, group, on=ELECTION) is None


@pytest.mark.parametrize(("letters", "ended"), [("S", True), ("VS", True), ("V", False)])
def test_other_parties_and_a_group_that_goes_on_leave_nothing(letters: str, *, ended: bool) -> None:
    made = grouped()
    made.note()
    if ended:
        made.group.period = period(people.LONG_AGO, ELECTION)
        made.group.save()
    group = group_of(made.world, *letters, days=period(ELECTION), name="En annan grupp")
    leader = secretary_of(group)

    assert group_access.legacy_of(leader, group, on=ELECTION) is None
    with pytest.raises(PermissionDenied):
        take_over(Member(user=leader, group=group, at=cases.noon(ELECTION)))

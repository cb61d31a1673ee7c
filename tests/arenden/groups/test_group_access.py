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
    inside,
    leaves,
    next_group,
    outsiders,
    secretary_of,
)
from tests.factories import cases, people
from ärenden import group_access
from ärenden.actions.groups import Member, delete_all_notes, let_in, take_over, watch
from ärenden.choices import CaseType
from ärenden.models import GroupNote, SecrecyMark
from ärenden.queries.groups import cases_of, held, notes_in

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

    assert list(group_access.belonging(asked_again(made.member), on=TODAY)) == [other]


def test_leader_who_has_left_the_party_is_out_though_the_role_stands() -> None:
    made = grouped()
    leader = secretary_of(made.group, person=made.world.asker)
    let_in(made.by(), [leader])
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

    assert list(group_access.belonging(sven, on=TODAY)) == [both]
    assert set(group_access.belonging(made.member, on=TODAY)) == {made.group, both}
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

    assert list(group_access.readers_of(made.group, on=TODAY)) == [made.member, made.secretary]
    leaves(made.member, on=TOMORROW)
    assert list(group_access.readers_of(made.group, on=TOMORROW)) == [made.secretary]


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
    group = next_group(made, "V", on=ELECTION)
    leader = asked_again(made.secretary)
    assert not group_access.notes_of(leader, on=ELECTION).exists()

    take_over(Member(user=leader, group=group, at=cases.noon(ELECTION)))

    assert list(group_access.notes_of(leader, on=ELECTION)) == [note]
    assert group_access.watches_of(leader, on=ELECTION).count() == 1
    assert group_access.legacy_of(leader, group, on=ELECTION) is None


@pytest.mark.parametrize("letters", ["S", "VS"])
def test_group_of_other_parties_takes_over_nothing(letters: str) -> None:
    made = grouped()
    made.note()
    group = next_group(made, *letters, on=ELECTION, name="En annan grupp")

    assert group_access.legacy_of(asked_again(made.secretary), group, on=ELECTION) is None
    with pytest.raises(PermissionDenied):
        take_over(Member(user=asked_again(made.secretary), group=group, at=cases.noon(ELECTION)))


def test_group_that_goes_on_leaves_nothing() -> None:
    made = grouped()
    made.note()
    other = group_of(made.world, "V", days=period(ELECTION), name="En annan grupp")
    leader = secretary_of(other, user=made.secretary)
    inside(other, leader, on=ELECTION)

    assert group_access.legacy_of(asked_again(leader), other, on=ELECTION) is None


def test_leader_of_a_new_group_who_was_not_in_the_earlier_takes_over_nothing() -> None:
    made = grouped()
    made.note()
    group = next_group(made, "V", on=ELECTION)
    leader = secretary_of(group)
    let_in(Member(user=asked_again(made.secretary), group=group, at=cases.noon(ELECTION)), [leader])

    assert group_access.leads(leader, group, on=ELECTION)
    assert group_access.legacy_of(leader, group, on=ELECTION) is None


def test_desk_names_no_one_whose_identity_is_protected() -> None:
    made = grouped()
    made.note(quote="Det ska vi se över", ask_again_on=TOMORROW)
    made.world.answerer.has_protected_identity = True
    made.world.answerer.save()

    [case] = held(cases_of(made.group, user=made.member, on=TODAY))
    [note] = notes_in(made.group, user=made.member, on=TODAY)

    assert [case.answered_by, note.promised_by] == ["Skyddade personuppgifter"] * 2

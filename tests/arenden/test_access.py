"""Who may see which case: the predicate and the query say the same, for every role and state."""

from dataclasses import dataclass
from datetime import date
from itertools import product

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import User
from accounts.roles import Role, Verb
from kernel.periods import period
from parties.choices import AssignmentRole
from parties.models import Assignment, Membership, Organisation, Person
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden import access
from ärenden.actions import endings
from ärenden.actions.register import register
from ärenden.models import Case

pytestmark = pytest.mark.django_db

STAFF = frozenset({Role.REGISTRAR, Role.COMMITTEE_SECRETARY, Role.OFFICER, Role.REVIEWER})


@dataclass
class Seen:
    """Four cases: one's own, another's, one of another body, and one of another organisation."""

    world: World
    own: Case
    other: Case
    foreign: Case
    elsewhere: Case

    @property
    def all(self) -> tuple[Case, ...]:
        return (self.own, self.other, self.foreign, self.elsewhere)


def make() -> Seen:
    world, elsewhere = cases.world(), cases.world()
    someone = people.person(world.organisation, "Olle Annan", member_of=world.board)
    return Seen(
        world=world,
        own=cases.registered_case(world),
        other=cases.registered_case(
            world, signatories=[cases.name_of(someone)], addressee=cases.name_of(someone)
        ),
        foreign=cases.registered_case(
            world,
            body=world.board,
            signatories=[cases.name_of(someone)],
            addressee=cases.name_of(someone),
        ),
        elsewhere=cases.registered_case(elsewhere),
    )


def user_with(role: Role, organisation: Organisation, *, person: Person | None) -> User:
    if role != Role.GROUP_LEADER:
        return people.user(organisation, role, person=person)
    user = people.user()
    council = organisation.bodies.get(kind="council")
    group = council.party_groups.create(name="Gruppen", period=period(people.LONG_AGO))
    Membership.objects.create(
        user=user,
        organisation=organisation,
        role=role,
        person=person,
        party_group=group,
        period=period(people.LONG_AGO),
    )
    return user


@pytest.mark.parametrize(("role", "annulled"), list(product(Role, (False, True))))
def test_predicate_and_query_see_the_same_cases(role: Role, *, annulled: bool) -> None:
    seen = make()
    if annulled:
        for case in (seen.own, seen.other):
            endings.annul(case=case, doing=seen.world.doing(), reason="Fel")
    person = seen.world.asker if role in {Role.COUNCILLOR, Role.GROUP_LEADER} else None
    user = user_with(role, seen.world.organisation, person=person)

    by_query = set(access.visible_to(user, on=cases.TODAY))
    by_predicate = {case for case in seen.all if access.can_read(user, case, on=cases.TODAY)}

    council_sees = {seen.own} if annulled else {seen.own, seen.other}
    expected = {seen.own, seen.other, seen.foreign} if role in STAFF else set()
    if person:
        expected = council_sees
    assert by_query == by_predicate == expected


def test_account_without_a_role_or_deactivated_sees_nothing() -> None:
    seen = make()
    stranger, former = people.user(), people.user(seen.world.organisation)
    former.is_active = False
    former.save()

    for user in (stranger, former):
        assert list(access.visible_to(user, on=cases.TODAY)) == []
        assert not any(access.can_read(user, case, on=cases.TODAY) for case in seen.all)


def test_role_that_ended_yesterday_is_gone_today() -> None:
    seen = make()
    user = people.user(seen.world.organisation)
    user.memberships.update(period=period(people.LONG_AGO, date(2026, 3, 2)))

    assert access.visible_to(user, on=date(2026, 3, 1)).count() == 3
    assert access.visible_to(user, on=date(2026, 3, 2)).count() == 0


def test_seat_in_a_body_of_another_organisation_opens_none_of_its_cases() -> None:
    seen = make()
    user = people.user(seen.world.organisation, Role.COUNCILLOR, person=seen.world.asker)
    Assignment.objects.create(
        person=seen.world.asker,
        body=seen.elsewhere.body,
        role=AssignmentRole.MEMBER,
        period=period(people.LONG_AGO),
    )

    by_query = set(access.visible_to(user, on=cases.TODAY))
    by_predicate = {case for case in seen.all if access.can_read(user, case, on=cases.TODAY)}

    assert by_query == by_predicate == {seen.own, seen.other}


@pytest.mark.parametrize(("role", "verb"), list(product(Role, Verb)))
def test_verb_holds_in_its_own_organisation_only(role: Role, verb: Verb) -> None:
    seen = make()
    user = user_with(role, seen.world.organisation, person=seen.world.asker)

    granted = verb in _expected(role)

    assert access.can(user, verb, seen.own, on=cases.TODAY) is granted
    assert access.can(user, verb, seen.elsewhere, on=cases.TODAY) is False


def _expected(role: Role) -> set[Verb]:
    """Written out here too, so that a change of the table is a change of this test."""
    own, read = Verb.READ_OWN, Verb.READ_REGISTER
    work = {Verb.REGISTER, Verb.PREPARE, Verb.MEETING, Verb.ANSWER, Verb.ASSIGN}
    return {
        Role.REGISTRAR: {
            read,
            Verb.WAIVE,
            Verb.CLOSE,
            Verb.SECRECY,
            Verb.PUBLISH,
            *work,
        },
        Role.COMMITTEE_SECRETARY: {read, Verb.SECRECY, Verb.DRAFT_ANSWER, *work},
        Role.OFFICER: {read, Verb.PREPARE, Verb.DRAFT_ANSWER},
        Role.REVIEWER: {read, Verb.PUBLISH},
        Role.ADMINISTRATOR: {Verb.ADMINISTER},
        Role.COUNCILLOR: {own, Verb.SUBMIT, Verb.DRAFT_ANSWER},
        Role.GROUP_LEADER: {own, Verb.DRAFT_ANSWER},
    }[role]


@pytest.mark.parametrize("verb", [Verb.REGISTER, Verb.MEETING, Verb.SECRECY])
def test_body_bound_secretary_acts_where_her_body_decides_prepares_or_is_asked(verb: Verb) -> None:
    world = cases.world()
    school = people.body(world.organisation, name="Skolnämnden", abbreviation="SN")
    decided = cases.registered_case(world, body=school)
    prepared, entrusted, asked, other = (cases.registered_case(world) for _ in range(4))
    Case.objects.filter(pk=prepared.pk).update(preparing_body=school)
    Case.objects.filter(pk=entrusted.pk).update(deciding_body=school)
    prepared.refresh_from_db()
    entrusted.refresh_from_db()
    asked.referrals.create(body=school, recipient_printed="Skolnämnden", sent_on=cases.TODAY)
    secretary = people.user(world.organisation, Role.COMMITTEE_SECRETARY, of=school)

    allowed = [decided, prepared, entrusted, asked]

    assert set(access.open_to(secretary, verb, on=cases.TODAY)) == set(allowed)
    assert [access.can(secretary, verb, case, on=cases.TODAY) for case in [*allowed, other]] == [
        *(True, True, True, True),
        False,
    ]
    assert access.can_read(secretary, other, on=cases.TODAY)


def test_body_bound_secretary_registers_for_her_own_body_only() -> None:
    world = cases.world()
    secretary = people.user(world.organisation, Role.COMMITTEE_SECRETARY, of=world.board)

    offered = set(access.bodies_open_to(secretary, Verb.REGISTER, on=cases.TODAY))

    assert offered == {world.board}
    with pytest.raises(PermissionDenied):
        register(doing=world.doing(by=secretary), new=cases.new_case(world))


def test_group_secretary_without_a_seat_reads_the_open_matters_of_the_groups_body() -> None:
    seen = make()
    user = user_with(Role.GROUP_LEADER, seen.world.organisation, person=None)

    assert set(access.visible_to(user, on=cases.TODAY)) == {seen.own, seen.other}

"""Who reads and does what: every role, seat and part in a case, against every state and verb.

Published, unpublished and secret; by query and by predicate.

What is expected is written out here, apart from the rules, so that a change of a rule is a
change of this test.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum, auto
from itertools import product

import pytest
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role, Verb
from kernel.periods import period
from parties.models import Membership
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden import access
from ärenden.actions.publishing import Thing, publish
from ärenden.actions.secrecy import NewMark, mark_secrecy
from ärenden.choices import State
from ärenden.models import Case, CaseEvent
from ärenden.published import published

pytestmark = pytest.mark.django_db

STAFF = {"registrar", "council_secretary", "school_secretary", "officer", "handler", "reviewer"}
SEATED = {"asker", "same_party", "other_party", "seated_leader"}
TAKING_PART = {"asker", "former"}
CLEARED = {"registrar", "council_secretary", "handler"} | SEATED
WORK = {Verb.REGISTER, Verb.PREPARE, Verb.MEETING, Verb.ANSWER, Verb.ASSIGN, Verb.SECRECY}
VERBS: Mapping[str, set[Verb]] = {
    "registrar": {*WORK, Verb.READ_REGISTER, Verb.WAIVE, Verb.CLOSE, Verb.PUBLISH},
    "council_secretary": {*WORK, Verb.READ_REGISTER, Verb.DRAFT_ANSWER},
    "school_secretary": {Verb.READ_REGISTER},
    "officer": {Verb.READ_REGISTER, Verb.PREPARE, Verb.DRAFT_ANSWER},
    "handler": {Verb.READ_REGISTER, Verb.PREPARE, Verb.DRAFT_ANSWER, Verb.ASSIGN},
    "reviewer": {Verb.READ_REGISTER, Verb.PUBLISH},
    "administrator": {Verb.ADMINISTER},
    **{
        name: {Verb.READ_OWN, Verb.SUBMIT, Verb.DRAFT_ANSWER}
        for name in ("asker", "same_party", "other_party", "former", "unseated")
    },
    **{name: {Verb.READ_OWN, Verb.DRAFT_ANSWER} for name in ("seated_leader", "group_secretary")},
}


def viewers(world: World) -> dict[str, User]:
    """One account for each way of meeting a case of the council, in its own organisation."""
    home, left, right = world.organisation, people.party("V"), people.party("M")
    school = people.body(home, name="Skolnämnden", abbreviation="SN")
    seats = {
        name: people.person(home, f"Namn {name}", party=party, member_of=world.council)
        for name, party in (("same_party", left), ("other_party", right), ("leader", left))
    }
    return {
        "registrar": world.registrar,
        "council_secretary": people.user(home, Role.COMMITTEE_SECRETARY, of=world.council),
        "school_secretary": people.user(home, Role.COMMITTEE_SECRETARY, of=school),
        "officer": people.user(home, Role.OFFICER),
        "handler": people.user(home, Role.OFFICER),
        "reviewer": people.user(home, Role.REVIEWER),
        "administrator": people.user(home, Role.ADMINISTRATOR),
        "asker": people.user(home, Role.COUNCILLOR, person=world.asker),
        "same_party": people.user(home, Role.COUNCILLOR, person=seats["same_party"]),
        "other_party": people.user(home, Role.COUNCILLOR, person=seats["other_party"]),
        "former": people.user(
            home, Role.COUNCILLOR, person=people.person(home, "Namn förr", party=left)
        ),
        "unseated": people.user(
            home, Role.COUNCILLOR, person=people.person(home, "Namn utan", party=left)
        ),
        "seated_leader": leader(world, person=seats["leader"]),
        "group_secretary": leader(world, person=None),
    }


def leader(world: World, *, person: object) -> User:
    user = people.user()
    group, _ = world.council.party_groups.get_or_create(
        name="Vänsterpartiet", defaults={"period": period(people.LONG_AGO)}
    )
    Membership.objects.create(
        user=user,
        organisation=world.organisation,
        role=Role.GROUP_LEADER,
        person=person,
        party_group=group,
        period=period(people.LONG_AGO),
    )
    return user


def put(case: Case, state: State, by: User) -> None:
    """The case in a state, with the event without which the database refuses it."""
    facts = {"closed_on": cases.TODAY, "is_permitted": True} if state != case.state else {}
    Case.objects.filter(pk=case.pk).update(state=state, **facts)
    case.refresh_from_db()
    CaseEvent.objects.create(
        case=case,
        action="correct",
        actor_id=by.pk,
        actor_name=by.name,
        summary="Ställdes om",
        recorded_at=timezone.now(),
        state_before=State.REGISTERED,
        state_after=state,
        answer_state_before=case.answer_state,
        answer_state_after=case.answer_state,
        version=99,
    )


Found = set[tuple[str, str]]  # state of the case, name of the viewer


def found(rows: Iterable[tuple[str, QuerySet[Case]]]) -> Found:
    """What the queries of the viewers find."""
    return {(case.state, name) for name, cases_found in rows for case in cases_found}


class Shown(StrEnum):
    """How far a case is laid open."""

    PUBLISHED = auto()
    UNPUBLISHED = auto()
    SECRET = auto()  # marked after it had been published


def made(world: World, state: State, shown: Shown, *, among: Mapping[str, User]) -> Case:
    """Asked by the asker and one who has left the council; handled by one of the officers."""
    former = among["former"].memberships.get().person
    assert former is not None
    names = [cases.name_of(world.asker), cases.name_of(former)]
    case = cases.registered_case(world, signatories=names)
    if shown != Shown.UNPUBLISHED:
        publish(case=case, doing=world.doing(), things=[Thing()], basis="Allmänt intresse")
    if shown == Shown.SECRET:
        ground = {"provision": "bestämmelse för prov", "authority": "Kommunstyrelsen"}
        mark_secrecy(case=case, doing=world.doing(), new=NewMark(row=case, **ground))
    Case.objects.filter(pk=case.pk).update(handler=among["handler"])
    put(case, state, world.registrar)
    return case


def expected_readers(state: State, shown: Shown) -> set[str]:
    """Written out apart from the rule: who has a part, who sits, and who is cleared."""
    council = set() if state == State.ANNULLED else SEATED | {"group_secretary"}
    readers = STAFF | TAKING_PART | council
    return readers & CLEARED if shown == Shown.SECRET else readers


@pytest.mark.parametrize("shown", Shown)
def test_who_reads_a_case_and_does_what_in_it(shown: Shown) -> None:
    world = cases.world()
    among = viewers(world)
    all_of_them = [made(world, state, shown, among=among) for state in State]
    reads = {(state.value, name) for state in State for name in expected_readers(state, shown)}

    assert reads == found(
        (name, access.visible_to(user, on=cases.TODAY)) for name, user in among.items()
    )
    assert reads == {
        (case.state, name)
        for case, (name, user) in product(all_of_them, among.items())
        if access.can_read(user, case, on=cases.TODAY)
    }
    for verb in Verb:
        does = {(state, name) for state, name in reads if verb in VERBS[name]}
        assert does == found(
            (name, access.open_to(user, verb, on=cases.TODAY)) for name, user in among.items()
        )
        assert does == {
            (case.state, name)
            for case, (name, user) in product(all_of_them, among.items())
            if (case.state, name) in reads and access.can(user, verb, case, on=cases.TODAY)
        }
    public = set(State) - {State.ANNULLED} if shown == Shown.PUBLISHED else set()
    assert {case.state for case in published(on=cases.TODAY)} == public


def test_no_one_of_another_organisation_reads_or_does_anything() -> None:
    case = cases.registered_case(cases.world())
    strangers = viewers(cases.world())

    for user, verb in product(strangers.values(), Verb):
        assert not access.can_read(user, case, on=cases.TODAY)
        assert not access.can(user, verb, case, on=cases.TODAY)
        assert case not in access.open_to(user, verb, on=cases.TODAY)


@pytest.mark.parametrize("verb", Verb)
def test_closed_account_holds_no_verb_and_reads_nothing(verb: Verb) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    for user in viewers(world).values():
        user.is_active = False

        assert not access.can(user, verb, case, on=cases.TODAY)
        assert not access.can_read(user, case, on=cases.TODAY)

"""Who reads what: every role and seat against every state, open and secret, by query and predicate.

What is expected is written out here, apart from the rules, so that a change of a rule is a
change of this test.
"""

from collections.abc import Mapping
from itertools import product

import pytest
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role, Verb
from kernel.periods import period
from parties.models import Membership
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden import access
from ärenden.actions.secrecy import NewMark, mark_secrecy
from ärenden.choices import State
from ärenden.models import Case, CaseEvent

pytestmark = pytest.mark.django_db

STAFF = {"registrar", "council_secretary", "school_secretary", "officer", "reviewer"}
SEATED = {"asker", "same_party", "other_party", "seated_leader"}
OPEN_TO_COUNCIL = SEATED | {"group_secretary"}
HANDLING = {"registrar", "council_secretary"} | SEATED
HIDDEN_STATES = {State.ANNULLED}
WORK = {Verb.REGISTER, Verb.PREPARE, Verb.MEETING, Verb.ANSWER, Verb.ASSIGN, Verb.SECRECY}
VERBS: Mapping[str, set[Verb]] = {
    "registrar": {*WORK, Verb.READ_REGISTER, Verb.WAIVE, Verb.CLOSE, Verb.PUBLISH},
    "council_secretary": {*WORK, Verb.READ_REGISTER, Verb.DRAFT_ANSWER},
    "school_secretary": {Verb.READ_REGISTER},
    "officer": {Verb.READ_REGISTER, Verb.PREPARE, Verb.DRAFT_ANSWER},
    "reviewer": {Verb.READ_REGISTER, Verb.PUBLISH},
    "administrator": {Verb.ADMINISTER},
    **{
        name: {Verb.READ_OWN, Verb.SUBMIT, Verb.DRAFT_ANSWER}
        for name in ("asker", "same_party", "other_party")
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
        "reviewer": people.user(home, Role.REVIEWER),
        "administrator": people.user(home, Role.ADMINISTRATOR),
        "asker": people.user(home, Role.COUNCILLOR, person=world.asker),
        "same_party": people.user(home, Role.COUNCILLOR, person=seats["same_party"]),
        "other_party": people.user(home, Role.COUNCILLOR, person=seats["other_party"]),
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


def readers_of(case: Case, among: Mapping[str, User]) -> tuple[set[str], set[str]]:
    by_query = {
        name for name, user in among.items() if case in access.visible_to(user, on=cases.TODAY)
    }
    by_predicate = {
        name for name, user in among.items() if access.can_read(user, case, on=cases.TODAY)
    }
    return by_query, by_predicate


@pytest.mark.parametrize(("state", "secret"), list(product(State, (False, True))))
def test_readers_of_a_case_in_every_state(state: State, *, secret: bool) -> None:
    world = cases.world()
    among = viewers(world)
    case = cases.registered_case(world)
    if secret:
        ground = {"provision": "bestämmelse för prov", "authority": "Kommunstyrelsen"}
        mark_secrecy(case=case, doing=world.doing(), new=NewMark(row=case, **ground))
    put(case, state, world.registrar)

    expected = STAFF | {"asker"} | (set() if state in HIDDEN_STATES else OPEN_TO_COUNCIL)

    assert readers_of(case, among) == ((expected & HANDLING if secret else expected),) * 2


def test_no_one_of_another_organisation_reads_or_does_anything() -> None:
    case = cases.registered_case(cases.world())
    strangers = viewers(cases.world())

    assert readers_of(case, strangers) == (set(), set())
    for user, verb in product(strangers.values(), Verb):
        assert not access.can(user, verb, case, on=cases.TODAY)
        assert case not in access.open_to(user, verb, on=cases.TODAY)


@pytest.mark.parametrize("verb", Verb)
def test_verb_is_granted_to_exactly_those_who_hold_it(verb: Verb) -> None:
    world = cases.world()
    among = viewers(world)
    case = cases.registered_case(world)

    expected = {name for name in among if verb in VERBS[name]}

    assert expected == {
        name for name, user in among.items() if access.can(user, verb, case, on=cases.TODAY)
    }
    assert expected == {
        name for name, user in among.items() if case in access.open_to(user, verb, on=cases.TODAY)
    }


@pytest.mark.parametrize("verb", Verb)
def test_closed_account_holds_no_verb_and_reads_nothing(verb: Verb) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    for user in viewers(world).values():
        user.is_active = False

        assert not access.can(user, verb, case, on=cases.TODAY)
        assert not access.can_read(user, case, on=cases.TODAY)

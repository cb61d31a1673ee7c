"""What the database refuses, whoever asks."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, transaction

from accounts.models import User
from kernel.periods import period
from parties.choices import AssignmentRole
from parties.models import Assignment, Membership, Party, PartyAffiliation
from tests.factories import cases, people
from ärenden.choices import AgentKind, Capacity, State
from ärenden.models import AgentSnapshot, Case, CaseEvent, Question

pytestmark = pytest.mark.django_db


def refused(do: Callable[[], Any]) -> str:
    """What the database says when it refuses, now rather than at the end of the transaction."""

    @transaction.atomic
    def at_once() -> None:
        do()
        connection.check_constraints()

    with pytest.raises(DatabaseError) as problem:
        at_once()
    return str(problem.value)


@pytest.mark.parametrize(
    "statement",
    ["update arenden_caseevent set summary = 'annat'", "delete from arenden_caseevent"],
)
def test_event_is_never_changed_or_removed(statement: str) -> None:
    case = cases.registered_case(cases.world())

    said = refused(lambda: connection.cursor().execute(statement))

    assert "never changed or removed" in said
    assert [event.summary for event in case.events.all()] == [
        f"Interpellation kom in från Frida Fråga (V), registrerad som {case.dnr}"
    ]


def test_state_changed_without_an_event_is_refused() -> None:
    case = cases.registered_case(cases.world())

    said = refused(lambda: Case.objects.filter(pk=case.pk).update(state=State.CLOSED))

    assert "closed_case_has_day" in said
    changed = Case.objects.filter(pk=case.pk)
    said = refused(lambda: changed.update(state=State.CLOSED, closed_on=date(2026, 3, 3)))
    assert "changed without an event" in said


def test_case_made_without_an_event_is_refused() -> None:
    world = cases.world()

    said = refused(
        lambda: Case.objects.create(
            organisation=world.organisation,
            body=world.council,
            case_type="motion",
            title="Utan händelse",
            dnr_unknown="saknas",
            received_on_unknown="saknas",
            registered_on=cases.TODAY,
        )
    )

    assert "changed without an event" in said


def test_account_is_never_deleted() -> None:
    user = people.user()

    said = refused(lambda: User.objects.filter(pk=user.pk).delete())

    assert "Cannot delete" in said


def test_fact_without_value_and_reason_is_refused() -> None:
    case = cases.registered_case(cases.world())

    said = refused(lambda: Case.objects.filter(pk=case.pk).update(received_on=None))

    assert "case_received_or_reason" in said


def test_two_chairs_at_once_are_refused() -> None:
    world = cases.world()

    said = refused(
        lambda: Assignment.objects.create(
            person=world.asker,
            body=world.board,
            role=AssignmentRole.CHAIR,
            period=period(date(2026, 1, 1)),
        )
    )

    assert "one_chair_at_a_time" in said


def test_chair_may_follow_on_the_very_day_the_former_ends() -> None:
    world = cases.world()
    handover = date(2027, 1, 1)
    Assignment.objects.filter(body=world.board).update(period=period(people.LONG_AGO, handover))

    Assignment.objects.create(
        person=world.asker, body=world.board, role=AssignmentRole.CHAIR, period=period(handover)
    )

    assert world.board.assignments.count() == 2


def test_period_without_a_first_day_is_refused() -> None:
    person = people.person(people.organisation())
    PartyAffiliation.objects.filter(person=person).delete()

    said = refused(
        lambda: PartyAffiliation.objects.create(person=person, period=period(None))  # type: ignore[arg-type]
    )

    assert "affiliation_period_bounded" in said


def test_same_abbreviation_in_two_organisations_is_two_parties() -> None:
    both = [
        Party.objects.create(
            organisation=people.organisation(),
            abbreviation="VF",
            name=name,
            scope="local",
            period=period(people.LONG_AGO),
        )
        for name in ("Vår Fjärd", "Vallens Framtid")
    ]

    assert len({party.pk for party in both}) == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        Party.objects.create(
            organisation=both[0].organisation,
            abbreviation="VF",
            scope="local",
            period=period(people.LONG_AGO),
        )


def test_name_belongs_to_exactly_one_owner() -> None:
    case = cases.registered_case(cases.world())
    loose = {"capacity": Capacity.SENDER, "name_printed": "Ada", "kind": AgentKind.PUBLIC}

    assert "agent_has_one_owner" in refused(lambda: AgentSnapshot.objects.create(**loose))
    two = {"case": case, "document": case.documents.get()}
    assert "agent_has_one_owner" in refused(lambda: AgentSnapshot.objects.create(**loose, **two))


def test_name_in_a_case_is_linked_to_no_person_of_another_organisation() -> None:
    case, stranger = cases.registered_case(cases.world()), people.person(people.organisation())
    names = AgentSnapshot.objects.filter(case=case)

    said = refused(lambda: names.update(person=stranger))

    assert "belongs to another organisation" in said


def test_account_is_no_person_of_another_organisation() -> None:
    user, stranger = people.user(people.organisation()), people.person(people.organisation())

    said = refused(lambda: Membership.objects.filter(user=user).update(person=stranger))

    assert "membership_person_at_home" in said


def test_earlier_wording_is_kept_even_when_a_row_is_changed_in_bulk() -> None:
    case = cases.registered_case(cases.world())

    Question.objects.filter(case=case, number=1).update(text="Hur många soffor finns i parken?")

    first = case.questions.get(number=1)
    assert [row.text for row in first.wordings.all()] == ["Hur många bänkar finns i parken?"]


@pytest.mark.django_db(transaction=True)
def test_database_of_the_tests_can_still_be_emptied() -> None:
    cases.registered_case(cases.world())

    call_command("flush", interactive=False, verbosity=0)

    assert CaseEvent.objects.count() == 0

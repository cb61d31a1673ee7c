"""Who took no part in a decision makes no reservation against it (KL 4:27), in either order."""

import pytest

from parties.models import Person
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.decisions import NewDecision, decide
from ärenden.actions.meetings import Sitting
from ärenden.actions.minutes import NewReservation, note_non_participation, reserve
from ärenden.actions.values import Name
from ärenden.choices import NonParticipationKind, Outcome
from ärenden.exceptions import ActionRefused
from ärenden.models import Decision

pytestmark = pytest.mark.django_db

ADA, BO = Name(name="Ada Ask", party_printed="(C)"), Name(name="Bo Bok", party_printed="(L)")
ABSENT = "deltog inte i beslutet och kan inte reservera sig"
PRESENT = "har reserverat sig mot beslutet och deltog alltså i det"


def decided(world: World) -> Decision:
    case = cases.committee_case(world)
    sitting = Sitting(meeting=people.meeting(world.board, cases.TODAY))
    return decide(
        case=case,
        doing=world.doing(),
        new=NewDecision(outcome=Outcome.ADOPTED, sitting=sitting),
    )


def note(
    world: World,
    decision: Decision,
    who: Name,
    *,
    kind: NonParticipationKind = NonParticipationKind.CONFLICT,
    whole: bool = False,
) -> None:
    note_non_participation(
        case=decision.case,
        doing=world.doing(),
        kind=kind,
        people=[who],
        decision=None if whole else decision,
    )


def object_to(world: World, decision: Decision, *who: Name) -> None:
    reserve(decision=decision, doing=world.doing(), new=NewReservation(people=who))


def linked(world: World, printed: str) -> tuple[Person, Name]:
    person = people.person(world.organisation, "Bo Bok")
    return person, Name(name=printed, person=person)


@pytest.mark.parametrize("whole", [False, True])
def test_reservation_of_someone_absent_from_the_decision_or_the_whole_case_is_refused(
    *, whole: bool
) -> None:
    world = cases.world()
    decision = decided(world)
    note(world, decision, BO, whole=whole)

    with pytest.raises(ActionRefused, match=rf"^Bo Bok \(L\) {ABSENT}"):
        object_to(world, decision, ADA, BO)
    object_to(world, decision, ADA)

    assert [str(row.agents.get()) for row in decision.reservations.all()] == ["Ada Ask (C)"]


@pytest.mark.parametrize("whole", [False, True])
def test_absence_of_someone_who_made_a_reservation_is_refused(*, whole: bool) -> None:
    world = cases.world()
    decision = decided(world)
    object_to(world, decision, ADA, BO)

    with pytest.raises(ActionRefused, match=rf"^Bo Bok \(L\) {PRESENT}"):
        note(world, decision, BO, whole=whole)
    note(world, decision, BO, kind=NonParticipationKind.ABSTAINS, whole=whole)

    assert decision.case.non_participations.get().kind == NonParticipationKind.ABSTAINS


def test_person_is_known_again_under_another_printed_name() -> None:
    world = cases.world()
    decision = decided(world)
    person, short = linked(world, "B. Bok")
    note(world, decision, short)

    for again in (Name(name="Bosse Bok", person=person), BO):
        with pytest.raises(ActionRefused, match=ABSENT):
            object_to(world, decision, again)


def test_two_people_of_one_name_are_kept_apart() -> None:
    world = cases.world()
    decision = decided(world)
    (_, absent), (_, present) = linked(world, "Bo Bok"), linked(world, "Bo Bok")
    note(world, decision, absent)

    object_to(world, decision, present)

    assert decision.reservations.get().agents.get().person == present.person


def test_reservation_against_another_decision_of_the_case_stands() -> None:
    world = cases.world()
    first = decided(world)
    second = Decision.objects.create(
        case=first.case, body=world.council, nature="final", decided_on=cases.TODAY
    )
    note(world, first, BO)

    object_to(world, second, BO)

    assert second.reservations.count() == 1

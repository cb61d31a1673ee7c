"""A nämndärende that ends, waits or goes back without a proposal."""

import pytest
from django.core.exceptions import PermissionDenied

from accounts.roles import Role
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.decisions import NewDecision, decide, return_case
from ärenden.actions.documents import NewDocument, add_document
from ärenden.actions.endings import close, reopen, write_off
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import postpone
from ärenden.actions.preparation import prepare, refer
from ärenden.choices import Direction, DocumentKind, LegalStatus, Outcome, State
from ärenden.exceptions import ActionRefused
from ärenden.models import Case

pytestmark = pytest.mark.django_db

WHY = "Sökanden har dragit tillbaka sin ansökan"


def at_the_board(world: World) -> Sitting:
    return Sitting(meeting=people.meeting(world.board, cases.TODAY), paragraph=7)


def prepared(world: World) -> Case:
    case = cases.committee_case(world)
    prepare(case=case, doing=world.doing(), body=world.board, on=cases.TODAY)
    return case


def test_case_is_written_off_with_a_reason_and_its_working_papers_are_drawn_up() -> None:
    world = cases.world()
    case = prepared(world)
    new = NewDocument(kind=DocumentKind.LETTER, title="Utkast", direction=Direction.INTERNAL)
    paper = add_document(case=case, doing=world.doing(), new=new)

    write_off(case=case, doing=world.doing(), reason=WHY)

    event = case.events.first()
    assert (case.state, case.outcome) == (State.WRITTEN_OFF, "")
    assert event is not None
    assert (event.summary, event.reason) == ("Avskrevs", WHY)
    paper.refresh_from_db()
    assert (paper.legal_status, paper.established_on) == (LegalStatus.DRAWN_UP, cases.TODAY)


def test_written_off_case_is_closed_and_opened_again_as_written_off() -> None:
    world = cases.world()
    case = cases.committee_case(world)
    write_off(case=case, doing=world.doing(), reason=WHY)

    close(case=case, doing=world.doing())
    closed = case.state
    reopen(case=case, doing=world.doing(), reason="Avslutades för tidigt")

    assert (closed, case.state) == (State.CLOSED, State.WRITTEN_OFF)


def test_case_that_a_body_has_taken_up_is_not_written_off() -> None:
    world = cases.world()
    case = cases.committee_case(world)
    return_case(
        case=case, doing=world.doing(), sitting=at_the_board(world), reason="Räkna om", body=None
    )
    prepare(case=case, doing=world.doing(), body=world.board, on=cases.TODAY)

    with pytest.raises(ActionRefused, match="ett organ har redan behandlat ärendet"):
        write_off(case=case, doing=world.doing(), reason=WHY)


def test_case_out_on_referral_is_not_written_off() -> None:
    world = cases.world()
    case = prepared(world)
    refer(
        case=case,
        doing=world.doing(),
        recipient="Räddningsnämnden",
        body=None,
        sent_on=cases.TODAY,
        due_on=cases.TODAY,
    )

    with pytest.raises(ActionRefused, match="yttrande saknas från räddningsnämnden"):
        write_off(case=case, doing=world.doing(), reason=WHY)


def test_only_the_registrar_writes_a_case_off() -> None:
    world = cases.world()
    case = cases.committee_case(world)
    secretary = people.user(world.organisation, Role.COMMITTEE_SECRETARY, of=world.board)

    with pytest.raises(PermissionDenied):
        write_off(case=case, doing=world.doing(by=secretary), reason=WHY)


def test_board_postpones_and_sends_back_a_case_that_no_one_has_prepared() -> None:
    world = cases.world()
    case = cases.committee_case(world)
    sitting = at_the_board(world)

    postpone(case=case, doing=world.doing(), sitting=sitting, reason="Tidsbrist", next_meeting=None)
    postponed = case.state
    return_case(case=case, doing=world.doing(), sitting=sitting, reason="Utred", body=None)

    assert (postponed, case.state) == (State.POSTPONED, State.RETURNED)


def test_case_falls_at_a_meeting() -> None:
    world = cases.world()
    case = cases.committee_case(world)
    new = NewDecision(outcome=Outcome.DROPPED, sitting=at_the_board(world))

    decision = decide(case=case, doing=world.doing(), new=new)

    event = case.events.first()
    assert event is not None
    assert (case.state, case.outcome, decision.outcome) == (State.DECIDED, "dropped", "dropped")
    assert event.summary.startswith("Beslut: utgår, kommunstyrelsen ")

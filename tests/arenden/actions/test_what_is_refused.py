"""What the register does not let anyone do, whichever page or reading asks for it."""

from datetime import date, timedelta

import pytest

from kernel.periods import period
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.answers import (
    NewAnswer,
    change_answerer,
    hand_over_answer,
    receive_answer,
    supplement_answer,
    transfer_answer,
)
from ärenden.actions.decisions import NewDecision, decide, return_case
from ärenden.actions.documents import annul_document, move_document
from ärenden.actions.endings import annul, close, withdraw
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import permit, record_answered
from ärenden.actions.preparation import prepare, raise_case, refer
from ärenden.actions.proposals import NewProposal, propose
from ärenden.actions.values import Name, Part
from ärenden.choices import LegalStatus, Outcome, ProposalKind, ProposalSource
from ärenden.exceptions import ActionRefused
from ärenden.models import Case

pytestmark = pytest.mark.django_db

MARCH_30 = date(2026, 3, 30)


def take_in(world: World, case: Case, *, on: date = MARCH_30) -> None:
    new = NewAnswer(parts=[Part(text="Tolv.")], received_on=on)
    receive_answer(case=case, doing=world.doing(on=on), new=new)


def answered(world: World) -> Case:
    case = cases.registered_case(world)
    doing, sitting = world.doing(on=MARCH_30), Sitting(meeting=world.first_meeting)
    permit(case=case, doing=doing, sitting=sitting)
    take_in(world, case)
    hand_over_answer(case=case, doing=doing, on=MARCH_30)
    outcome = Outcome.ANSWERED_IN_WRITING
    record_answered(case=case, doing=doing, sitting=sitting, outcome=outcome)
    return case


def proposed(world: World) -> Case:
    case = cases.motion(world)
    doing = world.doing(on=MARCH_30)
    raise_case(case=case, doing=doing, sitting=Sitting(meeting=world.first_meeting), raised_on=None)
    prepare(case=case, doing=doing, body=world.board, on=MARCH_30)
    new = NewProposal(kind=ProposalKind.REJECTION, source=ProposalSource.BOARD)
    propose(case=case, doing=doing, new=new)
    return case


def send_back(world: World, case: Case) -> None:
    return_case(
        case=case,
        doing=world.doing(on=MARCH_30),
        sitting=Sitting(meeting=world.first_meeting),
        reason="Kostnaden ska räknas fram",
        body=None,
    )


def test_step_that_needs_a_reason_is_refused_without_one() -> None:
    world = cases.world()
    case = cases.registered_case(world)

    with pytest.raises(ActionRefused, match="Skriv varför"):
        change_answerer(case=case, doing=world.doing(), to=Name(name="Ada Ask"), reason="  ")

    assert case.agents.filter(capacity="answerer").count() == 0


def test_nothing_happens_on_a_day_that_has_not_come() -> None:
    world = cases.world()
    case = cases.registered_case(world)

    with pytest.raises(ActionRefused, match="Dagen kan inte vara efter i dag"):
        withdraw(case=case, doing=world.doing(), on=cases.TODAY + timedelta(days=1))
    with pytest.raises(ActionRefused, match="Dagen kan inte vara efter i dag"):
        permit(case=case, doing=world.doing(), sitting=Sitting(meeting=world.first_meeting))


def test_answer_is_not_handed_over_before_it_came_in() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    take_in(world, case)

    with pytest.raises(ActionRefused, match="men svaret kom in först 30 mars 2026"):
        hand_over_answer(case=case, doing=world.doing(on=MARCH_30), on=date(2026, 3, 29))


def test_annulled_paper_of_an_answer_stays_annulled_when_the_answer_is_handed_over() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    take_in(world, case)
    paper = case.documents.get(kind="answer")
    annul_document(document=paper, doing=world.doing(on=MARCH_30), reason="Fel fil")

    case.refresh_from_db()
    hand_over_answer(case=case, doing=world.doing(on=MARCH_30), on=MARCH_30)

    paper.refresh_from_db()
    assert (paper.legal_status, paper.dispatched_on) == (LegalStatus.ANNULLED, None)


def test_case_without_answer_is_answered_only_with_the_reason() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    doing, sitting = world.doing(on=MARCH_30), Sitting(meeting=world.first_meeting)
    permit(case=case, doing=doing, sitting=sitting)

    with pytest.raises(ActionRefused, match="Skriv varför"):
        record_answered(case=case, doing=doing, sitting=sitting, outcome=Outcome.NOT_ANSWERED)


def test_answer_in_writing_may_come_after_an_oral_one_and_covers_the_questions() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    doing, sitting = world.doing(on=MARCH_30), Sitting(meeting=world.first_meeting)
    first = case.questions.earliest("number")
    new = NewAnswer(parts=[Part(text="Tolv.", question=first)], received_on=MARCH_30)
    with pytest.raises(ActionRefused, match="inget svar har kommit in att komplettera"):
        supplement_answer(case=case, doing=doing, new=new)
    permit(case=case, doing=doing, sitting=sitting)
    record_answered(case=case, doing=doing, sitting=sitting, outcome=Outcome.ANSWERED_ORALLY)

    answer = supplement_answer(case=case, doing=doing, new=new)

    assert (case.state, case.answer_state) == ("answered", "received")
    assert [(part.question, part.text) for part in answer.parts.all()] == [(first, "Tolv.")]


def test_case_is_not_closed_while_a_supplementary_answer_waits() -> None:
    world = cases.world()
    case = answered(world)
    new = NewAnswer(parts=[Part(text="I maj.")], received_on=date(2026, 4, 2))
    supplement_answer(case=case, doing=world.doing(on=date(2026, 4, 2)), new=new)

    with pytest.raises(ActionRefused, match="ett svar har kommit in men är inte överlämnat"):
        close(case=case, doing=world.doing(on=date(2026, 4, 2)))
    hand_over_answer(case=case, doing=world.doing(on=date(2026, 4, 2)), on=date(2026, 4, 2))
    close(case=case, doing=world.doing(on=date(2026, 4, 2)))

    assert case.state == "closed"


def test_returned_motion_is_not_decided_until_it_was_prepared_again() -> None:
    world = cases.world()
    case = proposed(world)
    send_back(world, case)
    sitting = Sitting(meeting=world.second_meeting)
    new = NewDecision(outcome=Outcome.REJECTED, sitting=sitting)

    with pytest.raises(ActionRefused, match="ärendet står i läget återremitterad"):
        decide(case=case, doing=world.doing(on=date(2026, 4, 27)), new=new)


def test_motion_is_not_decided_while_a_statement_is_waited_for() -> None:
    world = cases.world()
    case = proposed(world)
    send_back(world, case)
    doing = world.doing(on=MARCH_30)
    due = date(2026, 6, 1)
    refer(
        case=case,
        doing=doing,
        recipient="Räddningsnämnden",
        body=None,
        sent_on=MARCH_30,
        due_on=due,
    )
    prepare(case=case, doing=doing, body=world.board, on=MARCH_30)
    new = NewDecision(outcome=Outcome.REJECTED, sitting=Sitting(meeting=world.first_meeting))

    with pytest.raises(ActionRefused, match="yttrande saknas från räddningsnämnden"):
        decide(case=case, doing=doing, new=new)


@pytest.mark.parametrize("is_withdrawn", [True, False])
def test_no_statement_is_waited_for_in_a_case_that_ended(*, is_withdrawn: bool) -> None:
    world = cases.world()
    case = proposed(world)
    send_back(world, case)
    doing = world.doing(on=MARCH_30)
    refer(
        case=case,
        doing=doing,
        recipient="Räddningsnämnden",
        body=None,
        sent_on=MARCH_30,
        due_on=date(2026, 6, 1),
    )

    if is_withdrawn:
        withdraw(case=case, doing=doing, on=MARCH_30)
    else:
        annul(case=case, doing=doing, reason="Registrerad två gånger")

    referral = case.referrals.get()
    assert (referral.status, referral.reason) == ("waived", case.events.first().summary)
    assert set(case.deadlines.values_list("status", flat=True)) == {"waived"}


def test_paper_of_an_answer_is_not_moved_away_from_it() -> None:
    world = cases.world()
    case, other = cases.registered_case(world), cases.registered_case(world)
    take_in(world, case)
    paper = case.documents.get(kind="answer")

    with pytest.raises(ActionRefused, match="handlingen bär ett svar"):
        move_document(document=paper, to=other, doing=world.doing(on=MARCH_30), reason="Fel")


def test_answer_is_transferred_only_where_the_rules_allow_and_to_those_the_law_names() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    someone = cases.name_of(world.asker)

    with pytest.raises(ActionRefused, match="arbetsordning låter inte svaret överlåtas"):
        transfer_answer(case=case, doing=world.doing(), to=someone, reason="Bolagets fråga")
    world.organisation.allows_answer_transfer = True
    world.organisation.save()
    with pytest.raises(ActionRefused, match="Frida Fråga har inget uppdrag i ett kommunalt bolag"):
        transfer_answer(case=case, doing=world.doing(), to=someone, reason="Bolagets fråga")

    assert case.events.count() == 1


def test_former_chair_of_a_board_transfers_no_answer() -> None:
    world = cases.world()
    world.organisation.allows_answer_transfer = True
    world.organisation.save()
    case = cases.registered_case(world)
    world.board.assignments.update(period=period(people.LONG_AGO, cases.TODAY))

    with pytest.raises(ActionRefused, match="bara en nämnds ordförande"):
        transfer_answer(
            case=case, doing=world.doing(), to=Name(name="Bo Ek"), reason="Bolagets fråga"
        )

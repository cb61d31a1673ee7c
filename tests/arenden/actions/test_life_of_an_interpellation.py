"""An interpellation from paper to besvarad, along both tracks."""

from datetime import date

import pytest

from tests.factories import cases
from ärenden.actions.answers import NewAnswer, hand_over_answer, receive_answer
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import announce, permit, postpone, record_answered, take_off
from ärenden.actions.values import Part
from ärenden.choices import AnswerState, DeadlineStatus, Outcome, Purpose, State
from ärenden.exceptions import ActionRefused
from ärenden.models import Case

pytestmark = pytest.mark.django_db


def answer_of(case: Case) -> NewAnswer:
    parts = [Part(question=question, text="Tolv.") for question in case.questions.all()]
    return NewAnswer(parts=parts, received_on=date(2026, 4, 20))


def test_answer_comes_in_before_the_permission() -> None:
    world = cases.world()
    case = cases.registered_case(world)

    receive_answer(case=case, doing=world.doing(on=date(2026, 4, 20)), new=answer_of(case))

    assert (case.state, case.answer_state) == (State.REGISTERED, AnswerState.RECEIVED)
    assert case.phase == "answer_received"


def test_permission_answer_and_besvarad_may_fall_at_the_same_meeting() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    doing = world.doing(on=date(2026, 4, 27))
    sitting = Sitting(meeting=world.second_meeting, paragraph=12)

    receive_answer(case=case, doing=doing, new=answer_of(case))
    hand_over_answer(case=case, doing=doing, on=date(2026, 4, 27))
    permit(case=case, doing=doing, sitting=sitting)
    record_answered(case=case, doing=doing, sitting=sitting, outcome=Outcome.ANSWERED_IN_WRITING)

    assert (case.state, case.outcome) == (State.ANSWERED, Outcome.ANSWERED_IN_WRITING)
    assert [event.version for event in case.events.all()] == [5, 4, 3, 2, 1]


def test_besvarad_without_permission_and_answer_tells_every_hindrance() -> None:
    world = cases.world()
    case = cases.registered_case(world)

    with pytest.raises(ActionRefused) as refused:
        record_answered(
            case=case,
            doing=world.doing(),
            sitting=Sitting(),
            outcome=Outcome.ANSWERED_IN_WRITING,
        )

    assert [refusal.code for refusal in refused.value.refusals] == [
        "permission_missing",
        "answer_not_handed_over",
        "questions_unanswered",
        "meeting_not_given",
    ]


def test_postponed_directly_on_permission_is_due_at_the_chosen_meeting() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    doing = world.doing(on=date(2026, 3, 30))
    sitting = Sitting(meeting=world.first_meeting, paragraph=7)

    permit(case=case, doing=doing, sitting=sitting)
    postpone(
        case=case,
        doing=doing,
        sitting=sitting,
        reason="Interpellanten har förhinder",
        next_meeting=world.second_meeting,
    )

    due = case.deadlines.get(status=DeadlineStatus.OPEN, purpose=Purpose.ANSWER)
    assert case.state == State.POSTPONED
    assert due.due_at.date() == date(2026, 4, 27)


def test_case_taken_off_one_list_is_still_taken_up_at_the_other() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    announce(case=case, doing=world.doing(), meeting=world.first_meeting)
    announce(case=case, doing=world.doing(), meeting=world.second_meeting)

    take_off(case=case, doing=world.doing(), meeting=world.first_meeting, reason="Fel dag")

    assert (case.state, case.target_meeting) == (State.ANNOUNCED, world.second_meeting)


def test_case_taken_off_both_lists_is_to_be_taken_up_at_neither() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    both = (world.first_meeting, world.second_meeting)
    for meeting in both:
        announce(case=case, doing=world.doing(), meeting=meeting)

    for meeting in both:
        take_off(case=case, doing=world.doing(), meeting=meeting, reason="Fel dag")

    assert (case.state, case.target_meeting) == (State.REGISTERED, None)


def test_case_taken_off_where_it_was_put_back_is_taken_up_at_the_other() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    first, second = world.first_meeting, world.second_meeting
    announce(case=case, doing=world.doing(), meeting=first)
    announce(case=case, doing=world.doing(), meeting=second)
    take_off(case=case, doing=world.doing(), meeting=first, reason="Fel dag")
    announce(case=case, doing=world.doing(), meeting=first)

    take_off(case=case, doing=world.doing(), meeting=first, reason="Fel dag")

    assert (case.state, case.target_meeting) == (State.ANNOUNCED, second)

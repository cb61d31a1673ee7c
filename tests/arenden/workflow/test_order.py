"""Days that cannot both be right, and days that only look so."""

from datetime import date

import pytest

from ärenden.workflow import Action
from ärenden.workflow.order import OLDER_PAPERS, TOLD, Happening, contradictions

A = Action
UTSKOTT, NAMND, COUNCIL = range(3)


def on(day: int, action: A, **more: object) -> Happening:
    return Happening(action=action, day=date(2026, 3, day), **more)  # type: ignore[arg-type]


def told(*happenings: Happening) -> list[str]:
    return sorted(each.refusal().text for each in contradictions(happenings))


def test_sentence_names_both_days_and_what_to_do() -> None:
    (found,) = told(on(9, A.RECORD_ANSWERED), on(30, A.PERMIT))

    assert found == (
        "Den besvarades 9 mars 2026, men den fick ställas först 30 mars 2026."
        " Rätta den dag som är fel"
    )


def test_remiss_is_called_by_its_recipient() -> None:
    sent = on(9, A.REFER, thread="r1", whose="till skolnämnden")
    statement = on(2, A.RECEIVE_STATEMENT, thread="r1", whose="från skolnämnden")

    (found,) = told(sent, statement)

    assert found == (
        "Yttrandet från skolnämnden kom in 2 mars 2026, men remissen till skolnämnden skickades"
        " först 9 mars 2026. Rätta den dag som är fel"
    )


@pytest.mark.parametrize("action", sorted(TOLD.keys() - OLDER_PAPERS - {A.REGISTER}))
def test_nothing_happens_before_the_case_came_in(action: A) -> None:
    assert len(told(on(3, A.REGISTER), on(2, action))) == 1
    assert told(on(3, A.REGISTER), on(3, action)) == []


def test_paper_may_be_older_than_the_case_but_no_yrkande_at_a_meeting() -> None:
    came_in = on(9, A.REGISTER)

    assert told(came_in, on(2, A.ADD_PROPOSAL), on(2, A.NOTE_PREPARATION)) == []
    assert len(told(came_in, on(2, A.ADD_PROPOSAL, level=COUNCIL))) == 1


def test_what_was_recorded_later_may_have_happened_earlier() -> None:
    proposed, moved = on(9, A.PROPOSE, turn=3), on(9, A.ADD_PROPOSAL, turn=6, level=NAMND)
    decided = on(30, A.DECIDE, turn=4, level=COUNCIL)

    assert told(proposed, decided, moved) == []


@pytest.mark.parametrize(
    "earlier", [A.RAISE, A.PROPOSE, A.RETURN, A.POSTPONE, A.REPORT_OPEN, A.NOTE_PREPARATION]
)
def test_decision_comes_after_what_led_to_it(earlier: A) -> None:
    assert len(told(on(9, earlier), on(2, A.DECIDE))) == 1
    assert told(on(2, earlier), on(9, A.DECIDE)) == []


def test_proposal_of_the_next_round_comes_after_the_return_and_the_first_one_before() -> None:
    first, second = on(2, A.PROPOSE, turn=3), on(16, A.PROPOSE, turn=5)

    assert told(first, on(9, A.RETURN, turn=4), second) == []
    assert len(told(first, on(1, A.RETURN, turn=4), second)) == 1
    assert len(told(first, on(30, A.RETURN, turn=4), second)) == 1


def test_utskott_proposes_before_the_board_and_the_board_before_the_council() -> None:
    moved_at = {level: on(9, A.ADD_PROPOSAL, level=level) for level in (UTSKOTT, NAMND, COUNCIL)}
    proposed = on(16, A.PROPOSE, level=NAMND)

    assert told(moved_at[UTSKOTT], proposed) == []
    assert told(moved_at[NAMND], proposed) == []
    assert len(told(moved_at[COUNCIL], proposed)) == 1


def test_matter_that_came_back_is_taken_up_lower_down_again() -> None:
    in_council, back = on(9, A.ADD_PROPOSAL, level=COUNCIL), on(9, A.RETURN, turn=4, level=COUNCIL)

    assert told(in_council, back, on(16, A.ADD_STEP, level=UTSKOTT)) == []


def test_supplementary_answer_comes_after_the_council_met() -> None:
    first = on(2, A.RECEIVE_ANSWER, thread="a1"), on(2, A.HAND_OVER_ANSWER, thread="a1")
    second = on(16, A.RECEIVE_ANSWER, thread="a2"), on(16, A.HAND_OVER_ANSWER, thread="a2")
    answered = on(9, A.RECORD_ANSWERED, thread="a1")

    assert told(*first, *second, answered) == []
    assert len(told(*second, on(9, A.RECORD_ANSWERED, thread="a2"))) == 2


def test_withdrawal_comes_after_what_had_been_done_and_closing_last() -> None:
    assert len(told(on(9, A.PERMIT), on(2, A.WITHDRAW), on(1, A.CLOSE))) == 2
    assert told(on(2, A.PERMIT), on(9, A.WITHDRAW), on(9, A.CLOSE)) == []

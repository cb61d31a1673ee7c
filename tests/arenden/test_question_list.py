"""Moving, joining and dividing questions in the form."""

from hypothesis import given
from hypothesis import strategies as st

from ärenden import question_list

QUESTIONS = ["Ett?", "Två?", "Tre?"]


def test_move_up_changes_place_with_the_question_before():
    assert question_list.move_up(QUESTIONS, 2) == ["Ett?", "Tre?", "Två?"]


def test_move_down_changes_place_with_the_question_after():
    assert question_list.move_down(QUESTIONS, 0) == ["Två?", "Ett?", "Tre?"]


def test_moves_at_the_ends_change_nothing():
    assert question_list.move_up(QUESTIONS, 0) == QUESTIONS
    assert question_list.move_down(QUESTIONS, 2) == QUESTIONS


def test_join_next_keeps_both_texts_on_their_own_lines():
    assert question_list.join_next(QUESTIONS, 1) == ["Ett?", "Två?\nTre?"]


def test_join_next_of_the_last_changes_nothing():
    assert question_list.join_next(QUESTIONS, 2) == QUESTIONS


def test_split_at_makes_two_questions_without_the_space_between():
    assert question_list.split_at(["Vad? Hur?"], 0, 4) == ["Vad?", "Hur?"]


def test_split_at_an_edge_changes_nothing():
    assert question_list.split_at(["Vad? "], 0, 4) == ["Vad? "]


def test_insert_and_remove_undo_each_other():
    longer = question_list.insert(QUESTIONS, 1, "Ny?")

    assert longer == ["Ett?", "Ny?", "Två?", "Tre?"]
    assert question_list.remove(longer, 1) == QUESTIONS


@given(st.lists(st.text(min_size=1), min_size=1), st.data())
def test_no_edit_changes_the_list_it_was_given(questions, data):
    before = list(questions)
    index = data.draw(st.integers(0, len(questions) - 1))

    moved = question_list.move_down(questions, index)
    question_list.join_next(questions, index)
    question_list.split_at(questions, index, 1)

    assert questions == before
    assert sorted(moved) == sorted(before)

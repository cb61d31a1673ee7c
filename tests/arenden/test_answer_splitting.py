"""A pasted answer meets its questions, and every word of it is still there."""

import re
from collections import Counter

import pytest
from django.conf import settings

from ärenden.answer_splitting import AnswerSplit, FoundAnswer, split_answer

BENCHES = ["Hur många bänkar finns i parken?", "När målas de om, och av vem?"]
SEED = "001_a110a959cdabe1cd.txt"


def words_of(split: AnswerSplit) -> Counter[str]:
    answers = [
        (part.question_label, part.question_as_quoted, part.answer_label, part.text)
        for part in split.answers.values()
    ]
    frame = (split.title, split.preamble, split.intro, split.common, split.closing)
    ends = (split.place, split.date_text, *split.signers)
    return words(" ".join([*frame, *ends, *(text for part in answers for text in part)]))


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def test_answer_that_quotes_the_questions_is_cut_at_them() -> None:
    text = (
        "Svar om bänkarna\n\nTack för frågorna.\n\nMina svar:\n\n"
        "1. Hur många bänkar finns i parken?\nSvar: Tolv.\n\nDe är av ek.\n\n"
        "2. När målas de, och av vem?\n\nI maj.\n\nDärmed är frågan besvarad.\n\n"
        "Provby den 3 maj 2026\n\nSven Svar (S)\nordförande"
    )

    split = split_answer(text, BENCHES)

    assert split == AnswerSplit(
        answers={
            0: FoundAnswer("Tolv.\n\nDe är av ek.", "Svar:", "1.", BENCHES[0]),
            1: FoundAnswer("I maj.", "", "2.", "När målas de, och av vem?"),
        },
        title="Svar om bänkarna",
        preamble="Tack för frågorna.",
        intro="Mina svar:",
        closing="Därmed är frågan besvarad.",
        place="Provby",
        date_text="3 maj 2026",
        signers=("Sven Svar (S), ordförande",),
    )


def test_answer_with_as_many_numbers_as_questions_is_cut_at_the_numbers() -> None:
    split = split_answer("1. Tolv.\n2. I maj, av kommunens målare.", BENCHES)

    assert split.answers == {
        0: FoundAnswer("Tolv.", "1."),
        1: FoundAnswer("I maj, av kommunens målare.", "2."),
    }


def test_answer_in_running_text_is_common_to_all_questions() -> None:
    split = split_answer("Bänkarna är tolv och målas i maj.\n\nSven Svar (S)", BENCHES)

    assert split == AnswerSplit(
        answers={}, common="Bänkarna är tolv och målas i maj.", signers=("Sven Svar (S)",)
    )


@pytest.mark.parametrize(
    "signature",
    [
        "Sven Svar (S), nämndens ordförande, kommunalråd",
        "Sven Svar (S)\nnämndens ordförande, kommunalråd",
        "**Sven Svar (S)**  \n\n*nämndens ordförande*  \nkommunalråd",
    ],
)
def test_offices_go_with_the_name_that_they_stand_beside(signature: str) -> None:
    split = split_answer(f"De är tolv.\n\nProvby 2026-03-04\n\n{signature}\n\nBilaga 1", BENCHES)

    assert split == AnswerSplit(
        answers={},
        common="De är tolv.",
        closing="Bilaga 1",
        place="Provby",
        date_text="2026-03-04",
        signers=("Sven Svar (S), nämndens ordförande, kommunalråd",),
    )


def test_question_that_the_answer_leaves_out_has_no_answer() -> None:
    split = split_answer("När målas de om, och av vem?\n\nI maj.", BENCHES)

    assert split.answers == {1: FoundAnswer("I maj.", question_as_quoted=BENCHES[1])}


@pytest.mark.parametrize("text", ["", "Sven Svar (S)", "1.", "Svar:", "?\n\n?"])
def test_strange_answer_loses_no_word(text: str) -> None:
    assert words_of(split_answer(text, BENCHES)) == words(text)


@pytest.mark.seeds
def test_answer_of_a_real_paper_meets_its_five_questions() -> None:
    source = settings.SOURCES / SEED
    if not source.exists():
        pytest.skip("the real documents are not on this machine (ARENDEN_SOURCES)")
    answer, _, question = source.read_text().partition("## **Interpellation till")
    asked = [line.removeprefix("- ") for line in question.splitlines() if line.startswith("- ")]

    split = split_answer(answer, asked)

    assert [part.answer_label for part in split.answers.values()] == ["*Svar:*"] * 5
    assert (split.place, split.date_text) == ("Västerås", "2021-05-05")
    assert split.closing == "Därmed anser jag interpellationen besvarad."
    assert words_of(split) == words(answer)

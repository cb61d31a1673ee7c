"""The answers of 000 and 001: what stands in them, counted, and their traps."""

from collections.abc import Callable

import pytest

from tests.arenden.reading.names import names
from ärenden.choices import AnswerState, Capacity, DocumentKind, State
from ärenden.models import Case

pytestmark = [pytest.mark.django_db, pytest.mark.seeds]
CaseOf = Callable[[str], Case]


def test_000_has_two_questions_answered_in_two_paragraphs_each(case_of: CaseOf) -> None:
    answer = case_of("000").answers.get()

    parts = answer.parts.all()
    assert [part.question and part.question.number for part in parts] == [1, 2]
    assert [len(part.text.split("\n\n")) for part in parts] == [2, 2]


def test_000_is_put_by_a_party_and_says_that_no_member_is_named(case_of: CaseOf) -> None:
    case = case_of("000")

    assert (str(case.on_behalf_of), names(case, Capacity.SIGNATORY)) == ("Vänsterpartiet", [])
    assert "ledamot" in case.events.get(version=1).unknown["signatory"]


def test_000_is_signed_with_two_roles_and_has_no_paper_but_the_answer(case_of: CaseOf) -> None:
    case = case_of("000")

    signer = case.answers.get().agents.get(capacity=Capacity.SIGNER)
    assert signer.roles_printed == ["Kommunstyrelsens ordförande", "Kommunalråd"]
    assert [paper.kind for paper in case.documents.all()] == [DocumentKind.ANSWER]


@pytest.mark.parametrize("number", ["000", "001"])
def test_interpellation_stops_where_the_answer_came_in(number: str, case_of: CaseOf) -> None:
    case = case_of(number)

    assert (case.state, case.answer_state, case.is_permitted) == (
        State.REGISTERED,
        AnswerState.RECEIVED,
        None,
    )
    told = case.events.get(action="receive_answer").unknown
    assert told["permission"] == "Fullmäktiges beslut framgår inte"


def test_001_has_two_documents_and_five_questions_with_answers(case_of: CaseOf) -> None:
    case = case_of("001")

    kinds = [(paper.kind, paper.date_text) for paper in case.documents.all()]
    assert kinds == [
        (DocumentKind.INTERPELLATION, "2021-03-10"),
        (DocumentKind.ANSWER, "2021-05-05"),
    ]
    parts = case.answers.get().parts.all()
    assert [part.question and part.question.number for part in parts] == [1, 2, 3, 4, 5]
    assert [part.question_label_printed for part in parts] == ["1.", "2.", "3.", "4.", "5."]


def test_001_keeps_a_question_as_put_beside_the_question_as_quoted(case_of: CaseOf) -> None:
    parts = case_of("001").answers.get().parts.select_related("question")

    differing = [
        (part.question.text.partition("VLT")[2], part.question_text_as_quoted.partition("VLT")[2])
        for part in parts
        if part.question and part.question.text != part.question_text_as_quoted
    ]
    assert differing == [(" 10/3?", " den 10/3?")]


def test_001_keeps_both_dashes_of_the_independent(case_of: CaseOf) -> None:
    case = case_of("001")

    answer = case.documents.get(kind=DocumentKind.ANSWER)
    assert names(case, Capacity.SIGNATORY) == ["Emil Thessén (–)"]
    assert [str(agent) for agent in answer.agents.filter(capacity=Capacity.RECIPIENT)] == [
        "Emil Thessén (-)"
    ]
    assert case.agents.get(capacity=Capacity.SIGNATORY).party is None


def test_001_keeps_misspellings_and_emphasis(case_of: CaseOf) -> None:
    case = case_of("001")

    assert "visseblåsarfunktion" in case.questions.get(number=5).text
    last = case.answers.get().parts.get(position=5)
    assert "visseblåsarfunktion" in last.question_text_as_quoted
    assert last.text.startswith("Visselblåsarfunktionen")
    assert case.motivation.startswith("– *Toppolitiker")
    assert len(case.motivation.split("\n\n")) == 4

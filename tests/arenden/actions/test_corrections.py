"""Rätta: a mistyped text or day is mended with its reason, and the first one stays readable."""

from datetime import date
from typing import Any

import pytest

from tests.factories import answers, cases, people
from tests.factories.cases import World
from ärenden import numbers
from ärenden.actions.answers import NewAnswer, begin_answer, receive_answer
from ärenden.actions.changes import change_type
from ärenden.actions.corrections import correct, correct_day
from ärenden.actions.meetings import Sitting
from ärenden.actions.preparation import (
    NewStatement,
    prepare,
    raise_case,
    receive_statement,
    refer,
)
from ärenden.actions.proposals import NewProposal, add_proposal
from ärenden.actions.values import Name, Part
from ärenden.choices import CaseType, DocumentKind, ProposalKind
from ärenden.exceptions import ActionRefused
from ärenden.models import Case
from ärenden.queries.wordings import earlier_wordings

pytestmark = pytest.mark.django_db

MARCH_1 = date(2026, 3, 1)


def mend_day(world: World, case: Case, row: Any, field: str, day: date) -> None:
    doing = world.doing()
    correct_day(case=case, doing=doing, row=row, field=field, day=day, reason="Fel dag")


def test_day_of_arrival_is_mended_in_the_case_and_its_paper() -> None:
    world = cases.world()
    case = cases.registered_case(world)

    mend_day(world, case, case, "received_on", MARCH_1)

    paper = case.documents.get()
    told = [(row.text, row.reason) for row in earlier_wordings([case, paper])]
    assert (case.received_on, paper.received_on) == (MARCH_1, MARCH_1)
    assert told == [("2026-03-02", "Fel dag"), ("2026-03-02", "Fel dag")]


def test_day_of_an_answer_is_mended_with_its_paper_and_leaves_the_case_alone() -> None:
    world = cases.world()
    case = cases.registered_case(world, received_on=date(2026, 2, 25))
    new = NewAnswer(parts=[Part(text="Tolv.")], received_on=cases.TODAY)
    answer = receive_answer(case=case, doing=world.doing(), new=new)

    mend_day(world, case, answer.document, "received_on", date(2026, 2, 27))

    answer.refresh_from_db()
    assert (answer.received_on, case.received_on) == (date(2026, 2, 27), date(2026, 2, 25))


def test_day_of_a_statement_is_mended_in_its_referral_and_its_deadline() -> None:
    world = cases.world()
    case = cases.motion(world, received_on=MARCH_1)
    sitting = Sitting(meeting=people.meeting(world.council, MARCH_1))
    raise_case(case=case, doing=world.doing(), sitting=sitting, raised_on=None)
    prepare(case=case, doing=world.doing(), body=world.board, on=MARCH_1)
    due = {"sent_on": MARCH_1, "due_on": MARCH_1, "body": None}
    referral = refer(case=case, doing=world.doing(), recipient="Skolnämnden", **due)
    new = NewStatement(text="", answered_on=cases.TODAY)
    paper = receive_statement(referral=referral, doing=world.doing(), new=new).document

    mend_day(world, case, paper, "received_on", MARCH_1)

    referral.refresh_from_db()
    met_at = referral.deadlines.get().met_at
    assert (referral.answered_on, met_at.date()) == (MARCH_1, MARCH_1)


def test_mended_day_is_not_after_today() -> None:
    world = cases.world()
    case = cases.registered_case(world)

    with pytest.raises(ActionRefused, match="Dagen kan inte vara efter i dag"):
        mend_day(world, case, case.documents.get(), "dated_on", date(2026, 3, 3))


def test_row_of_another_case_is_not_mended_from_this_one() -> None:
    world = cases.world()
    case, other = cases.registered_case(world), cases.registered_case(world)

    with pytest.raises(ActionRefused, match="kan inte rättas här"):
        correct(
            case=case,
            doing=world.doing(),
            row=other.questions.earliest("number"),
            field="text",
            text="Varför?",
            reason="Skrivfel",
        )


def test_correction_that_changes_nothing_is_refused() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    doing, title = world.doing(), case.title

    with pytest.raises(ActionRefused, match="Uppgiften står redan så"):
        correct(case=case, doing=doing, row=case, field="title", text=title, reason="Skrivfel")


@pytest.mark.parametrize(
    ("text", "told"),
    [("9" * 61, "Uppgiften kan ha högst 60 tecken"), ("–", "Skriv numret med siffror")],
)
def test_number_that_cannot_be_kept_or_found_is_refused(text: str, told: str) -> None:
    world = cases.world()
    case = cases.registered_case(world)

    with pytest.raises(ActionRefused, match=told):
        correct(case=case, doing=world.doing(), row=case, field="dnr", text=text, reason="Fel")


def test_longest_number_of_many_parts_is_found_by_its_key() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    number = "a1" * 30

    correct(case=case, doing=world.doing(), row=case, field="dnr", text=number, reason="Fel")

    assert Case.objects.get(dnr_key=numbers.key(number)) == case


def test_questions_become_att_satser_when_the_paper_was_a_motion() -> None:
    world = cases.world()
    case = cases.registered_case(world)

    change_type(case=case, doing=world.doing(), to=CaseType.MOTION, reason="Fel typ")

    proposal = case.proposals.get()
    assert [(row.label_printed, row.text) for row in proposal.points.all()] == [
        ("1.", "Hur många bänkar finns i parken?"),
        ("2.", "När målas de om?"),
    ]
    assert [str(row) for row in proposal.agents.all()] == ["Frida Fråga (V)"]
    assert (case.questions.count(), case.documents.get().kind) == (0, DocumentKind.MOTION)


def test_att_satser_become_questions_when_the_paper_was_an_interpellation() -> None:
    world = cases.world()
    case = cases.motion(world)

    change_type(case=case, doing=world.doing(), to=CaseType.INTERPELLATION, reason="Fel typ")

    assert [(row.number, row.text) for row in case.questions.all()] == [
        (1, "att kommunen sätter upp tio cykelställ"),
        (2, "att de målas gröna"),
    ]
    assert case.proposals.count() == 0


def test_type_stands_once_someone_has_moved_something_or_begun_to_answer() -> None:
    world = cases.world()
    motion, asked = cases.motion(world), cases.registered_case(world)
    moved = NewProposal(kind=ProposalKind.REJECTION, proposers=[Name(name="Ada Ask")])
    add_proposal(case=motion, doing=world.doing(), new=moved)
    begin_answer(case=asked, doing=world.doing())

    with pytest.raises(ActionRefused, match="yrkanden är redan antecknade"):
        change_type(case=motion, doing=world.doing(), to=CaseType.QUESTION, reason="Fel typ")
    with pytest.raises(ActionRefused, match="svaret håller på att skrivas"):
        change_type(case=asked, doing=world.doing(), to=CaseType.MOTION, reason="Fel typ")


def test_type_stands_while_someone_writes_an_answer_to_the_questions() -> None:
    those = answers.answering()
    answers.draft(those, "Tolv.")

    with pytest.raises(ActionRefused, match="svaret håller på att skrivas"):
        change_type(
            case=those.case, doing=those.world.doing(), to=CaseType.MOTION, reason="Fel typ"
        )

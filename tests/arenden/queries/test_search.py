"""A case is found by number, name and word, and never by what one may not read."""

from datetime import date

import pytest

from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.answers import NewAnswer, hand_over_answer, receive_answer
from ärenden.actions.documents import NewDocument, add_document
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import record_answered
from ärenden.actions.search import texts_at_the_end
from ärenden.actions.values import Part, Point
from ärenden.choices import Direction, DocumentKind, Fact, Outcome
from ärenden.models import Case
from ärenden.models.search import Audience
from ärenden.queries.search import found_by, mended

pytestmark = pytest.mark.django_db

ANSWERED = date(2026, 3, 20)


def found(text: str, *, audience: Audience = Audience.STAFF) -> list[Case]:
    return list(Case.objects.filter(found_by(text, audience=audience)))


def test_texts_of_many_actions_are_written_at_the_end() -> None:
    world = cases.world()

    with texts_at_the_end():
        case = cases.registered_case(world)
        before = found("bänkarna")

    assert (before, found("bänkarna")) == ([], [case])


def take_in(world: World, case: Case, text: str, *, title: str = "Svar") -> None:
    parts = [Part(question=question, text=text) for question in case.questions.all()]
    answer = NewAnswer(parts=parts, title=title, received_on=ANSWERED)
    receive_answer(case=case, doing=world.doing(on=ANSWERED), new=answer)


@pytest.mark.parametrize(
    "text",
    ["KS 2026/00001", "ks 2026-1", "1/2026", "26/1", "1", "2026 ks"],
)
def test_case_is_found_by_its_number_in_any_spelling(text: str) -> None:
    world = cases.world()
    case = cases.registered_case(world)

    assert found(text) == [case]


@pytest.mark.parametrize(
    "text",
    ["Frida Fråga", "fråga, frida", "Sven Svar", "bänk", "BÄNKARNA", "slit", "målades"],
)
def test_case_is_found_by_names_and_by_any_form_of_its_words(text: str) -> None:
    world = cases.world()
    case = cases.registered_case(world)

    assert found(text) == [case]


def test_case_is_found_by_a_word_of_question_four_alone() -> None:
    world = cases.world()
    questions = [Point(text=f"Hur mår {thing}?") for thing in ("ek", "ask", "alm", "rönnarna")]
    case = cases.registered_case(world, questions=questions)
    cases.registered_case(world)

    assert found("rönn") == [case]


def test_case_is_found_by_the_council_s_own_number() -> None:
    world = cases.world()
    case = cases.registered_case(world, own_number="Interpellation 2026:3")
    cases.registered_case(world)

    assert found("interpellation 2026:3 ") == [case]


@pytest.mark.parametrize("text", ["fontänen", "bänkarna fontänen", "KS 2026/2", "2025/1"])
def test_case_is_not_found_by_what_it_lacks(text: str) -> None:
    cases.registered_case(cases.world())

    assert found(text) == []


@pytest.mark.parametrize("text", ["", " ", "'", "\\", ":*", "a' | 'b", "& | !", "<->", "(", "_ ²"])
def test_signs_of_the_query_language_are_no_words(text: str) -> None:
    cases.registered_case(cases.world())

    assert found(text) == []


def test_word_of_an_answer_is_found_by_councillors_when_it_has_been_heard() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    take_in(world, case, "Hundratolv.")

    hand_over_answer(case=case, doing=world.doing(on=ANSWERED), on=ANSWERED)
    before = found("hundratolv"), found("hundratolv", audience=Audience.COUNCIL)
    record_answered(
        case=case,
        doing=world.doing(on=ANSWERED, unknown={Fact.PERMISSION: "Framgår inte"}),
        sitting=Sitting(meeting=people.meeting(world.council, ANSWERED)),
        outcome=Outcome.ANSWERED_ORALLY,
    )

    assert before == ([case], [])
    assert found("hundratolv", audience=Audience.COUNCIL) == [case]


def test_title_of_an_answer_is_not_found_by_councillors_before_it_is_handed_over() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    take_in(world, case, "Tolv.", title="Svar om pensionärernas parkbänkar")

    assert found("pensionärernas") == [case]
    assert found("pensionärernas", audience=Audience.COUNCIL) == []


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("bänkarnna", "bänkarna"),
        ("frda frga", "frida fråga"),
        ("FRAGA", "fråga"),
        ("bankarna parken", "bänkarna parken"),
        ("xyzzy", ""),
        ("bänkarnna xyzzy", ""),
        ("2026", ""),
    ],
)
def test_misspelt_words_are_mended_from_the_texts(typed: str, proposed: str) -> None:
    cases.registered_case(cases.world())

    assert mended(typed, cases=Case.objects.all(), audience=Audience.STAFF) == proposed


@pytest.mark.parametrize(
    ("typed", "proposed"), [("hallsjo", "hällsjö"), ("fjärrvärmme", "fjärrvärme")]
)
def test_word_is_mended_to_the_word_as_written_and_not_to_its_stem(
    typed: str, proposed: str
) -> None:
    cases.registered_case(cases.world(), motivation="Fjärrvärme till Hällsjö, inte till Hallsjöbo.")

    assert mended(typed, cases=Case.objects.all(), audience=Audience.STAFF) == proposed


def test_words_of_different_cases_are_not_proposed_together() -> None:
    world = cases.world()
    cases.registered_case(world, motivation="Fjärrvärme.")
    cases.registered_case(world, motivation="Hällsjö.")

    proposed = mended("fjarrvarme hallsjo", cases=Case.objects.all(), audience=Audience.STAFF)

    assert proposed == ""


def test_word_is_never_mended_from_an_answer_that_one_may_not_read() -> None:
    world = cases.world()
    take_in(world, cases.registered_case(world), "Hundratolv.")

    proposals = [
        mended("hundratolw", cases=Case.objects.all(), audience=audience) for audience in Audience
    ]

    assert proposals == ["hundratolv", ""]


def test_word_is_never_mended_from_a_case_that_one_may_not_see() -> None:
    cases.registered_case(cases.world())

    assert mended("bänkarnna", cases=Case.objects.none(), audience=Audience.STAFF) == ""


def test_title_of_a_plain_document_is_found_by_councillors_too() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    letter = NewDocument(
        kind=DocumentKind.LETTER,
        title="Brev om koltrasten",
        direction=Direction.INCOMING,
        received_on=cases.TODAY,
    )

    add_document(case=case, doing=world.doing(), new=letter)

    for audience in Audience:
        assert found("koltrasten", audience=audience) == [case]

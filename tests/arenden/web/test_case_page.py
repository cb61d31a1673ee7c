"""The page of a case: what stands on it, and what it costs the database."""

import pytest
from django.test import Client

from tests.arenden.web.case_page import (
    LATER,
    MOST_QUERIES,
    answer_of,
    council_member,
    queries_of,
    shown,
)
from tests.factories import cases
from ärenden.actions.answers import (
    NewAnswer,
    receive_answer,
    supplement_answer,
)
from ärenden.actions.changes import change_type
from ärenden.actions.corrections import correct
from ärenden.actions.values import Part, Point
from ärenden.choices import CaseType, Coverage, Fact
from ärenden.models import Case, Document
from ärenden.models.notes import MeetingNote

pytestmark = pytest.mark.django_db


def test_every_sentence_of_question_and_answer_stands_on_the_page(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world, question_intro="Därför frågar jag:")
    answer = answer_of(
        case,
        "Tolv bänkar.",
        "I maj.",
        title="Svar om bänkarna",
        preamble="Frida Fråga har ställt frågor.",
        questions_intro="Här är mina svar:",
        closing="Därmed är den besvarad.",
        place="Provby",
        date_text="2026-04-19",
        signers=[cases.name_of(world.answerer, party="(S)")],
        others=[Part(text="Gemensamt för båda.")],
    )
    receive_answer(case=case, doing=world.doing(on=LATER), new=answer)
    client.force_login(world.registrar)

    exchange = shown(client, case)["exchange"]

    assert [frame.text for frame in exchange.before] == [
        "Svar om bänkarna\n\nFrida Fråga har ställt frågor.\n\nHär är mina svar:"
    ]
    assert [(pair.text, [each.text for each in pair.answers]) for pair in exchange.pairs] == [
        ("Hur många bänkar finns i parken?", ["Tolv bänkar."]),
        ("När målas de om?", ["I maj."]),
    ]
    assert [frame.text for frame in exchange.after] == [
        "Gemensamt för båda.",
        "Därmed är den besvarad.",
        "Provby, 2026-04-19\n\nSven Svar (S)",
    ]


def test_question_quoted_otherwise_is_told_with_the_changed_word_marked(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    quoted = Part(
        question=case.questions.first(),
        text="Tolv.",
        question_as_quoted="Hur många bänkar finns det i parken?",
    )
    new = NewAnswer(parts=[quoted], received_on=LATER)
    receive_answer(case=case, doing=world.doing(on=LATER), new=new)
    client.force_login(world.registrar)

    first, second = shown(client, case)["exchange"].pairs

    assert first.notes == [
        "I svaret återges frågan som ”Hur många bänkar finns <b>det </b>i parken?”"
    ]
    assert second.missing == "Den här frågan har inget svar"


def test_unanswered_question_says_why(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    declined = Part(
        question=case.questions.last(), text="Ligger hos regionen.", coverage=Coverage.DECLINED
    )
    receive_answer(
        case=case, doing=world.doing(on=LATER), new=answer_of(case, "Tolv.", others=[declined])
    )
    client.force_login(world.registrar)

    exchange = shown(client, case)["exchange"]

    assert exchange.coverage == "Ett av två besvarade"
    assert [(each.label, each.text) for each in exchange.pairs[1].answers] == [
        ("Besvaras inte", "Ligger hos regionen.")
    ]


def test_supplementary_answer_is_a_further_row_with_its_date(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    doing = world.doing(on=LATER)
    receive_answer(case=case, doing=doing, new=answer_of(case, "Tolv.", "I maj."))
    supplement_answer(
        case=case, doing=doing, new=answer_of(case, "Elva.", date_text="21 april 2026")
    )
    client.force_login(world.registrar)

    answers = shown(client, case)["exchange"].pairs[0].answers

    assert [(each.label, each.text) for each in answers] == [
        ("", "Tolv."),
        ("Kompletterande svar 21 april 2026", "Elva."),
    ]


def test_earlier_wording_is_readable_with_its_reason(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    doing = world.doing(on=LATER)
    question = case.questions.last()
    for text in ("När målas de?", "När målas bänkarna?"):
        correct(case=case, doing=doing, row=question, field="text", text=text, reason="Skrivfel")
    client.force_login(world.registrar)

    wordings = shown(client, case)["wordings"]

    assert [(each.what, each.text, each.reason) for each in wordings] == [
        ("Fråga 2: text", "När målas de?", "Skrivfel"),
        ("Fråga 2: text", "När målas de om?", "Skrivfel"),
    ]


def test_earlier_type_is_told_in_words(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    change_type(case=case, doing=world.doing(), to=CaseType.QUESTION, reason="Fel typ")
    client.force_login(world.registrar)

    wordings = shown(client, case)["wordings"]

    assert [(each.what, each.text) for each in wordings] == [
        ("Ärendet: ärendetyp", "Interpellation")
    ]


def test_waived_facts_stand_as_missing_and_as_a_dotted_step(client: Client) -> None:
    world = cases.world()
    unknown = {Fact.NUMBER: "inget nummer i handlingen", Fact.RECEIVED_ON: "ingen stämpel"}
    case = cases.register(
        doing=world.doing(unknown=unknown),
        new=cases.new_case(world, series=None, received_on=None),
    )
    receive_answer(case=case, doing=world.doing(on=LATER), new=answer_of(case, "Tolv."))
    client.force_login(world.registrar)

    context = shown(client, case)

    assert [(each.what, each.why) for each in context["missing"]] == [
        ("Diarienummer", "Inget nummer i handlingen."),
        ("Inkommen dag", "Ingen stämpel."),
        ("Beslut att den får ställas", ""),
    ]
    assert [(step.label, step.status) for step in context["head"].procedure] == [
        ("Inkommen", "unknown"),
        ("Registrerad", "was"),
        ("Får ställas", "unknown"),
        ("Under besvarande", "was"),
        ("Svar inkommet", "now"),
        ("Svar överlämnat", "next"),
        ("Besvarad", "next"),
    ]


def filled(world: cases.World, size: int) -> Case:
    """An interpellation with `size` questions, answers, documents, deadlines and links."""
    questions = [Point(text=f"Fråga nummer {at}?") for at in range(size)]
    case = cases.registered_case(world, questions=questions)
    texts = [f"Svar {at}." for at in range(size)]
    receive_answer(case=case, doing=world.doing(on=LATER), new=answer_of(case, *texts))
    document = case.documents.first()
    Document.objects.bulk_create(
        Document(
            case=case,
            running_number=at,
            kind=document.kind,
            direction=document.direction,
            legal_status=document.legal_status,
            title=f"Handling {at}",
            registered_on=LATER,
            received_on=LATER,
        )
        for at in range(10, 10 + size)
    )
    MeetingNote.objects.create(organisation=world.organisation, title="Möte").cases.add(case)
    return case


def test_case_page_asks_as_few_questions_for_one_row_as_for_many(client: Client) -> None:
    world = cases.world()
    client.force_login(world.registrar)

    counts = {queries_of(client, filled(world, size)) for size in (1, 3, 200)}

    assert len(counts) == 1
    assert max(counts) <= MOST_QUERIES


def test_councillor_costs_no_more_than_staff_may(client: Client) -> None:
    world = cases.world()
    case = filled(world, 3)
    client.force_login(council_member(world))

    assert queries_of(client, case) <= MOST_QUERIES

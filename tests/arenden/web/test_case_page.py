"""The page of a case: what stands on it, for whom, and what it costs the database."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from tests.factories import cases, people
from ärenden.actions.answers import (
    NewAnswer,
    hand_over_answer,
    receive_answer,
    supplement_answer,
)
from ärenden.actions.changes import change_type, correct
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import permit
from ärenden.actions.values import Part, Point
from ärenden.choices import CaseType, Coverage, Fact, LinkKind
from ärenden.models import Case, CaseLink, Document
from ärenden.models.notes import MeetingNote
from ärenden.web.cases.presenters.grouping import GROUPS
from ärenden.web.cases.presenters.sentences import ABOUT
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db
LATER = date(2026, 4, 20)
MOST_QUERIES = 25  # with session, account and roles


def address(case: Case) -> str:
    return reverse("arenden:case", args=[case.organisation.slug, case.public_id])


def shown(client: Client, case: Case) -> Any:
    """The texts that the page of the case is made of."""
    response = client.get(address(case))
    assert response.status_code == 200
    return response.context


def answer_of(case: Case, *texts: str, **more: Any) -> NewAnswer:
    parts = [
        Part(question=question, text=text)
        for question, text in zip(case.questions.all(), texts, strict=False)
    ]
    return NewAnswer(parts=[*parts, *more.pop("others", [])], received_on=LATER, **more)


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


def council_member(world: cases.World) -> Any:
    person = people.person(world.organisation, "Lo Ledamot", member_of=world.council)
    return people.user(world.organisation, Role.COUNCILLOR, name="Lo Ledamot", person=person)


def test_councillor_sees_no_word_of_an_answer_before_it_is_handed_over(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    doing = world.doing(on=LATER)
    new = answer_of(case, "Hemliga tolv.", title="Hemlig rubrik", closing="Hemligt slut.")
    answer = receive_answer(case=case, doing=doing, new=new)
    part = answer.parts.get()
    correct(case=case, doing=doing, row=part, field="text", text="Tolv", reason="Hemligt skäl")
    client.force_login(council_member(world))

    page = client.get(address(case))
    before = page.content.decode().lower()
    hand_over_answer(case=case, doing=doing, on=LATER)
    after = client.get(address(case)).content.decode()

    assert "hemlig" not in before
    assert page.context["exchange"].coverage == ""
    assert len(page.context["documents"]) == 1
    assert "Hemlig rubrik" in after
    assert "Hemligt slut." in after


def test_case_that_one_may_not_see_is_not_found(client: Client) -> None:
    case = cases.registered_case(cases.world())
    stranger = people.user(people.organisation(), name="Otto Okänd")
    client.force_login(stranger)

    assert client.get(address(case)).status_code == 404


def test_links_lead_only_to_cases_that_one_may_see(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    seen = cases.registered_case(world, title="Interpellation om grusgången")
    hidden = cases.registered_case(world, body=world.board, title="Nämndens eget ärende")
    for other in (seen, hidden):
        CaseLink.objects.create(case=case, other=other, kind=LinkKind.SAME_MATTER)
    client.force_login(council_member(world))

    assert [link.label for link in shown(client, case)["links"]] == [
        f"{seen.dnr} Interpellation om grusgången"
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


def test_next_steps_tell_what_hinders_the_others(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    client.force_login(world.registrar)

    steps = shown(client, case)["next"]
    others = {row.label: [each.text for each in row.hinders] for row in steps.others}

    assert steps.main.label == "Anmäl till sammanträde"
    assert others == {
        "Anteckna att den får ställas": [],
        "Ta in svaret": [],
        "Anteckna att svaret skrivs": [],
        "Lämna över svaret": ["inget svar har kommit in"],
        "Anteckna som besvarad": ["fullmäktige har inte beslutat att den får ställas"],
    }


def test_other_possible_steps_stand_in_their_groups(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world, body=world.board, case_type=CaseType.COMMITTEE)
    client.force_login(world.registrar)

    more = shown(client, case)["next"].more

    assert [(group.heading, group.steps[0].label) for group in more] == [
        ("Beredning", "Anteckna beredningssteg"),
        ("Sammanträdet och protokollet", "Anteckna yrkande"),
        ("Handlingar", "Flytta handling"),
        ("Rätta och ordna", "Rätta text, namn eller dag"),
    ]


def test_every_step_is_found_under_one_heading() -> None:
    grouped = [action for _heading, actions in GROUPS for action in actions]

    assert sorted(grouped) == sorted(set(Action) - {Action.REGISTER})


def test_step_that_is_done_is_not_offered_again(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    permit(case=case, doing=world.doing(on=LATER), sitting=Sitting(meeting=world.first_meeting))
    client.force_login(world.registrar)

    steps = shown(client, case)["next"]
    rows = [*steps.others, *(row for group in steps.more for row in group.steps)]
    labels = {row.label for row in rows}

    assert steps.main.label == "Ta in svaret"
    assert "Anteckna att den får ställas" not in labels


def test_reader_without_a_verb_is_offered_no_steps(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    client.force_login(people.user(world.organisation, Role.REVIEWER))

    assert shown(client, case)["next"] is None


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


def queries_of(client: Client, case: Case) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address(case)).status_code == 200
    return len(asked)


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


def test_every_step_has_its_sentence() -> None:
    assert set(ABOUT) == set(Action) - {Action.REGISTER}

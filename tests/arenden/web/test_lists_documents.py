"""Dagboksblad and files: an answer that is not handed over is only for its writer and the staff."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from parties.models import Person
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.answers import NewAnswer, hand_over_answer, receive_answer
from ärenden.actions.corrections import correct
from ärenden.actions.documents import annul_document
from ärenden.actions.values import NewFile, Part
from ärenden.choices import Capacity
from ärenden.models import Case, Document, FileRendition

pytestmark = pytest.mark.django_db

ANSWERED = date(2026, 3, 20)
HANDED_OVER = date(2026, 3, 24)


def new_file(name: str, content: bytes) -> NewFile:
    return NewFile(
        name=name,
        media_type="application/pdf",
        size=len(content),
        sha256=sha256(content).hexdigest(),
        file=ContentFile(content, name=name),
    )


@dataclass
class Answered:
    """A case with its paper, and an answer that has come in but is not handed over."""

    world: World
    case: Case

    @property
    def papers(self) -> list[Document]:
        return list(self.case.documents.all())

    def file(self, number: int) -> FileRendition:
        return FileRendition.objects.get(document=self.papers[number - 1])


def answered() -> Answered:
    world = cases.world()
    case = cases.registered_case(world, files=[new_file("frågan åäö.pdf", b"%PDF question")])
    part = Part(text="Tolv.", question=case.questions.get(number=1))
    answer = NewAnswer(
        parts=[part],
        title="Svar om tolv bänkar",
        received_on=ANSWERED,
        files=[new_file("svaret.pdf", b"%PDF answer")],
    )
    receive_answer(case=case, doing=world.doing(on=ANSWERED), new=answer)
    return Answered(world, case)


def councillor(world: World, person: Person | None = None) -> User:
    person = person or people.person(world.organisation, "Lisa Ledamot", member_of=world.council)
    return people.user(world.organisation, Role.COUNCILLOR, person=person)


def fetch(client: Client, by: User, file: FileRendition, world: World) -> Any:
    client.force_login(by)
    return client.get(reverse("arenden:file", args=[world.organisation.slug, file.public_id]))


def fetched(client: Client, by: User, file: FileRendition, world: World) -> bytes | int:
    """What the file holds, or the status of the refusal."""
    response = fetch(client, by, file, world)
    return b"".join(response.streaming_content) if response.streaming else response.status_code


def journal(client: Client, by: User, made: Answered) -> Any:
    client.force_login(by)
    slug = made.world.organisation.slug
    return client.get(reverse("arenden:journal", args=[slug, made.case.public_id]))


def test_file_is_an_attachment_that_no_browser_shows(client: Client) -> None:
    made = answered()

    response = fetch(client, made.world.registrar, made.file(1), made.world)

    assert b"".join(response.streaming_content) == b"%PDF question"
    headers = ("Content-Type", "Content-Disposition", "X-Content-Type-Options", "Cache-Control")
    assert [response.headers[name] for name in headers] == [
        "application/pdf",
        "attachment; filename*=utf-8''fr%C3%A5gan%20%C3%A5%C3%A4%C3%B6.pdf",
        "nosniff",
        "private, no-store",
    ]


def test_file_of_an_answer_is_withheld_from_councillors_until_it_is_handed_over(
    client: Client,
) -> None:
    made = answered()
    asker, other = councillor(made.world, made.world.asker), councillor(made.world)

    before = [fetched(client, asker, made.file(each), made.world) for each in (1, 2)]
    hand_over_answer(case=made.case, doing=made.world.doing(on=ANSWERED), on=ANSWERED)
    after = [fetched(client, user, made.file(2), made.world) for user in (asker, other)]

    assert before == [b"%PDF question", 404]
    assert after == [b"%PDF answer", 404]


def test_writer_may_fetch_the_answer_before_it_is_handed_over(client: Client) -> None:
    made = answered()
    writer = councillor(made.world, made.world.answerer)

    assert fetched(client, writer, made.file(2), made.world) == b"%PDF answer"


def test_file_does_not_exist_in_another_organisation(client: Client) -> None:
    made, elsewhere = answered(), cases.world()

    foreign = fetched(client, elsewhere.registrar, made.file(1), made.world)
    borrowed = fetched(client, elsewhere.registrar, made.file(1), elsewhere)

    assert (foreign, borrowed) == (404, 404)


def test_journal_has_every_document_with_its_files(client: Client) -> None:
    made = answered()

    papers = journal(client, made.world.registrar, made).context["papers"]

    told = [(paper.number, paper.direction, paper.title, paper.standings) for paper in papers]
    assert told == [
        (1, "In", "Interpellation om bänkarna i parken", [("Inkommen", "2026-03-02")]),
        (2, "In", "Svar om tolv bänkar", [("Inkommen", "2026-03-20")]),
    ]
    assert [(file.name, file.sha256) for file in papers[1].files] == [
        ("svaret.pdf", sha256(b"%PDF answer").hexdigest())
    ]


def test_answer_handed_over_came_in_and_was_never_sent_in_the_journal(client: Client) -> None:
    made = answered()
    hand_over_answer(case=made.case, doing=made.world.doing(on=HANDED_OVER), on=HANDED_OVER)

    papers = journal(client, made.world.registrar, made).context["papers"]

    assert papers[1].standings == [
        ("Inkommen", "2026-03-20"),
        ("Överlämnad till frågeställaren", "2026-03-24"),
    ]


def test_journal_names_people_with_their_offices_and_papers_with_their_senders(
    client: Client,
) -> None:
    made = answered()
    made.case.agents.filter(capacity=Capacity.ADDRESSEE).update(roles_printed=["ordförande"])

    context = journal(client, made.world.registrar, made).context

    assert [(fact.label, fact.value) for fact in context["facts"]][-2:] == [
        ("Frågeställare eller förslagsställare", "Frida Fråga (V)"),
        ("Ställd till", "Sven Svar (S), ordförande"),
    ]
    assert [paper.correspondents for paper in context["papers"]] == ["från Frida Fråga (V)", ""]


def test_journal_tells_a_councillor_of_no_answer_that_is_not_handed_over(client: Client) -> None:
    made = answered()

    page = journal(client, councillor(made.world), made).content.decode()

    assert "Interpellation om bänkarna i parken" in page
    assert "tolv bänkar" not in page


def test_words_corrected_in_an_answer_wait_for_it_in_the_journal(client: Client) -> None:
    made = answered()
    part = made.case.answers.get().parts.get()
    correct(
        case=made.case,
        doing=made.world.doing(),
        row=part,
        field="text",
        text="Tretton.",
        reason="Fel antal",
    )

    staff = journal(client, made.world.registrar, made).context["events"]
    council = journal(client, councillor(made.world), made).context["events"]

    assert [event.reason for event in staff] == ["", "", "Fel antal"]
    assert [event.reason for event in council] == ["", ""]


def test_annulled_document_is_struck_but_readable_in_the_journal(client: Client) -> None:
    made = answered()
    annul_document(document=made.papers[0], doing=made.world.doing(), reason="Skannad fel")

    page = journal(client, made.world.registrar, made).content.decode()

    assert "<s>Interpellation om bänkarna i parken</s>" in page
    assert "Makulerad: Skannad fel" in page


def test_journal_has_every_event_oldest_first(client: Client) -> None:
    made = answered()

    events = journal(client, made.world.registrar, made).context["events"]

    assert [(event.day, event.summary, event.actor) for event in events] == [
        (
            "2026-03-02",
            "Interpellation kom in från Frida Fråga (V), registrerad som KS 2026/00001",
            "Rut Registrator",
        ),
        ("2026-03-20", "Svar kom in", "Rut Registrator"),
    ]

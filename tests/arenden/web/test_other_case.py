"""Pointing out another case by its number, in the forms that join or move."""

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from tests.arenden.web import acting
from ärenden.actions.documents import NewDocument, add_document, move_document
from ärenden.choices import Direction, DocumentKind
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db


def test_document_is_moved_to_the_case_that_a_part_of_the_number_tells(client: Client) -> None:
    world = acting.world()
    wrong, right = acting.motion(world), acting.motion(world)
    letter = NewDocument(kind=DocumentKind.LETTER, title="Brev", direction=Direction.OUTGOING)
    paper = add_document(case=wrong, doing=acting.now(world), new=letter)
    client.force_login(world.registrar)

    fields = {"document": paper.pk, "other": f"{acting.today().year}/2", "reason": "Fel ärende"}
    response = acting.sent(client, wrong, Action.MOVE_DOCUMENT, **fields)

    assertRedirects(response, acting.case_url(wrong))
    paper.refresh_from_db()
    assert (paper.case, paper.running_number) == (right, 2)


def test_number_of_a_moved_document_is_never_given_again() -> None:
    world = acting.world()
    wrong, right = acting.motion(world), acting.motion(world)
    letter = NewDocument(kind=DocumentKind.LETTER, title="Brev", direction=Direction.OUTGOING)
    paper = add_document(case=wrong, doing=acting.now(world), new=letter)
    move_document(document=paper, to=right, doing=acting.now(world), reason="Fel ärende")

    after = add_document(case=wrong, doing=acting.now(world), new=letter)

    assert after.running_number == 3


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1", "Inget annat ärende i diariet har numret 1"),
        ("KS 20", "Inget annat ärende i diariet har numret KS 20"),
        ("---", "Inget annat ärende i diariet har numret ---"),
    ],
)
def test_number_that_tells_no_other_case_is_refused(client: Client, typed: str, said: str) -> None:
    world = acting.world()
    case, *_ = acting.motion(world), acting.motion(world), acting.motion(world)
    client.force_login(world.registrar)

    page = acting.sent(client, case, Action.LINK, other=typed)

    assertContains(page, said, status_code=422)


def test_number_that_may_be_several_cases_is_asked_for_in_full(client: Client) -> None:
    world = acting.world()
    case, *_ = acting.motion(world), acting.motion(world), acting.motion(world)
    client.force_login(world.registrar)

    page = acting.sent(client, case, Action.LINK, other=f"KS {acting.today().year}")

    assertContains(page, "Skriv hela diarienumret", status_code=422)

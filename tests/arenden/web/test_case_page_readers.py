"""What the page of a case tells those who may not read all of it."""

import pytest
from django.test import Client

from accounts.roles import Role
from tests.arenden.web.case_page import LATER, address, answer_of, council_member, shown
from tests.factories import cases, people
from ärenden.actions.answers import hand_over_answer, receive_answer
from ärenden.actions.changes import link
from ärenden.actions.corrections import correct
from ärenden.actions.documents import move_document
from ärenden.actions.notes import NewNote, link_note, write_note
from ärenden.choices import LinkKind
from ärenden.models import CaseLink

pytestmark = pytest.mark.django_db


def test_councillor_sees_no_word_of_an_answer_before_it_is_handed_over(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    doing = world.doing(on=LATER)
    new = answer_of(case, "Hemliga tolv.", title="Hemlig rubrik", closing="Hemligt slut.")
    answer = receive_answer(case=case, doing=doing, new=new)
    part = answer.parts.get()
    correct(case=case, doing=doing, row=part, field="text", text="Tolv", reason="Hemligt skäl")
    asker = people.user(world.organisation, Role.COUNCILLOR, person=world.asker)
    client.force_login(asker)

    page = client.get(address(case))
    before = page.content.decode().lower()
    hand_over_answer(case=case, doing=doing, on=LATER)
    after = client.get(address(case)).content.decode()
    client.force_login(council_member(world))
    to_another = client.get(address(case)).content.decode().lower()

    assert "hemlig" not in before
    assert "hemlig" not in to_another
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


def test_timeline_names_no_case_and_no_notes_that_one_may_not_see(client: Client) -> None:
    world = cases.world()
    case, doing = cases.registered_case(world), world.doing(on=LATER)
    seen = cases.registered_case(world, title="Interpellation om grusgången")
    hidden = cases.registered_case(world, body=world.board, title="Nämndens eget ärende")
    for other in (seen, hidden):
        link(case=case, doing=doing, other=other, kind=LinkKind.SAME_MATTER, reason="Hör ihop")
    new = NewNote(organisation=world.organisation, title="Presidiets möte")
    link_note(case=case, doing=doing, note=write_note(doing=doing, new=new), reason="Rör ärendet")
    client.force_login(council_member(world))

    events = shown(client, case)["events"]

    assert [event.headline for event in events] == [
        f"Kopplades till {seen.dnr}: samma sak.",
        f"Interpellation kom in från Frida Fråga (V), registrerad som {case.dnr}.",
    ]


def test_document_does_not_tell_of_the_case_it_came_from(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    hidden = cases.registered_case(world, body=world.board, title="Nämndens eget ärende")
    paper = hidden.documents.get()
    move_document(document=paper, to=case, doing=world.doing(on=LATER), reason="Fel ärende")
    client.force_login(council_member(world))

    assert str(hidden.dnr) not in client.get(address(case)).content.decode()

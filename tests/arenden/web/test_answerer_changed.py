"""When someone else is to answer: passed on by a chair, or changed by the office."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from parties.choices import BodyKind
from parties.models import Assignment
from tests.arenden.web import acting
from tests.arenden.web.test_answering import as_typed, url
from tests.factories import answers, cases, people
from tests.factories.answers import Answering
from ärenden.actions.answers import change_answerer
from ärenden.actions.endings import withdraw
from ärenden.actions.secrecy import NewMark, mark_secrecy
from ärenden.choices import Capacity
from ärenden.web.answers.writing import NOT_HERS

pytestmark = pytest.mark.django_db


def test_chair_who_stood_in_the_case_only_to_answer_lands_on_her_list(client: Client) -> None:
    world = acting.world()
    case = acting.with_company(world)
    school = people.body(
        world.organisation, kind=BodyKind.COMMITTEE, name="Skolnämnden", abbreviation="SN"
    )
    chair = people.person(world.organisation, "Ordf Ordförande", chairs=school)
    to = cases.name_of(chair)
    change_answerer(case=case, doing=acting.now(world), to=to, reason="Skolans fråga")
    client.force_login(people.user(world.organisation, Role.COUNCILLOR, person=chair))
    where = [world.organisation.slug, case.public_id]

    response = client.post(
        reverse("arenden:answer_transfer", args=where),
        {"to": "Bo Bolagsson", "reason": "Bolagets fråga"},
        follow=True,
    )

    assert response.redirect_chain == [
        (reverse("arenden:answers", args=[world.organisation.slug]), 302)
    ]
    assert response.status_code == 200


@pytest.fixture
def those() -> Answering:
    """An answer was begun when the office let Ny Svarande answer."""
    world = acting.world()
    found = answers.answering(world, acting.permitted(world))
    answers.shared(found, "Tolv bänkar.", at=timezone.now())
    to = cases.name_of(people.person(world.organisation, "Ny Svarande"))
    change_answerer(case=found.case, doing=acting.now(world), to=to, reason="Ny ordförande")
    return found


def test_words_typed_when_the_answerer_is_changed_are_told_and_not_lost(
    client: Client, those: Answering
) -> None:
    typed = as_typed(those, "Tretton bänkar.")
    part = {"HX-Request": "true", "HX-Target": "saved"}
    for user in (those.answerer, those.officer):
        client.force_login(user)

        in_place = client.post(url(those), typed, headers=part)
        whole = client.post(url(those), typed)

        assert [in_place.status_code, whole.status_code] == [409, 409]
        assert NOT_HERS in in_place.content.decode()
        assert "Tretton bänkar." in whole.content.decode()
        assert "Tolv bänkar." not in whole.content.decode()


def test_handing_in_from_an_old_page_leads_to_the_draft_that_was_left(
    client: Client, those: Answering
) -> None:
    client.force_login(those.answerer)

    sent = client.post(url(those, "answer_review"), {"read": "abc"})

    assert sent["Location"] == url(those, "answer_left")
    assert not those.case.answers.exists()


def test_draft_that_was_left_is_read_by_its_writer_alone(client: Client, those: Answering) -> None:
    new = people.user(
        those.world.organisation,
        Role.COUNCILLOR,
        person=those.case.agents.get(capacity=Capacity.ANSWERER).person,
    )
    readers = {}
    for user in (those.answerer, those.officer, those.colleague, those.world.registrar, new):
        client.force_login(user)
        left, listed = (
            client.get(address)
            for address in (
                url(those, "answer_left"),
                reverse("arenden:answers", args=[those.world.organisation.slug]),
            )
        )
        readers[user.name] = (
            left.status_code == 200 and "Tolv bänkar." in left.content.decode(),
            listed.status_code == 200 and [draft.case for draft in listed.context["left"]],
        )

    nothing = (False, [])
    assert readers == {
        "Sven Svar": (True, [those.case]),
        "Hanna Handläggare": nothing,
        "Karin Kollega": nothing,
        "Rut Registrator": nothing,
        new.name: nothing,
    }


def test_draft_left_in_a_closed_case_is_listed_no_more(client: Client, those: Answering) -> None:
    withdraw(case=those.case, doing=acting.now(those.world), on=acting.today(), reason="Löst")
    client.force_login(those.answerer)

    listed = client.get(reverse("arenden:answers", args=[those.world.organisation.slug]))
    read = client.get(url(those, "answer_left"))

    assert list(listed.context["left"]) == []
    assert "Tolv bänkar." in read.content.decode()


def test_left_draft_is_found_from_the_old_address_until_the_case_is_secret(
    client: Client, those: Answering
) -> None:
    those.case.agents.filter(person=those.world.answerer).delete()
    Assignment.objects.filter(person=those.world.answerer).delete()
    client.force_login(those.answerer)

    read = client.get(url(those), follow=True)
    new = NewMark(row=those.case, provision="26 kap. 1 § OSL", authority="Kommunstyrelsen")
    mark_secrecy(case=those.case, doing=acting.now(those.world), new=new)
    secret = client.get(url(those), follow=True)

    assert "Tolv bänkar." in read.content.decode()
    assert those.case.title not in read.content.decode()
    assert secret.status_code == 404

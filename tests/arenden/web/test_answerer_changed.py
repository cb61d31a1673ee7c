"""When someone else is to answer: passed on by a chair, or changed by the office."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from parties.choices import BodyKind
from tests.arenden.web import acting
from tests.factories import cases, people
from ärenden.actions.answers import change_answerer

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

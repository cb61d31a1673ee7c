"""The page of a case as tests ask for it, and for whom."""

from datetime import date
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from tests.factories import cases, people
from ärenden.actions.answers import NewAnswer
from ärenden.actions.values import Part
from ärenden.models import Case

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


def council_member(world: cases.World) -> Any:
    person = people.person(world.organisation, "Lo Ledamot", member_of=world.council)
    return people.user(world.organisation, Role.COUNCILLOR, name="Lo Ledamot", person=person)


def queries_of(client: Client, case: Case) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address(case)).status_code == 200
    return len(asked)

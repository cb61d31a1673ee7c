"""Registered without retyping, taken back; and the desk that tells of it all."""

from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from parties.models import Person
from tests.arenden.web import acting
from tests.arenden.web.councillor.typed import at, hand_in, saved, signed_in
from tests.factories import drafts
from tests.factories.drafts import WORDS, Writers
from ärenden.actions import drafts as acts
from ärenden.actions.completions import request_completion
from ärenden.choices import State
from ärenden.models import Case, Submission

pytestmark = pytest.mark.django_db


def test_registrar_registers_without_typing_the_text(author: Client, those: Writers) -> None:
    hand_in(author, those, saved(author, those))
    submission = Submission.objects.get()
    office = signed_in(those.world.registrar)
    assert WORDS.title in office.get(at(those, "arrivals")).content.decode()

    path = at(those, "register_handed_in", submission=submission.public_id)
    page = office.get(path).content.decode()
    fields = {"series": str(those.world.series.public_id), "title": "Omskriven", "own_number": ""}
    response = office.post(path, fields)

    case = Case.objects.get()
    assert WORDS.motivation in page
    assert (case.title, response["Location"]) == (WORDS.title, acting.case_url(case))
    assert office.post(path, fields)["Location"] == acting.case_url(case)
    desk = author.get(at(those, "my_cases")).content.decode()
    assert f"{case.dnr}" in desk
    assert "Registrerades" in desk


def test_registration_without_a_series_is_told_at_its_field(author: Client, those: Writers) -> None:
    hand_in(author, those, saved(author, those))
    path = at(those, "register_handed_in", submission=Submission.objects.get().public_id)

    response = signed_in(those.world.registrar).post(path, {"series": "", "own_number": ""})

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert Case.objects.count() == 0


def test_classification_of_the_number_is_asked_for(author: Client, those: Writers) -> None:
    those.world.series.templates.update(pattern="{series}-{year}/{seq}.{class}")
    hand_in(author, those, saved(author, those))
    path = at(those, "register_handed_in", submission=Submission.objects.get().public_id)
    office = signed_in(those.world.registrar)
    fields = {"series": str(those.world.series.public_id), "own_number": ""}

    refused = office.post(path, fields)
    office.post(path, fields | {"classification": "042"})

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Ange klassificeringen" in refused.content.decode()
    assert Case.objects.get().dnr == f"KS-{timezone.localdate().year}/1.042"


def test_taken_back_is_registered_as_withdrawn(author: Client, those: Writers) -> None:
    hand_in(author, those, saved(author, those))
    submission = Submission.objects.get()
    author.post(at(those, "take_back", submission=submission.public_id), {"text": "Löst"})
    office = signed_in(those.world.registrar)

    fields = {"series": str(those.world.series.public_id), "own_number": ""}
    office.post(at(those, "register_handed_in", submission=submission.public_id), fields)

    assert Case.objects.get().state == State.WITHDRAWN


def test_desk_of_who_has_nothing_says_what_will_come(client: Client, those: Writers) -> None:
    client.force_login(those.colleague)

    page = client.get(at(those, "my_cases")).content.decode()

    assert "Det du börjar skriva står här" in page
    assert "Skriv interpellation" in page


def test_case_to_be_completed_stands_once_on_the_desk(author: Client, those: Writers) -> None:
    case = drafts.registered(those, drafts.handed_in(those))
    request_completion(case=case, doing=acting.now(those.world), reason="Vilken park?")

    sections = author.get(at(those, "my_cases")).context["sections"]

    titled = {each.id: [row.title for row in each.rows] for each in sections}
    assert (titled["now"], titled["others"]) == ([WORDS.title], [])


def test_desk_asks_the_database_as_often_for_many_as_for_few(
    author: Client, those: Writers
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            author.get(at(those, "my_cases"))
        return len(asked)

    fill(those, 1)
    author.get(at(those, "my_cases"))
    few = queries()
    fill(those, 5)

    assert queries() == few <= 20


def fill(those: Writers, count: int) -> None:
    for _ in range(count):
        drafts.signed(those)
        drafts.handed_in(those)
        acting.registered(those.world)
        draft = drafts.draft(those)
        acts.name_reader(draft=draft, leader=those.leads, doing=those.doing())


def test_protected_name_stays_with_those_who_wrote(author: Client, those: Writers) -> None:
    hand_in(author, those, saved(author, those))
    Person.objects.filter(pk=those.world.asker.pk).update(has_protected_identity=True)
    submission = Submission.objects.get().public_id
    office = signed_in(those.world.registrar)

    for name in ("arrivals", "handed_in", "register_handed_in"):
        things = {} if name == "arrivals" else {"submission": submission}
        assert "Frida Fråga" not in office.get(at(those, name, **things)).content.decode(), name
    text = at(those, "handed_in_text", submission=submission)
    assert office.get(text).status_code == HTTPStatus.FORBIDDEN
    assert author.get(text).status_code == HTTPStatus.OK

"""What is typed in an action's form is kept: when two act at once, at errors, signed out."""

from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import FormDraft, Upload
from tests.arenden.web import acting
from ärenden.actions.answers import begin_answer
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db


def test_second_of_two_is_told_who_did_what_and_loses_nothing(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(world.registrar)
    hidden = acting.opened(client, case, Action.RECEIVE_ANSWER)
    fields = hidden | {"received_on": "i dag", "answer_1": "Tolv bänkar.", "coverage_1": "full"}
    fields |= {"coverage_2": "full", "signers": ["Sven Svar (S)"]}
    begin_answer(case=case, doing=acting.now(world))

    response = client.post(acting.form_url(case, Action.RECEIVE_ANSWER), fields)

    assert response.status_code == HTTPStatus.CONFLICT
    (change,) = response.context["changes"]
    assert change.startswith("Rut Registrator, i dag kl. ")
    assert change.endswith(": Svaret skrivs")
    form = response.context["form"]
    assert form["answer_1"].value() == "Tolv bänkar."
    assert form["signers"].value() == ["Sven Svar (S)"]
    again = client.post(
        acting.form_url(case, Action.RECEIVE_ANSWER),
        fields | {"version": response.context["version"]},
    )
    assert again["Location"] == acting.case_url(case)


def test_form_sent_twice_acts_once(client: Client) -> None:
    world = acting.world()
    case = acting.with_answer(world)
    client.force_login(world.registrar)
    fields = acting.opened(client, case, Action.HAND_OVER_ANSWER) | {"on": "i dag"}

    first = client.post(acting.form_url(case, Action.HAND_OVER_ANSWER), fields)
    second = client.post(acting.form_url(case, Action.HAND_OVER_ANSWER), fields)

    assert first["Location"] == second["Location"] == acting.case_url(case)
    assert case.events.filter(action=Action.HAND_OVER_ANSWER).count() == 1


def test_what_was_typed_when_the_sign_in_ran_out_is_back(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(world.registrar)
    page = client.get(acting.form_url(case, Action.RECEIVE_ANSWER))
    fields = {"owner": page.context["owner_token"], "version": page.context["version"]}
    paper = SimpleUploadedFile("svar.pdf", b"%PDF-1.4 svar")
    client.logout()

    client.post(
        acting.form_url(case, Action.RECEIVE_ANSWER),
        fields | {"answer_2": "I maj.", "signers": ["Sven Svar (S)"], "attached": [paper]},
    )
    client.force_login(world.registrar)
    shown = client.get(acting.form_url(case, Action.RECEIVE_ANSWER)).context

    assert shown["form"]["answer_2"].value() == "I maj."
    assert shown["form"]["signers"].value() == ["Sven Svar (S)"]
    assert [upload.name for upload in shown["uploads"]] == ["svar.pdf"]
    assert not shown["form"].is_bound


def test_wrong_file_is_told_and_the_others_wait(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(world.registrar)
    good = SimpleUploadedFile("brev.pdf", b"%PDF-1.4 brev")
    bad = SimpleUploadedFile("bild.gif", b"GIF89a")

    response = acting.sent(client, case, Action.ADD_DOCUMENT, title="Brev", attached=[good, bad])

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert response.context["form"].errors["attached"] == [
        "bild.gif: Filen är en GIF-bild. Välj Word, PDF, ODT, text eller bild."
    ]
    assert [upload.name for upload in response.context["uploads"]] == ["brev.pdf"]


def test_waiting_file_is_taken_away_and_the_text_stays(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(world.registrar)
    paper = SimpleUploadedFile("brev.pdf", b"%PDF-1.4 brev")
    acting.sent(client, case, Action.ADD_DOCUMENT, attached=[paper])
    key = Upload.objects.get().public_id

    response = acting.sent(client, case, Action.ADD_DOCUMENT, tool=f"remove:{key}", title="Brev")

    assert not Upload.objects.exists()
    assert response.context["form"]["title"].value() == "Brev"


def test_finished_form_leaves_no_draft_and_no_waiting_file(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(world.registrar)
    url = acting.form_url(case, Action.BEGIN_ANSWER)
    FormDraft.objects.create(user=world.registrar, path=url, data={"version": ["1"]})

    acting.sent(client, case, Action.BEGIN_ANSWER)

    assert not FormDraft.objects.exists()


def test_kept_form_can_be_emptied(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    url = acting.form_url(case, Action.ANNUL)
    client.force_login(world.registrar)
    FormDraft.objects.create(user=world.registrar, path=url, data={"reason": ["Fel"]})
    kept = client.get(url).context["form"]["reason"].value()

    client.post(url, {"tool": "discard"})

    assert kept == "Fel"
    assert client.get(url).context["form"]["reason"].value() is None

"""The form that publishes: it shows first, warns, and sends only what was shown."""

from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from accounts.roles import Role
from tests.arenden.public import publishing
from tests.arenden.web import acting
from tests.factories import people
from tests.factories.cases import World
from ärenden.models import Case
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db
NUMBER = "811218-9876"


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def world(client: Client) -> World:
    here = acting.world()
    client.force_login(people.user(here.organisation, Role.REVIEWER))
    return here


def shown(client: Client, case: Case, action: Action = Action.PUBLISH) -> HttpResponse:
    return client.get(acting.form_url(case, action))


def fields(response: HttpResponse, **more: Any) -> dict[str, Any]:
    """What the page holds, as a browser sends it back."""
    form = response.context["form"]
    return {
        "version": response.context["version"],
        "submission": str(response.context["submission"]),
        "things_chosen": list(form.offered),
        "basis": "Riktlinjen",
        "seen": form.review.seen if form.things else "",
        **more,
    }


def test_what_will_be_seen_is_shown_and_then_published(client: Client, world: World) -> None:
    case = publishing.answered(world)
    page = shown(client, case)

    sent = client.post(acting.form_url(case, Action.PUBLISH), fields(page))

    assert "Här finns bänkarna." in page.content.decode()
    assert sent["Location"] == acting.case_url(case)
    public = client.get(f"/oppet/{world.organisation.slug}/arenden/{case.public_id}/")
    assert "Här finns bänkarna." in public.content.decode()


def test_choice_that_was_not_shown_is_shown_before_it_is_published(
    client: Client, world: World
) -> None:
    case = publishing.answered(world)
    page = shown(client, case)

    sent = client.post(acting.form_url(case, Action.PUBLISH), fields(page, things_chosen=["page"]))

    assert sent.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Läs igenom det som visas nedan" in sent.content.decode()
    assert case.publications.count() == 0


def test_other_choice_may_be_looked_at_first(client: Client, world: World) -> None:
    case = publishing.answered(world)
    page = shown(client, case)
    url = acting.form_url(case, Action.PUBLISH)

    looked = client.post(url, fields(page, things_chosen=["page"], tool="review"))
    sent = client.post(url, fields(looked, things_chosen=["page"]))

    assert "Här finns bänkarna." not in looked.content.decode()
    assert sent["Location"] == acting.case_url(case)
    assert [str(row) for row in case.publications.all()] == [str(case)]


def test_personal_data_in_texts_and_files_is_warned_for(client: Client, world: World) -> None:
    case = publishing.answered(world, files=[publishing.paper("Papper", [f"Nr {NUMBER}."])])
    page = shown(client, case)
    url = acting.form_url(case, Action.PUBLISH)

    sent = client.post(url, fields(page))
    again = client.post(url, fields(page, despite="Numret är påhittat"))

    assert f"personnummer: {NUMBER}" in page.content.decode()
    assert sent.context["form"].errors["despite"] == [
        "Skriv varför det får publiceras trots varningarna"
    ]
    assert again["Location"] == acting.case_url(case)
    assert case.events.first().reason == "Numret är påhittat"


def test_file_that_cannot_be_laid_open_says_what_to_do(client: Client, world: World) -> None:
    picture = publishing.new_file("bild.png", b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    case = publishing.answered(world, files=[picture])

    page = shown(client, case)
    sent = client.post(
        acting.form_url(case, Action.PUBLISH), fields(page, despite="Den är ofarlig")
    )

    assert "bild.png är en bild eller ett format" in page.content.decode()
    assert sent.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Spara den som en ny PDF" in sent.content.decode()


def test_masked_text_and_file_take_the_place_of_the_document(client: Client, world: World) -> None:
    case = publishing.answered(world)
    publishing.publish_page(world, case)
    url = acting.form_url(case, Action.PUBLISH_MASKED)
    paper = case.documents.get(kind="answer")
    typed = {"what": f"document-{paper.pk}", "public_text": "I korthet: ja."}
    file = SimpleUploadedFile("maskad.txt", b"Maskerat svar")
    page = shown(client, case, Action.PUBLISH_MASKED)

    looked = client.post(url, fields(page, **typed, attached=file, tool="review"))
    sent = client.post(url, fields(looked, **typed))

    assert "I korthet: ja." in looked.content.decode()
    assert sent["Location"] == acting.case_url(case)
    row = case.publications.get(document=paper)
    assert (row.is_masked, row.public_text) == (True, "I korthet: ja.")
    assert [file.size for file in row.files.all()] == [len("Maskerat svar")]


def test_masked_version_needs_a_text_or_a_file(client: Client, world: World) -> None:
    case = publishing.answered(world)
    page = shown(client, case, Action.PUBLISH_MASKED)

    sent = client.post(
        acting.form_url(case, Action.PUBLISH_MASKED), fields(page, what="page", public_text="")
    )

    assert sent.context["form"].errors["public_text"] == [
        "Skriv en offentlig text eller välj en maskad fil"
    ]


def test_case_page_tells_what_is_public_and_takes_it_down(client: Client, world: World) -> None:
    case = publishing.answered(world)
    publishing.publish_all(world, case)
    public_url = f"/oppet/{world.organisation.slug}/arenden/{case.public_id}/"
    inside = client.get(acting.case_url(case)).content.decode()
    page = shown(client, case, Action.UNPUBLISH)
    typed = {
        "version": page.context["version"],
        "rows": [row.pk for row in case.publications.all()],
        "reason": "Fel handling",
    }

    sent = client.post(acting.form_url(case, Action.UNPUBLISH), typed)

    assert "Publicerat på webben" in inside
    assert public_url in inside
    assert sent["Location"] == acting.case_url(case)
    assert client.get(public_url).status_code == HTTPStatus.NOT_FOUND
    assert "Publicerat på webben" not in client.get(acting.case_url(case)).content.decode()

"""Garbage in every place that a browser can send it to: refused in words, never a fault."""

import json
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from accounts.models import FormDraft
from tests.arenden.web import acting
from tests.arenden.web.registration.forms import typed
from tests.factories.cases import World
from ärenden.models import AgentSnapshot, Case
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db
HUGE = "9" * 5000
GARBAGE = (
    "\0",
    HUGE,
    "-1",
    "²",
    "١٢",
    "0001-01-01",
    "9999-12-31",
    "' OR 1=1 --",
    "[]",
    "x" * 70_000,
)
FILTERS = (
    *("q", "visa", "typ", "tillstand", "organ", "parti", "fran", "till", "ar", "frist"),
    *("ordning", "sida", "tat", "dag"),
)
MARKUP = "<script>alert(1)</script>"
CHARSETS = ("utf-7", "utf-16", "rot13", "unicode_escape", "no-such", "idna", "base64")


@pytest.fixture
def world(client: Client) -> World:
    here = acting.world()
    client.force_login(here.registrar)
    return here


def register_path(world: World) -> str:
    return reverse("arenden:register", args=[world.organisation.slug])


@pytest.mark.parametrize("name", ["cases", "mail_list", "notes", "meetings"])
def test_list_opens_whatever_its_address_says(client: Client, world: World, name: str) -> None:
    acting.registered(world)
    path = reverse(f"arenden:{name}", args=[world.organisation.slug])

    statuses = {client.get(path, dict.fromkeys(FILTERS, each)).status_code for each in GARBAGE}

    assert statuses <= {200, 422}


@pytest.mark.parametrize("name", ["case_type", "body", "series", "received_on", "channel"])
def test_garbage_in_the_registration_is_told_at_its_field(
    client: Client, world: World, name: str
) -> None:
    for value in GARBAGE[1:]:
        response = client.post(register_path(world), typed(world, **{name: value}))

        assert response.status_code == 422, value


@pytest.mark.parametrize(
    "fields",
    [
        {"edit": f"up:{HUGE}"},
        {"edit": f"remove_asker:{HUGE}"},
        {"edit": "remove_file:x"},
        {"edit": "split:1", "cursor": HUGE},
        {"edit": "undo", "removed": [HUGE, "a", "b"]},
        {"edit": "save", "shown_type": HUGE},
    ],
    ids=str,
)
def test_garbage_in_the_buttons_changes_nothing(
    client: Client, world: World, fields: dict[str, str]
) -> None:
    assert client.post(register_path(world), typed(world, **fields)).status_code == 302


@pytest.mark.parametrize(
    "packed",
    [
        "[" * 100_000,
        "{}",
        "[null,null,null,null]",
        "[1,2,3,4]",
        '["","","",""]',
        json.dumps(["\ud800"] * 4),
    ],
    ids=len,
)
def test_asker_that_was_tampered_with_is_no_one(client: Client, world: World, packed: str) -> None:
    response = client.post(register_path(world), typed(world, asker=[packed]))

    assert response.status_code == 422
    assert "Ange vem som ställt den" in response.content.decode()


def test_characters_that_cannot_be_stored_are_left_out(client: Client, world: World) -> None:
    packed = json.dumps(["Fri\0da \ud800Fråga", "V", "", ""])
    fields = typed(world, title="Bänk\0ar", question=["Hur\0 många?"], asker=[packed])

    client.post(register_path(world), fields | {"edit": "save"})
    client.post(register_path(world), fields)

    case = Case.objects.get()
    assert (case.title, case.questions.get().text) == ("Bänkar", "Hur många?")
    assert AgentSnapshot.objects.get(capacity="signatory", case=case).name_printed == "Frida Fråga"


@pytest.mark.parametrize("charset", CHARSETS)
def test_text_said_to_be_in_another_charset_is_no_fault(
    client: Client, world: World, charset: str
) -> None:
    body = b"edit=save&title=+2AA-%00"
    line = "--x\r\nContent-Disposition: form-data; name="
    parts = f'{line}"edit"\r\n\r\nsave\r\n{line}"title"\r\n\r\n+2AA-\\ud800\r\n--x--\r\n'.encode()
    form, multipart = "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"

    statuses = {
        client.generic("POST", register_path(world), sent, f"{kind}; charset={charset}").status_code
        for kind, sent in ((form, body), (multipart, parts))
    }

    assert statuses <= {302, 400}


@pytest.mark.parametrize("name", ["version", "submission", "tool", "what", "owner", "on"])
def test_garbage_in_the_hidden_fields_of_a_step_is_no_fault(
    client: Client, world: World, name: str
) -> None:
    case = acting.with_answer(world)
    path = acting.form_url(case, Action.HAND_OVER_ANSWER)

    for value in GARBAGE:
        fields = {"version": "3", "submission": str(uuid4()), "on": "x"} | {name: value}
        assert client.post(path, fields).status_code in {200, 302, 409, 422}
    assert case.events.filter(action=Action.HAND_OVER_ANSWER).count() == 0


def test_markup_is_shown_as_it_was_typed(client: Client, world: World) -> None:
    texts = ("title", "motivation", "question_intro", "addressee", "own_number")
    fields = typed(world, question=[MARKUP], **dict.fromkeys(texts, MARKUP))
    client.post(register_path(world), fields | {"edit": "save"})
    draft = client.get(register_path(world)).content.decode()
    client.post(register_path(world), fields)
    case = Case.objects.get()
    slug = world.organisation.slug
    pages = [
        reverse("arenden:cases", args=[slug]),
        reverse("arenden:mail_list", args=[slug]),
        *(
            reverse(f"arenden:{name}", args=[slug, case.public_id])
            for name in ("case", "journal", "receipt")
        ),
    ]

    shown = [draft, *(client.get(page).content.decode() for page in pages)]

    assert [MARKUP in page for page in shown] == [False] * 6
    assert ["&lt;script&gt;" in page for page in shown] == [True] * 6


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd.txt",
        'a"b.txt',
        "a%0d%0aX-Evil: 1.txt",
        "\u202egnp.txt",
        "😀.txt",
        "å" * 300,
    ],
)
def test_name_of_a_file_is_only_a_name(
    client: Client, world: World, settings: Settings, tmp_path: Path, name: str
) -> None:
    settings.MEDIA_ROOT = tmp_path
    if not name.endswith(".txt"):
        name += ".txt"
    client.post(register_path(world), typed(world, file=SimpleUploadedFile(name, b"Hej")))
    file = Case.objects.get().documents.get().files.get()

    response = client.get(reverse("arenden:file", args=[world.organisation.slug, file.public_id]))

    assert response.getvalue() == b"Hej"
    assert ("X-Evil" in response, response["X-Content-Type-Options"]) == (False, "nosniff")
    assert response["Content-Disposition"].startswith("attachment; filename")
    assert tmp_path in [*(tmp_path / file.file.name).resolve().parents]


def test_too_large_file_is_told_and_what_was_typed_stays(
    client: Client, world: World, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    large = SimpleUploadedFile("stor.pdf", b"%PDF-" + bytes(26 * 1024 * 1024))

    response = client.post(register_path(world), typed(world, file=large))

    page = response.content.decode()
    assert response.status_code == 422
    assert "stor.pdf: Filen är större än 25 MB" in page
    assert FormDraft.objects.get().data["title"] == ["Interpellation om bänkarna"]
    assert list(tmp_path.rglob("*.pdf")) == []


def test_every_post_needs_the_token_of_its_own_page(world: World) -> None:
    case = acting.with_answer(world)
    attacker = Client(enforce_csrf_checks=True)
    attacker.force_login(world.registrar)
    paths = [
        register_path(world),
        acting.form_url(case, Action.HAND_OVER_ANSWER),
        *(reverse(f"accounts:{name}") for name in ("appearance", "sign_out", "demo_sign_in")),
    ]

    assert [attacker.post(path, {"version": "3"}).status_code for path in paths] == [403] * 5

"""Meeting notes: their list, their page, and who may read them."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from parties.models import Organisation
from tests.factories import cases, people
from ärenden.choices import (
    AgentKind,
    Capacity,
    Direction,
    DocumentKind,
    LegalStatus,
    NoteSectionKind,
)
from ärenden.models import AgentSnapshot, Document, MeetingNote, NoteInvitation, NoteSection

pytestmark = pytest.mark.django_db


def note_in(organisation: Organisation, *, size: int = 1) -> MeetingNote:
    """Notes with participants, a tree of sections, agreements, an invitation and attachments."""
    note = MeetingNote.objects.create(
        organisation=organisation,
        title="Möte om lekplatser",
        place_printed="Biblioteket",
        date_text="2026 03 02",
        held_on=date(2026, 3, 2),
    )
    for at in range(size):
        agent = {"note": note, "position": at + 1}
        AgentSnapshot.objects.create(
            **agent, capacity=Capacity.PARTICIPANT, name_printed="per Persson", party_printed="(X)"
        )
        AgentSnapshot.objects.create(
            **agent,
            capacity=Capacity.EXTERNAL_CONTACT,
            kind=AgentKind.EXTERNAL,
            name_printed="Eva Extern",
            party_printed="(S)",
            organisation_printed="Grannby",
        )
        top = NoteSection.objects.create(note=note, position=3 * at, heading="Medskick")
        NoteSection.objects.create(note=note, position=3 * at + 1, parent=top, text="Fler gungor")
        NoteSection.objects.create(
            note=note,
            position=3 * at + 2,
            kind=NoteSectionKind.AGREEMENT,
            label_printed="1.",
            text="Vi är överens.",
        )
        Document.objects.create(
            note=note,
            running_number=at + 1,
            kind=DocumentKind.ATTACHMENT,
            direction=Direction.INTERNAL,
            legal_status=LegalStatus.DRAWN_UP,
            title="Bilder",
            registered_on=date(2026, 3, 2),
        )
        NoteInvitation.objects.create(
            note=note,
            position=at + 1,
            when_text="den 1 juni klockan 18.30",
            at=datetime(2026, 6, 1, 18, 30, tzinfo=ZoneInfo("Europe/Stockholm")),
            year_is_inferred=True,
            invited="alla",
        )
    return note


def address(note: MeetingNote) -> str:
    return reverse("arenden:note", args=[note.organisation.slug, note.public_id])


def shown(client: Client, note: MeetingNote) -> Any:
    response = client.get(address(note))
    assert response.status_code == 200
    return response.context["note"]


def test_note_shows_names_with_party_as_printed(client: Client) -> None:
    world = cases.world()
    note = note_in(world.organisation)
    client.force_login(world.registrar)

    page = shown(client, note)

    assert [
        (each.person.name, each.person.has_party, each.person.party_abbr, each.note)
        for each in (*page.present, *page.contacts)
    ] == [("per Persson", True, "X", ""), ("Eva Extern", True, "S", "Grannby")]


def test_note_shows_the_printed_date_beside_the_day_it_was_read_as(client: Client) -> None:
    world = cases.world()
    note = note_in(world.organisation)
    client.force_login(world.registrar)

    assert shown(client, note).facts == [
        {"label": "Datum", "value": "2026 03 02 (läst som måndag 2 mars 2026)"},
        {"label": "Plats", "value": "Biblioteket"},
    ]


def test_note_shows_agreements_apart_from_the_tree_of_sections(client: Client) -> None:
    world = cases.world()
    note = note_in(world.organisation)
    client.force_login(world.registrar)

    page = shown(client, note)

    assert [(each.label, each.text) for each in page.agreements] == [("1.", "Vi är överens.")]
    assert [(each.heading, [part.text for part in each.parts]) for each in page.sections] == [
        ("Medskick", ["Fler gungor"])
    ]


def test_invitation_says_what_was_read_into_it(client: Client) -> None:
    world = cases.world()
    note = note_in(world.organisation)
    client.force_login(world.registrar)

    (invitation,) = shown(client, note).invitations

    assert (invitation.when, invitation.read_as, invitation.lines) == (
        "den 1 juni klockan 18.30",
        "Läst som måndag 1 juni 2026 kl. 18.30, året är inte utskrivet",
        ["Inbjudna: alla"],
    )


def test_attachment_without_file_says_so(client: Client) -> None:
    world = cases.world()
    note = note_in(world.organisation)
    client.force_login(world.registrar)

    assert "Filen saknas" in client.get(address(note)).content.decode()


def test_note_and_case_lead_to_each_other(client: Client) -> None:
    world = cases.world()
    note, case = note_in(world.organisation), cases.registered_case(world)
    note.cases.add(case)
    case_url = reverse("arenden:case", args=[world.organisation.slug, case.public_id])
    client.force_login(world.registrar)

    assert [link["url"] for link in shown(client, note).cases] == [case_url]
    assert f'href="{address(note)}"' in client.get(case_url).content.decode()


def test_list_shows_the_organisations_own_notes_latest_first(client: Client) -> None:
    world = cases.world()
    late, undated = note_in(world.organisation), note_in(world.organisation)
    MeetingNote.objects.filter(pk=undated.pk).update(held_on=None, date_text="i våras")
    note_in(people.organisation())
    client.force_login(world.registrar)

    response = client.get(reverse("arenden:notes", args=[world.organisation.slug]))

    assert [(row.url, row.day, row.present) for row in response.context["rows"]] == [
        (address(late), "2 mars 2026", "1 deltagare"),
        (address(undated), "i våras", "1 deltagare"),
    ]


def test_notes_are_for_those_who_read_the_register(client: Client) -> None:
    world = cases.world()
    note = note_in(world.organisation)
    councillor = people.user(world.organisation, Role.COUNCILLOR, person=world.asker)
    client.force_login(councillor)

    answers = [
        client.get(address(note)),
        client.get(address(note).replace(f"{note.public_id}/", "")),
    ]

    assert [answer.status_code for answer in answers] == [403, 403]


def test_note_asks_as_few_questions_for_one_row_as_for_many(client: Client) -> None:
    world = cases.world()
    client.force_login(world.registrar)
    counts = []
    for size in (1, 3, 200):
        note = note_in(world.organisation, size=size)
        with CaptureQueriesContext(connection) as asked:
            client.get(address(note))
        counts.append(len(asked))

    assert len(set(counts)) == 1

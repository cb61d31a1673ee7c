"""Postlista: what the public may be told of a day, and nothing else."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.documents import (
    NewDocument,
    add_document,
    annul_document,
    establish_document,
)
from ärenden.actions.secrecy import NewMark, mark_secrecy
from ärenden.actions.values import Name
from ärenden.choices import AgentKind, Direction, DocumentKind
from ärenden.queries.secrecy import WITHHELD

pytestmark = pytest.mark.django_db

NEXT_DAY = date(2026, 3, 3)


def mail(client: Client, world: World, day: str, *, by: User | None = None) -> Any:
    client.force_login(by or world.registrar)
    url = reverse("arenden:mail_list", args=[world.organisation.slug])
    return client.get(url, {"dag": day})


def letter(direction: Direction = Direction.INCOMING, **changes: Any) -> NewDocument:
    values: dict[str, Any] = {
        "kind": DocumentKind.LETTER,
        "title": "Skrivelse om bänkarna",
        "direction": direction,
        "received_on": NEXT_DAY if direction == Direction.INCOMING else None,
    }
    return NewDocument(**(values | changes))


def test_day_has_its_documents_in_order_under_their_public_titles(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world, title="Skolk hos Pelle", title_public="Elevärende")
    doing = world.doing(on=NEXT_DAY)
    private = Name(name="Nils Granne", kind=AgentKind.PUBLIC)
    secret = letter(title="Brev om Pelle", title_public="Skrivelse", correspondents=[private])
    add_document(case=case, doing=doing, new=secret)
    add_document(
        case=case,
        doing=doing,
        new=letter(Direction.OUTGOING, correspondents=[cases.name_of(world.asker, party="(V)")]),
    )

    response = mail(client, world, "2026-03-03")

    told = [
        (each.number, each.direction, each.title, each.correspondents)
        for each in response.context["letters"]
    ]
    assert told == [
        ("KS 2026/00001–2", "In", "Skrivelse", "Enskild person"),
        ("KS 2026/00001–3", "Ut", "Skrivelse om bänkarna", "Frida Fråga (V)"),
    ]
    page = response.content.decode()
    assert [word for word in ("Pelle", "Granne", "Skolk") if word in page] == []


@pytest.mark.parametrize(
    ("marked", "wording", "told"),
    [
        ("case", "", [("Interpellation", ""), ("Skrivelse", "Interpellation")]),
        ("case", "Elevärende", [("Interpellation", "Elevärende"), ("Skrivelse", "Elevärende")]),
        ("paper", "", [("Skolk hos Pelle", "Interpellation"), ("Skrivelse", "Interpellation")]),
    ],
)
def test_what_is_marked_stands_by_number_and_kind_for_the_cleared_too(
    client: Client, marked: str, wording: str, told: list[tuple[str, str]]
) -> None:
    world = cases.world()
    case = cases.registered_case(world, title="Skolk hos Pelle", on=NEXT_DAY)
    new = letter(title="Brev om Pelle", correspondents=[cases.name_of(world.asker)])
    doing = world.doing(on=NEXT_DAY)
    paper = add_document(case=case, doing=doing, new=new)
    row = {"case": case, "paper": paper}[marked]
    ground = {"provision": "bestämmelse för prov", "authority": "Kommunstyrelsen"}

    mark_secrecy(case=case, doing=doing, new=NewMark(row=row, wording=wording, **ground))

    letters = mail(client, world, "2026-03-03").context["letters"]
    assert [(each.title, each.notes) for each in letters] == told
    assert letters[1].correspondents == WITHHELD


def test_protected_person_is_not_named(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world, title="Interpellation från Frida Fråga")
    world.asker.has_protected_identity = True
    world.asker.save()

    response = mail(client, world, "2026-03-02")

    assert case.agents.filter(name_printed="Frida Fråga").exists()
    told = [(each.title, each.correspondents) for each in response.context["letters"]]
    assert told == [("Interpellation", "Skyddade personuppgifter")]
    assert "Frida" not in response.content.decode()


def test_working_paper_stands_on_the_day_it_was_drawn_up(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    document = add_document(
        case=case, doing=world.doing(on=NEXT_DAY), new=letter(Direction.INTERNAL)
    )

    before = mail(client, world, "2026-03-03").context["letters"]
    establish_document(document, on=date(2026, 3, 10))
    on_the_day = mail(client, world, "2026-03-10").context["letters"]

    assert before == []
    assert [(each.direction, each.title) for each in on_the_day] == [
        ("Upprättad", "Skrivelse om bänkarna")
    ]


def test_annulled_document_stays_in_its_place(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    document = add_document(case=case, doing=world.doing(on=NEXT_DAY), new=letter())
    annul_document(document=document, doing=world.doing(on=NEXT_DAY), reason="Fel ärende")

    letters = mail(client, world, "2026-03-03").context["letters"]

    assert [(each.title, each.is_annulled) for each in letters] == [("Skrivelse om bänkarna", True)]


def test_neighbouring_days_are_those_with_mail(client: Client) -> None:
    world, elsewhere = cases.world(), cases.world()
    for day in (date(2026, 3, 2), date(2026, 3, 9)):
        cases.registered_case(world, on=day)
    cases.registered_case(elsewhere, on=date(2026, 3, 4))

    response = mail(client, world, "2026-03-04")

    assert response.context["letters"] == []
    assert response.context["before"].label == "måndag 2 mars 2026"
    assert response.context["after"].url.endswith("?dag=2026-03-09")


def test_day_that_cannot_be_read_is_told_and_kept(client: Client) -> None:
    response = mail(client, cases.world(), "32 mars")

    assert response.status_code == 422
    assert 'value="32 mars"' in response.content.decode()


def test_postlista_is_for_readers_of_the_register(client: Client) -> None:
    world = cases.world()
    councillor = people.user(world.organisation, Role.COUNCILLOR, person=world.asker)

    response = mail(client, world, "2026-03-02", by=councillor)

    assert response.status_code == 403

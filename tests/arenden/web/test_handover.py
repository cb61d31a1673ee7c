"""All of a colleague's open cases given to another for good."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from tests.arenden.web import acting
from tests.factories import people
from tests.factories.cases import World
from ärenden.actions.endings import close, withdraw
from ärenden.actions.handling import assign
from ärenden.models import Case

pytestmark = pytest.mark.django_db


def page(world: World) -> str:
    return reverse("arenden:handover", args=[world.organisation.slug])


def named(handler: User, to: User, **more: str) -> dict[str, str]:
    return {"handler": str(handler.public_id), "substitute": str(to.public_id), **more}


def ended(world: World) -> Case:
    case = acting.registered(world)
    withdraw(case=case, doing=acting.now(world), on=acting.today(), reason="Löst")
    close(case=case, doing=acting.now(world))
    return case


def handlers(*cases: Case) -> list[User | None]:
    return [Case.objects.get(pk=case.pk).handler for case in cases]


def test_all_open_cases_of_a_colleague_are_taken_over_once_it_is_confirmed(client: Client) -> None:
    world = acting.world()
    first, second, old = acting.registered(world), acting.registered(world), ended(world)
    olle = people.user(world.organisation, Role.OFFICER, name="Olle Officer")
    client.force_login(world.registrar)
    fields = named(world.registrar, olle, reason="Ny tjänst")

    asks = client.post(page(world), fields)
    before = handlers(first, second)
    client.post(page(world), fields | {"sure": "1"})

    assert "Lämna över 2 öppna ärenden" in asks.content.decode()
    assert before == [world.registrar, world.registrar]
    assert handlers(first, second, old) == [olle, olle, world.registrar]
    assert [case.events.latest("version").reason for case in (first, second)] == ["Ny tjänst"] * 2


def test_nothing_is_taken_over_when_one_case_cannot_be(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    of_board = acting.registered(world, body=world.board)
    secretary = people.user(
        world.organisation, Role.COMMITTEE_SECRETARY, of=world.board, name="Siv Sekreterare"
    )
    client.force_login(world.registrar)

    refused = client.post(page(world), named(world.registrar, secretary, sure="1"))

    said = refused.content.decode()
    assert refused.status_code == HTTPStatus.CONFLICT
    assert f"Siv Sekreterare har ingen roll som handlägger {case.dnr}." in said
    assert handlers(case, of_board) == [world.registrar, world.registrar]


def test_open_cases_of_someone_who_has_left_are_taken_over(client: Client) -> None:
    world = acting.world()
    case, second = acting.registered(world), acting.registered(world)
    olle = people.user(world.organisation, Role.OFFICER, name="Olle Officer")
    eva = people.user(world.organisation, Role.OFFICER, name="Eva Ekonom")
    assign(case=case, doing=acting.now(world), to=olle)
    assign(case=second, doing=acting.now(world), to=eva)
    olle.memberships.all().delete()
    User.objects.filter(pk=eva.pk).update(is_active=False)
    client.force_login(world.registrar)

    form = client.get(page(world)).context["form"]
    for left in (olle, eva):
        client.post(page(world), named(left, world.registrar, sure="1"))

    assert [name for _, name in form.fields["handler"].choices] == [
        *("Välj", "Eva Ekonom", "Olle Officer", "Rut Registrator")
    ]
    assert [name for _, name in form.fields["substitute"].choices] == ["Rut Registrator"]
    assert handlers(case, second) == [world.registrar, world.registrar]


def test_case_that_has_left_ones_body_is_told_by_number(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world, body=world.board)
    secretary = people.user(
        world.organisation, Role.COMMITTEE_SECRETARY, of=world.board, name="Siv Sekreterare"
    )
    assign(case=case, doing=acting.now(world), to=secretary)
    Case.objects.filter(pk=case.pk).update(body=world.council)
    client.force_login(secretary)

    refused = client.post(page(world), named(secretary, world.registrar, sure="1"))

    said = f"Din roll räcker inte för att byta ansvarig för {case.dnr}; be registratorn göra det."
    assert refused.status_code == HTTPStatus.CONFLICT
    assert refused.context["form"].non_field_errors() == [said]
    assert handlers(case) == [secretary]


def test_colleague_without_open_cases_hands_nothing_over(client: Client) -> None:
    world = acting.world()
    olle = people.user(world.organisation, Role.OFFICER, name="Olle Officer")
    client.force_login(world.registrar)

    refused = client.post(page(world), named(olle, world.registrar))

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert refused.context["form"].errors == {"handler": ["Olle Officer har inga öppna ärenden"]}


def test_officer_hands_over_her_own_cases_and_no_one_elses(client: Client) -> None:
    world = acting.world()
    hers, other = acting.registered(world), acting.registered(world)
    olle = people.user(world.organisation, Role.OFFICER, name="Olle Officer")
    assign(case=hers, doing=acting.now(world), to=olle)
    client.force_login(olle)

    taking = client.post(page(world), named(world.registrar, olle, sure="1"))
    client.post(page(world), named(olle, world.registrar, sure="1"))

    assert taking.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert handlers(hers, other) == [world.registrar, world.registrar]

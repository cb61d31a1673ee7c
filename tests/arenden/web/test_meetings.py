"""Meetings with their lists and decisions; a case that may not be seen leaves no trace."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from accounts.roles import Role
from kernel.dates import full_date
from tests.arenden.web import acting
from tests.factories import people
from tests.factories.cases import World
from ärenden.actions.decisions import NewDecision, decide
from ärenden.actions.endings import annul
from ärenden.actions.permission import schedule
from ärenden.choices import Outcome
from ärenden.queries.points import own_points

pytestmark = pytest.mark.django_db


def page_of(client: Client, world: World) -> str:
    slug, meeting = world.organisation.slug, world.first_meeting.public_id
    return client.get(reverse("arenden:meeting", args=[slug, meeting])).content.decode()


def test_meeting_tells_what_was_put_and_what_was_answered(client: Client) -> None:
    world = acting.world()
    acting.permitted(world)
    client.force_login(world.registrar)

    page = page_of(client, world)

    assert "Interpellationer och frågor som fick ställas" in page
    assert "Interpellationer och frågor som besvarades" not in page
    assert "§ 5" in page


def test_meeting_tells_the_outcome_of_each_att_sats(client: Client) -> None:
    world = acting.world()
    case = acting.proposed(world)
    first, second = own_points(case)
    new = NewDecision(
        outcome=Outcome.PARTLY_APPROVED,
        outcomes={first: Outcome.APPROVED, second: Outcome.REJECTED},
        sitting=acting.sitting(world),
    )
    decide(case=case, doing=acting.now(world), new=new)
    client.force_login(world.registrar)

    assert "Delvis bifall: 1 bifall, 2 avslag" in page_of(client, world)


def test_list_parts_coming_meetings_from_past_ones(client: Client) -> None:
    world = acting.world()
    case = acting.permitted(world)
    schedule(case=case, doing=acting.now(world), meeting=world.second_meeting)
    client.force_login(world.registrar)

    shown = client.get(reverse("arenden:meetings", args=[world.organisation.slug])).context

    assert [row.count for row in shown["coming"]] == ["1 ärende"]
    held = world.council.meetings.filter(held_on__lt=acting.today())
    assert len(shown["past"]) == held.count() > 0


def test_past_meetings_are_turned_a_page_at_a_time(client: Client) -> None:
    world = acting.world()
    for days in range(8, 34):
        people.meeting(world.council, acting.today() - timedelta(days=days))
    url = reverse("arenden:meetings", args=[world.organisation.slug])
    client.force_login(world.registrar)

    first, second = (client.get(url, {"sida": number}).context for number in (1, 2))

    assert (first["next_url"], second["previous_url"]) == (f"{url}?sida=2", url)
    assert (first["previous_url"], second["next_url"]) == ("", "")


def test_councillor_finds_no_trace_of_an_annulled_case(client: Client) -> None:
    world = acting.world()
    case = acting.permitted(world)
    someone = people.person(world.organisation, "Olle Annan", member_of=world.council)
    reader = people.user(world.organisation, Role.COUNCILLOR, person=someone)
    client.force_login(reader)
    assert case.title in page_of(client, world)

    annul(case=case, doing=acting.now(world), reason="Fel")

    assert case.title not in page_of(client, world)


def test_empty_list_is_only_said_to_be_empty_to_whoever_reads_it_all(client: Client) -> None:
    world = acting.world()
    told = []

    for role in (Role.REGISTRAR, Role.ADMINISTRATOR):
        client.force_login(people.user(world.organisation, role))
        told.append("Inget ärende som du kan läsa" in page_of(client, world))

    assert told == [False, True]


def test_meeting_of_another_organisation_does_not_exist_here(client: Client) -> None:
    world, elsewhere = acting.world(), acting.world()
    client.force_login(world.registrar)
    address = reverse(
        "arenden:meeting", args=[world.organisation.slug, elsewhere.first_meeting.public_id]
    )

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("cases", [1, 6])
def test_meeting_asks_the_same_number_of_questions_whatever_it_holds(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, cases: int
) -> None:
    world = acting.world()
    for place in range(1, cases + 1):
        case = acting.registered(world)
        world.first_meeting.agenda.create(case=case, kind="permission", position=place)
    client.force_login(world.registrar)

    with django_assert_num_queries(8):
        page_of(client, world)


def test_days_are_noted_through_the_form_and_told_on_the_page(client: Client) -> None:
    world = acting.world()
    client.force_login(world.registrar)
    held = people.meeting(world.council, acting.today() - timedelta(days=20))
    path = reverse("arenden:meeting_days", args=[world.organisation.slug, held.public_id])
    adjusted, announced = (acting.today() - timedelta(days=days) for days in (10, 9))

    response = client.post(path, {"adjusted_on": str(adjusted), "announced_on": str(announced)})

    assert response.status_code == 302
    page = client.get(response["Location"]).content.decode()
    assert f"Klart {full_date(adjusted)}" in page
    assert "Överklagandetiden går ut" in page


def test_day_in_the_wrong_order_is_told_at_its_field_and_kept(client: Client) -> None:
    world = acting.world()
    client.force_login(world.registrar)
    held = people.meeting(world.council, acting.today() - timedelta(days=20))
    path = reverse("arenden:meeting_days", args=[world.organisation.slug, held.public_id])
    early = acting.today() - timedelta(days=30)

    response = client.post(path, {"adjusted_on": str(early)})

    assert response.status_code == 422
    form = response.context["form"]
    assert form.errors == {"adjusted_on": ["Protokollet kan inte justeras före sammanträdet"]}
    assert f'value="{early}"' in response.content.decode()

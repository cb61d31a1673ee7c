"""Att göra: what waits for whom, why, and the step; as few questions for many cases as for one."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from kernel.models import Heartbeat
from tests.arenden.web import acting
from tests.factories import drafts, people
from tests.factories.cases import World
from ärenden.actions.handling import assign, be_away
from ärenden.actions.permission import announce, schedule
from ärenden.choices import CaseType, State
from ärenden.models import Case, CaseEvent
from ärenden.reminding import WORK

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12


def desk_of(world: World) -> str:
    return reverse("arenden:desk", args=[world.organisation.slug])


def shown(client: Client, world: World, *, by: User | None = None, query: str = "") -> Any:
    client.force_login(by or world.registrar)
    response = client.get(f"{desk_of(world)}{query}")
    assert response.status_code == 200
    return response.context


def told(context: Any) -> dict[str, list[tuple[str, str]]]:
    """Each section's rows: the case's title and the label of the step."""
    return {
        section.heading: [(row.title, row.action_label) for row in section.rows]
        for section in context["sections"]
    }


def with_meeting_soon(world: World) -> World:
    world.second_meeting = people.meeting(world.council, acting.today() + timedelta(days=6))
    return world


def test_registered_case_waits_for_its_place_on_the_next_list(client: Client) -> None:
    world = with_meeting_soon(acting.world())
    case = acting.registered(world)

    context = shown(client, world)

    assert list(told(context).values()) == [[(case.title, "Anmäl till sammanträde")]]
    assert next(iter(told(context))).startswith("Inför kommunfullmäktige ")
    assert context["lead"].endswith("En sak väntar på dig.")


def test_answer_that_came_in_is_to_be_handed_over(client: Client) -> None:
    world = acting.world()
    case = acting.with_answer(world)

    rows = [row for section in shown(client, world)["sections"] for row in section.rows]

    assert [(row.title, row.action_label) for row in rows] == [(case.title, "Lämna över svaret")]
    assert "Fråga 2" not in rows[0].why
    assert rows[0].is_in_place


def test_case_on_a_list_says_what_it_lacks(client: Client) -> None:
    world = with_meeting_soon(acting.world())
    case = acting.handed_over(world)
    case.questions.all().delete()
    bare = acting.registered(world, motivation="", questions=())
    for each, put_up in ((case, schedule), (bare, announce)):
        put_up(case=each, doing=acting.now(world), meeting=world.second_meeting)

    context = shown(client, world)

    whys = [row.why for section in context["sections"] for row in section.rows]
    assert whys == [
        "Står på listan, men interpellationen saknar motivering och ingen fråga är antecknad."
    ]
    counts = {count.label: count.number for count in context["next_meeting"].counts}
    assert counts == {
        "Punkter på listan": 2,
        "Saknar något": 1,
        "Får den ställas?": 1,
        "Ska besvaras": 1,
    }


def test_meeting_held_but_not_noted_is_waited_for(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    coming = people.meeting(world.council, acting.today())
    announce(case=case, doing=acting.now(world), meeting=coming)
    coming.held_on = acting.today() - timedelta(days=2)
    coming.save()

    [section] = shown(client, world)["sections"]

    assert (section.heading, section.rows[0].date_text) == ("Utan datum", "2 dagar")
    assert section.rows[0].action_label == "Anteckna att den får ställas"
    assert f"sammantrade={coming.public_id}" in section.rows[0].action_url


def test_nothing_waits_says_what_will_come(client: Client) -> None:
    world = acting.world()

    context = shown(client, world)

    assert told(context) == {}
    assert context["empty"] == "Nya inlämnade ärenden visas här så fort de kommer."


def test_officer_sees_what_she_handles_and_the_registrar_no_longer_that(client: Client) -> None:
    world = acting.world()
    hers, other = acting.raised(world), acting.registered(world)
    officer = people.user(world.organisation, Role.OFFICER, name="Olle Officer")
    assign(case=hers, doing=acting.now(world), to=officer)

    of_officer = told(shown(client, world, by=officer))
    of_registrar = told(shown(client, world))
    of_all = [row.for_whom for row in rows_of(shown(client, world, query="?visa=alla"))]

    assert of_officer == {"Utan datum": [(hers.title, "Lämna till beredning")]}
    assert [title for rows in of_registrar.values() for title, _ in rows] == [other.title]
    assert of_all == ["", "Olle Officer"]


def rows_of(context: Any) -> list[Any]:
    return [row for section in context["sections"] for row in section.rows]


def test_secretary_sees_what_her_body_deals_with(client: Client) -> None:
    world = acting.world()
    case = acting.raised(world)
    council = people.user(world.organisation, Role.COMMITTEE_SECRETARY, of=world.council)
    board = people.user(world.organisation, Role.COMMITTEE_SECRETARY, of=world.board)

    found = [[row.title for row in rows_of(shown(client, world, by=by))] for by in (council, board)]

    assert found == [[case.title], []]


def test_substitute_sees_the_absent_ones_rows_marked_so(client: Client) -> None:
    world = acting.world()
    case = acting.raised(world)
    officer = people.user(world.organisation, Role.OFFICER, name="Olle Officer")
    be_away(
        organisation=world.organisation,
        doing=acting.now(world),
        handler=world.registrar,
        by=officer,
        first=acting.today(),
        last=None,
    )

    context = shown(client, world, by=officer)

    assert [(row.title, row.for_whom) for row in rows_of(context)] == [
        (case.title, "Rut Registrator")
    ]
    assert context["absences"][0].startswith("Du täcker för Rut Registrator från ")


def test_desk_is_refused_to_those_who_prepare_nothing(client: Client) -> None:
    world = acting.world()
    client.force_login(people.user(world.organisation, Role.REVIEWER))

    assert client.get(desk_of(world)).status_code == 403


def test_desk_asks_as_few_questions_for_many_cases_as_for_one(client: Client) -> None:
    world = with_meeting_soon(acting.world())
    client.force_login(world.registrar)
    counts = set()
    those = drafts.writers(world)
    drafts.handed_in(those, on=acting.came_in())
    for size in (1, 3, 200):
        fill(world, size)
        with CaptureQueriesContext(connection) as captured:
            found = rows_of(client.get(desk_of(world)).context)
        counts.add(len(captured))

    assert len(found) == 2 * (1 + 3 + 200) + 1
    assert len(counts) == 1
    assert max(counts) <= MOST_QUERIES


@transaction.atomic
def fill(world: World, size: int) -> None:
    """So many open cases of three kinds, each registered in its event."""
    rows = Case.objects.bulk_create(
        Case(
            organisation=world.organisation,
            body=world.council,
            handler=world.registrar,
            case_type=kind,
            state=State.REGISTERED,
            title="Ärende",
            dnr_unknown="prov",
            received_on=acting.came_in(),
            registered_on=acting.today(),
            version=1,
        )
        for kind in [CaseType.INTERPELLATION, CaseType.MOTION, CaseType.COMMITTEE] * size
    )
    CaseEvent.objects.bulk_create(
        CaseEvent(
            case=row,
            action="register",
            actor_id=world.registrar.pk,
            actor_name=world.registrar.name,
            summary="Kom in",
            recorded_at=timezone.now(),
            state_after=row.state,
            answer_state_after=row.answer_state,
            version=1,
        )
        for row in rows
    )


def test_signs_of_life_turn_amber_when_old(client: Client) -> None:
    world = acting.world()
    for name in WORK:
        Heartbeat.show(name)
    fresh = shown(client, world)["beat"]
    Heartbeat.objects.update(at=timezone.now() - timedelta(days=1))

    old = shown(client, world)["beat"]

    assert (fresh.is_late, old.is_late) == (False, True)
    assert old.text.startswith("Påminnelser senast körda i går kl. ")

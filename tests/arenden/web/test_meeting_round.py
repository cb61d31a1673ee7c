"""What one meeting did is noted case by case: the meeting and its paragraph are chosen once."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from meetings.models import Meeting
from tests.arenden.web import acting
from tests.factories import people
from tests.factories.cases import World
from ärenden.actions.meetings import Sitting
from ärenden.actions.proposals import NewProposal, add_proposal
from ärenden.actions.values import Name
from ärenden.choices import AgendaKind, ProposalKind
from ärenden.models import Case
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db


def on_the_list(meeting: Meeting, *cases: Case) -> None:
    for position, case in enumerate(cases, start=1):
        meeting.agenda.create(case=case, kind=AgendaKind.PERMISSION, position=position)


def page_of(client: Client, meeting: Meeting) -> Any:
    slug = meeting.body.organisation.slug
    return client.get(reverse("arenden:meeting", args=[slug, meeting.public_id]))


def listed(client: Client, meeting: Meeting) -> list[tuple[str, str]]:
    matters = page_of(client, meeting).context["groups"][0].matters
    return [(matter.step, matter.step_url) for matter in matters]


def along(url: str, meeting: Meeting) -> str:
    return f"{url}?sammantrade={meeting.public_id}"


def moved(world: World, case: Case) -> None:
    """A yrkande in the council, at its paragraph of the minutes."""
    new = NewProposal(
        kind=ProposalKind.APPROVAL,
        proposers=[Name(name="Ada Ask")],
        sitting=acting.sitting(world, 12),
    )
    add_proposal(case=case, doing=acting.now(world), new=new)


def test_each_item_leads_to_its_step_until_that_is_noted(client: Client) -> None:
    world = acting.world()
    first, second = acting.registered(world), acting.registered(world)
    on_the_list(world.first_meeting, first, second)
    client.force_login(world.registrar)
    acting.sent(client, first, Action.PERMIT, meeting=world.first_meeting.pk)

    step_url = along(acting.form_url(second, Action.PERMIT), world.first_meeting)
    assert listed(client, world.first_meeting) == [
        ("Antecknat", ""),
        (Action.PERMIT.label, step_url),
    ]


def test_nothing_is_noted_from_a_meeting_that_has_not_been(client: Client) -> None:
    world = acting.world()
    on_the_list(world.second_meeting, acting.registered(world))
    client.force_login(world.registrar)

    assert listed(client, world.second_meeting) == [("", "")]


def test_reader_is_offered_no_step(client: Client) -> None:
    world = acting.world()
    on_the_list(world.first_meeting, acting.registered(world))
    someone = people.person(world.organisation, "Olle Annan", member_of=world.council)
    client.force_login(people.user(world.organisation, Role.COUNCILLOR, person=someone))

    assert listed(client, world.first_meeting) == [("", "")]


def test_form_opened_from_the_meeting_leads_to_the_next_case(client: Client) -> None:
    world = acting.world()
    first, second = acting.registered(world), acting.registered(world)
    earlier = people.meeting(world.council, acting.came_in())
    on_the_list(earlier, first, second)
    client.force_login(world.registrar)
    address = along(acting.form_url(first, Action.PERMIT), earlier)
    form = client.get(address).context["form"]

    hidden = acting.opened(client, first, Action.PERMIT)
    sent = client.post(address, hidden | {"meeting": form["meeting"].value()}, follow=True)

    assert form["meeting"].value() == earlier.pk
    assert sent.redirect_chain == [(along(acting.case_url(first), earlier), 302)]
    shown = sent.context["round"]
    assert shown.next_url == along(acting.form_url(second, Action.PERMIT), earlier)
    assert shown.next_title == f"{second.dnr} {second.title}"


def test_steps_beside_keep_the_meeting_and_the_last_case_leads_back(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    on_the_list(world.first_meeting, case)
    client.force_login(world.registrar)

    page = client.get(along(acting.case_url(case), world.first_meeting))

    asked = parse_qs(urlsplit(page.context["next"].main.url).query)
    assert asked == {"sammantrade": [str(world.first_meeting.public_id)]}
    assert page.context["round"].next_url == ""
    assert "Tillbaka till sammanträdet" in page.content.decode()


def test_meeting_of_another_organisation_is_not_noted_here(client: Client) -> None:
    world, elsewhere = acting.world(), acting.world()
    case = acting.registered(world)
    client.force_login(world.registrar)

    for key in (elsewhere.first_meeting.public_id, "x"):
        page = client.get(acting.case_url(case), {"sammantrade": str(key)})
        assert page.context["round"] is None


def test_next_thing_of_the_same_sitting_has_its_meeting_and_paragraph(client: Client) -> None:
    world = acting.world()
    case = acting.proposed(world)
    moved(world, case)
    client.force_login(world.registrar)

    forms = [
        client.get(acting.form_url(case, action)).context["form"]
        for action in (Action.ADD_STEP, Action.DECIDE)
    ]

    chosen = [(form["meeting"].value(), form["paragraph"].value()) for form in forms]
    assert chosen == [(world.first_meeting.pk, "12")] * 2


def test_preparation_is_not_proposed_to_have_met_as_the_council(client: Client) -> None:
    world = acting.world()
    case = acting.preparing(world)
    client.force_login(world.registrar)

    form = client.get(acting.form_url(case, Action.PROPOSE)).context["form"]

    assert (form["meeting"].value(), form["paragraph"].value()) == (None, "")


def test_bodies_at_hand_are_offered_first_and_the_others_apart(client: Client) -> None:
    world = acting.world()
    case = acting.preparing(world)
    other = people.body(world.organisation, kind="committee", name="Skolnämnden", abbreviation="SN")
    board, school = (people.meeting(body, acting.today()) for body in (world.board, other))
    client.force_login(world.registrar)

    field = client.get(acting.form_url(case, Action.PROPOSE)).context["form"]["meeting"].field

    (_, _), (near, _), (heading, others) = field.choices
    assert (near.value, heading) == (board.pk, "Andra organ")
    assert {value.value for value, _ in others} == {school.pk, world.first_meeting.pk}


@pytest.mark.parametrize("number", [1, 6])
def test_way_on_costs_the_same_however_long_the_list_is(client: Client, number: int) -> None:
    world = acting.world()
    cases = [acting.registered(world) for _ in range(number)]
    on_the_list(world.first_meeting, *cases)
    client.force_login(world.registrar)
    address = along(acting.case_url(cases[0]), world.first_meeting)

    with CaptureQueriesContext(connection) as queries:
        client.get(address)

    assert len(queries) <= 25


def test_sitting_is_remembered_only_when_the_meeting_is_known() -> None:
    assert Sitting().told == {}

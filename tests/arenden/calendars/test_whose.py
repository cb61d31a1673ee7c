"""Whose calendar holds what: the matters and meetings of each kind of feed."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from accounts.roles import Role
from meetings.models import Meeting
from tests.arenden.calendars.feeding import about, events, feed, names, path_of
from tests.arenden.groups.making import Grouped, grouped
from tests.arenden.web import acting
from tests.factories import people
from tests.factories.cases import World
from ärenden.choices import DeadlineStatus, FeedContent, Purpose
from ärenden.models import CalendarFeed, Deadline

pytestmark = pytest.mark.django_db
TITLE = "Besvaras: Interpellation om bänkarna i parken"


@pytest.fixture
def world() -> World:
    return acting.world()


def test_own_calendar_holds_ones_matters_and_the_meetings_that_take_them_up(world: World) -> None:
    elsewhere = people.person(world.organisation, "Bo Borta")
    answerer = people.user(world.organisation, Role.COUNCILLOR, person=world.answerer)
    outside = people.user(world.organisation, Role.COUNCILLOR, person=elsewhere)
    acting.permitted(world)
    people.meeting(world.board, acting.today())

    found = names(feed(answerer, world.organisation))

    assert {"Kommunfullmäktige", "Kommunstyrelsen"} <= found
    assert about(feed(answerer, world.organisation), TITLE)
    assert events(feed(outside, world.organisation)) == []


def test_handlers_calendar_holds_the_meeting_that_takes_up_her_case(world: World) -> None:
    officer = people.user(world.organisation, Role.OFFICER)
    case = acting.permitted(world)
    case.handler = officer
    case.save()
    people.meeting(world.board, acting.today())

    row = feed(officer, world.organisation)

    assert {name for name in names(row) if ":" not in name} == {"Kommunfullmäktige"}
    assert len(about(row, TITLE)) == 1


def test_calendar_of_meetings_holds_every_bodys_and_no_case(world: World) -> None:
    acting.permitted(world)
    people.meeting(world.board, acting.today())

    found = names(feed(world.registrar, world.organisation, FeedContent.MEETINGS))

    assert found == {"Kommunfullmäktige", "Kommunstyrelsen"}


# Feed, roles, whose it is, meetings, deadlines, when it was fetched.
QUERIES = {FeedContent.OWN: 7, FeedContent.BODY: 8, FeedContent.GROUP: 9}


@pytest.mark.parametrize("content", QUERIES)
@pytest.mark.parametrize("number", [1, 3, 200])
def test_queries_do_not_grow(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    content: FeedContent,
    number: int,
) -> None:
    made = grouped()
    path = path_of(feed_of(made, content))
    days = [acting.today() + timedelta(days=place) for place in range(number)]
    Meeting.objects.bulk_create(Meeting(body=made.world.council, held_on=day) for day in days)
    now = timezone.now()
    Deadline.objects.bulk_create(
        Deadline(
            case=made.case,
            purpose=Purpose.ANSWER,
            status=DeadlineStatus.MET,
            met_at=now,
            due_at=now + timedelta(days=place),
            original_due_at=now,
            explanation="Så är det.",
            set_at=now,
            set_by_name="Rut Registrator",
            ended_at=now,
            ended_by_name="Rut Registrator",
        )
        for place in range(number)
    )

    with django_assert_num_queries(QUERIES[content]):
        response = client.get(path)

    assert response.content.count(b"BEGIN:VEVENT") == 2 * number


def feed_of(made: Grouped, content: FeedContent) -> CalendarFeed:
    of = {
        FeedContent.OWN: {},
        FeedContent.BODY: {"body": made.world.council},
        FeedContent.GROUP: {"group": made.group},
    }
    return feed(made.member, made.world.organisation, content, **of[content])

"""Where one's own addresses are made, shown, changed and closed."""

from dataclasses import dataclass
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from kernel.periods import period
from tests.arenden.calendars.feeding import body_feed, feed, fetched
from tests.arenden.groups.making import grouped
from tests.arenden.web import acting
from tests.arenden.web.administration.desk import desk
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.choices import FeedContent
from ärenden.models import CalendarFeed
from ärenden.queries.calendars import address_of

pytestmark = pytest.mark.django_db


@dataclass
class Own:
    """Someone at the page of her calendars."""

    world: World
    user: User
    client: Client

    def path(self, name: str = "calendars", **of: object) -> str:
        return reverse(
            f"arenden:{name}", kwargs={"organisation": self.world.organisation.slug, **of}
        )

    def page(self) -> str:
        return self.client.get(self.path()).content.decode()

    def make(self, what: object, note: str = "") -> int:
        return self.client.post(self.path(), {"what": str(what), "note": note}).status_code

    def feeds(self) -> list[tuple[str, object, str]]:
        return [
            (row.content, row.body or row.group, row.note) for row in self.user.calendar_feeds.all()
        ]


def own(world: World, user: User) -> Own:
    client = Client()
    client.force_login(user)
    return Own(world, user, client)


@pytest.fixture
def registrar() -> Own:
    world = cases.world()
    return own(world, world.registrar)


def test_address_is_made_and_shown(registrar: Own) -> None:
    status = registrar.make(registrar.world.board.public_id, note="Telefonen")

    assert status == HTTPStatus.FOUND
    assert registrar.feeds() == [("body", registrar.world.board, "Telefonen")]
    assert address_of(CalendarFeed.objects.get()) in registrar.page()


def test_every_kind_that_is_offered_can_be_made() -> None:
    made = grouped()
    member = own(made.world, made.member)

    for what in ("own", "meetings", made.world.council.public_id, made.group.public_id):
        assert member.make(what) == HTTPStatus.FOUND

    assert [content for content, _, _ in member.feeds()] == list(FeedContent)


def test_nothing_is_offered_that_may_not_be_read() -> None:
    made = grouped()
    outside = people.user(made.world.organisation, Role.COUNCILLOR, person=made.world.answerer)
    other = own(made.world, outside)

    for what in ("", "group", made.group.public_id, uuid4(), cases.world().council.public_id):
        assert other.make(what) == HTTPStatus.UNPROCESSABLE_ENTITY
    assert other.feeds() == []
    assert made.group.name not in other.page()


def test_own_matters_are_offered_to_those_who_may_have_some(registrar: Own) -> None:
    reviewer = own(registrar.world, people.user(registrar.world.organisation, Role.REVIEWER))

    assert reviewer.make("own") == HTTPStatus.UNPROCESSABLE_ENTITY
    assert reviewer.make("meetings") == HTTPStatus.FOUND
    assert registrar.make("own") == HTTPStatus.FOUND


def test_too_many_are_told_in_words(registrar: Own) -> None:
    for _ in range(20):
        body_feed(registrar.world)

    response = registrar.client.post(registrar.path(), {"what": "own"})

    assert response.status_code == HTTPStatus.CONFLICT
    assert "Du har redan 20 kalenderadresser" in response.content.decode()


def test_page_says_when_it_was_fetched(registrar: Own) -> None:
    row = body_feed(registrar.world)
    before = registrar.page()

    fetched(row)

    assert "Ingen har hämtat den än" in before
    assert "Hämtades senast i dag kl." in registrar.page()


def test_closed_address_is_no_longer_shown(registrar: Own) -> None:
    row = body_feed(registrar.world)

    response = registrar.client.post(registrar.path("calendar_close", feed=row.public_id))

    assert response["Location"] == registrar.path()
    assert address_of(row) not in registrar.page()
    assert fetched(row).status_code == HTTPStatus.NOT_FOUND


def test_new_address_is_shown_in_place_of_the_old(registrar: Own) -> None:
    row = body_feed(registrar.world)

    registrar.client.post(registrar.path("calendar_renew", feed=row.public_id))

    [new] = CalendarFeed.objects.filter(revoked_at=None)
    page = registrar.page()
    assert (address_of(row) in page, address_of(new) in page) == (False, True)


def test_address_that_stopped_working_is_told_so() -> None:
    world = acting.world()
    asker = people.user(world.organisation, Role.COUNCILLOR, person=world.asker)
    row = body_feed(world, asker)
    world.asker.assignments.update(period=period(people.LONG_AGO, acting.today()))

    page = own(world, asker).page()

    assert "Du får inte läsa det här längre" in page
    assert address_of(row) not in page


def test_addresses_of_others_are_neither_shown_nor_changed(registrar: Own) -> None:
    row = feed(people.user(registrar.world.organisation), registrar.world.organisation)

    for name in ("calendar_close", "calendar_renew"):
        response = registrar.client.post(registrar.path(name, feed=row.public_id))
        assert response.status_code == HTTPStatus.NOT_FOUND
    assert address_of(row) not in registrar.page()
    assert fetched(row).status_code == HTTPStatus.OK


def test_administrator_closes_the_addresses_of_an_account() -> None:
    made = desk()
    rows = [body_feed(made.world), feed(made.world.registrar, made.world.organisation)]
    role = made.world.registrar.memberships.get().public_id
    before = made.get("admin_role", membership=role)

    made.send("admin_role", {"tool": "calendars"}, membership=role)

    assert "Kontot har 2 kalenderadresser" in before
    assert "Kontot har" not in made.get("admin_role", membership=role)
    assert {fetched(row).status_code for row in rows} == {HTTPStatus.NOT_FOUND}
    assert made.log()[0][0] == "2 kalenderadresser stängdes för Rut Registrator"

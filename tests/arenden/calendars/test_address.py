"""The secret address: what opens it, what closes it, and what it says beside the calendar."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from django.utils.http import http_date
from pytest_django.fixtures import DjangoAssertNumQueries, Settings

from accounts.models import User
from accounts.roles import Role
from kernel.periods import period
from tests.arenden.calendars.feeding import body_feed, feed, fetched, path_of
from tests.arenden.groups.making import grouped, leaves
from tests.arenden.web import acting
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.calendars import renew_feed, revoke_feed
from ärenden.choices import FeedContent
from ärenden.exceptions import ActionRefused
from ärenden.models import CalendarFeed

pytestmark = pytest.mark.django_db
UNKNOWN = "/kalender/inget.ics"


@pytest.fixture
def world() -> World:
    return acting.world()


def secret_of(row: CalendarFeed) -> str:
    return path_of(row).removeprefix("/kalender/").removesuffix(".ics")


def is_gone(row: CalendarFeed) -> bool:
    """The very answer that an address of nothing gets."""
    found, nothing = fetched(row), Client().get(UNKNOWN)
    assert nothing.status_code == 404
    return (found.serialize(), found.status_code) == (nothing.serialize(), 404)


def test_address_opens_without_an_account_or_a_session(world: World) -> None:
    response = fetched(body_feed(world))

    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert not response.cookies


def test_address_tells_no_one_of_itself(world: World) -> None:
    for response in (fetched(body_feed(world)), Client().get(UNKNOWN)):
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Referrer-Policy"] == "no-referrer"
        assert "public" not in response["Cache-Control"]


def test_database_holds_nothing_that_opens_it(world: World, settings: Settings) -> None:
    row = body_feed(world)
    secret = secret_of(row)

    stored = {str(value) for value in CalendarFeed.objects.values().get(pk=row.pk).values()}

    assert [value for value in stored if secret in value] == []
    settings.SECRET_KEY = "another key of as many letters as the first one had"
    assert secret_of(row) != secret


def test_forged_address_is_refused_without_a_query(
    client: Client, world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    (own, mark), (_, other) = (secret_of(body_feed(world)).split(".") for _ in range(2))
    forged = (own, f"{own}.", f"{own}.{other}", f"{own[::-1]}.{mark}", f"{own}.{mark[:-1]}")

    with django_assert_num_queries(0):
        statuses = {client.get(f"/kalender/{each}.ics").status_code for each in forged}

    assert statuses == {404}


def test_revoked_address_is_gone(world: World) -> None:
    row = body_feed(world)

    revoke_feed(row, at=timezone.now())

    assert is_gone(row)


def test_new_address_takes_the_place_of_the_old(world: World) -> None:
    row = body_feed(world)

    new = renew_feed(row, at=timezone.now())

    assert is_gone(row)
    assert fetched(new).status_code == 200
    assert (new.body, new.user) == (row.body, row.user)


def test_closed_accounts_address_is_gone_and_back_with_it(world: World) -> None:
    row = body_feed(world)

    User.objects.filter(pk=row.user_id).update(is_active=False)
    assert is_gone(row)
    User.objects.filter(pk=row.user_id).update(is_active=True)
    assert fetched(row).status_code == 200


@pytest.mark.parametrize("content", [FeedContent.OWN, FeedContent.MEETINGS])
def test_address_is_gone_when_the_role_ends(world: World, content: FeedContent) -> None:
    row = feed(world.registrar, world.organisation, content)

    world.registrar.memberships.update(period=period(people.LONG_AGO, acting.today()))

    assert is_gone(row)


def test_own_address_is_gone_for_one_who_no_longer_has_matters(world: World) -> None:
    row = feed(world.registrar, world.organisation)

    world.registrar.memberships.update(role=Role.REVIEWER)

    assert is_gone(row)


def test_bodys_address_is_gone_when_the_seat_ends(world: World) -> None:
    member = people.user(world.organisation, Role.COUNCILLOR, person=world.asker)
    row = body_feed(world, member)
    assert fetched(row).status_code == 200

    world.asker.assignments.update(period=period(people.LONG_AGO, acting.today()))

    assert is_gone(row)


def test_bodys_address_is_for_those_who_read_its_matters(world: World) -> None:
    asker = people.user(world.organisation, Role.COUNCILLOR, person=world.asker)
    administrator = people.user(world.organisation, Role.ADMINISTRATOR)
    elsewhere = people.user(people.organisation())
    of_board = {"content": FeedContent.BODY, "body": world.board}

    for user in (asker, administrator, elsewhere):
        with pytest.raises(PermissionDenied):
            feed(user, world.organisation, **of_board)


def test_body_of_another_organisation_is_not_ones_own(world: World) -> None:
    other = cases.world()

    with pytest.raises(PermissionDenied):
        feed(world.registrar, world.organisation, FeedContent.BODY, body=other.council)


def test_groups_address_is_gone_for_the_one_who_leaves_the_party() -> None:
    made = grouped()
    row = feed(made.member, made.world.organisation, FeedContent.GROUP, group=made.group)
    assert fetched(row).status_code == 200

    leaves(made.member, on=acting.today())

    assert is_gone(row)


def test_groups_address_is_for_its_members_only() -> None:
    made = grouped()
    outside = people.user(made.world.organisation, Role.COUNCILLOR, person=made.world.answerer)

    kin = people.person(
        made.world.organisation,
        "Vera Vän",
        party=made.group.parties.get(),
        member_of=made.world.council,
    )
    not_let_in = people.user(made.world.organisation, Role.COUNCILLOR, person=kin)

    for user in (outside, not_let_in, made.world.registrar):
        with pytest.raises(PermissionDenied):
            feed(user, made.world.organisation, FeedContent.GROUP, group=made.group)


def test_account_has_twenty_addresses_at_most(world: World) -> None:
    rows = [body_feed(world) for _ in range(20)]

    with pytest.raises(ActionRefused):
        body_feed(world)
    revoke_feed(rows[0], at=timezone.now())
    assert body_feed(world).pk


def test_unchanged_calendar_is_not_sent_again(world: World) -> None:
    row = body_feed(world)
    first = fetched(row)

    for asked in (
        {"If-None-Match": first["ETag"]},
        {"If-Modified-Since": first["Last-Modified"]},
    ):
        again = fetched(row, **asked)
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]


def test_changed_calendar_is_sent_again(world: World) -> None:
    row = body_feed(world)
    first = fetched(row)
    yesterday = timezone.now() - timedelta(days=1)
    CalendarFeed.objects.filter(pk=row.pk).update(changed_at=yesterday)

    world.second_meeting.held_on += timedelta(days=1)
    world.second_meeting.save()

    since = http_date(yesterday.timestamp())
    assert fetched(row, **{"If-None-Match": first["ETag"]}).status_code == 200
    assert fetched(row, **{"If-Modified-Since": since}).status_code == 200


def test_what_may_no_longer_be_seen_is_a_change_whatever_the_program_asks(world: World) -> None:
    row, case = body_feed(world), acting.permitted(world)
    yesterday = timezone.now() - timedelta(days=1)
    fetched(row)
    CalendarFeed.objects.filter(pk=row.pk).update(changed_at=yesterday)

    case.deadlines.all().delete()

    since = http_date(yesterday.timestamp())
    assert fetched(row, **{"If-Modified-Since": since}).status_code == 200


def test_fetch_is_noted_to_the_minute(world: World) -> None:
    row = body_feed(world)
    fetched(row)
    row.refresh_from_db()
    first = row.fetched_at

    fetched(row)
    row.refresh_from_db()
    assert row.fetched_at == first
    long_ago = timezone.now() - timedelta(hours=1)
    CalendarFeed.objects.filter(pk=row.pk).update(fetched_at=long_ago)
    fetched(row)
    row.refresh_from_db()
    assert row.fetched_at > long_ago


@pytest.mark.parametrize("verb", ["post", "put", "patch", "delete"])
def test_address_is_only_read(client: Client, world: World, verb: str) -> None:
    assert getattr(client, verb)(path_of(body_feed(world))).status_code == 405

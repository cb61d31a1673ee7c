"""An administrator gives out roles; only those inside a group let anyone in."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from kernel.periods import period
from tests.arenden.groups.making import (
    TODAY,
    WORDS,
    Grouped,
    administrator_as_secretary,
    asked_again,
    group_of,
    grouped,
    leaves,
    path,
    secretary_of,
)
from tests.factories import cases, people
from ärenden import group_access
from ärenden.actions.groups import delete_all_notes, let_in, open_desk, shut_out
from ärenden.models import GroupNote

pytestmark = pytest.mark.django_db


def way(made: Grouped) -> str:
    return reverse("arenden:groups", args=[made.world.organisation.slug])


def seat_in_her_name(made: Grouped) -> User:
    """An administrator who gave herself the role of someone who sits for the group."""
    user = people.user(made.world.organisation, Role.ADMINISTRATOR, name="Jasmin Förvaltare")
    user.memberships.create(
        organisation=made.world.organisation,
        role=Role.COUNCILLOR,
        person=made.world.asker,
        period=period(people.LONG_AGO),
    )
    return user


def menu(client: Client, made: Grouped) -> list[str]:
    page = client.get(reverse("arenden:cases", args=[made.world.organisation.slug]))
    return [item.label for item in page.context["workplace"].nav]


@pytest.mark.parametrize("taken", [administrator_as_secretary, seat_in_her_name])
def test_role_that_an_administrator_gave_herself_opens_nothing(taken: Any) -> None:
    made = grouped()
    note, user = made.note(), taken(made)

    assert list(group_access.belonging(user, on=TODAY)) == [made.group]
    assert not group_access.can_read(user, note, on=TODAY)
    assert not group_access.leads(user, made.group, on=TODAY)
    assert user not in group_access.readers_of(made.group, on=TODAY)
    with pytest.raises(PermissionDenied):
        delete_all_notes(made.by(user))
    assert GroupNote.objects.get() == note


def test_group_is_told_who_waits_with_every_role_and_lets_in_and_shuts_out(client: Client) -> None:
    made = grouped()
    note, user = made.note(), administrator_as_secretary(made)
    client.force_login(made.member)

    door = client.get(path(made, "group")).context["door"]
    assert [label for _, label in door.fields["accounts"].choices] == [
        (
            f"Jasmin Förvaltare, {user.email}: "
            "organisationsadministratör och gruppledare eller politisk sekreterare"
        )
    ]
    client.post(path(made, "group_let_in"), {"accounts": [str(user.public_id)]})
    assert group_access.can_read(user, note, on=timezone.localdate())
    assert not client.get(path(made, "group")).context["door"].waiting

    client.post(path(made, "group_shut_out", account=user.public_id))
    assert not group_access.can_read(user, note, on=timezone.localdate())


def test_one_who_waits_is_told_so_and_finds_no_other_page(client: Client) -> None:
    made = grouped()
    made.note()
    client.force_login(administrator_as_secretary(made))

    page = client.get(way(made))

    assert page.context["closed"] == [made.group]
    assert "inte insläppt än" in page.content.decode()
    assert WORDS not in page.content.decode()
    for name in ("group", "group_notes", "group_export", "group_cases"):
        assert client.get(path(made, name)).status_code == 404
    waiting = {"accounts": [str(user.public_id) for user in User.objects.all()]}
    assert client.post(path(made, "group_let_in"), waiting).status_code == 404


def test_only_those_who_belong_can_be_let_in(client: Client) -> None:
    made = grouped()
    stranger = secretary_of(group_of(made.world, "S"))
    client.force_login(made.member)

    for chosen in ([str(stranger.public_id)], ["nej"], []):
        client.post(path(made, "group_let_in"), {"accounts": chosen})

    assert [row.user for row in group_access.let_in(made.group).order_by("pk")] == [
        made.member,
        made.secretary,
    ]


def test_first_opens_the_desk_and_a_second_waits(client: Client) -> None:
    made = grouped()
    group_access.let_in(made.group).delete()
    opening = path(made, "group_open")

    for user in (made.secretary, made.member):
        client.force_login(user)
        assert client.post(opening)["Location"] == way(made)
    assert client.get(way(made)).context["closed"] == [made.group]
    client.force_login(made.secretary)
    assert client.get(way(made))["Location"] == path(made, "group")


def test_desk_is_opened_by_nobody_outside_and_by_nobody_after_the_first(client: Client) -> None:
    made = grouped()
    later = administrator_as_secretary(made)

    open_desk(later, made.group, at=cases.noon())
    client.force_login(secretary_of(group_of(made.world, "S")))
    assert client.post(path(made, "group_open")).status_code == 404

    assert not group_access.groups_of(later, on=TODAY).exists()


def test_desk_stays_closed_when_the_one_inside_has_lost_her_role() -> None:
    made = grouped()
    shut_out(made.by(), made.secretary)
    leaves(made.member, on=TODAY)
    later = administrator_as_secretary(made)

    assert not group_access.unopened(later, on=TODAY).exists()
    assert not group_access.groups_of(later, on=TODAY).exists()


def test_nobody_shuts_out_herself_so_that_someone_can_open_for_others() -> None:
    made = grouped()
    second = made.by(made.secretary)

    with pytest.raises(PermissionDenied):
        shut_out(made.by(), made.member)
    shut_out(made.by(), made.secretary)
    with pytest.raises(PermissionDenied):
        shut_out(second, made.member)

    assert [row.user for row in group_access.let_in(made.group)] == [made.member]


def test_being_let_in_does_not_outlast_belonging() -> None:
    made = grouped()
    user = administrator_as_secretary(made)
    let_in(made.by(), [user])
    user.memberships.filter(role=Role.GROUP_LEADER).delete()

    assert not group_access.groups_of(asked_again(user), on=TODAY).exists()


def test_menu_has_the_groups_desk_for_those_with_a_group_only(client: Client) -> None:
    made = grouped()
    without = people.person(made.world.organisation, "Ulla Utan", member_of=made.world.council)
    people.user(made.world.organisation, Role.COUNCILLOR, person=without)
    shown = {}
    for user in User.objects.filter(memberships__organisation=made.world.organisation):
        client.force_login(user)
        shown[user.name] = "Gruppens bord" in menu(client, made)

    assert {name for name, is_there in shown.items() if is_there} == {
        made.member.name,
        made.secretary.name,
    }

"""Roles given, invited to, ended and seen in the list."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Attempt
from accounts.roles import Role
from kernel.periods import period
from parties.models import Body, Invitation, Membership
from tests.arenden.web.administration.desk import Desk, desk
from tests.factories import people

pytestmark = pytest.mark.django_db


def fields(**more: str) -> dict[str, str]:
    first = timezone.localdate().isoformat()
    given = {"name": "Nora Ny", "email": "nora@provby.example", "role": "registrar"}
    return given | {"first": first, "last": ""} | more


def give(at: Desk, **more: str) -> tuple[int, str]:
    response = at.send("admin_role_new", fields(**more))
    return response.status_code, response.content.decode()


def test_someone_new_is_invited_and_waits_in_the_list() -> None:
    at = desk()

    status, _ = give(at)

    row = Invitation.objects.get()
    assert (status, row.email, row.sent_at) == (302, "nora@provby.example", None)
    assert "Inbjudningar" in at.get("admin_roles")


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("committee_secretary", "Välj vilket organ nämndsekreteraren arbetar för"),
        ("group_leader", "Välj vilken partigrupp rollen gäller"),
        ("councillor", "Välj vilken person den förtroendevalda är"),
    ],
)
def test_bound_role_needs_what_it_is_bound_to(role: str, said: str) -> None:
    status, page = give(desk(), role=role)

    assert (status, page.count(said)) == (422, 2)


@pytest.mark.parametrize(
    ("role", "asked"),
    [
        ("registrar", set()),
        ("committee_secretary", {"body"}),
        ("group_leader", {"party_group", "person"}),
        ("councillor", {"person"}),
    ],
)
def test_only_what_the_chosen_role_needs_is_asked_for(role: str, asked: set[str]) -> None:
    at = desk()

    page = at.send("admin_role_new", fields(role=role, tool="fields")).context["form"]

    bound = ("body", "party_group", "person")
    assert {name for name in bound if not page[name].is_hidden} == asked


def test_what_was_typed_stands_when_another_role_is_chosen_and_back() -> None:
    at = desk()
    council = str(at.world.council.public_id)
    typed = fields(role="councillor", body=council, title="Sekreterare", tool="fields")

    form = at.send("admin_role_new", typed).context["form"]

    stands = {name: form[name].value() for name in ("name", "body", "title", "role")}
    assert stands == {
        "name": "Nora Ny",
        "body": council,
        "title": "Sekreterare",
        "role": "councillor",
    }
    assert not Invitation.objects.exists()


def test_what_another_role_is_bound_to_is_not_given_along() -> None:
    give(desk(), role="registrar", body=str(Body.objects.get(abbreviation="KF").public_id))

    assert Invitation.objects.get().body is None


def test_whoever_has_a_role_here_gets_another_at_once_also_in_a_second_body() -> None:
    at = desk()
    user = at.world.registrar
    bodies = (at.world.council, at.world.board)

    for body in bodies:
        give(at, email=user.email.upper(), role="committee_secretary", body=str(body.public_id))

    found = Membership.objects.filter(user=user, role=Role.COMMITTEE_SECRETARY)
    assert {row.body for row in found} == set(bodies)
    assert not Invitation.objects.exists()


def test_account_of_another_organisation_is_invited_without_being_named() -> None:
    at = desk()
    stranger = people.user(people.organisation(), name="Olle Annan")

    give(at, email=stranger.email)

    assert (Invitation.objects.count(), stranger.memberships.count()) == (1, 1)
    assert "Olle Annan" not in at.get("admin_roles")


def test_role_is_ended_now_or_on_a_day_and_stands_among_the_earlier() -> None:
    at = desk()
    today, row = timezone.localdate(), at.world.registrar.memberships.get()
    last = today + timedelta(days=30)

    at.send("admin_role", {"last": last.isoformat()}, membership=row.public_id)
    row.refresh_from_db()
    assert row.period == period(people.LONG_AGO, last + timedelta(days=1))
    at.send("admin_role", {"last": ""}, membership=row.public_id)

    row.refresh_from_db()
    assert row.period == period(people.LONG_AGO, today)
    assert "Tidigare roller" in at.get("admin_roles")
    assert "Rollen registrator avslutades" in at.get("admin_role", membership=row.public_id)


def test_last_administrator_is_told_why_she_stays() -> None:
    at = desk()
    row = Membership.objects.get(role=Role.ADMINISTRATOR)

    response = at.send("admin_role", {"last": ""}, membership=row.public_id)

    assert "Organisationen måste ha en administratör" in response.content.decode()


def test_invitation_is_sent_again_and_revoked_once() -> None:
    at = desk()
    give(at)
    row = Invitation.objects.get()

    for tool in ("again", "revoke", "again"):
        at.send("admin_invitation", {"tool": tool}, invitation=row.public_id)

    assert [summary for summary, _ in at.log()] == [
        "Inbjudan till Nora Ny återkallades",
        "Inbjudan till Nora Ny skickades igen",
        "Nora Ny <nora@provby.example> bjöds in som registrator",
    ]
    assert "Inbjudan är återkallad" in at.get("admin_invitation", invitation=row.public_id)


def test_account_tried_too_often_is_opened() -> None:
    at = desk()
    user = at.world.registrar
    Attempt.objects.create(
        kind=Attempt.Kind.PASSWORD, account=user.email, network="x", at=timezone.now()
    )

    row = user.memberships.get()
    at.send("admin_role", {"tool": "open"}, membership=row.public_id)

    assert not Attempt.objects.exists()
    assert at.log()[0][0] == "Kontot Rut Registrator öppnades efter för många försök"

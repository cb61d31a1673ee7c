"""Invitations: sent once, accepted once, and never lost with the broker or the mail server."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from accounts.models import User
from accounts.roles import Role
from kernel.periods import period
from parties import invitations
from parties.changes import Administering
from parties.exceptions import Refused
from parties.models import AdministrationEvent, Invitation, Membership
from tests.factories import people
from tests.security.test_at_once import at_once

pytestmark = pytest.mark.django_db
PASSWORD = "gräset växer på torget"
NEW = {"name": "Nora Ny", "password": PASSWORD, "again": PASSWORD}


@dataclass
class Made:
    invitation: Invitation
    doing: Administering
    now: datetime


def invited(email: str = "nora@provby.example", *, role: Role = Role.REGISTRAR) -> Made:
    organisation = people.organisation()
    now = timezone.now()
    by = people.user(organisation, Role.ADMINISTRATOR, name="Astrid Ansvar")
    doing = Administering(organisation=organisation, by=by, at=now)
    row = Invitation(
        organisation=organisation,
        email=email,
        name="Nora Ny",
        role=role,
        period=period(timezone.localdate(now)),
    )
    return Made(invitations.invite(row, doing=doing), doing, now)


def mailed_path(number: int = -1) -> str:
    found = re.search(r"/inbjudan/\S+", mail.outbox[number].body)
    assert found
    return found[0]


def test_mail_goes_once_and_only_its_digest_is_kept() -> None:
    made = invited()

    sent = [invitations.send_waiting(made.now), invitations.send_waiting(made.now)]

    made.invitation.refresh_from_db()
    token = mailed_path().split("/")[2]
    assert (sent, len(mail.outbox), mail.outbox[0].to) == ([1, 0], 1, ["nora@provby.example"])
    assert made.invitation.digest == sha256(token.encode()).hexdigest()
    assert token not in str(vars(made.invitation))


def test_invited_chooses_a_password_and_has_the_role(client: Client) -> None:
    made = invited()
    invitations.send_waiting(made.now)
    path = mailed_path()

    response = client.post(path, NEW)

    user = User.objects.get(email="nora@provby.example")
    assert response["Location"] == reverse("start")
    assert (user.name, user.check_password(PASSWORD)) == ("Nora Ny", True)
    assert [row.role for row in user.memberships.all()] == [Role.REGISTRAR]
    assert client.get("/", follow=True).status_code == 200


def test_invitation_is_taken_once(client: Client) -> None:
    made = invited()
    invitations.send_waiting(made.now)
    client.post(mailed_path(), NEW)

    second = Client().post(mailed_path(), NEW | {"name": "Någon Annan"})

    assert (second.status_code, Membership.objects.filter(role=Role.REGISTRAR).count()) == (404, 1)


@pytest.mark.django_db(transaction=True)
def test_new_account_asked_for_twice_at_once_is_made_once() -> None:
    made = invited()
    invitations.send_waiting(made.now)
    path = mailed_path()

    found = at_once(*[lambda: Client().post(path, NEW).status_code] * 2)

    assert found.count(302) == 1
    assert {*found} - {302} <= {200, 404, 409}  # which depends on how far the other had come
    assert User.objects.filter(email="nora@provby.example").count() == 1


def test_address_that_opens_nothing_says_the_same_whatever_it_was(client: Client) -> None:
    revoked, old, again = invited("a@x.example"), invited("b@x.example"), invited("c@x.example")
    invitations.send_waiting(revoked.now)
    paths = [mailed_path(number) for number in range(3)]
    invitations.revoke(revoked.invitation, doing=revoked.doing)
    Invitation.objects.filter(pk=old.invitation.pk).update(expires_at=timezone.now())
    invitations.send_again(again.invitation, doing=again.doing)

    pages = [client.get(path) for path in [*paths, "/inbjudan/inget/"]]

    assert [page.status_code for page in pages] == [404] * 4
    assert len({page.content for page in pages}) == 1


def test_invitation_sent_again_has_a_new_address_and_a_new_fortnight(client: Client) -> None:
    made = invited()
    invitations.send_waiting(made.now)
    later = Administering(
        organisation=made.doing.organisation, by=made.doing.by, at=made.now + timedelta(days=3)
    )

    invitations.send_again(made.invitation, doing=later)
    invitations.send_waiting(later.at)

    assert mailed_path(0) != mailed_path(1)
    made.invitation.refresh_from_db()
    assert made.invitation.expires_at == later.at + timedelta(days=14)
    assert client.get(mailed_path(1)).status_code == 200


class Disconnected(BaseEmailBackend):
    def send_messages(self, _messages: object) -> int:
        raise SMTPServerDisconnected


def test_mail_that_fails_waits_and_goes_later(settings: Settings) -> None:
    made = invited()
    working, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, f"{__name__}.Disconnected"

    failed = invitations.send_waiting(made.now)
    settings.EMAIL_BACKEND = working
    at_once = invitations.send_waiting(made.now + timedelta(minutes=1))
    later = invitations.send_waiting(made.now + timedelta(minutes=11))

    assert (failed, at_once, later, len(mail.outbox)) == (0, 0, 1, 1)


def test_account_that_is_there_must_sign_in_to_take_the_role(client: Client) -> None:
    known = people.user(people.organisation(), name="Nora Ny")
    made = invited(known.email.upper(), role=Role.OFFICER)
    invitations.send_waiting(made.now)
    path = mailed_path()

    stranger = client.post(path, NEW)
    client.force_login(known)
    own = client.post(path)

    assert (stranger.status_code, "Logga in" in stranger.content.decode()) == (200, True)
    assert own["Location"] == reverse("start")
    assert known.memberships.filter(role=Role.OFFICER).count() == 1


def test_someone_else_signed_in_cannot_take_the_role(client: Client) -> None:
    known, other = people.user(), people.user()
    made = invited(known.email)
    invitations.send_waiting(made.now)
    client.force_login(other)

    response = client.post(mailed_path())

    assert (response.status_code, other.memberships.count()) == (200, 0)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": ""}, "Skriv ditt namn"),
        ({"password": "kort", "again": "kort"}, "12 tecken"),
        ({"again": "något annat"}, "Lösenorden är inte lika"),
    ],
)
def test_password_that_will_not_do_is_told_at_its_field(
    client: Client, fields: dict[str, str], said: str
) -> None:
    made = invited()
    invitations.send_waiting(made.now)

    response = client.post(mailed_path(), NEW | fields)

    assert response.status_code == 422
    assert response.content.decode().count(said) >= 2
    assert not User.objects.filter(email="nora@provby.example").exists()


def test_role_whose_time_ran_out_is_told_and_makes_no_account(client: Client) -> None:
    made = invited()
    invitations.send_waiting(made.now)
    today = timezone.localdate(made.now)
    Invitation.objects.update(period=period(today - timedelta(days=9), today))

    response = client.post(mailed_path(), NEW)

    assert response.status_code == 409
    assert "Tiden för rollen har gått ut" in response.content.decode()
    assert not User.objects.filter(email="nora@provby.example").exists()


def test_same_role_is_not_offered_twice_until_the_first_ran_out() -> None:
    made = invited()
    again = Invitation(
        organisation=made.doing.organisation,
        email=made.invitation.email,
        name="Nora Ny",
        role=Role.REGISTRAR,
        period=made.invitation.period,
    )

    with pytest.raises(Refused, match="redan en öppen inbjudan"):
        invitations.invite(again, doing=made.doing)
    later = Administering(
        organisation=made.doing.organisation, by=made.doing.by, at=made.now + timedelta(days=15)
    )
    invitations.invite(again, doing=later)

    assert Invitation.objects.filter(revoked_at=None).count() == 1


def test_role_begins_on_the_day_it_is_taken_and_the_log_tells_who_did_what() -> None:
    made = invited()
    day = timezone.localdate(made.now)
    made.invitation.period = period(day - timedelta(days=30))
    made.invitation.save()

    invitations.accept(made.invitation, user=people.user(name="Nora Ny"), at=made.now)

    told = AdministrationEvent.objects.order_by("id").values_list("actor_name", "summary")
    assert Membership.objects.get(role=Role.REGISTRAR).period == period(day)
    assert list(told) == [
        ("Astrid Ansvar", "Nora Ny <nora@provby.example> bjöds in som registrator"),
        ("Nora Ny", "Nora Ny fick rollen registrator"),
    ]

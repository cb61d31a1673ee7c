"""Forgotten, new and changed passwords; and mails that wait for their server."""

import re
from smtplib import SMTPException, SMTPRecipientsRefused
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.hashers import identify_hasher
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone

from accounts.mail import WORTH_SENDING_FOR
from accounts.models import OutgoingMail, User
from accounts.tasks import send_mail
from tests.accounts.accounts import PASSWORD, account, is_in, sign_in

pytestmark = pytest.mark.django_db
NEW = "en helt annan mening"


def link(client: Client, user: User) -> str:
    """The path of the link in the mail that was sent."""
    client.post("/logga-in/glomt/", {"email": user.email})
    send_mail()
    found = re.search(r"https?://\S+", mail.outbox[-1].body)
    assert found
    return urlsplit(found[0]).path


def chosen(client: Client, path: str) -> None:
    """Follow the link and choose a password."""
    at = client.get(path)["Location"]
    client.post(at, {"password1": NEW})


def test_link_in_the_mail_leads_to_a_new_password(client: Client) -> None:
    user, other = account(), Client()
    sign_in(other, user)

    chosen(client, link(client, user))

    assert mail.outbox[0].to == [user.email]
    assert not is_in(other)
    sign_in(client, user, NEW)
    assert is_in(client)


def test_link_is_used_once(client: Client) -> None:
    user = account()
    path = link(client, user)
    chosen(client, path)

    assert "Länken är redan använd" in Client().get(path).content.decode()


def test_link_is_dead_when_the_address_has_changed(client: Client) -> None:
    user = account()
    path = link(client, user)
    User.objects.filter(pk=user.pk).update(email="annan@provby.example")

    assert "Länken är redan använd" in client.get(path).content.decode()


@pytest.mark.parametrize("path", ["/logga-in/nytt-losenord/1/x/", "/logga-in/nytt-losenord/-/-/"])
def test_garbage_link_opens_nothing(client: Client, path: str) -> None:
    assert "Länken är redan använd" in client.get(path).content.decode()


def test_answer_is_the_same_whether_the_address_has_an_account() -> None:
    inactive = account()
    User.objects.filter(pk=inactive.pk).update(is_active=False)

    said = set()
    for email in (account().email, "ingen@provby.example", inactive.email):
        page = Client().post("/logga-in/glomt/", {"email": email}, follow=True)
        said.add(re.sub(r'value="\w{64}"', "", page.content.decode()))

    assert len(said) == 1
    assert OutgoingMail.objects.count() == 1


def test_new_password_must_be_long(client: Client) -> None:
    sign_in(client, account())

    page = client.post("/konto/losenord/", {"oldpassword": PASSWORD, "password1": "kort"})

    assert "är för kort" in page.content.decode()


def test_wrong_old_password_changes_nothing(client: Client) -> None:
    user = account()
    sign_in(client, user)

    page = client.post("/konto/losenord/", {"oldpassword": "fel", "password1": NEW})

    assert "Det är inte ditt lösenord" in page.content.decode()
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)


def test_changed_password_is_told_by_mail(client: Client) -> None:
    user = account()
    sign_in(client, user)

    client.post("/konto/losenord/", {"oldpassword": PASSWORD, "password1": NEW})

    row = OutgoingMail.objects.get()
    assert (row.recipient, row.subject) == (user.email, "Lösenordet är bytt")


def test_account_without_a_password_chooses_one(client: Client) -> None:
    user = account()
    user.set_unusable_password()
    user.save()
    client.force_login(user)

    assert client.get("/konto/losenord/")["Location"] == "/konto/losenord/nytt/"
    client.post("/konto/losenord/nytt/", {"password1": NEW})

    assert User.objects.get(pk=user.pk).check_password(NEW)


def test_passwords_are_kept_by_argon2() -> None:
    assert identify_hasher(account().password).algorithm == "argon2"


def test_mail_waits_while_its_server_is_away(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> int:
        raise SMTPException("away")

    client.post("/logga-in/glomt/", {"email": account().email})
    with monkeypatch.context() as away:
        away.setattr(EmailBackend, "send_messages", refuse)
        send_mail()
    waits = OutgoingMail.objects.count()
    send_mail()

    assert (waits, OutgoingMail.objects.count(), len(mail.outbox)) == (1, 0, 1)


def test_mail_that_no_one_needs_any_more_is_not_sent(client: Client) -> None:
    client.post("/logga-in/glomt/", {"email": account().email})
    OutgoingMail.objects.update(written_at=timezone.now() - WORTH_SENDING_FOR)

    send_mail()

    assert (OutgoingMail.objects.count(), mail.outbox) == (0, [])


def test_mailbox_that_is_closed_does_not_hold_up_the_mails_of_others(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, open_to_mail = account(), account()
    works = EmailBackend.send_messages

    def refuse_closed(self: EmailBackend, messages: list[EmailMessage]) -> int:
        if messages[0].to == [closed.email]:
            raise SMTPRecipientsRefused({closed.email: (550, b"no such mailbox")})
        return works(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", refuse_closed)
    for user in (closed, open_to_mail):
        client.post("/logga-in/glomt/", {"email": user.email})
    send_mail()

    assert [sent.to for sent in mail.outbox] == [[open_to_mail.email]]
    assert OutgoingMail.objects.get().recipient == closed.email

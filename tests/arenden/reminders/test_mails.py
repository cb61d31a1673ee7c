"""What a mail says, and what it must not say."""

from datetime import date
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from accounts.roles import Role
from parties.memberships import name_accounts
from tests.arenden.reminders.making import SENT, Reminded, at, due, reminded, run
from tests.factories import people
from ärenden.actions.handling import cover
from ärenden.actions.publishing import Thing, publish
from ärenden.actions.secrecy import NewMark, mark_secrecy

pytestmark = pytest.mark.django_db
NOW = at(SENT[0], 7, 30)
GROUND = {"provision": "OSL 21 kap. 1 §", "authority": "Kommunstyrelsen"}


@pytest.fixture(autouse=True)
def site(settings: Settings, tmp_path: Path) -> None:
    settings.SITE_ADDRESS, settings.MEDIA_ROOT = "https://arenden.example", tmp_path


def text_to(address: str) -> str:
    """What the one mail to the address says, as text."""
    (message,) = (message for message in mail.outbox if message.to == [address])
    return str(message.body)


def path(those: Reminded, name: str) -> str:
    slug = those.world.organisation.slug
    return f"https://arenden.example{reverse(name, args=[slug, those.case.public_id])}"


def own_path(those: Reminded) -> str:
    slug = those.world.organisation.slug
    return f"https://arenden.example/org/{slug}/paminnelser/mina/"


def test_mail_says_what_who_when_why_and_where_to_go_on() -> None:
    those = reminded()
    due(those)

    run(NOW)

    assert text_to(those.answerer.email).splitlines() == [
        "Hej Sven Svar,",
        "",
        "Svaret till kansliet: interpellation KS 2026/00001",
        "Senast måndag 20 april 2026, om 10 dagar",
        "Vem: Sven Svar",
        "Varför den dagen: Svaret lämnas fem arbetsdagar före fullmäktige.",
        "Du får påminnelsen därför att du ska svara. Regeln: 10 dagar före, på en arbetsdag.",
        f"Skriv svaret: {path(those, 'arenden:answer')}",
        "",
        f"Välj själv hur du påminns: {own_path(those)}",
        "Mejlet är skickat automatiskt från Provby kommun och kan inte besvaras.",
    ]


def test_html_says_the_same_on_a_narrow_screen() -> None:
    those = reminded()
    due(those)

    run(NOW)

    html, kind = mail.outbox[0].alternatives[0]
    assert kind == "text/html"
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in html
    assert f'<a href="{path(those, "arenden:case")}">Öppna ärendet</a>' in html
    assert "<strong>Senast måndag 20 april 2026, om 10 dagar</strong>" in html


def test_mail_ends_with_the_way_to_ones_own_settings_in_its_organisation(client: Client) -> None:
    reminded()
    those = reminded()
    due(those)

    run(NOW)

    html = str(mail.outbox[0].alternatives[0][0])
    assert f'<a href="{own_path(those)}">Välj själv hur du påminns</a>' in html
    client.force_login(those.answerer)
    page = client.get(own_path(those))
    assert (page.status_code, page.resolver_match.view_name) == (200, "arenden:own_reminders")


def test_late_mail_tells_the_true_days() -> None:
    those = reminded()
    due(those)

    run(at(date(2026, 4, 22)))

    assert "Senast måndag 20 april 2026, 2 dagar sen" in text_to(those.handler.email)


def test_handler_is_told_of_an_answerer_who_has_no_account() -> None:
    those = reminded()
    due(those)
    those.answerer.memberships.all().delete()

    run(NOW)

    told = "Vem: Sven Svar, som saknar konto och inte får någon egen påminnelse"
    assert told in text_to(those.handler.email)


def test_one_who_covers_is_told_for_whom() -> None:
    those = reminded()
    due(those)
    petra = people.user(those.world.organisation, Role.OFFICER, name="Petra Partner")
    cover(case=those.case, doing=those.world.doing(), by=petra, first=SENT[0], last=None)

    run(NOW)

    assert "du vikarierar för Hanna Handläggare, som handlägger" in text_to(petra.email)


def test_moved_date_is_told_with_the_earlier_one() -> None:
    those = reminded()
    due(those)
    due(those, date(2026, 5, 18), set_on=date(2026, 4, 8))

    run(at(date(2026, 4, 8), 12, 1))

    text = text_to(those.answerer.email)
    assert "Senast måndag 18 maj 2026, om 40 dagar" in text
    assert "Datumet har flyttats. Det var måndag 20 april 2026." in text


def test_title_stands_in_a_mail_only_when_it_is_published() -> None:
    those = reminded()
    due(those)
    run(NOW)
    publish(case=those.case, doing=those.world.doing(), things=[Thing()], basis="Öppenhet")

    run(at(SENT[1], 7, 30))

    told = [message.body for message in mail.outbox if message.to == [those.handler.email]]
    assert ["bänkarna" in text for text in told] == [False, True]


def test_mail_about_a_secret_case_gives_nothing_away() -> None:
    those = reminded()
    due(those)
    mark_secrecy(case=those.case, doing=those.world.doing(), new=NewMark(row=those.case, **GROUND))

    run(NOW)

    lines = text_to(those.handler.email).splitlines()
    why = "Du får påminnelsen därför att du handlägger ärendet."
    assert lines[2:5] == [
        "Svaret till kansliet: ärende KS 2026/00001",
        "Senast måndag 20 april 2026, om 10 dagar",
        f"{why} Regeln: 10 dagar före, på en arbetsdag.",
    ]


def test_protected_answerer_and_her_address_stand_in_no_mail() -> None:
    those = reminded()
    due(those)
    those.world.answerer.has_protected_identity = True
    those.world.answerer.save()
    name_accounts(those.world.answerer)

    sent = run(NOW)

    kept = ("Sven", those.answerer.email)
    bodies = [str(message.body) for message in mail.outbox]
    assert len(bodies) == len(sent) > 1
    assert [word for text in bodies for word in kept if word in text] == []


def test_one_who_may_not_read_a_secret_case_is_told_nothing() -> None:
    those = reminded()
    due(those)
    mark_secrecy(case=those.case, doing=those.world.doing(), new=NewMark(row=those.case, **GROUND))
    those.world.answerer.assignments.all().delete()

    sent = run(NOW)

    assert [address for address, _ in sent] == [those.handler.email]


def test_machines_know_that_no_one_wrote_it() -> None:
    those = reminded()
    due(those)

    run(NOW)

    assert {message.extra_headers["Auto-Submitted"] for message in mail.outbox} == {
        "auto-generated"
    }

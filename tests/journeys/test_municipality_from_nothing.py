"""An empty database becomes a municipality: one command, then everything on the pages."""

import re
from collections.abc import Callable
from datetime import timedelta
from io import StringIO

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from parties.invitations import send_waiting
from parties.models import Assignment, Organisation, Person
from tests.journeys.walking import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
GIVEN = ("Anna", "Bo", "Cecilia", "David", "Eva", "Folke", "Greta", "Hans", "Ida", "Johan")
FAMILY = ("Ek", "Lind", "Berg", "Strand", "Holm", "Dal", "Sjö")
PARTIES = ("S", "M", "Centerpartiet", "SD", "V", "PB")


def result() -> str:
    """Sixty-one people as a web page's table gives them; PB is a party that no one has added."""
    names = [f"{given} {family}" for family in FAMILY for given in GIVEN][:61]
    lines = [
        f"{name}\t{PARTIES[number % 6]}\t{'Ledamot' if number < 41 else 'Ersättare'}"
        for number, name in enumerate(names)
    ]
    lines[0] = "Anna Ek\tS\tOrdförande"
    return "\n".join(["Namn\tParti\tUppdrag", *lines])


def printed_invitation() -> str:
    out = StringIO()
    given = {"administrator": "Astrid Ansvar", "email": "astrid@provby.example"}
    call_command("create_organisation", "kommun", "Provby kommun", **given, stdout=out)
    return path_in(out.getvalue())


def path_in(text: str) -> str:
    found = re.search(r"/inbjudan/\S+", text)
    assert found
    return found[0]


def accept(page: Page, path: str) -> None:
    page.goto(path)
    page.get_by_label("Lösenord", exact=True).fill(PASSWORD)
    page.get_by_label("Lösenordet en gång till").fill(PASSWORD)
    page.get_by_role("button", name="Skapa konto och ta emot rollen").click()
    expect(page.get_by_label("Lösenord", exact=True)).to_have_count(0)


def add_app(page: Page) -> None:
    """The administrator's role demands two steps from the first day."""
    page.get_by_role("link", name="Lägg till en app").click()
    if page.get_by_role("button", name="Bekräfta").is_visible():
        page.get_by_label("Lösenord").fill(PASSWORD)
        page.get_by_role("button", name="Bekräfta").click()
    page.get_by_text("Appen kan inte läsa bilden").click()
    secret = page.locator("code").inner_text()
    now = int(timezone.now().timestamp()) // 30
    page.get_by_role("textbox", name="Kod").fill(format_hotp_value(hotp_value(secret, now)))
    page.get_by_role("button", name="Lägg till appen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reservkoder")
    page.goto("/")


def section(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Administration").get_by_role("link", name=name).click()


def add_local_party(page: Page) -> None:
    section(page, "Partier")
    page.get_by_role("link", name="Lägg till lokalt parti").click()
    page.get_by_label("Namn").fill("Provbypartiet")
    page.get_by_label("Förkortning").fill("PB")
    page.get_by_label("Färg (frivilligt)").fill("lila")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("alert").first).to_contain_text("Skriv färgen som #")
    expect(page.get_by_label("Namn")).to_have_value("Provbypartiet")
    page.get_by_label("Färg (frivilligt)").fill("#6B4E8E")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("status").first).to_contain_text("Provbypartiet lades till")


def paste_council(page: Page, check: Callable[[Page], None]) -> None:
    """Pasted before the local party is there: its lines are marked, and chosen afterwards."""
    section(page, "Översikt")
    page.get_by_role("link", name="Klistra in valresultatet").click()
    page.get_by_label("Tabell").fill(result())
    page.get_by_role("button", name="Läs tabellen").click()
    expect(page.get_by_text("61 rader är lästa.")).to_be_visible()
    expect(page.get_by_text("Partiet PB finns inte").first).to_be_visible()
    check(page)
    add_local_party(page)
    section(page, "Organ")
    page.get_by_role("link", name="Kommunfullmäktige").click()
    page.get_by_role("link", name="Klistra in nya uppdrag").click()
    expect(page.get_by_text("Partiet PB finns inte")).to_have_count(0)
    page.get_by_label("Namn, rad 2", exact=True).fill("Bo Lindgren")
    page.get_by_role("button", name="Spara uppdragen").click()
    expect(page.get_by_role("status").first).to_contain_text("61 personer valdes")
    expect(page.get_by_role("row", name="Bo Lindgren")).to_be_visible()
    check(page)


def add_meetings(page: Page) -> None:
    section(page, "Sammanträden")
    page.get_by_role("link", name="Lägg till sammanträden").click()
    days = [timezone.localdate() + timedelta(days=each) for each in (20, 50)]
    page.get_by_label("Organ").select_option(label="Kommunfullmäktige")
    page.get_by_label("Dagar, en på varje rad").fill(
        f"{days[0]} kl. 17.30, Folkets hus\nfelskrivet"
    )
    page.get_by_role("button", name="Lägg till sammanträdena").click()
    expect(page.get_by_role("alert").first).to_contain_text("Rad 2")
    page.get_by_label("Dagar, en på varje rad").fill("\n".join(map(str, days)))
    page.get_by_role("button", name="Lägg till sammanträdena").click()
    expect(page.get_by_role("status").first).to_contain_text("2 sammanträden lades till")


def invite(page: Page, name: str, role: str, **bound: str) -> str:
    """The path in the mail that came."""
    section(page, "Roller")
    page.get_by_role("link", name="Ge en roll").click()
    page.get_by_label("Namn", exact=True).fill(name)
    page.get_by_label("E-postadress").fill(f"{name.split(maxsplit=1)[0].lower()}@provby.example")
    page.get_by_label(role, exact=True).check()
    for label, choice in bound.items():
        page.get_by_label(label, exact=True).select_option(label=choice)
    page.get_by_role("button", name="Ge rollen").click()
    expect(page.get_by_role("status").first).to_contain_text("får en inbjudan")
    assert send_waiting(timezone.now()) == 1
    return path_in(mail.outbox[-1].body)


def register_a_case(page: Page) -> None:
    page.get_by_role("link", name="Registrera").first.click()
    page.get_by_label("Namn", exact=True).fill("Cecilia Ek (C)")
    page.get_by_label("Vem ställs den till").fill("Anna Ek (S), kommunstyrelsens ordförande")
    page.get_by_label("Inkommen dag").fill("i dag")
    page.get_by_label("Rubrik", exact=True).fill("Interpellation om bänkarna")
    page.get_by_label("Motivering").fill("Bänkarna är slitna.")
    page.get_by_role("button", name="Lägg till en fråga").click()
    page.get_by_label("Fråga 1", exact=True).fill("När målas de om?")
    page.get_by_role("button", name="Registrera", exact=True).click()
    year = timezone.localdate().year
    expect(page.get_by_role("status").first).to_contain_text(f"Registrerad som KS {year}/00001")


@pytest.fixture
def another(browser: Browser, live_server):
    """Pages of other people, each in her own session."""
    contexts = []

    def opened() -> Page:
        context = browser.new_context(base_url=live_server.url, locale="sv-SE")
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


def test_municipality_begins_with_an_empty_database(
    page: Page, another: Callable[[], Page], assert_accessible: Callable[[Page], None]
) -> None:
    accept(page, printed_invitation())
    add_app(page)
    paste_council(page, assert_accessible)
    add_meetings(page)
    to_secretary = invite(page, "Sara Sekreterare", "Nämndsekreterare", Organ="Kommunfullmäktige")
    to_councillor = invite(page, "Cecilia Ek", "Förtroendevald", Person="Cecilia Ek")

    secretary, councillor = another(), another()
    accept(secretary, to_secretary)
    register_a_case(secretary)
    accept(councillor, to_councillor)

    councillor.get_by_role("link", name="Interpellation om bänkarna").click()
    expect(councillor.get_by_role("heading", level=1)).to_have_text("Interpellation om bänkarna")
    council = Organisation.objects.get().bodies.get(abbreviation="KF")
    assert Person.objects.count() == 61
    assert Assignment.objects.filter(body=council).count() == 62

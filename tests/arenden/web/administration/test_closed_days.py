"""Closed days beside the holidays: pasted, renamed, opened again, and what moved is told."""

import pytest
from django.test import Client

from accounts.roles import Role
from tests.arenden.web.administration.desk import desk
from tests.factories import people
from ärenden.models import ClosedDay

pytestmark = pytest.mark.django_db


def test_days_are_pasted_and_stand_beside_the_holidays() -> None:
    at = desk()

    response = at.client.post(
        at.path("admin_closed_days_new"),
        {"days": "2026-05-15 klämdagen\n\n2026-06-05 planeringsdagen"},
        follow=True,
    )

    assert "2 dagar är stängda. Inga ärenden fick andra datum." in response.content.decode()
    page = at.client.get(at.path("admin_closed_days"), {"ar": "2026"}).content.decode()
    told = ("klämdagen", "Midsommarafton", "Skärtorsdagen", "Arbetsdag, slutar ofta kl. 14.00")
    assert [each for each in told if each not in page] == []
    assert ClosedDay.objects.count() == 2


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("", "Skriv minst en dag"),
        ("2026-05-15", "Rad 1: Skriv dagen och sedan vad den kallas"),
        ("snart klämdagen", "Rad 1: Skriv datumet som"),
        ("2026-05-16 lördagen", "16 maj 2026 är ingen arbetsdag ändå"),
        ("2026-06-19 festen", "19 juni 2026 är ingen arbetsdag ändå"),
        ("2026-05-15 en\n2026-05-15 två", "15 maj 2026 är redan stängd"),
        (f"2026-05-15 {'x' * 81}", "15 maj 2026: skriv högst 80 tecken"),
    ],
)
def test_line_that_is_wrong_is_told_and_nothing_is_closed(days: str, said: str) -> None:
    at = desk()

    response = at.send("admin_closed_days_new", {"days": days})

    assert (response.status_code, said in response.content.decode()) == (422, True)
    assert not ClosedDay.objects.exists()


def test_day_is_renamed_and_opened_again() -> None:
    at = desk()
    at.send("admin_closed_days_new", {"days": "2026-05-15 klämdagen"})
    row = ClosedDay.objects.get()

    at.send("admin_closed_day", {"name": "studiedagen"}, closed_day=row.public_id)
    row.refresh_from_db()
    path = at.path("admin_closed_day", closed_day=row.public_id)
    page = at.client.post(f"{path}?gor=ta-bort", follow=True).content.decode()

    assert row.name == "studiedagen"
    assert "15 maj 2026, är inte längre stängd. Inga ärenden fick andra datum." in page
    assert not ClosedDay.objects.exists()


def test_the_registrar_reads_the_days_and_changes_none() -> None:
    at = desk()
    at.send("admin_closed_days_new", {"days": "2026-05-15 klämdagen"})
    client = Client()
    client.force_login(people.user(at.world.organisation, Role.REGISTRAR))

    page = client.get(at.path("admin_closed_days"), {"ar": "2026"}).content.decode()

    assert ("klämdagen" in page, "Stäng dagar" in page) == (True, False)
    assert client.get(at.path("admin_closed_days_new")).status_code == 403

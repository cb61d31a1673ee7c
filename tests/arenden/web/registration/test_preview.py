"""Så blir det: when the paper is taken up, and when it is to be answered or decided."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from kernel.dates import long_date
from tests.arenden.web.registration.forms import typed
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def days(world) -> tuple[date, date]:
    """Two ordinary meetings to come."""
    first = timezone.localdate() + timedelta(days=14)
    second = first + timedelta(days=28)
    for day in (first, second):
        people.meeting(world.council, day)
    return first, second


def shown(registrar, world, path, case_type):
    response = registrar.post(path, typed(world, edit="save", case_type=case_type), follow=True)
    return [(fact["label"], fact["value"]) for fact in response.context["preview"]().facts[1:]]


def test_interpellation_is_answered_at_the_meeting_after(registrar, world, path, days):
    first, second = map(long_date, days)

    [announced, (label, answer)] = shown(registrar, world, path, "interpellation")

    assert announced == ("Anmäls", f"Kommunfullmäktige {first}")
    assert label == "Svar"
    assert answer.startswith(f"Bör besvaras vid kommunfullmäktige {second}: nästa ordinarie")


def test_question_is_answered_where_it_is_put(registrar, world, path, days):
    first = long_date(days[0])

    assert shown(registrar, world, path, "question") == [
        ("Anmäls", f"Kommunfullmäktige {first}"),
        (
            "Svar",
            f"Besvaras vid kommunfullmäktige {first}: samma sammanträde där frågan ställs.",
        ),
    ]


@pytest.mark.parametrize("case_type", ["motion", "citizen_proposal"])
def test_motion_and_medborgarforslag_have_a_year(registrar, world, path, days, case_type):
    assert days

    [_, (label, year)] = shown(registrar, world, path, case_type)

    assert (label, "ett år efter att" in year) == ("Beslut", True)


def test_no_meeting_to_come_is_said(registrar, world, path):
    assert shown(registrar, world, path, "interpellation") == [
        ("Anmäls", "Inget kommande sammanträde är inlagt")
    ]


@pytest.mark.parametrize(("asked", "is_told"), [("Sven Svar", False), ("Nils Ingen (M)", True)])
def test_who_is_asked_without_an_office_is_told(registrar, world, path, asked, is_told):
    sent = typed(world, edit="save", addressee=asked)

    preview = registrar.post(path, sent, follow=True).context["preview"]()

    found = [remark for remark in preview.remarks if "kommunallagen 5 kap. 59 §" in remark]
    assert [remark.startswith(f"{asked} är inte") for remark in found] == [True] * is_told

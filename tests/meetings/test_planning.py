"""A pasted list of days becomes the year's meetings, all or none."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.choices import MeetingKind
from meetings.models import Meeting
from meetings.planning import ListNotUnderstood, Planned, plan, read_days
from parties.changes import Administering
from parties.exceptions import Refused
from parties.models import AdministrationEvent, Body
from tests.factories import people

EVENING = time(17, 30)


def planned(body: Body, *days: Planned) -> list[Meeting]:
    at = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Europe/Stockholm"))
    doing = Administering(organisation=body.organisation, by=None, at=at)
    usual = Planned(date(2026, 1, 1), EVENING, "Folkets hus")
    return plan(body, days, usual=usual, kind=MeetingKind.ORDINARY, doing=doing)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("2027-01-25", Planned(date(2027, 1, 25))),
        ("25 januari", Planned(date(2027, 1, 25))),
        ("måndag 25 januari", Planned(date(2027, 1, 25))),
        ("25/1", Planned(date(2027, 1, 25))),
        ("25 januari kl. 17.30", Planned(date(2027, 1, 25), EVENING)),
        ("25/1 17:30–21:00", Planned(date(2027, 1, 25), EVENING)),
        ("2027-01-25\t17.30\tFolkets hus", Planned(date(2027, 1, 25), EVENING, "Folkets hus")),
        (
            "25 januari; Folkets hus, Provby",
            Planned(date(2027, 1, 25), None, "Folkets hus, Provby"),
        ),
        ("25 januari 2028", Planned(date(2028, 1, 25))),
    ],
)
def test_day_time_and_place_of_a_line(line: str, read: Planned) -> None:
    assert read_days(line, year=2027) == [read]


@given(st.dates(date(2001, 1, 1), date(2099, 12, 31)))
def test_day_without_a_year_is_in_the_year_of_the_list(day: date) -> None:
    assert read_days(f"{day.day}/{day.month}", year=day.year) == [Planned(day)]


def test_every_line_that_is_no_day_is_told_with_its_number() -> None:
    with pytest.raises(ListNotUnderstood) as told:
        read_days("25 januari\n\nnästa vecka\ntisdag 25 januari", year=2027)

    assert told.value.problems == (
        "Rad 3: Skriv datumet som 2026-11-23, 23/11 eller 23 november 2026",
        "Rad 4: 25 januari 2027 är en måndag",
    )


@pytest.mark.django_db
def test_lines_that_do_not_say_get_the_usual_time_and_place() -> None:
    body = people.body(people.organisation())

    planned(body, Planned(date(2027, 1, 25)), Planned(date(2027, 2, 22), time(9), "Rådhuset"))

    rows = Meeting.objects.order_by("held_on").values_list("held_on", "starts_at", "place")
    assert list(rows) == [
        (date(2027, 1, 25), EVENING, "Folkets hus"),
        (date(2027, 2, 22), time(9), "Rådhuset"),
    ]
    assert AdministrationEvent.objects.get().changes == [
        ["Dagar", "", "25 januari 2027, 22 februari 2027"]
    ]


@pytest.mark.django_db
def test_day_that_is_there_already_refuses_the_whole_list() -> None:
    body = people.body(people.organisation())
    planned(body, Planned(date(2027, 1, 25)))

    with pytest.raises(Refused, match="redan ett sammanträde"):
        planned(body, Planned(date(2027, 2, 22)), Planned(date(2027, 1, 25)))

    assert Meeting.objects.count() == 1

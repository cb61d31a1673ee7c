"""The demo fits any day, and is the same when it is loaded again on the same day."""

from datetime import date

import pytest
from django.db import transaction
from django.utils import timezone

from meetings.choices import MeetingStatus
from meetings.models import Meeting
from ärenden.demo.load import load_demo
from ärenden.demo.sessions import council_days
from ärenden.models import Case, CaseEvent, MinutesItem

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files_elsewhere(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def told():
    return list(Case.objects.order_by("pk").values_list("dnr", "title", "phase", "version"))


def assert_fits(today):
    days = list(Meeting.objects.values_list("held_on", flat=True))
    ended = Meeting.objects.filter(status=MeetingStatus.ENDED).values_list("held_on", flat=True)
    recorded = CaseEvent.objects.values_list("recorded_at", flat=True)
    decided = MinutesItem.objects.values_list("meeting__held_on", flat=True)

    assert all(day.weekday() < 5 and day.month != 7 for day in days)
    assert set(ended) == {day for day in days if day < today}
    assert max(timezone.localdate(at) for at in recorded) < today
    assert max(decided) < today
    assert Case.objects.count() == 82


def test_demo_fits_the_turn_of_a_year_and_is_the_same_when_loaded_again():
    today = date(2027, 1, 2)

    with transaction.atomic():
        load_demo(today=today)
        first = told()
        transaction.set_rollback(True)
    load_demo(today=today)

    assert told() == first
    assert_fits(today)


def test_demo_fits_a_leap_day():
    today = date(2028, 2, 29)

    load_demo(today=today)

    assert_fits(today)


def test_council_meets_on_the_last_monday_and_never_on_a_holiday():
    days = council_days(date(2027, 1, 2))

    assert [day for day in days if day.year == 2027] == [
        date(2027, 1, 25),
        date(2027, 2, 22),
        date(2027, 3, 30),  # Monday is annandag påsk
        date(2027, 4, 26),
        date(2027, 5, 31),
        date(2027, 6, 21),
        date(2027, 8, 30),
        date(2027, 9, 27),
        date(2027, 10, 25),
        date(2027, 11, 29),
        date(2027, 12, 20),
    ]

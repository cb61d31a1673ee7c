"""A calendar program keeps what has the higher number: whatever happens, it only grows."""

import pytest
from icalendar import Event

from meetings.choices import MeetingStatus
from meetings.models import Meeting
from tests.arenden.calendars.feeding import about, body_feed
from tests.arenden.web import acting
from ärenden.actions.meeting_days import DAYS, note_days
from ärenden.actions.recount import after_meeting_change
from ärenden.models import CalendarFeed

pytestmark = pytest.mark.django_db


def summons(row: CalendarFeed) -> Event:
    [event] = about(row, "Kallelse")
    return event


def test_number_of_a_day_that_is_taken_up_again_grows() -> None:
    world = acting.world()
    doing, row = world.doing(on=acting.today()), body_feed(world)
    after_meeting_change(world.council, doing=doing, why="planerat")

    seen = [summons(row)]
    for day in (acting.today(), None):
        days = dict.fromkeys(DAYS) | {"summoned_on": day}
        note_days(meeting=world.second_meeting, doing=doing, days=days)
        seen.append(summons(row))

    numbers = [event["SEQUENCE"] for event in seen]
    assert numbers == [numbers[0] + n for n in range(3)]
    assert seen[0]["SUMMARY"] == seen[2]["SUMMARY"]


def test_day_that_waits_for_another_meeting_is_struck_out() -> None:
    world = acting.world()
    acting.permitted(world)
    row = body_feed(world)
    [before] = about(row, "Besvaras")
    meetings = Meeting.objects.filter(pk=world.second_meeting.pk)
    meetings.update(status=MeetingStatus.CANCELLED)

    after_meeting_change(world.council, doing=acting.now(world), why="ställdes in")
    [event] = about(row, "Besvaras")

    assert event["SEQUENCE"] > before["SEQUENCE"]
    assert (event["UID"], event["STATUS"]) == (before["UID"], "CANCELLED")

"""Feeds, fetched as a calendar program does and read back with the library."""

from typing import Any

from django.test import Client
from django.utils import timezone
from icalendar import Calendar, Event

from accounts.models import User
from meetings.models import Meeting
from parties.models import Organisation
from tests.factories.cases import World
from ärenden.actions.calendars import make_feed
from ärenden.choices import FeedContent
from ärenden.models import CalendarFeed
from ärenden.queries.calendars import address_of


def feed(
    user: User, organisation: Organisation, content: str = FeedContent.OWN, **of: Any
) -> CalendarFeed:
    row = CalendarFeed(user=user, organisation=organisation, content=content, **of)
    return make_feed(row, at=timezone.now())


def body_feed(world: World, user: User | None = None) -> CalendarFeed:
    """Of the council; the registrar's if nothing else is said."""
    return feed(user or world.registrar, world.organisation, FeedContent.BODY, body=world.council)


def path_of(row: CalendarFeed) -> str:
    return address_of(row).removeprefix("http://localhost:8000")


def fetched(row: CalendarFeed, **headers: str) -> Any:
    """What someone without an account gets at the address."""
    return Client().get(path_of(row), headers=headers)


def events(row: CalendarFeed) -> list[Event]:
    return Calendar.from_ical(fetched(row).content).walk("VEVENT")


def names(row: CalendarFeed) -> set[str]:
    return {str(event["SUMMARY"]) for event in events(row)}


def about(row: CalendarFeed, words: str) -> list[Event]:
    """The events that have the words in their names."""
    return [event for event in events(row) if words in event["SUMMARY"]]


def of_meeting(row: CalendarFeed, meeting: Meeting) -> Event:
    [event] = [each for each in events(row) if each["UID"] == str(meeting.public_id)]
    return event

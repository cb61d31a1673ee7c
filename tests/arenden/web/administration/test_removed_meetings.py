"""A meeting that someone has been told of is cancelled, not removed: what was sent stays."""

from datetime import timedelta

import pytest
from django.utils import timezone

from meetings.choices import MeetingKind
from meetings.models import Meeting
from meetings.planning import Planned
from meetings.planning import plan as plan_meetings
from parties.changes import Administering
from tests.arenden.web.administration.desk import Desk, desk
from tests.factories.cases import noon
from ärenden.actions.planning import ADDED, follow
from ärenden.actions.reminders.planning import plan
from ärenden.actions.reminders.rules import add_default_rules
from ärenden.actions.reminders.sending import deliver, recipients
from ärenden.choices import FeedContent
from ärenden.models import CalendarFeed, ReminderMail

pytestmark = pytest.mark.django_db
CANCEL = "Ställ in det i stället, så stryks det där."


@pytest.fixture
def at() -> Desk:
    return desk()


@pytest.fixture
def meeting(at: Desk) -> Meeting:
    """Planned two weeks ago, to be held in three, with its reminders."""
    now = timezone.now()
    organisation, by = at.world.organisation, at.world.registrar
    add_default_rules(organisation, at=now - timedelta(days=30))
    doing = Administering(organisation=organisation, by=by, at=now - timedelta(days=14))
    day = Planned(timezone.localdate() + timedelta(days=21))
    (made,) = plan_meetings(
        at.world.council, [day], usual=day, kind=MeetingKind.ORDINARY, doing=doing
    )
    follow(at.world.council, ADDED, doing=doing)
    return made


def remove(at: Desk, meeting: Meeting) -> list[str]:
    path = at.path("admin_meeting", meeting=meeting.public_id)
    page = at.client.post(f"{path}?gor=ta-bort", follow=True)
    return [str(message) for message in page.context["messages"]]


def feed(at: Desk, *, fetched: timedelta) -> CalendarFeed:
    now = timezone.now()
    return CalendarFeed.objects.create(
        user=at.world.registrar,
        organisation=at.world.organisation,
        content=FeedContent.MEETINGS,
        made_at=now - timedelta(days=40),
        fetched_at=now - fetched,
    )


def test_meeting_that_no_one_has_heard_of_is_removed(at: Desk, meeting: Meeting) -> None:
    feed(at, fetched=timedelta(days=15))

    remove(at, meeting)

    assert not Meeting.objects.filter(pk=meeting.pk).exists()


def test_meeting_that_was_reminded_of_stands_with_what_was_sent(at: Desk, meeting: Meeting) -> None:
    now = noon(timezone.localdate() + timedelta(days=10))
    plan(now)
    deliver(recipients(now), now=now)

    (said,) = remove(at, meeting)

    assert said.endswith(CANCEL)
    assert ReminderMail.objects.get().reminders.filter(deadline__meeting=meeting).exists()


def test_meeting_that_a_calendar_has_fetched_stands_to_be_struck_out(
    at: Desk, meeting: Meeting
) -> None:
    feed(at, fetched=timedelta(days=1))

    (said,) = remove(at, meeting)

    assert said.endswith(CANCEL)
    assert Meeting.objects.filter(pk=meeting.pk).exists()

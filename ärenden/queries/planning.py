"""What a meeting that is moved or cancelled takes with it."""

from dataclasses import dataclass

from django.db.models import Q

from meetings.models import Meeting
from parties.models import AdministrationEvent
from ärenden.models import CalendarFeed, Case, Reminder
from ärenden.models.reminders import LEFT


@dataclass(frozen=True)
class Dependents:
    """How many cases stand on the list, aim at the meeting, or were decided there."""

    listed: int
    aimed: int
    decided: int


def dependents_of(meeting: Meeting) -> Dependents:
    """Numbers only: whoever plans meetings may not read the cases."""
    listed = meeting.agenda.filter(removed_reason="").values("case").distinct()
    decided = meeting.decisions.values("case").distinct().count()
    return Dependents(
        listed=listed.count(),
        aimed=Case.objects.filter(target_meeting=meeting).count(),
        decided=max(decided, meeting.minutes_items.count()),
    )


def is_told(meeting: Meeting) -> bool:
    """Has a reminder of it left, or may a calendar have fetched it since it was planned?"""
    if Reminder.objects.filter(deadline__meeting=meeting, status__in=LEFT).exists():
        return True
    feeds = CalendarFeed.objects.filter(organisation=meeting.body.organisation_id, revoked_at=None)
    planned = AdministrationEvent.objects.filter(about__contains=[meeting.public_id]).last()
    fetched = Q(fetched_at__gte=planned.recorded_at) if planned else Q(fetched_at__isnull=False)
    return feeds.filter(fetched).exists()

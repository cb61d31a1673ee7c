"""What a meeting that is moved or cancelled takes with it."""

from dataclasses import dataclass

from meetings.models import Meeting
from ärenden.models import Case


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

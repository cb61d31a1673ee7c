"""What was done for the demo's meetings in time, and what still is to be done for those to come."""

from datetime import date, datetime, time, timedelta

from accounts.roles import Role
from meetings.models import Meeting
from ärenden.actions.base import Doing
from ärenden.actions.deadlines import Move
from ärenden.actions.meeting_days import DAYS, note_days, settle_meeting
from ärenden.choices import DeadlineCause
from ärenden.deadlines import STOCKHOLM, Calendar, earliest_removal
from ärenden.demo.stage import Stage
from ärenden.queries.prospects import Timetable

DAY = timedelta(days=1)
# The day counted from the meeting when each thing is done.
DONE = {
    "noticed_on": -10 * DAY,
    "summoned_on": -8 * DAY,
    "adjusted_on": 9 * DAY,
    "announced_on": 10 * DAY,
    "dispatched_on": 13 * DAY,
}
FOLLOWED = (-2, -1, 1, 2)  # two meetings behind, two ahead


def note_meetings(stage: Stage) -> None:
    at = datetime.combine(stage.last_day, time(8), tzinfo=STOCKHOLM)
    doing = Doing(by=stage.users[Role.REGISTRAR], at=at)
    timetable = Timetable(stage.organisation.pk)
    move = Move(doing=doing, cause=DeadlineCause.STEP)
    for body in ("KF", "KS"):
        for index in FOLLOWED:
            meeting = stage.sessions.by_body[body][stage.sessions.place(body, index)]
            settle_meeting(meeting, timetable, move)
            note_days(meeting=meeting, doing=doing, days=_days(meeting, stage.last_day))


def _days(meeting: Meeting, until: date) -> dict[str, date | None]:
    held_on = meeting.held_on or until
    days: dict[str, date | None] = dict.fromkeys(DAYS)
    days |= {name: held_on + shift for name, shift in DONE.items() if held_on + shift <= until}
    if announced := days["announced_on"]:
        days["removal_on"] = earliest_removal(announced, Calendar())
    return days

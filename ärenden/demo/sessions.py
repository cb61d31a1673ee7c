"""When the demo's bodies meet: each month but July, the council last, the others before it."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from holidays.countries.sweden import Sweden

from meetings.choices import MeetingStatus
from meetings.models import Meeting
from parties.models import Body
from ärenden.deadlines import STOCKHOLM

YEARS_BEHIND = 3
SUMMONED_BEFORE = timedelta(days=8)
DAY = timedelta(days=1)
FREE_DAYS = Sweden(categories=("public", "de_facto"), include_sundays=False)
EARLY_MONTHS = (6, 12)  # before midsummer and Christmas: the third Monday instead of the last


@dataclass(frozen=True)
class Sessions:
    """Meetings by body; those of one month share their place in every list."""

    today: date
    by_body: Mapping[str, Sequence[Meeting]]

    def place(self, body: str, index: int) -> int:
        """-1 is the last meeting before today, +1 the first from today on."""
        days = [meeting.held_on for meeting in self.by_body[body] if meeting.held_on]
        coming = bisect_left(days, self.today)
        return coming + index - (index > 0)

    def place_of_first(self, body: str, *, since: date) -> int:
        days = [meeting.held_on for meeting in self.by_body[body] if meeting.held_on]
        return bisect_left(days, since)


def is_workday(day: date) -> bool:
    return day.weekday() < 5 and day not in FREE_DAYS


def workday_after(day: date) -> date:
    following = day + DAY
    return following if is_workday(following) else workday_after(following)


def workday_until(day: date) -> date:
    """The day itself, or the last working day before it."""
    return day if is_workday(day) else workday_until(day - DAY)


def council_days(today: date) -> list[date]:
    """Mondays; a day later when that is a holiday."""
    years = range(today.year - YEARS_BEHIND, today.year + 2)
    months = [(year, month) for year in years for month in range(1, 13) if month != 7]
    days = [
        _third_monday(*each) if each[1] in EARLY_MONTHS else _last_monday(*each) for each in months
    ]
    return [day if is_workday(day) else workday_after(day) for day in days]


def _last_monday(year: int, month: int) -> date:
    last = date(year + month // 12, month % 12 + 1, 1) - DAY
    return last - last.weekday() * DAY


def _third_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + (14 + -first.weekday() % 7) * DAY


def hold(plans: Mapping[Body, Mapping[str, str | int]], *, today: date) -> Sessions:
    """Store the meetings; a plan says how many days before the council, when and where."""
    days = council_days(today)
    made = {
        body.abbreviation: [_meeting(body, plan=plan, council=day, today=today) for day in days]
        for body, plan in plans.items()
    }
    Meeting.objects.bulk_create(meeting for each in made.values() for meeting in each)
    return Sessions(today, made)


def _meeting(body: Body, *, plan: Mapping[str, str | int], council: date, today: date) -> Meeting:
    day = council - int(plan["days_before"]) * DAY
    held_on = day if is_workday(day) else workday_after(day)
    starts_at = time.fromisoformat(str(plan["starts"]))
    ended_at = datetime.combine(held_on, starts_at, tzinfo=STOCKHOLM) + timedelta(hours=3)
    return Meeting(
        body=body,
        held_on=held_on,
        starts_at=starts_at,
        place=str(plan["place"]),
        status=_status(held_on, today),
        ended_at=ended_at if held_on < today else None,
    )


def _status(held_on: date, today: date) -> MeetingStatus:
    if held_on < today:
        return MeetingStatus.ENDED
    near = held_on - today <= SUMMONED_BEFORE
    return MeetingStatus.SUMMONED if near else MeetingStatus.PLANNED

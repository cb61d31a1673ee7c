"""The desk as ready texts: sections of rows, each with its reason and its step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import reverse

from kernel.dates import relative, short_date, weekday_date
from kernel.text import counted
from ärenden.models import Case
from ärenden.queries.desk import OnDesk
from ärenden.web.duty import DutyRow
from ärenden.web.meetings.round import MEETING
from ärenden.workflow import Action
from ärenden.workflow.duties import Duty, duties_of
from ärenden.workflow.matters import Gathering

SOON = timedelta(days=3)
A_WEEK = timedelta(days=7)
URGENT = "bradskar"
FROM, DESK = "fran", "bord"
# Small enough for a row; the other steps have a page of their own, and lead back.
IN_PLACE = frozenset(
    {
        Action.ANNOUNCE,
        Action.SCHEDULE,
        Action.FORWARD,
        Action.NOTIFY,
        Action.HAND_OVER_ANSWER,
        Action.PREPARE,
        Action.WITHDRAW,
        Action.REPORT_TASK,
        Action.RECEIVE_RESERVATION,
        Action.GRANT_TIME,
    }
)


@dataclass(frozen=True, kw_only=True)
class Row(DutyRow):
    """What waits in a case. `for_whom` is told of one that a colleague handles."""

    key: str
    for_whom: str
    is_in_place: bool
    day: date | None
    since: date | None
    meeting: Gathering | None


@dataclass(frozen=True)
class Section:
    key: str
    heading: str
    rows: list[DutyRow]
    url: str = ""
    day: date = date.max


def rows_of(on_desk: Iterable[OnDesk], *, organisation: str, user: int, today: date) -> list[Row]:
    """A row for each duty that falls within a week, or before the body's next meeting."""
    return [
        row_of(each, duty, organisation=organisation, user=user, today=today)
        for each in on_desk
        for duty in duties_of(each.matter, today=today)
        if duty.day is None or duty.day <= _horizon(each.matter.next_meeting, today)
    ]


def _horizon(meeting: Gathering | None, today: date) -> date:
    return max(today + A_WEEK, meeting.day) if meeting else today + A_WEEK


def row_of(each: OnDesk, duty: Duty, *, organisation: str, user: int, today: date) -> Row:
    case = each.case
    query = {MEETING: duty.meeting} if duty.meeting else {}
    act = reverse("arenden:act", args=[organisation, case.public_id, duty.action])
    text, note, tone = when(duty.day, duty.since, today=today)
    return Row(
        key=f"{duty.action}-{case.public_id}",
        url=reverse("arenden:case", args=[organisation, case.public_id]),
        title=case.told_title,
        number=case.dnr or "Utan diarienummer",
        why=duty.why,
        for_whom=_for_whom(case, user),
        date_text=text,
        date_note=note,
        tone=tone,
        action_url=f"{act}?{urlencode(query | {FROM: DESK})}",
        action_label=duty.action.label,
        is_in_place=duty.action in IN_PLACE,
        day=duty.day,
        since=duty.since,
        meeting=_before(each.matter.next_meeting, duty.day),
    )


def _before(meeting: Gathering | None, day: date | None) -> Gathering | None:
    return meeting if meeting and day and day <= meeting.day else None


def _for_whom(case: Case, user: int) -> str:
    """Said of a case that someone else handles, whom the reader covers for or works beside."""
    return "" if case.handler is None or case.handler_id == user else case.handler.name


def when(day: date | None, since: date | None, *, today: date) -> tuple[str, str, str]:
    """The row's margin: when, more closely, and whether that is late or close."""
    if day is None:
        return _waited(since, today=today)
    near, exact = relative(day, today=today).capitalize(), weekday_date(day, today=today)
    if day < today:
        return near, f"skulle skett {short_date(day, today=today)}", "late"
    if day <= today + SOON:
        return near, exact, "soon"
    return exact.capitalize(), near.lower(), ""


def _waited(since: date | None, *, today: date) -> tuple[str, str, str]:
    if since is None:
        return "Utan datum", "", ""
    days = (today - since).days
    if days == 0:
        return "I dag", "kom till dig", ""
    return counted(days, "dag", "dagar"), "har väntat", ""


def sections_of(
    rows: Iterable[Row],
    *,
    arrived: Iterable[DutyRow],
    others: Sequence[Section],
    organisation: str,
    today: date,
) -> list[Section]:
    """Brådskar with what came in, the `others`, what each meeting needs, then what has no date.

    A step that the others ask for is asked for once.
    """
    taken = {row.key for section in others for row in section.rows if isinstance(row, Row)}
    rows = [row for row in rows if row.key not in taken]
    urgent, undated = Section(URGENT, "Brådskar", []), Section("utan-datum", "Utan datum", [])
    ahead: dict[str, Section] = {}
    for row in sorted(rows, key=_order):
        if row.day is None:
            undated.rows.append(row)
        elif row.day <= today + SOON or row.meeting is None:
            urgent.rows.append(row)
        else:
            _section(ahead, row.meeting, organisation).rows.append(row)
    here = list(arrived)
    late = [row for row in here if row.tone == "late"]
    urgent.rows[:] = [*late, *urgent.rows, *(row for row in here if row not in late)]
    coming = sorted(ahead.values(), key=lambda section: section.day)
    return [section for section in (urgent, *others, *coming, undated) if section.rows]


def _section(ahead: dict[str, Section], meeting: Gathering, organisation: str) -> Section:
    if meeting.key not in ahead:
        url = reverse("arenden:meeting", args=[organisation, meeting.key])
        heading = f"Inför {meeting}"
        ahead[meeting.key] = Section(f"infor-{meeting.key}", heading, [], url, meeting.day)
    return ahead[meeting.key]


def _order(row: Row) -> tuple[date, date, str]:
    return row.day or date.max, row.since or date.max, row.number

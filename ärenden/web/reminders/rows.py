"""A reminder as a line: to whom, of what, why, and what can be done with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.urls import reverse

from kernel.dates import clock, full_date, instant, long_date, relative, short_date
from kernel.text import capital
from ärenden.choices import ReminderStatus, Wanted
from ärenden.deadlines import STOCKHOLM
from ärenden.models import Deadline, Reminder
from ärenden.queries.reminders import TROUBLE, Wishes
from ärenden.web.reminders.words import sentence_of

TONES = {ReminderStatus.FAILED: "late", ReminderStatus.BOUNCED: "late", ReminderStatus.SENT: "met"}
DECLINED = "Mottagaren har valt bort den. Den stängs utan att skickas."
NO_MAIL = "Mottagaren vill inte ha påminnelser med e-post. Den stängs utan att skickas."


@dataclass(frozen=True)
class Way:
    """A button that posts, or a link to a form."""

    label: str
    url: str
    is_form: bool = False


@dataclass(frozen=True, kw_only=True)
class Line:
    at: str
    tone: str
    status: str
    to: str
    title: str
    url: str
    number: str
    due: str
    why: str
    note: str
    ways: list[Way]


@dataclass(frozen=True)
class Day:
    heading: str
    lines: list[Line]


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Where the lines are shown: `query` is the filter that a button comes back to."""

    organisation: str
    now: datetime
    today: date
    query: str = ""

    def to(self, name: str, row: Reminder) -> str:
        path = reverse(f"arenden:{name}", args=[self.organisation, row.public_id])
        return f"{path}?{self.query}" if self.query else path


def days_of(rows: Sequence[Reminder], wishes: Wishes, desk: Desk) -> list[Day]:
    """By the day when they are due to be sent; those that should have left are first."""
    return [
        Day(_heading(day, desk.today), [coming_line(row, wishes, desk) for row in of_day])
        for day, of_day in groupby(rows, key=_day)
    ]


def _day(row: Reminder) -> date:
    return row.send_at.astimezone(STOCKHOLM).date()


def _heading(day: date, today: date) -> str:
    told = long_date(day)
    return f"{capital(told)}, {relative(day, today=today)}"


def coming_line(row: Reminder, wishes: Wishes, desk: Desk) -> Line:
    is_held = row.status == ReminderStatus.HELD
    at = row.send_at.astimezone(STOCKHOLM)
    return _line(
        row,
        desk,
        at=clock(at.time()),
        tone="soon" if is_held else "",
        status="Hålls tillbaka" if is_held else "",
        note=_held(row) if is_held else _coming_note(row, wishes, desk),
        ways=list(_coming_ways(row, desk, is_held=is_held)),
    )


def _held(row: Reminder) -> str:
    return f"Hålls tillbaka av {row.ordered_by}: {row.reason}"


def _coming_note(row: Reminder, wishes: Wishes, desk: Desk) -> str:
    """Why it does not simply leave at its time."""
    if row.error and not row.recipient.kept_name:
        again = f" Nytt försök {instant(row.next_try_at)}." if row.next_try_at else ""
        return f"{row.error}.{again}"
    if row.ordered_by:
        return f"{row.ordered_by} har bett om att den skickas nu."
    if row.rule.wanted != Wanted.ALWAYS:
        if not wishes.by_mail(row):
            return NO_MAIL
        if (row.recipient_id, row.rule_id) in wishes.declined:
            return DECLINED
    leaves = wishes.hours(row).leaves(
        row.send_at, due_at=row.due_at, at_once=row.rule.is_escalation
    )
    if leaves <= max(row.send_at, desk.now):
        return ""
    return f"Mottagarens tider gör att den skickas {instant(leaves)}."


def _coming_ways(row: Reminder, desk: Desk, *, is_held: bool) -> Iterator[Way]:
    if not vars(row)["may_order"]:
        return
    yield Way("Skicka nu", desk.to("reminder_send", row), is_form=True)
    if is_held:
        yield Way("Släpp", desk.to("reminder_let_go", row), is_form=True)
    else:
        yield Way("Håll inne", desk.to("reminder_hold", row))


def ended_line(row: Reminder, desk: Desk) -> Line:
    status = ReminderStatus(row.status)
    closed = (row.closed_at or row.send_at).astimezone(STOCKHOLM)
    day = closed.date()
    again = status == ReminderStatus.FAILED and row.is_true and vars(row)["may_order"]
    return _line(
        row,
        desk,
        at=f"{short_date(day, today=desk.today)} {clock(closed.time())}",
        tone=TONES.get(status, ""),
        status=status.label,
        note=_ended_note(row),
        ways=[Way("Försök igen", desk.to("reminder_again", row), is_form=True)] if again else [],
    )


def _ended_note(row: Reminder) -> str:
    """The reason, and of a mail to which address it went; a mail server's words may hold it too."""
    is_protected = bool(row.recipient.kept_name)
    if is_protected and row.status in TROUBLE:
        return ""
    sent = f"Mejl till {row.mail.address}." if row.mail and not is_protected else ""
    return f"{sent} {row.reason}".strip()


def _line(
    row: Reminder, desk: Desk, *, at: str, tone: str, status: str, note: str, ways: list[Way]
) -> Line:
    case = row.deadline.case
    return Line(
        at=at,
        tone=tone,
        status=status,
        to=row.recipient.name,
        title=case.told_title if case else str(row.deadline.submission or row.deadline.meeting),
        url=_url(row.deadline, desk.organisation),
        number=(case.dnr or "Utan diarienummer") if case else "",
        due=_due(row, desk.today),
        why=f"{sentence_of(row.rule)}.",
        note=note,
        ways=ways,
    )


def _due(row: Reminder, today: date) -> str:
    what, day = row.deadline.what, row.deadline.due_at.astimezone(STOCKHOLM).date()
    if row.tells_lapse:
        return f"{what}: {full_date(day)} gäller inte, och inget nytt datum finns."
    return f"{what} senast {full_date(day)}, {relative(day, today=today)}."


def _url(deadline: Deadline, organisation: str) -> str:
    paper = deadline.submission
    if case := deadline.case or (paper and paper.case):
        return reverse("arenden:case", args=[organisation, case.public_id])
    if paper:
        return reverse("arenden:handed_in", args=[organisation, paper.public_id])
    meeting = deadline.meeting
    return reverse("arenden:meeting", args=[organisation, meeting.public_id]) if meeting else ""

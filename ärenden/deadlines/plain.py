"""The two plain rules: an answer at the next ordinary meeting, a motion within one year."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from kernel.dates import long_date

STOCKHOLM = ZoneInfo("Europe/Stockholm")
LAST_MINUTE = time(23, 59)


@dataclass(frozen=True)
class Due:
    """A last moment (Europe/Stockholm), why it is that one, and where the rule stands."""

    at: datetime
    explanation: str
    source: str = ""


def end_of(day: date) -> datetime:
    """The last minute of a day in Swedish time, summer and winter."""
    return datetime.combine(day, LAST_MINUTE, tzinfo=STOCKHOLM)


def answer_due(*, body: str, meeting: date, after: date | None, because: str) -> Due:
    """An answer should be given at the ordinary meeting after the one that allowed it.

    `because` says what happened on the day `after`: the case was permitted, or postponed.
    """
    text = f"Besvaras vid {body} {long_date(meeting)}"
    if after is None or after == meeting:
        return Due(end_of(meeting), f"{text}.")
    why = f"nästa ordinarie sammanträde efter {long_date(after)}, då den {because}"
    return Due(end_of(meeting), f"{text}: {why}.")


def answer_due_as_decided(*, body: str, meeting: date, decided: date | None, because: str) -> Due:
    """The council itself chose the meeting for the answer."""
    when = f" {long_date(decided)}" if decided else ""
    text = f"Besvaras vid {body} {long_date(meeting)}: så beslutades när den {because}{when}."
    return Due(end_of(meeting), text)


def motion_due(raised_on: date) -> Due:
    """Decided, or reported to the council, within one year from when it was raised (KL 5:35)."""
    last = one_year_after(raised_on)
    text = (
        f"Senast {long_date(last)}: ett år efter att motionen väcktes {long_date(raised_on)}."
        " Hinner fullmäktige inte besluta då ska det redovisas vad beredningen har visat."
    )
    return Due(end_of(last), text, "Kommunallagen 5 kap. 35 §")


def one_year_after(day: date) -> date:
    """The same date next year; 29 February ends on the 28th (lag 1930:173 1 §)."""
    last_of_month = calendar.monthrange(day.year + 1, day.month)[1]
    return date(day.year + 1, day.month, min(day.day, last_of_month))


def referral_due(due_on: date, *, recipient: str) -> Due:
    """A statement is to be in on the day that the referral asked for."""
    return Due(end_of(due_on), f"{recipient} ska yttra sig senast {long_date(due_on)}.")

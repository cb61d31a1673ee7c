"""Dates as the actions set them now: an answer, a motion within one year, a statement."""

from dataclasses import dataclass
from datetime import date, datetime

from kernel.dates import long_date
from ärenden.choices import CaseType, Event
from ärenden.deadlines.calendar import Calendar, moment
from ärenden.deadlines.clocks import CITIZEN_PROPOSAL_YEAR, MOTION_YEAR
from ärenden.deadlines.evaluate import evaluate
from ärenden.deadlines.facts import Facts
from ärenden.deadlines.results import known


@dataclass(frozen=True)
class Due:
    """A last moment (Europe/Stockholm), why it is that one, and where the rule stands."""

    at: datetime
    explanation: str
    source: str = ""


def answer_due(*, body: str, meeting: date, after: date | None, because: str) -> Due:
    """An answer should be given at the ordinary meeting after the one that allowed it.

    `because` says what happened on the day `after`: the case was permitted, or postponed.
    """
    text = f"Besvaras vid {body} {long_date(meeting)}"
    if after is None or after == meeting:
        return Due(moment(meeting), f"{text}.")
    why = f"nästa ordinarie sammanträde efter {long_date(after)}, då den {because}"
    return Due(moment(meeting), f"{text}: {why}.")


def answer_due_as_decided(*, body: str, meeting: date, decided: date | None, because: str) -> Due:
    """The council itself chose the meeting for the answer."""
    when = f" {long_date(decided)}" if decided else ""
    text = f"Besvaras vid {body} {long_date(meeting)}: så beslutades när den {because}{when}."
    return Due(moment(meeting), text)


def motion_due(raised_on: date, *, case_type: CaseType = CaseType.MOTION) -> Due:
    """A motion or medborgarförslag is decided, or reported, within one year (KL 5:35, 6:34)."""
    facts = Facts(case_type=case_type, events={Event.RAISED: raised_on})
    rule = MOTION_YEAR if case_type == CaseType.MOTION else CITIZEN_PROPOSAL_YEAR
    year = known(evaluate(rule, facts, Calendar()))
    return Due(year.at, year.explanation, year.source)


def referral_due(due_on: date, *, recipient: str) -> Due:
    """A statement is to be in on the day that the referral asked for."""
    return Due(moment(due_on), f"{recipient} ska yttra sig senast {long_date(due_on)}.")

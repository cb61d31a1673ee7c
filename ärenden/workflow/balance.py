"""What a motionsbalans says of a motion when no one has written it: where it is, what has come."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kernel.dates import full_date
from kernel.text import capital, in_sentence, listed
from ärenden.choices import PrepAction, ReferralStatus, State

NOTHING = {
    State.RAISED: "Beredningen har inte börjat.",
    State.PROPOSED: "Beredningen är klar.",
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A referral; `day` is when the statement is due, or when it came."""

    whom: str
    status: ReferralStatus
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A step of the preparation that a paper tells of."""

    action: PrepAction
    by: str
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class Open:
    """An open motion as the report sees it. `entrusted` decides in the council's place."""

    state: State
    preparing: str = ""
    entrusted: str = ""
    since: date | None = None
    asked: Sequence[Asked] = ()
    prepared: Sequence[Prepared] = ()
    has_proposal: bool = False
    reported_on: date | None = None


def place(motion: Open) -> str:
    """Where it lies: the state, who has it, and since when."""
    since = f" sedan {full_date(motion.since)}" if motion.since else ""
    return f"{_where(motion)}{since}"


def _where(motion: Open) -> str:
    by = f" av {in_sentence(motion.preparing)}" if motion.preparing else ""
    if motion.entrusted:
        return f"Överlåtet till {in_sentence(motion.entrusted)}"
    match motion.state:
        case State.RAISED:
            return "Väckt, väntar på beredning"
        case State.PROPOSED:
            return f"Förslag till beslut finns{', berett' if by else ''}{by}"
        case State.PREPARING:
            return f"Bereds{by}"
        case _:
            return State(motion.state).label


def shown(motion: Open, *, on: date) -> str:
    """What the preparation has shown so far, in sentences to keep or to write over."""
    told = " ".join(_told(motion, on))
    if told:
        return told
    return NOTHING.get(motion.state, "Inget yttrande är begärt än.")


def _told(motion: Open, on: date) -> Iterator[str]:
    yield from _awaited(motion.asked, on)
    came = _with_days(motion.asked, ReferralStatus.ANSWERED)
    if came:
        yield f"Yttrande har kommit från {listed(came)}."
    for who in _whom(motion.asked, ReferralStatus.DECLINED):
        yield f"{capital(who)} avstår från yttrande."
    waived = _whom(motion.asked, ReferralStatus.WAIVED)
    if waived:
        yield f"Yttrande inväntas inte från {listed(waived)}."
    if motion.prepared:
        last = motion.prepared[-1]
        day = f" {full_date(last.day)}" if last.day else ""
        yield f"{PrepAction(last.action).label} av {in_sentence(last.by)}{day}."
    if motion.has_proposal and motion.state != State.PROPOSED:
        yield "Förslag till beslut finns."
    if motion.reported_on:
        yield f"Redovisades senast {full_date(motion.reported_on)}."


def _awaited(asked: Iterable[Asked], on: date) -> Iterator[str]:
    waiting = [each for each in asked if each.status == ReferralStatus.OPEN]
    late = [each for each in waiting if each.day and each.day < on]
    if ahead := [each for each in waiting if each not in late]:
        yield f"Yttrande väntas från {listed([_by(each, 'senast') for each in ahead])}."
    if late:
        yield f"Försenat yttrande från {listed([_by(each, 'skulle ha kommit') for each in late])}."


def _by(each: Asked, when: str) -> str:
    day = f" ({when} {full_date(each.day)})" if each.day else ""
    return f"{in_sentence(each.whom)}{day}"


def _with_days(asked: Iterable[Asked], status: ReferralStatus) -> list[str]:
    return [
        f"{in_sentence(each.whom)}{f' {full_date(each.day)}' if each.day else ''}"
        for each in asked
        if each.status == status
    ]


def _whom(asked: Iterable[Asked], status: ReferralStatus) -> list[str]:
    return [in_sentence(each.whom) for each in asked if each.status == status]

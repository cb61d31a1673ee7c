"""When reminders go out: counted from the last day, and held for quiet hours or a daily digest.

The defaults are those that a new organisation starts from; each organisation keeps its own rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from ärenden.choices import Audience, Purpose, Roll, Side, Trigger, Unit, Wanted
from ärenden.deadlines import STOCKHOLM, Calendar, moment
from ärenden.deadlines.calendar import ONE_DAY, months_after
from ärenden.deadlines.sentences import UNITS

MORNING: Final = time(7, 30)
QUIET_FROM, QUIET_UNTIL = time(21), time(7)
MADE_AHEAD: Final = timedelta(days=14)
MOST_TRIES: Final = 20
LONGEST_PAUSE: Final = timedelta(hours=6)
# What beat asks for, by the names of its signs of life.
PLAN, DELIVER = WORK = ("plan_reminders", "deliver_reminders")
LATE_AFTER: Final = timedelta(minutes=15)


@dataclass(frozen=True, kw_only=True)
class Timing:
    """So long before or after the last day, at a local time of day."""

    n: int
    unit: Unit = Unit.DAYS
    side: Side = Side.BEFORE
    at: time = MORNING

    def moment(self, due: date, calendar: Calendar) -> datetime:
        """When it is sent. Never on a day when no one works: before it, or after when late."""
        n = -self.n if self.side == Side.BEFORE else self.n
        day = _shifted(due, n, self.unit, calendar)
        if self.side == Side.BEFORE:
            return moment(calendar.rolled(day, Roll.BACK), self.at)
        return moment(
            day if calendar.is_working(day) else calendar.move(day, working_days=1), self.at
        )

    def __str__(self) -> str:
        """`5 dagar före`, `1 arbetsdag efter`, `på dagen`."""
        one, many = UNITS[self.unit]
        return (
            f"{self.n} {one if self.n == 1 else many} {self.side.label}" if self.n else "på dagen"
        )


def _shifted(day: date, n: int, unit: Unit, calendar: Calendar) -> date:
    match unit:
        case Unit.WORKING_DAYS:
            return calendar.move(day, working_days=n)
        case Unit.WEEKS:
            return day + timedelta(weeks=n)
        case Unit.MONTHS:
            return months_after(day, n)
        case Unit.YEARS:
            return months_after(day, 12 * n)
        case Unit.DAYS:
            return day + timedelta(days=n)


@dataclass(frozen=True, kw_only=True)
class Hours:
    """When a person wants no mail, and the hour of the daily digest if she wants one."""

    quiet_from: time = QUIET_FROM
    quiet_until: time = QUIET_UNTIL
    digest_at: time | None = None

    def leaves(self, send_at: datetime, *, due_at: datetime, at_once: bool) -> datetime:
        """When it may leave: with the day's digest, if that is before the last moment."""
        wanted = send_at.astimezone(STOCKHOLM)
        if self.digest_at and not at_once:
            digest = _next(self.digest_at, after=wanted)
            wanted = wanted if wanted < due_at <= digest else digest
        return self.awake(wanted)

    def awake(self, at: datetime) -> datetime:
        """The same instant, or the end of the quiet hours that it falls in."""
        local = at.astimezone(STOCKHOLM)
        return _next(self.quiet_until, after=local) if self._is_quiet(local.time()) else local

    def _is_quiet(self, at: time) -> bool:
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= at < self.quiet_until
        return at >= self.quiet_from or at < self.quiet_until


def _next(at: time, *, after: datetime) -> datetime:
    """The first such time of day that is not before the instant (local)."""
    today = moment(after.date(), at)
    return today if today >= after else moment(after.date() + ONE_DAY, at)


def pause_after(tries: int) -> timedelta:
    """How long to wait before the next try: 1, 2, 4 … minutes, at most six hours."""
    return min(timedelta(minutes=2 ** min(tries - 1, 10)), LONGEST_PAUSE)


@dataclass(frozen=True, kw_only=True)
class DefaultRule:
    """A row of a new organisation; an empty purpose is every purpose."""

    purpose: Purpose | None
    audience: Audience
    timing: Timing
    trigger: Trigger = Trigger.TIME
    wanted: Wanted = Wanted.UNLESS_DECLINED
    is_escalation: bool = False


def before(n: int, unit: Unit = Unit.DAYS) -> Timing:
    return Timing(n=n, unit=unit)


def after(n: int, unit: Unit = Unit.WORKING_DAYS) -> Timing:
    return Timing(n=n, unit=unit, side=Side.AFTER)


ON_THE_DAY: Final = before(0)
WORKING, WEEKS, MONTHS = Unit.WORKING_DAYS, Unit.WEEKS, Unit.MONTHS

REMINDED: Final = (
    (Purpose.ANSWER_IN, Audience.ANSWERER, (before(10), before(5), before(2, WORKING))),
    (Purpose.ANSWER_IN, Audience.HANDLER, (before(10), before(5), before(2, WORKING))),
    (Purpose.ANSWER, Audience.HANDLER, (before(2, WORKING),)),
    (Purpose.DECIDE, Audience.HANDLER, (before(6, MONTHS), before(3, MONTHS), before(1, MONTHS))),
    (Purpose.STATEMENT, Audience.ASKED, (before(4, WEEKS), before(2, WEEKS), ON_THE_DAY)),
    (Purpose.STATEMENT, Audience.HANDLER, (ON_THE_DAY,)),
    (Purpose.REPORT, Audience.HANDLER, (before(30), before(7), before(1))),
    (Purpose.DISPATCH, Audience.OFFICE, (before(1, WORKING),)),
    (Purpose.NOTIFY, Audience.OFFICE, (before(1, WORKING),)),
    (Purpose.FORWARD, Audience.OFFICE, (ON_THE_DAY,)),
)
DEMANDED: Final = (
    (Purpose.ANSWER_TO_ASKER, Audience.OFFICE, (before(1, WORKING),)),
    (Purpose.DECIDE, Audience.OFFICE, (before(2, MONTHS),)),
    (Purpose.NOTICE, Audience.OFFICE, (before(7), before(2))),
    (Purpose.SUMMONS, Audience.OFFICE, (before(7), before(1, WORKING))),
    (Purpose.ADJUST, Audience.OFFICE, (before(2),)),
    (Purpose.ANNOUNCE, Audience.OFFICE, (before(1), ON_THE_DAY)),
)
ESCALATED: Final = (
    (Purpose.ANSWER_IN, Audience.OFFICE, (before(1),)),
    (Purpose.ANSWER_IN, Audience.PRESIDIUM, (ON_THE_DAY,)),
    (Purpose.ANSWER, Audience.PRESIDIUM, (after(1),)),
    (Purpose.DECIDE, Audience.OFFICE, (before(1, MONTHS), after(1))),
    (Purpose.DECIDE, Audience.PRESIDIUM, (before(1, MONTHS),)),
    (Purpose.STATEMENT, Audience.ASKED, (after(1),)),
    (Purpose.REPORT, Audience.PRESIDIUM, (after(1),)),
    (Purpose.ADJUST, Audience.PRESIDIUM, (after(1),)),
    (Purpose.ANNOUNCE, Audience.OFFICE, (after(1),)),
    (Purpose.REGISTER, Audience.OFFICE, (after(1),)),
)
CHOSEN: Final = (
    (Purpose.HAND_IN, Audience.MEMBERS, (before(14), before(2, WORKING))),
    (Purpose.ANSWER_TO_ASKER, Audience.ASKER, (ON_THE_DAY,)),
    (Purpose.ANSWER, Audience.ASKER, (before(1, WORKING),)),
    (Purpose.ANSWER_IN, Audience.GROUP_LEADER, (before(5),)),
)
TOLD_OF_MOVES: Final[tuple[tuple[Audience, Wanted], ...]] = (
    (Audience.ANSWERER, Wanted.UNLESS_DECLINED),
    (Audience.HANDLER, Wanted.UNLESS_DECLINED),
    (Audience.ASKED, Wanted.UNLESS_DECLINED),
    (Audience.OFFICE, Wanted.IF_CHOSEN),
    (Audience.ASKER, Wanted.UNLESS_DECLINED),
    (Audience.GROUP_LEADER, Wanted.IF_CHOSEN),
)
# A yttrande waits for no meeting.
TOLD_OF_LAPSES: Final = tuple(each for each in TOLD_OF_MOVES if each[0] != Audience.ASKED)
TOLD_AT_ONCE: Final = (
    *((Trigger.MOVED, audience, wanted) for audience, wanted in TOLD_OF_MOVES),
    *((Trigger.LAPSED, audience, wanted) for audience, wanted in TOLD_OF_LAPSES),
)


def default_rules() -> Iterator[DefaultRule]:
    """Common municipal practice; what law demands, and what is late, no one can turn off."""
    groups = (
        (REMINDED, Wanted.UNLESS_DECLINED, False),
        (DEMANDED, Wanted.ALWAYS, False),
        (ESCALATED, Wanted.ALWAYS, True),
        (CHOSEN, Wanted.IF_CHOSEN, False),
    )
    for group, wanted, is_escalation in groups:
        for purpose, audience, timings in group:
            for timing in timings:
                yield DefaultRule(
                    purpose=purpose,
                    audience=audience,
                    timing=timing,
                    wanted=wanted,
                    is_escalation=is_escalation,
                )
    for trigger, audience, wanted in TOLD_AT_ONCE:
        yield DefaultRule(
            purpose=None,
            audience=audience,
            timing=ON_THE_DAY,
            trigger=trigger,
            wanted=wanted,
        )

"""When reminders go out, counted by the calendar and held for quiet hours and digests."""

from datetime import date, datetime, time, timedelta

import pytest

from ärenden.choices import Side, Unit
from ärenden.deadlines import STOCKHOLM, Calendar
from ärenden.reminding import Hours, Timing, default_rules, pause_after

MIDSUMMER_MONDAY = date(2026, 6, 22)  # the Friday before is midsommarafton
NIGHT, DIGEST = Hours(), Hours(digest_at=time(16))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 6, day, hour, minute, tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("timing", "sent"),
    [
        (Timing(n=0), at(22, 7, 30)),
        (Timing(n=1), at(18, 7, 30)),
        (Timing(n=1, unit=Unit.WORKING_DAYS), at(18, 7, 30)),
        (Timing(n=2, unit=Unit.WORKING_DAYS, at=time(12)), at(17, 12)),
        (Timing(n=2, unit=Unit.WEEKS), at(8, 7, 30)),
        (Timing(n=1, unit=Unit.MONTHS), datetime(2026, 5, 22, 7, 30, tzinfo=STOCKHOLM)),
        (Timing(n=1, side=Side.AFTER), at(23, 7, 30)),
        (Timing(n=5, side=Side.AFTER), at(29, 7, 30)),
    ],
    ids=str,
)
def test_reminder_is_sent_on_a_working_morning(timing: Timing, sent: datetime) -> None:
    assert timing.moment(MIDSUMMER_MONDAY, Calendar()) == sent


def test_day_closed_by_the_organisation_is_no_working_day() -> None:
    closed = Calendar(closed={date(2026, 6, 18): "planeringsdag"})

    assert Timing(n=1).moment(MIDSUMMER_MONDAY, closed) == at(17, 7, 30)


def test_timing_tells_itself_in_swedish() -> None:
    told = [str(Timing(n=n, side=side)) for n, side in ((5, Side.BEFORE), (1, Side.AFTER))]

    assert [*told, str(Timing(n=0))] == ["5 dagar före", "1 dag efter", "på dagen"]


@pytest.mark.parametrize(
    ("hours", "send_at", "leaves"),
    [
        (NIGHT, at(15, 7, 30), at(15, 7, 30)),
        (NIGHT, at(15, 21), at(16, 7)),
        (NIGHT, at(15, 3), at(15, 7)),
        (DIGEST, at(15, 7, 30), at(15, 16)),
        (DIGEST, at(15, 16, 1), at(16, 16)),
        (DIGEST, at(17, 7, 30), at(17, 7, 30)),  # due at noon, before that day's digest
        (Hours(quiet_from=time(12), quiet_until=time(14)), at(15, 13), at(15, 14)),
    ],
)
def test_reminder_leaves_when_its_recipient_wants_mail(
    hours: Hours, send_at: datetime, leaves: datetime
) -> None:
    assert hours.leaves(send_at, due_at=at(17, 12), at_once=False) == leaves


def test_what_is_urgent_waits_for_no_digest() -> None:
    assert DIGEST.leaves(at(15, 7, 30), due_at=at(17, 12), at_once=True) == at(15, 7, 30)


def test_pauses_grow_to_six_hours() -> None:
    minutes = [pause_after(tries) / timedelta(minutes=1) for tries in (1, 2, 3, 9, 10, 20)]

    assert minutes == [1, 2, 4, 256, 360, 360]


def test_no_default_says_the_same_thing_twice() -> None:
    told = [(r.purpose, r.audience, r.timing, r.trigger) for r in default_rules()]

    assert len(told) == len(set(told))

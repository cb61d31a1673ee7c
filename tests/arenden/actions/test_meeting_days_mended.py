"""A meeting's own times when what they are counted from is mended, moved or gone."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWaiting
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest
from django.db import connection, transaction

from meetings.choices import MeetingKind
from meetings.models import Meeting
from parties.changes import Administering, store
from tests.factories import cases, people
from tests.factories.cases import World, noon
from ärenden.actions.meeting_days import DAYS, note_days, one_at_a_time
from ärenden.actions.planning import after_change, place_of
from ärenden.actions.recount import after_meeting_change
from ärenden.actions.rules import Heading, adopt, propose
from ärenden.choices import DeadlineStatus, Purpose
from ärenden.deadlines import default_rules
from ärenden.models import Deadline

pytestmark = pytest.mark.django_db
APRIL_1 = date(2026, 4, 1)
MAY_6, MAY_7, MAY_8 = date(2026, 5, 6), date(2026, 5, 7), date(2026, 5, 8)
GONE = "Det som tiden räknas från gäller inte längre."
OPEN, MET = DeadlineStatus.OPEN, DeadlineStatus.MET
REPLACED, WAIVED = DeadlineStatus.REPLACED, DeadlineStatus.WAIVED


@pytest.fixture
def world() -> World:
    return cases.world()


@pytest.fixture
def meeting(world: World) -> Meeting:
    """The council on 27 April, its times set on 1 April."""
    settle(world, on=APRIL_1)
    return world.second_meeting


def settle(world: World, *, on: date) -> None:
    after_meeting_change(world.council, doing=world.doing(on=on), why="planerat")


def change(world: World, meeting: Meeting, *, on: date, **values: object) -> None:
    """As the administration does it."""
    meeting.refresh_from_db()
    save(world, meeting, on=on, **values)


def save(world: World, meeting: Meeting, *, on: date, **values: object) -> None:
    before = place_of(meeting)
    doing = Administering(organisation=world.organisation, by=world.registrar, at=noon(on))
    store(meeting, doing=doing, summary="Sammanträdet ändrades", **values)
    after_change(meeting, before, doing=doing)


def note(world: World, meeting: Meeting, *, on: date, **days: date) -> None:
    note_days(meeting=meeting, doing=world.doing(on=on), days=dict.fromkeys(DAYS) | days)


def told(meeting: Meeting, **which: str) -> list[tuple[date, str]]:
    rows = Deadline.objects.filter(meeting=meeting, **which).order_by("id")
    return [(row.due_at.date(), row.status) for row in rows]


@pytest.mark.parametrize(
    ("values", "noticed_on"),
    [({"place": "Folkets hus"}, APRIL_1), ({"held_on": date(2026, 5, 4)}, None)],
)
def test_day_noted_while_the_meeting_is_changed_stands_unless_it_is_moved(
    world: World, meeting: Meeting, values: dict[str, Any], noticed_on: date | None
) -> None:
    note(world, Meeting.objects.get(pk=meeting.pk), on=APRIL_1, noticed_on=APRIL_1)

    save(world, meeting, on=APRIL_1, **values)

    [row] = Meeting.objects.filter(pk=meeting.pk).values("noticed_on", *values)
    assert row == {"noticed_on": noticed_on} | values


def test_last_day_to_hand_in_that_moves_to_a_passed_day_is_over(
    world: World, meeting: Meeting
) -> None:
    change(world, meeting, on=date(2026, 4, 15), held_on=date(2026, 4, 21))

    assert told(meeting, rule="interpellation-inlamning") == [
        (date(2026, 4, 20), REPLACED),
        (date(2026, 4, 14), MET),
    ]


def test_mended_announcement_moves_the_time_to_appeal_that_runs_to_when_it_ended(
    world: World, meeting: Meeting
) -> None:
    note(world, meeting, on=date(2026, 5, 28), adjusted_on=MAY_6, announced_on=MAY_8)

    note(world, meeting, on=date(2026, 5, 29), adjusted_on=MAY_6, announced_on=MAY_7)

    assert told(meeting, purpose=Purpose.APPEAL) == [
        (date(2026, 5, 29), REPLACED),
        (date(2026, 5, 28), MET),
    ]


def test_mended_announcement_moves_the_time_to_appeal_that_ran_out(
    world: World, meeting: Meeting
) -> None:
    note(world, meeting, on=date(2026, 5, 10), adjusted_on=MAY_6, announced_on=MAY_8)
    settle(world, on=date(2026, 6, 2))

    note(world, meeting, on=date(2026, 6, 3), adjusted_on=MAY_6, announced_on=MAY_7)

    last = Deadline.objects.get(meeting=meeting, purpose=Purpose.APPEAL, status=MET)
    assert (last.due_at.date(), last.met_at) == (date(2026, 5, 28), last.due_at)
    assert last.replaces.due_at.date() == date(2026, 5, 29)


def test_adjustment_noted_by_mistake_leaves_nothing_to_announce(
    world: World, meeting: Meeting
) -> None:
    note(world, meeting, on=MAY_7, adjusted_on=MAY_6)

    note(world, meeting, on=MAY_7)

    row = meeting.deadlines.get(purpose=Purpose.ANNOUNCE)
    assert (row.status, row.ended_reason) == (WAIVED, GONE)
    assert told(meeting, purpose=Purpose.DISPATCH) == [(date(2026, 5, 13), WAIVED)]
    assert told(meeting, purpose=Purpose.ADJUST) == [(date(2026, 5, 11), OPEN)]


def test_time_that_was_lifted_runs_again_when_its_day_is_noted(
    world: World, meeting: Meeting
) -> None:
    note(world, meeting, on=MAY_7, adjusted_on=MAY_6)
    note(world, meeting, on=MAY_7)

    note(world, meeting, on=MAY_7, adjusted_on=MAY_7)

    assert told(meeting, purpose=Purpose.ANNOUNCE) == [
        (date(2026, 5, 8), WAIVED),
        (date(2026, 5, 9), OPEN),
    ]


@pytest.mark.parametrize("settled_on", [date(2026, 5, 20), date(2026, 6, 2)])
def test_announcement_noted_by_mistake_leaves_nothing_to_appeal(
    world: World, meeting: Meeting, settled_on: date
) -> None:
    note(world, meeting, on=date(2026, 5, 10), adjusted_on=MAY_6, announced_on=MAY_7)
    settle(world, on=settled_on)

    note(world, meeting, on=date(2026, 6, 3), adjusted_on=MAY_6)

    assert told(meeting, purpose=Purpose.APPEAL) == [(date(2026, 5, 28), WAIVED)]
    assert told(meeting, purpose=Purpose.ANNOUNCE) == [(date(2026, 5, 8), OPEN)]


def test_meeting_that_becomes_extra_has_its_last_days_to_hand_in_lifted_until_it_is_ordinary(
    world: World, meeting: Meeting
) -> None:
    change(world, meeting, on=APRIL_1, kind=MeetingKind.EXTRA)
    assert told(meeting, rule="fraga-inlamning") == [(date(2026, 4, 24), WAIVED)]

    change(world, meeting, on=APRIL_1, kind=MeetingKind.ORDINARY)

    assert told(meeting, rule="fraga-inlamning") == [
        (date(2026, 4, 24), WAIVED),
        (date(2026, 4, 24), OPEN),
    ]


def test_rules_with_another_key_lift_what_the_earlier_one_gave(
    world: World, meeting: Meeting
) -> None:
    doing = Administering(organisation=world.organisation, by=world.registrar, at=noon(APRIL_1))
    rules = default_rules(APRIL_1)
    named = {"interpellation-inlamning": "inlamning-av-interpellation"}
    renamed = [replace(rule, key=named.get(rule.key, rule.key)) for rule in rules.rules]
    heading = Heading(title="Ny ordning", first=APRIL_1, decided_on=APRIL_1)

    adopt(propose(heading, renamed, doing=doing), doing=doing)

    rows = Deadline.objects.filter(meeting=meeting, rule__in=[*named, *named.values()])
    assert {row.rule: row.status for row in rows} == {
        "interpellation-inlamning": WAIVED,
        "inlamning-av-interpellation": OPEN,
    }


def test_held_meeting_that_gets_a_coming_day_has_nothing_to_announce_yet(
    world: World, meeting: Meeting
) -> None:
    note(world, meeting, on=date(2026, 5, 10), adjusted_on=MAY_6, announced_on=MAY_7)

    change(world, meeting, on=date(2026, 5, 10), held_on=date(2026, 5, 25))

    assert told(meeting, purpose=Purpose.ANNOUNCE) == [(date(2026, 5, 8), WAIVED)]
    assert told(meeting, purpose=Purpose.APPEAL) == [(date(2026, 5, 28), WAIVED)]


def then_close(work: Callable[[], Any]) -> Any:
    try:
        return work()
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_summons_noted_while_the_dates_are_counted_anew_stays_noted(
    world: World, meeting: Meeting
) -> None:
    counting = partial(settle, world, on=date(2026, 4, 18))

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            note(world, meeting, on=date(2026, 4, 18), summoned_on=date(2026, 4, 17))
            counted: Future[None] = pool.submit(then_close, counting)
            with pytest.raises(StillWaiting):
                counted.result(timeout=1)
        counted.result(timeout=20)

    assert told(meeting, purpose=Purpose.SUMMONS) == [(date(2026, 4, 20), MET)]


@pytest.mark.django_db(transaction=True)
def test_two_meetings_moved_at_once_do_not_stop_each_other(world: World, meeting: Meeting) -> None:
    other = people.meeting(world.council, date(2026, 5, 25))
    moved = partial(change, world, meeting, on=APRIL_1, held_on=date(2026, 5, 4))

    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        Meeting.objects.filter(pk=other.pk).update(held_on=date(2026, 6, 1))
        pool.submit(then_close, moved).result(timeout=20)
        settle(world, on=APRIL_1)

    found = {row.pk: told(row, purpose=Purpose.SUMMONS)[-1] for row in (meeting, other)}
    assert found == {
        meeting.pk: (date(2026, 4, 27), OPEN),
        other.pk: (date(2026, 5, 25), OPEN),
    }


@pytest.mark.django_db(transaction=True)
def test_day_noted_while_the_first_dates_are_set_waits_and_is_kept(world: World) -> None:
    meeting = world.second_meeting
    noted = partial(note, world, meeting, on=APRIL_1, noticed_on=APRIL_1)

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            one_at_a_time(world.organisation.pk)
            waiting: Future[None] = pool.submit(then_close, noted)
            with pytest.raises(StillWaiting):
                waiting.result(timeout=1)
            settle(world, on=APRIL_1)
        waiting.result(timeout=20)

    assert told(meeting, purpose=Purpose.NOTICE) == [(date(2026, 4, 20), MET)]

"""A meeting's own times: set by law and rules, done when noted, lifted when it is cancelled."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from accounts.roles import Role
from meetings.choices import MeetingKind, MeetingStatus
from meetings.models import Meeting
from parties.changes import Administering
from parties.models import AdministrationEvent
from tests.factories import cases, people
from tests.factories.cases import World, noon
from ärenden.actions.base import Doing
from ärenden.actions.meeting_days import DAYS, note_days
from ärenden.actions.planning import after_change, place_of
from ärenden.actions.recount import after_meeting_change
from ärenden.actions.rules import Heading, adopt, propose
from ärenden.choices import LAST_MOMENTS, DeadlineStatus, Purpose
from ärenden.deadlines import default_rules
from ärenden.deadlines.shapes import DaysBefore
from ärenden.exceptions import ActionRefused
from ärenden.models import Deadline

pytestmark = pytest.mark.django_db
APRIL_1 = date(2026, 4, 1)


@pytest.fixture
def world() -> World:
    return cases.world()


@pytest.fixture
def meeting(world: World) -> Meeting:
    """The council on 27 April, its times set on 1 April."""
    after_meeting_change(world.council, doing=world.doing(on=APRIL_1), why="planerat")
    return world.second_meeting


def days(**known: date) -> dict[str, date | None]:
    return dict.fromkeys(DAYS) | known


def due(meeting: Meeting, *, status: DeadlineStatus = DeadlineStatus.OPEN) -> dict[str, date]:
    """What is to be done for it; not the last moments that pass by themselves."""
    rows = meeting.deadlines.filter(status=status).exclude(purpose__in=LAST_MOMENTS)
    return {row.purpose: row.due_at.date() for row in rows}


def test_council_meeting_is_announced_and_summoned_to_a_week_before(meeting: Meeting) -> None:
    assert due(meeting) == {
        Purpose.NOTICE: date(2026, 4, 20),
        Purpose.SUMMONS: date(2026, 4, 20),
        Purpose.ADJUST: date(2026, 5, 11),
    }


def test_last_day_to_hand_in_stands_for_each_type(meeting: Meeting) -> None:
    rows = Deadline.objects.filter(meeting=meeting, purpose=Purpose.HAND_IN)

    assert {row.rule: row.due_at.date() for row in rows} == {
        "interpellation-inlamning": date(2026, 4, 20),
        "fraga-inlamning": date(2026, 4, 24),
    }


def test_extra_meeting_has_no_last_day_to_hand_in(world: World) -> None:
    extra = people.meeting(world.council, date(2026, 4, 20))
    Meeting.objects.filter(pk=extra.pk).update(kind=MeetingKind.EXTRA)

    after_meeting_change(world.council, doing=world.doing(on=APRIL_1), why="planerat")

    assert not extra.deadlines.filter(purpose=Purpose.HAND_IN).exists()


def test_last_moment_to_appeal_comes_with_the_announcement_and_passes(
    world: World, meeting: Meeting
) -> None:
    done = days(adjusted_on=date(2026, 5, 6), announced_on=date(2026, 5, 7))

    note_days(meeting=meeting, doing=world.doing(on=date(2026, 5, 7)), days=done)

    last = meeting.deadlines.get(purpose=Purpose.APPEAL)
    assert (last.due_at.date(), last.status) == (date(2026, 5, 28), DeadlineStatus.OPEN)
    after_meeting_change(world.council, doing=world.doing(on=date(2026, 6, 1)), why="planerat")
    last.refresh_from_db()
    assert (last.status, last.met_at) == (DeadlineStatus.MET, last.due_at)


def test_noted_day_ends_its_time_and_starts_the_next(world: World, meeting: Meeting) -> None:
    note_days(
        meeting=meeting,
        doing=world.doing(on=date(2026, 5, 7)),
        days=days(summoned_on=date(2026, 4, 17), adjusted_on=date(2026, 5, 6)),
    )

    assert due(meeting) == {
        Purpose.NOTICE: date(2026, 4, 20),
        Purpose.ANNOUNCE: date(2026, 5, 8),
        Purpose.DISPATCH: date(2026, 5, 13),
    }
    assert set(due(meeting, status=DeadlineStatus.MET)) == {Purpose.SUMMONS, Purpose.ADJUST}


def test_day_that_was_noted_by_mistake_lets_the_time_run_again(
    world: World, meeting: Meeting
) -> None:
    doing = world.doing(on=date(2026, 4, 18))
    note_days(meeting=meeting, doing=doing, days=days(summoned_on=date(2026, 4, 17)))

    note_days(meeting=meeting, doing=doing, days=days())

    assert due(meeting)[Purpose.SUMMONS] == date(2026, 4, 20)


def test_noted_days_stand_in_the_log(world: World, meeting: Meeting) -> None:
    doing = world.doing(on=date(2026, 4, 18))

    note_days(meeting=meeting, doing=doing, days=days(summoned_on=date(2026, 4, 17)))

    event = AdministrationEvent.objects.latest("pk")
    assert event.actor_name == world.registrar.name
    assert event.changes == [["Kallelsen skickad", "inget", "17 april 2026"]]


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"summoned_on": date(2026, 6, 2)}, "dagen kan inte vara efter i dag"),
        ({"adjusted_on": date(2026, 4, 20)}, "kan inte justeras före sammanträdet"),
        ({"announced_on": date(2026, 5, 7)}, "innan protokollet är justerat"),
        ({"removal_on": date(2026, 5, 29)}, "ange först vilken dag justeringen anslogs"),
        (
            {
                "adjusted_on": date(2026, 5, 6),
                "announced_on": date(2026, 5, 7),
                "removal_on": date(2026, 5, 28),
            },
            "överklagandetiden går ut först torsdag 28 maj",
        ),
    ],
)
def test_days_that_cannot_be_are_refused_in_words(
    world: World, meeting: Meeting, known: dict[str, date], said: str
) -> None:
    with pytest.raises(ActionRefused, match=said):
        note_days(meeting=meeting, doing=world.doing(on=date(2026, 6, 1)), days=days(**known))


def test_cancelled_meeting_has_no_times(world: World, meeting: Meeting) -> None:
    meeting.status = MeetingStatus.CANCELLED
    meeting.save()

    after_meeting_change(world.council, doing=world.doing(on=APRIL_1), why="ställdes in")

    assert due(meeting) == {}


def test_moved_meeting_takes_its_times_along(world: World, meeting: Meeting) -> None:
    meeting.held_on = date(2026, 5, 4)
    meeting.save()

    after_meeting_change(world.council, doing=world.doing(on=APRIL_1), why="flyttades")

    assert due(meeting)[Purpose.SUMMONS] == date(2026, 4, 27)


def moved(world: World, meeting: Meeting, to: date, *, on: date) -> str:
    """As the administration moves it."""
    meeting.refresh_from_db()
    before, meeting.held_on = place_of(meeting), to
    meeting.save()
    doing = Administering(organisation=world.organisation, by=world.registrar, at=noon(on))
    return after_change(meeting, before, doing=doing)


def test_what_was_done_for_the_old_day_is_to_be_done_for_the_new(
    world: World, meeting: Meeting
) -> None:
    done = days(noticed_on=date(2026, 4, 16), summoned_on=date(2026, 4, 17))
    note_days(meeting=meeting, doing=world.doing(on=date(2026, 4, 18)), days=done)
    Meeting.objects.filter(pk=meeting.pk).update(status=MeetingStatus.SUMMONED)

    said = moved(world, meeting, date(2026, 5, 8), on=date(2026, 4, 20))

    assert said == "Sammanträdet har en ny dag: tillkännage det och skicka kallelsen på nytt"
    assert due(meeting) == {
        Purpose.NOTICE: date(2026, 5, 1),
        Purpose.SUMMONS: date(2026, 5, 1),
        Purpose.ADJUST: date(2026, 5, 22),
    }
    assert due(meeting, status=DeadlineStatus.MET) == {}
    meeting.refresh_from_db()
    assert (meeting.summoned_on, meeting.status) == (None, MeetingStatus.PLANNED)
    assert Deadline.objects.get(purpose=Purpose.SUMMONS, status="open").replaces.due_at.date() == (
        date(2026, 4, 20)
    )


def test_what_was_done_for_the_old_day_stands_in_the_log(world: World, meeting: Meeting) -> None:
    done = days(summoned_on=date(2026, 4, 17))
    note_days(meeting=meeting, doing=world.doing(on=date(2026, 4, 18)), days=done)

    moved(world, meeting, date(2026, 5, 8), on=date(2026, 4, 20))

    event = AdministrationEvent.objects.latest("pk")
    assert event.changes == [["Kallelsen skickad", "17 april 2026", "inget"]]
    assert event.summary == (
        "Vad som var gjort för kommunfullmäktige 27 april 2026 gäller inte den nya dagen"
    )


def test_mended_day_of_a_meeting_that_was_held_keeps_what_was_done(
    world: World, meeting: Meeting
) -> None:
    done = days(summoned_on=date(2026, 4, 17))
    note_days(meeting=meeting, doing=world.doing(on=date(2026, 4, 30)), days=done)

    said = moved(world, meeting, date(2026, 4, 28), on=date(2026, 5, 2))

    meeting.refresh_from_db()
    assert (said, meeting.summoned_on) == ("", date(2026, 4, 17))
    assert due(meeting, status=DeadlineStatus.MET) == {Purpose.SUMMONS: date(2026, 4, 20)}


def test_last_day_to_hand_in_that_ran_out_runs_to_the_new_meeting(
    world: World, meeting: Meeting
) -> None:
    after_meeting_change(world.council, doing=world.doing(on=date(2026, 4, 26)), why="planerat")

    moved(world, meeting, date(2026, 5, 25), on=date(2026, 4, 26))

    rows = Deadline.objects.filter(meeting=meeting, rule="interpellation-inlamning")
    assert [(row.due_at.date(), row.status) for row in rows] == [
        (date(2026, 4, 20), DeadlineStatus.REPLACED),
        (date(2026, 5, 18), DeadlineStatus.OPEN),
    ]


def test_board_is_summoned_by_its_own_rules_and_not_announced(world: World) -> None:
    board = people.meeting(world.board, date(2026, 4, 15))

    after_meeting_change(world.board, doing=world.doing(on=APRIL_1), why="planerat")

    assert due(board) == {
        Purpose.SUMMONS: date(2026, 4, 8),
        Purpose.ADJUST: date(2026, 4, 29),
    }


def test_secretary_of_another_body_may_not_note_days(world: World, meeting: Meeting) -> None:
    other = people.user(world.organisation, Role.COMMITTEE_SECRETARY, of=world.board)

    with pytest.raises(PermissionDenied):
        note_days(
            meeting=meeting, doing=Doing(by=other, at=world.doing(on=APRIL_1).at), days=days()
        )


def test_adopted_rules_move_the_last_day_to_hand_in_of_meetings_that_they_govern(
    world: World, meeting: Meeting
) -> None:
    doing = Administering(organisation=world.organisation, by=world.registrar, at=noon(APRIL_1))
    rules = default_rules(APRIL_1)
    stricter = replace(rules.rule("interpellation-inlamning"), shape=DaysBefore(n=10))
    heading = Heading(title="Ny ordning", first=APRIL_1, decided_on=APRIL_1)

    adopt(propose(heading, rules.with_rules([stricter]).rules, doing=doing), doing=doing)

    rows = Deadline.objects.filter(meeting=meeting, rule=stricter.key)
    assert rows.get(status=DeadlineStatus.OPEN).due_at.date() == date(2026, 4, 17)
    assert rows.get(status=DeadlineStatus.REPLACED).due_at.date() == date(2026, 4, 20)


@pytest.mark.parametrize("field", ["announced_on", "removal_on"])
def test_database_refuses_a_day_without_the_one_before_it(meeting: Meeting, field: str) -> None:
    setattr(meeting, field, date(2026, 5, 20))

    with pytest.raises(IntegrityError):
        meeting.save()

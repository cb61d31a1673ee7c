"""What stands in a calendar, read back with the library."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.utils import timezone
from icalendar import Calendar, Event

from accounts.roles import Role
from kernel.dates import full_date
from meetings.choices import MeetingKind, MeetingMode, MeetingStatus
from meetings.models import Meeting
from tests.arenden.calendars.feeding import about, body_feed, fetched, of_meeting
from tests.arenden.web import acting
from tests.factories import people
from tests.factories.cases import World
from ärenden.actions.deadline_moves import move_deadline, waive_deadline
from ärenden.actions.endings import annul
from ärenden.actions.recount import after_meeting_change
from ärenden.choices import DeadlineCause, Purpose
from ärenden.deadlines import STOCKHOLM
from ärenden.web.calendars.ical import SUMMER_AND_WINTER

pytestmark = pytest.mark.django_db
TITLE = "Besvaras: Interpellation om bänkarna i parken (KS 2026/00001)"
EVENING = time(18, 30)
YEARS = range(2020, 2041)


@pytest.fixture
def world() -> World:
    made = acting.world()
    Meeting.objects.filter(pk=made.second_meeting.pk).update(starts_at=EVENING, place="Folkets hus")
    made.second_meeting.refresh_from_db()
    return made


def told(event: Event) -> dict[str, Any]:
    """The fields that a person sees or a program judges by."""
    found = {key: event.decoded(key) for key in ("SUMMARY", "DTSTART", "STATUS")}
    return {
        key: value.decode() if isinstance(value, bytes) else value for key, value in found.items()
    }


def at(day: date, clock: time = EVENING) -> datetime:
    return datetime.combine(day, clock, tzinfo=STOCKHOLM)


def test_meeting_stands_at_its_time_and_place(world: World) -> None:
    meeting = world.second_meeting

    event = of_meeting(body_feed(world), meeting)

    start = at(meeting.held_on)
    assert told(event) == {
        "SUMMARY": "Kommunfullmäktige",
        "DTSTART": start,
        "STATUS": "CONFIRMED",
    }
    assert event.decoded("DTEND") == start + timedelta(hours=3)
    assert event["LOCATION"] == "Folkets hus"
    assert event["URL"].endswith(f"/sammantraden/{meeting.public_id}/")


def test_meeting_without_a_time_takes_the_day(world: World) -> None:
    meeting = world.first_meeting

    event = of_meeting(body_feed(world), meeting)

    assert event.decoded("DTSTART") == meeting.held_on
    assert "Klockslaget är inte bestämt." in event["DESCRIPTION"]


def test_meeting_that_was_held_ends_when_it_did(world: World) -> None:
    meeting = world.first_meeting
    ended = at(meeting.held_on, time(21, 10))
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=EVENING, ended_at=ended)

    assert of_meeting(body_feed(world), meeting).decoded("DTEND") == ended


def test_moved_meeting_is_the_same_event_on_another_day(world: World) -> None:
    row, meeting = body_feed(world), world.second_meeting
    before = of_meeting(row, meeting)

    meeting.held_on += timedelta(days=1)
    meeting.save()
    after = of_meeting(row, meeting)

    assert after.decoded("DTSTART") == before.decoded("DTSTART") + timedelta(days=1)
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after.decoded("LAST-MODIFIED") >= before.decoded("LAST-MODIFIED")


@pytest.mark.parametrize(
    "told",
    [
        {"place": "Stadshuset"},
        {"mode": MeetingMode.REMOTE},
        {"kind": MeetingKind.EXTRA},
        {"starts_at": time(9)},
    ],
    ids=str,
)
def test_whatever_is_told_of_a_meeting_raises_its_revision(
    world: World, told: dict[str, Any]
) -> None:
    row, meeting = body_feed(world), world.second_meeting
    before = of_meeting(row, meeting)

    Meeting.objects.filter(pk=meeting.pk).update(**told)
    after = of_meeting(row, meeting)

    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after.to_ical() != before.to_ical()


def test_revision_never_falls_when_an_older_row_is_saved(world: World) -> None:
    meeting = world.second_meeting
    stale = Meeting.objects.get(pk=meeting.pk)
    Meeting.objects.filter(pk=meeting.pk).update(place="Stadshuset")

    stale.place = "Stadshuset"
    stale.save()
    meeting.refresh_from_db()

    assert meeting.revision == stale.revision + 1


def test_cancelled_meeting_is_struck_out(world: World) -> None:
    row, meeting = body_feed(world), world.second_meeting
    before = of_meeting(row, meeting)

    Meeting.objects.filter(pk=meeting.pk).update(status=MeetingStatus.CANCELLED)
    after = of_meeting(row, meeting)

    assert told(after) == told(before) | {
        "SUMMARY": "Inställt. Kommunfullmäktige",
        "STATUS": "CANCELLED",
    }
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1


def test_deadline_tells_what_why_and_by_which_rule(world: World) -> None:
    case = acting.permitted(world)
    deadline = case.deadlines.get(purpose=Purpose.ANSWER)

    [event] = about(body_feed(world), TITLE)

    assert event.decoded("DTSTART") == timezone.localdate(deadline.due_at)
    assert event["DESCRIPTION"].split("\n")[:2] == [deadline.explanation, deadline.source]
    assert event["URL"].endswith(acting.case_url(case))
    assert (event["CLASS"], event["TRANSP"]) == ("PRIVATE", "TRANSPARENT")


def test_deadline_with_a_time_of_day_stands_at_it(world: World) -> None:
    case = acting.permitted(world)
    noon = at(acting.today() + timedelta(days=30), time(12))
    case.deadlines.filter(purpose=Purpose.ANSWER).update(due_at=noon)

    [event] = about(body_feed(world), TITLE)

    assert event.decoded("DTSTART") == noon


def test_moved_deadline_strikes_out_the_old_day(world: World) -> None:
    row, case = body_feed(world), acting.permitted(world)
    deadline = case.deadlines.get(purpose=Purpose.ANSWER)
    [before] = about(row, TITLE)
    to = acting.today() + timedelta(days=45)

    move_deadline(
        case=case,
        doing=acting.now(world),
        deadline=deadline,
        to=to,
        cause=DeadlineCause.EXTENSION,
        reason="Sjukdom",
    )
    old, new = about(row, TITLE)

    assert (old["UID"], old["STATUS"], new["STATUS"]) == (before["UID"], "CANCELLED", "CONFIRMED")
    assert old["SUMMARY"] == f"Gäller inte längre. {new['SUMMARY']}"
    assert new.decoded("DTSTART") == to
    assert f"Fristen var först {full_date(before.decoded('DTSTART'))}." in new["DESCRIPTION"]
    assert "Sjukdom" not in fetched(row).content.decode()
    assert min(old["SEQUENCE"], new["SEQUENCE"]) > before["SEQUENCE"]


def test_waived_deadline_is_struck_out(world: World) -> None:
    row, case = body_feed(world), acting.permitted(world)
    deadline = case.deadlines.get(purpose=Purpose.ANSWER)

    waive_deadline(case=case, doing=acting.now(world), deadline=deadline, reason="Behövs inte")
    [event] = about(row, TITLE)

    assert event["STATUS"] == "CANCELLED"


def test_deadlines_follow_a_meeting_that_is_moved(world: World) -> None:
    acting.permitted(world)
    row = body_feed(world)
    [before] = about(row, TITLE)
    later = world.second_meeting.held_on + timedelta(days=7)
    Meeting.objects.filter(pk=world.second_meeting.pk).update(held_on=later)

    after_meeting_change(world.council, doing=acting.now(world), why="Sammanträdet flyttades")
    old, new = about(row, TITLE)

    assert (old["UID"], old["STATUS"]) == (before["UID"], "CANCELLED")
    assert new.decoded("DTSTART") == later
    assert of_meeting(row, world.second_meeting)["SEQUENCE"] == 2


def test_meetings_own_deadline_is_for_those_who_work_with_it(world: World) -> None:
    meeting = world.second_meeting
    meeting.deadlines.create(
        purpose=Purpose.SUMMONS,
        due_at=timezone.now(),
        original_due_at=timezone.now(),
        explanation="Kallelsen skickas en vecka före.",
        set_at=timezone.now(),
        set_by_name="Rut Registrator",
    )
    member = people.user(world.organisation, Role.COUNCILLOR, person=world.asker)

    [event] = about(body_feed(world), "Kallelse skickas")

    assert event["SUMMARY"].endswith(f": kommunfullmäktige {full_date(meeting.held_on)}")
    assert event["URL"].endswith(f"/sammantraden/{meeting.public_id}/")
    assert about(body_feed(world, member), "Kallelse skickas") == []


def test_deadline_that_was_met_says_when(world: World) -> None:
    acting.answered(world)

    [event] = about(body_feed(world), TITLE)

    assert event["SUMMARY"].startswith(f"Klart {full_date(acting.today() - timedelta(days=7))}. ")


def test_annulled_case_is_struck_out_for_staff(world: World) -> None:
    case = acting.permitted(world)

    annul(case=case, doing=acting.now(world), reason="Fel register")
    [event] = about(body_feed(world), TITLE)

    assert told(event)["STATUS"] == "CANCELLED"


def test_what_has_ended_leaves_after_a_while(world: World) -> None:
    row, case = body_feed(world), acting.answered(world)
    assert len(about(row, TITLE)) == 1

    case.deadlines.update(ended_at=timezone.now() - timedelta(days=91))

    assert about(row, TITLE) == []


def test_late_deadline_stays_however_old(world: World) -> None:
    case = acting.permitted(world)
    case.deadlines.filter(purpose=Purpose.ANSWER).update(
        due_at=timezone.now() - timedelta(days=400)
    )

    assert len(about(body_feed(world), TITLE)) == 1


def test_calendar_is_named_and_says_how_often_to_ask(world: World) -> None:
    calendar = Calendar.from_ical(fetched(body_feed(world)).content)

    assert calendar["X-WR-CALNAME"] == "Kommunfullmäktige, Provby kommun"
    assert calendar["X-PUBLISHED-TTL"] == "PT1H"
    assert [each["TZID"] for each in calendar.walk("VTIMEZONE")] == ["Europe/Stockholm"]


def test_lines_are_folded_and_bytes_are_the_same_each_time(world: World) -> None:
    acting.permitted(world)
    row = body_feed(world)

    content = fetched(row).content

    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert fetched(row).content == content


def test_zone_gives_the_summer_and_winter_time_of_stockholm() -> None:
    zone = SUMMER_AND_WINTER.to_tz()
    noons = [datetime(year, month, 28, 12, tzinfo=UTC) for year in YEARS for month in range(1, 13)]

    assert [noon.astimezone(zone).hour for noon in noons] == [
        noon.astimezone(STOCKHOLM).hour for noon in noons
    ]

"""A row's next date: late is told by words, and only what an open case waits for is told."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from meetings.choices import MeetingStatus
from tests.factories import cases
from tests.factories.cases import World
from ärenden.actions.endings import withdraw
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import announce, permit
from ärenden.models import Case
from ärenden.queries.lists import facets, listed
from ärenden.web.lists.rows import Row, row_of

pytestmark = pytest.mark.django_db


def waiting(world: World) -> Case:
    """Allowed on 30 March, so to be answered on 27 April and with the office on the 20th."""
    case = cases.registered_case(world)
    doing, sitting = world.doing(on=date(2026, 3, 30)), Sitting(meeting=world.first_meeting)
    permit(case=case, doing=doing, sitting=sitting)
    return case


def at(day: date, hour: int = 8) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=ZoneInfo("Europe/Stockholm"))


def row(world: World, now: datetime) -> Row:
    return row_of(listed(Case.objects.all()).get(), organisation=world.organisation.slug, now=now)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 4, 1), ("20 april", "svar", "")),
        (date(2026, 4, 17), ("Om 3 dagar", "svar 20 april", "soon")),
        (date(2026, 4, 20), ("I dag", "svar", "soon")),
        (date(2026, 4, 19), ("I morgon", "svar 20 april", "soon")),
        (date(2026, 4, 21), ("I går", "svar 20 april", "late")),
        (date(2026, 4, 24), ("4 dagar sen", "svar 20 april", "late")),
        (date(2027, 4, 20), ("365 dagar sen", "svar 20 april 2026", "late")),
    ],
)
def test_next_date_is_told_from_today(day: date, expected: tuple[str, str, str]) -> None:
    world = cases.world()
    waiting(world)

    shown = row(world, at(day))

    assert (shown.date_text, shown.date_note, shown.tone) == expected


def test_finished_case_waits_for_nothing() -> None:
    world = cases.world()
    withdraw(case=waiting(world), doing=world.doing(on=date(2026, 4, 1)), on=date(2026, 4, 1))

    shown = row(world, at(date(2026, 5, 1)))

    assert (shown.date_note, shown.tone) == ("", "")


def test_cancelled_meeting_is_no_next_date() -> None:
    world = cases.world()
    case, doing = cases.registered_case(world), world.doing(on=date(2026, 3, 1))
    announce(case=case, doing=doing, meeting=world.first_meeting)
    told = [row(world, at(date(2026, 3, 2))).date_note]

    world.first_meeting.status = MeetingStatus.CANCELLED
    world.first_meeting.save()

    told.append(row(world, at(date(2026, 3, 2))).date_note)
    assert told == ["sammanträde", ""]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 4, 12), {}),
        (date(2026, 4, 14), {"inom-sju-dagar": 1}),
        (date(2026, 5, 4), {"forsenade": 1}),
    ],
)
def test_late_and_near_cases_are_counted_from_now(day: date, expected: dict[str, int]) -> None:
    waiting(cases.world())

    counted = facets(lambda _: Case.objects.all(), shown={}, now=at(day))

    assert {each.key: each.count for each in counted if each.group == "frist"} == expected


def test_names_stand_with_the_party_in_print() -> None:
    world = cases.world()
    cases.registered_case(
        world,
        signatories=[
            cases.name_of(world.asker, party="(V)"),
            cases.name_of(world.asker, party="(–)"),
            cases.name_of(world.asker),
        ],
    )

    shown = row(world, at(cases.TODAY))

    assert [(who.has_party, who.party_abbr, who.party_class) for who in shown.askers] == [
        (True, "V", "p-v"),
        (True, "", "p-none"),
        (False, "", "p-none"),
    ]

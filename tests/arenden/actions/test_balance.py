"""Motionsbalans: written for a meeting, frozen as tabled, noted in every case when told."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction

from accounts.roles import Role
from meetings.models import Meeting
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.balance import freeze, note_told, write_note
from ärenden.actions.endings import withdraw
from ärenden.actions.meetings import Sitting
from ärenden.actions.preparation import prepare, raise_case
from ärenden.actions.secrecy import NewMark, mark_secrecy
from ärenden.actions.values import Name
from ärenden.choices import AgentKind, CaseType, DeadlineStatus, Proposed
from ärenden.exceptions import ActionRefused
from ärenden.models import BalanceNote, Case, MotionReport, ReportedMotion

pytestmark = pytest.mark.django_db

RAISED, TABLED = date(2025, 9, 29), date(2026, 4, 27)
BEFORE, AFTER = date(2026, 4, 1), date(2026, 4, 28)


def raised(world: World, *, on: date = RAISED, **changes: Any) -> Case:
    case = cases.motion(world, on=on, received_on=on, **changes)
    meeting = Meeting.objects.filter(body=world.council, held_on=on).first()
    sitting = Sitting(meeting=meeting or people.meeting(world.council, on))
    raise_case(case=case, doing=world.doing(on=on), sitting=sitting, raised_on=None)
    return case


def frozen(world: World, *, on: date = BEFORE) -> MotionReport:
    return freeze(council=world.council, meeting=world.second_meeting, doing=world.doing(on=on))


def told(world: World, report: MotionReport, *, paragraph: int | None = 12) -> list[str]:
    return note_told(report=report, doing=world.doing(on=AFTER), paragraph=paragraph)


def year_of(case: Case) -> str:
    return str(case.deadlines.get().status)


def test_report_holds_the_open_motions_as_they_were_the_oldest_first() -> None:
    world = cases.world()
    young = raised(world, on=date(2026, 3, 2), title="Motion om nya lekplatser")
    old = raised(world)
    prepare(case=old, doing=world.doing(on=date(2025, 10, 6)), body=world.board, on=RAISED)
    cases.motion(world, title="Motion som inte är väckt")

    report = frozen(world)

    assert [row.case for row in report.motions.all()] == [old, young]
    first = report.motions.first()
    assert first is not None
    told_of = (first.number, first.title, first.signers, first.raised_on, first.year_ends_on)
    assert told_of == (old.dnr, old.title, ["Frida Fråga (V)"], RAISED, date(2026, 9, 29))
    assert first.place == "Bereds av kommunstyrelsen sedan 29 september 2025"
    assert (first.shown, first.proposed) == ("Inget yttrande är begärt än.", Proposed.CONTINUE)
    assert (report.as_of, report.frozen_by_name) == (TABLED, world.registrar.name)


def test_what_was_written_is_frozen_and_the_next_report_begins_anew() -> None:
    world = cases.world()
    case = raised(world)
    write_note(
        case=case, doing=world.doing(), shown=" Utredd klart.\r\n", proposed=Proposed.WRITE_OFF
    )

    report = frozen(world)

    row = report.motions.get()
    assert (row.shown, row.proposed) == ("Utredd klart.", Proposed.WRITE_OFF)
    assert not BalanceNote.objects.exists()


def test_nothing_written_is_nothing_kept() -> None:
    world = cases.world()
    case = raised(world)
    for shown in ("Utredd.", " "):
        write_note(case=case, doing=world.doing(), shown=shown, proposed=Proposed.CONTINUE)

    assert not BalanceNote.objects.exists()


def test_secret_case_stands_in_no_public_report() -> None:
    world = cases.world()
    case, secret = raised(world), raised(world, title="Motion om skyddsrum")
    new = NewMark(row=secret, provision="prov", authority="Kommunstyrelsen")
    mark_secrecy(case=secret, doing=world.doing(), new=new)

    assert [row.case for row in frozen(world).motions.all()] == [case]


def test_resident_is_not_named() -> None:
    world = cases.world()
    resident = Name(name="Nils Granne", kind=AgentKind.PUBLIC)
    raised(world, case_type=CaseType.CITIZEN_PROPOSAL, signatories=[resident])

    assert frozen(world).motions.get().signers == ["Enskild person"]


def test_report_that_was_told_leaves_an_event_in_each_case() -> None:
    world = cases.world()
    case = raised(world)
    report = frozen(world)

    left = told(world, report)

    event = case.events.first()
    assert event is not None
    assert left == []
    assert event.summary == (
        "Redovisades i motionsbalansen, kommunfullmäktige måndag 27 april 2026 § 12"
    )
    assert (event.happened_on, event.reason) == (TABLED, "Beredningen har inte börjat.")
    report.refresh_from_db()
    assert report.minutes_item is not None
    assert (str(report.minutes_item), report.told_by_name) == ("§ 12", world.registrar.name)


def test_only_a_year_that_ends_before_the_next_report_is_met() -> None:
    world = cases.world()
    people.meeting(world.council, date(2026, 10, 26))
    ending, young = raised(world), raised(world, on=date(2026, 3, 2), title="Motion om lek")

    told(world, frozen(world))

    assert (year_of(ending), year_of(young)) == (DeadlineStatus.MET, DeadlineStatus.OPEN)


def test_motion_that_ended_meanwhile_is_left_and_told_of() -> None:
    world = cases.world()
    case = raised(world)
    report = frozen(world)
    withdraw(case=case, doing=world.doing(on=date(2026, 4, 20)), on=date(2026, 4, 20))

    [left] = told(world, report)

    assert left.startswith(f"{case.dnr} {case.title}: ")
    assert "motionsbalansen" not in str(case.events.first())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"held_on": date(2026, 5, 25)}, "Sammanträdet har inte hållits än"),
        ({"status": "cancelled"}, "Sammanträdet är inställt"),
    ],
)
def test_report_is_not_told_by_a_meeting_that_was_not_held(change: Any, said: str) -> None:
    world = cases.world()
    raised(world)
    report = frozen(world)
    Meeting.objects.filter(pk=world.second_meeting.pk).update(**change)

    with pytest.raises(ActionRefused, match=said):
        told(world, report)


def test_report_is_told_once_a_meeting() -> None:
    world = cases.world()
    raised(world)
    first, again = frozen(world), frozen(world)
    told(world, again)

    for report in (first, again):
        with pytest.raises(ActionRefused, match="redan antecknad"):
            told(world, report)
    with pytest.raises(ActionRefused, match="redan redovisats"):
        frozen(world, on=TABLED)


def test_paragraph_of_another_case_is_refused_and_nothing_is_noted() -> None:
    world = cases.world()
    case = raised(world)
    other = cases.motion(world, title="Motion om lek")
    raise_case(
        case=other,
        doing=world.doing(on=AFTER),
        sitting=Sitting(meeting=world.second_meeting, paragraph=12),
        raised_on=None,
    )
    report = frozen(world)

    with pytest.raises(ActionRefused, match="§ 12 finns redan"):
        told(world, report)

    report.refresh_from_db()
    assert (report.told_at, year_of(case)) == (None, DeadlineStatus.OPEN)


def test_no_open_motion_is_no_report() -> None:
    with pytest.raises(ActionRefused, match="Ingen motion är obesvarad"):
        frozen(cases.world())


def test_meeting_that_was_held_gets_no_report() -> None:
    world = cases.world()
    raised(world)

    with pytest.raises(ActionRefused, match="Välj ett kommande sammanträde"):
        frozen(world, on=AFTER)


def test_officer_writes_but_does_not_freeze() -> None:
    world = cases.world()
    case = raised(world)
    doing = world.doing(by=people.user(world.organisation, Role.OFFICER))
    write_note(case=case, doing=doing, shown="Utredd.", proposed=Proposed.CONTINUE)

    with pytest.raises(PermissionDenied):
        freeze(council=world.council, meeting=world.second_meeting, doing=doing)

    assert BalanceNote.objects.get().written_by_name == doing.by.name


@pytest.mark.parametrize(
    "statement",
    [
        "update arenden_motionreport set as_of = as_of + 1",
        "delete from arenden_motionreport",
        "update arenden_reportedmotion set shown = 'annat'",
        "delete from arenden_reportedmotion",
    ],
)
def test_frozen_report_is_never_changed(statement: str) -> None:
    world = cases.world()
    raised(world)
    frozen(world)

    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(statement)

    assert ReportedMotion.objects.get().shown == "Beredningen har inte börjat."


@pytest.mark.django_db(transaction=True)
def test_frozen_report_is_never_added_to() -> None:
    world = cases.world()
    raised(world)
    row = frozen(world).motions.get()
    row.pk, row.position = None, 2

    with pytest.raises(DatabaseError, match="never added to"), transaction.atomic():
        row.save(force_insert=True)

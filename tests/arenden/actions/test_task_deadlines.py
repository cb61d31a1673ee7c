"""A task that a decision gives is waited for on its day, each task on its own."""

from datetime import date

import pytest

from parties.changes import Administering
from tests.arenden.web import acting
from tests.factories.cases import World
from ärenden.actions.closed_days import close
from ärenden.actions.deadline_moves import move_deadline
from ärenden.actions.minutes import NewTask, add_task, report_task
from ärenden.choices import DatePrecision, DeadlineCause, DeadlineStatus, Purpose
from ärenden.models import Case, Deadline

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return acting.world()


def task_of(world: World, case: Case, **known: object) -> Deadline | None:
    new = NewTask(responsible="Miljöchefen", text="Utred bänkarna", **known)
    return add_task(case=case, doing=acting.now(world), new=new).deadlines.first()


def test_task_is_due_on_its_day(world: World) -> None:
    due = task_of(world, acting.decided(world), due_on=date(2027, 9, 30))

    assert (due.purpose, due.due_at.date()) == (Purpose.REPORT, date(2027, 9, 30))
    assert due.explanation == "Miljöchefen ska redovisa uppdraget torsdag 30 september 2027."


def test_task_of_a_month_is_due_on_its_last_working_day(world: World) -> None:
    due = task_of(
        world,
        acting.decided(world),
        due_on=date(2027, 10, 1),
        due_precision=DatePrecision.MONTH,
    )

    assert due.due_at.date() == date(2027, 10, 29)
    assert due.rule == "uppdrag"


def test_task_without_a_day_has_no_deadline(world: World) -> None:
    assert task_of(world, acting.decided(world)) is None


def test_each_task_is_met_by_its_own_report(world: World) -> None:
    case = acting.decided(world)
    first, second = (task_of(world, case, due_on=date(2027, 9, day)) for day in (1, 2))

    report_task(task=first.task, doing=acting.now(world), report="Klart", on=acting.today())

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == (DeadlineStatus.MET, DeadlineStatus.OPEN)


def test_moved_task_has_one_day_also_in_a_decided_case(world: World) -> None:
    case = acting.decided(world)
    due = task_of(world, case, due_on=date(2027, 9, 1))

    move_deadline(
        case=case,
        doing=acting.now(world),
        deadline=due,
        to=date(2027, 10, 1),
        cause=DeadlineCause.EXTENSION,
        reason="Utredaren är sjuk",
    )

    running = case.deadlines.get(status=DeadlineStatus.OPEN, purpose=Purpose.REPORT)
    assert (running.replaces, running.due_at.date()) == (due, date(2027, 10, 1))
    assert case.tasks.get().due_on == date(2027, 10, 1)
    assert case.events.first().summary == (
        "Fristen flyttades till 1 oktober 2027: redovisas (Miljöchefen)"
    )


def test_closed_days_move_the_end_of_the_month_and_tell_the_case(world: World) -> None:
    case = acting.decided(world)
    month = {"due_on": date(2027, 10, 1), "due_precision": DatePrecision.MONTH}
    task_of(world, case, **month)
    doing = Administering(
        organisation=world.organisation, by=world.registrar, at=acting.now(world).at
    )

    moved = close({date(2027, 10, 29): "flytten"}, doing=doing)

    running = case.deadlines.get(status=DeadlineStatus.OPEN, purpose=Purpose.REPORT)
    assert (moved, running.due_at.date()) == (1, date(2027, 10, 28))
    assert case.events.first().summary == (
        "Frister räknades om: redovisas (Miljöchefen) 28 oktober 2027 (var 29 oktober 2027)"
    )

"""Each is told of a move from the date that she knows, and of none that is no news to her."""

from datetime import date, timedelta

import pytest
from django.core import mail

from tests.arenden.reminders.making import DUE, SENT, Reminded, at, due, reminded, run
from ärenden.actions.reminders.planning import plan
from ärenden.models import Reminder

pytestmark = pytest.mark.django_db
APRIL_8, APRIL_9 = date(2026, 4, 8), date(2026, 4, 9)
TYPO, RIGHT = date(2026, 5, 19), date(2026, 5, 18)
MOVED = "Datumet har flyttats. Det var {}."


def moved(those: Reminded, to: date, *, on: date) -> None:
    """Moved, and the planner has been there; nothing is sent."""
    due(those, to, set_on=on)
    plan(at(on, 12, 1))


def told() -> list[str]:
    lines = (line for message in mail.outbox for line in message.body.splitlines())
    return [line.strip() for line in lines if line.strip().startswith("Datumet har flyttats")]


def test_mended_typo_is_told_as_a_move_from_the_first_date() -> None:
    those = reminded()
    due(those)
    moved(those, TYPO, on=APRIL_8)
    moved(those, RIGHT, on=APRIL_8)

    run(at(APRIL_8, 13))

    assert told() == [MOVED.format("måndag 20 april 2026")] * 2


def test_typo_that_is_taken_back_before_anyone_heard_is_not_told() -> None:
    those = reminded()
    due(those)
    moved(those, TYPO, on=APRIL_8)
    moved(those, DUE, on=APRIL_8)

    assert run(at(APRIL_8, 13)) == []
    assert Reminder.objects.filter(rule__trigger="moved", status="waiting").count() == 0


def test_typo_that_went_out_is_told_as_mended() -> None:
    those = reminded()
    due(those)
    moved(those, TYPO, on=APRIL_8)
    run(at(APRIL_8, 13))
    moved(those, DUE, on=APRIL_9)

    run(at(APRIL_9, 13))

    assert told()[2:] == [MOVED.format("tisdag 19 maj 2026")] * 2


def test_date_that_everyone_has_been_told_since_is_no_move() -> None:
    those = reminded()
    due(those)
    run(at(SENT[0], 7, 30))
    before = len(mail.outbox)
    moved(those, TYPO, on=SENT[0] + timedelta(days=3))
    moved(those, DUE, on=SENT[0] + timedelta(days=3))

    assert run(at(SENT[0] + timedelta(days=3), 13)) == []
    assert (before, told()) == (2, [])

"""A proposal is tried on the council's meetings, and on a day that is only imagined."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kernel.dates import long_date
from tests.arenden.web.administration.desk import Desk, desk
from tests.arenden.web.administration.test_rules import HAND_IN, KEY, proposed
from tests.factories import people
from ärenden.models import RuleSet

pytestmark = pytest.mark.django_db
A_DAY = timedelta(days=1)


def changed(at: Desk) -> RuleSet:
    """Ten days before, where the rules in force say seven."""
    row = proposed(at)
    at.send(
        "admin_rule", HAND_IN | {"n": "10", "unit": "days", "at": ""}, rules=row.public_id, rule=KEY
    )
    return row


def test_each_meeting_shows_what_changes_and_why() -> None:
    at = desk()
    row, day = changed(at), timezone.localdate() + 30 * A_DAY
    people.meeting(at.world.council, day)

    page = at.get("admin_rules_trial", rules=row.public_id)

    assert f"Kommunfullmäktige {long_date(day)}" in page
    assert f"<s>{long_date(day - 7 * A_DAY)}</s>" in page
    assert f"<b>{long_date(day - 10 * A_DAY)}</b>" in page
    assert "tio dagar före kommunfullmäktige" in page
    assert "1 datum ändras" in page


def test_imagined_day_is_tried_alone() -> None:
    at = desk()
    row = changed(at)
    path = at.path("admin_rules_trial", rules=row.public_id)

    page = at.client.get(path, {"dag": "2031-06-16"}).content.decode()
    wrong = at.client.get(path, {"dag": "snart"}).content.decode()

    assert "Kommunfullmäktige måndag 16 juni 2031" in page
    assert "<b>fredag 6 juni 2031</b>" in page
    assert "Skriv datumet som" in wrong


def test_number_of_questions_to_the_database_does_not_grow_with_the_meetings() -> None:
    at = desk()
    row = changed(at)
    counts = []
    for number in (1, 9):
        for each in range(number):
            people.meeting(at.world.council, timezone.localdate() + (number + each) * 7 * A_DAY)
        with CaptureQueriesContext(connection) as asked:
            at.get("admin_rules_trial", rules=row.public_id)
        counts.append(len(asked))

    assert counts[0] == counts[1]

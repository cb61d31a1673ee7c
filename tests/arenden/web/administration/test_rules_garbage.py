"""Garbage in the forms and addresses of the rules: refused in words, never a fault."""

import pytest

from tests.arenden.web.administration.desk import desk
from tests.arenden.web.administration.test_rules import HAND_IN, HEADING, KEY, SEASON, proposed
from tests.security.test_hostile_input import GARBAGE

pytestmark = pytest.mark.django_db
FINE = {200, 302, 422}


@pytest.mark.parametrize("garbage", GARBAGE)
def test_rule_and_heading_take_any_text(garbage: str) -> None:
    at = desk()
    row = proposed(at)
    shapes = (HAND_IN, HAND_IN | SEASON)
    fields = [fields | {name: garbage} for fields in shapes for name in fields]

    told = {
        at.send("admin_rule", each, rules=row.public_id, rule=KEY).status_code for each in fields
    }
    for name in HEADING:
        told.add(
            at.send(
                "admin_rules_heading", HEADING | {name: garbage}, rules=row.public_id
            ).status_code
        )

    assert told <= FINE


@pytest.mark.parametrize("garbage", [*GARBAGE, "1000-01-01", "2999-12-31"])
def test_tried_day_shown_year_and_closed_days_take_any_text(garbage: str) -> None:
    at = desk()
    trial = at.path("admin_rules_trial", rules=proposed(at).public_id)

    told = {
        at.client.get(trial, {"dag": garbage}).status_code,
        at.client.get(at.path("admin_closed_days"), {"ar": garbage}).status_code,
        at.send("admin_closed_days_new", {"days": f"{garbage} stängt"}).status_code,
    }

    assert told <= FINE

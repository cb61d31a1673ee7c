"""Rules and closed days that came beside other rows are those that a query of their own finds."""

from datetime import date

import pytest

from kernel.periods import period
from tests.factories import cases, people
from tests.factories.cases import noon
from ärenden.deadlines import default_rules, to_json
from ärenden.models import Case, ClosedDay, RuleSet
from ärenden.queries.desk import meetings_ahead, timetable_of
from ärenden.queries.prospects import Timetable
from ärenden.queries.rules import rules_told

pytestmark = pytest.mark.django_db

FIRST, SECOND = date(2020, 1, 1), date(2026, 1, 1)


def adopted(world: cases.World, title: str, first: date, end: date | None) -> None:
    RuleSet.objects.create(
        organisation=world.organisation,
        title=title,
        decided_on=first,
        period=period(first, end),
        rules=to_json(default_rules(first).rules),
        written_at=noon(),
        written_by_name="Rut",
        adopted_at=noon(),
        adopted_by_name="Rut",
    )


def same(told: Timetable, asked: Timetable) -> bool:
    days = (date(2019, 5, 5), date(2025, 12, 31), SECOND)
    rules = [told.rules(day) == asked.rules(day) for day in days]
    return all(rules) and told.calendar == asked.calendar


def test_told_rules_and_closed_days_are_the_stored_ones() -> None:
    world = cases.world()
    adopted(world, "Arbetsordning 2020", FIRST, SECOND)
    adopted(world, "Arbetsordning 2026", SECOND, None)
    ClosedDay.objects.create(organisation=world.organisation, day=FIRST, name="Klämdag")
    case = cases.registered_case(world)
    row = Case.objects.annotate(told=rules_told("organisation")).get(pk=case.pk)
    asked = Timetable(world.organisation.pk)

    beside_a_case = Timetable(world.organisation.pk, told=vars(row)["told"])
    ahead = meetings_ahead(world.registrar, world.organisation, on=cases.TODAY)

    assert same(beside_a_case, asked)
    assert same(timetable_of(world.organisation, ahead), asked)
    assert asked.rules(SECOND).title == "Arbetsordning 2026"


def test_organisation_without_rules_has_the_defaults() -> None:
    world = cases.world()
    people.meeting(world.council, date(2026, 5, 25))
    ahead = meetings_ahead(world.registrar, world.organisation, on=cases.TODAY)

    found = timetable_of(world.organisation, ahead).rules(cases.TODAY)

    assert found == default_rules(cases.TODAY)

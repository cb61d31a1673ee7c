"""Diary numbers: counted under a lock, stepped over, never reused."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from kernel.periods import period
from tests.factories import cases, people
from ärenden.actions import endings
from ärenden.actions.allot import next_number
from ärenden.choices import Fact, ResetRule
from ärenden.exceptions import NoTemplate
from ärenden.models import Case, NumberTemplate

pytestmark = pytest.mark.django_db


def all_numbers() -> list[str | None]:
    return list(Case.objects.order_by("id").values_list("dnr", flat=True))


def test_year_is_that_of_registration_in_swedish_time() -> None:
    world = cases.world()
    utc = ZoneInfo("UTC")
    before, after = (datetime.combine(date(2026, 12, 31), time(hour), utc) for hour in (22, 23))

    for at in (before, after):
        doing = world.doing()
        cases.register(
            doing=type(doing)(by=doing.by, at=at),
            new=cases.new_case(world, received_on=date(2026, 12, 30)),
        )

    assert all_numbers() == ["KS 2026/00001", "KS 2027/00001"]


def test_new_padding_prints_on_without_starting_over() -> None:
    world = cases.world()
    world.series.templates.update(period=period(people.LONG_AGO, date(2026, 3, 5)))
    NumberTemplate.objects.create(
        series=world.series, pattern="{series} {year}/{seq}", period=period(date(2026, 3, 5))
    )

    cases.registered_case(world, on=date(2026, 3, 4))
    cases.registered_case(world, on=date(2026, 3, 5))

    assert all_numbers() == ["KS 2026/00001", "KS 2026/2"]


def test_numbers_already_imported_are_stepped_over() -> None:
    world = cases.world()
    cases.registered_case(world, series=None, dnr="KS 2026/1")

    cases.registered_case(world)

    assert all_numbers() == ["KS 2026/1", "KS 2026/00002"]


def test_annulled_number_is_not_used_again() -> None:
    world = cases.world()
    case = cases.registered_case(world)

    endings.annul(case=case, doing=world.doing(), reason="Registrerades två gånger")
    cases.registered_case(world)

    assert all_numbers() == ["KS 2026/00001", "KS 2026/00002"]
    assert case.get_state_display() == "Makulerad"


def test_series_without_a_template_on_the_day_says_so() -> None:
    world = cases.world()
    world.series.templates.all().delete()

    with pytest.raises(NoTemplate, match="Serien KS har inget mönster som gäller 2026-03-02"):
        cases.registered_case(world)

    assert Case.objects.count() == 0


def test_monthly_series_starts_over_with_the_month() -> None:
    world = cases.world()
    world.series.reset = ResetRule.MONTHLY
    world.series.save()
    world.series.templates.update(pattern="LS {yymm}-{seq:4}")

    for day in (date(2026, 3, 30), date(2026, 3, 31), date(2026, 4, 1)):
        cases.registered_case(world, on=day)

    assert all_numbers() == ["LS 2603-0001", "LS 2603-0002", "LS 2604-0001"]


def test_preview_reserves_nothing() -> None:
    world = cases.world()

    seen = [next_number(world.series, on=cases.TODAY) for _ in range(2)]

    assert seen == ["KS 2026/00001", "KS 2026/00001"]


def test_case_without_number_says_why() -> None:
    world = cases.world()
    doing = world.doing(unknown={Fact.NUMBER: "Handlingen bär inget nummer"})

    case = cases.register(doing=doing, new=cases.new_case(world, series=None))

    assert (case.dnr, case.dnr_unknown) == (None, "Handlingen bär inget nummer")


@pytest.mark.django_db(transaction=True)
def test_registrars_at_once_get_each_their_number_and_none_waits_on_a_form() -> None:
    world = cases.world()
    together = Barrier(6)

    def register_one(_: int) -> str | None:
        next_number(world.series, on=cases.TODAY)  # every form is open and shows a number
        together.wait(timeout=20)
        try:
            return cases.registered_case(world).dnr
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as threads:
        given = sorted(filter(None, threads.map(register_one, range(6))))

    assert given == [f"KS 2026/{number:05}" for number in range(1, 7)]

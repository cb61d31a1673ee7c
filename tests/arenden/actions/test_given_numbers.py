"""A number given elsewhere: found as printed or by its parts, stepped over, and corrected."""

import pytest

from kernel.periods import period
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.allot import next_number
from ärenden.actions.corrections import correct
from ärenden.choices import ResetRule
from ärenden.exceptions import ActionRefused
from ärenden.models import Case, NumberTemplate
from ärenden.queries.lists import ordered
from ärenden.queries.search import is_numbered

pytestmark = pytest.mark.django_db


def given(world: World, dnr: str) -> Case:
    return cases.registered_case(world, series=None, dnr=dnr)


def found(text: str) -> list[str | None]:
    return [case.dnr for case in Case.objects.filter(is_numbered(text))]


@pytest.mark.parametrize(
    ("dnr", "typed", "count"),
    [
        ("KS13/7", "KS 2013/7", 1),
        ("KS13/7", "ks 13-7", 1),
        ("2018/KS 0290 10", "290", 1),
        ("2018/KS 0290 10", "2018/KS 290 10", 1),
        ("2018/KS 0290 10", "10", 0),
        ("KS/2020:00541-4", "KS 2020/541", 1),
        ("KS/2020:00541-4", "KS 4", 0),
    ],
)
def test_given_number_is_found_by_year_and_sequence_and_not_by_what_many_share(
    dnr: str, typed: str, count: int
) -> None:
    given(cases.world(), dnr)

    assert found(typed) == [dnr] * count


def test_parts_of_a_number_in_a_form_of_the_past_are_kept_by_its_own_template() -> None:
    world = cases.world()
    world.series.templates.update(period=period(cases.TODAY))
    earlier = period(people.LONG_AGO, cases.TODAY)
    NumberTemplate.objects.create(series=world.series, pattern="{year}nr{seq}", period=earlier)

    case = given(world, "2019nr7")

    assert case.dnr_parts == {"series": "KS", "year": 2019, "sequence": 7}
    assert (case.series, case.sequence) == (None, None)


def test_number_of_the_series_in_another_form_is_stepped_over_and_told_as_next() -> None:
    world = cases.world()
    for dnr in ("2026.1 KS", "Ks/2026:2", "BUN 2026/3", "KS 2025/3"):
        given(world, dnr)

    told = next_number(world.series, on=cases.TODAY)

    assert (told, cases.registered_case(world).dnr) == ("KS 2026/00003", "KS 2026/00003")


def test_monthly_series_steps_over_the_numbers_of_its_month_alone() -> None:
    world = cases.world()
    world.series.reset = ResetRule.MONTHLY
    world.series.save()
    world.series.templates.update(pattern="{yymm}/{seq:4} {series}")
    for dnr in ("KS 2602-0001", "KS 2603-0002"):
        given(world, dnr)

    allotted = [cases.registered_case(world).dnr for _ in range(2)]

    assert allotted == ["2603/0001 KS", "2603/0003 KS"]


def test_given_numbers_are_sorted_among_the_allotted() -> None:
    world = cases.world()
    cases.registered_case(world)
    for dnr in ("2025.12 KS", "BUN 2026/1", "KS-2026-3"):
        given(world, dnr)

    rows = ordered(Case.objects.all(), "nummer")

    assert [row.dnr for row in rows] == ["BUN 2026/1", "2025.12 KS", "KS 2026/00001", "KS-2026-3"]


@pytest.mark.parametrize(
    ("pattern", "reset", "mended", "following"),
    [
        ("{series}{yy}/{seq}", ResetRule.YEARLY, "KS26/8", "KS26/2"),
        ("{series} {seq}", ResetRule.NEVER, "KS 8", "KS 2"),
    ],
)
def test_corrected_number_is_found_by_its_year_and_keeps_its_place(
    pattern: str, reset: ResetRule, mended: str, following: str
) -> None:
    world = cases.world()
    world.series.reset = reset
    world.series.save()
    world.series.templates.update(pattern=pattern)
    case = cases.registered_case(world)

    correct(case=case, doing=world.doing(), row=case, field="dnr", text=mended, reason="Fel")

    assert (found("KS 2026/8"), found("KS 2026/1")) == ([mended], [])
    assert cases.registered_case(world).dnr == following


def test_series_with_classification_demands_it_and_counts_without_regard_to_it() -> None:
    world = cases.world()
    world.series.templates.update(pattern="{year}/{series} {seq:4} {class}")

    with pytest.raises(ActionRefused, match="Ange klassificeringen"):
        cases.registered_case(world)
    first = cases.registered_case(world, classification="10")
    cases.registered_case(world, classification="042")

    assert [*Case.objects.order_by("id").values_list("dnr", flat=True)] == [
        "2026/KS 0001 10",
        "2026/KS 0002 042",
    ]
    assert first.dnr_parts["classification"] == "10"
    assert (found("10"), found("KS 2026/1")) == ([], ["2026/KS 0001 10"])
    assert next_number(world.series, on=cases.TODAY) == "2026/KS 0003 …"

"""Exempelby's bodies with their mandates, its parties and its number series."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kernel.periods import period
from parties.choices import BodyKind, PartyScope
from parties.models import Body, MandatePeriod, Organisation, Party
from ärenden.choices import ResetRule
from ärenden.models import NumberSeries, NumberTemplate

FOUNDED = date(1971, 1, 1)
FIRST_ELECTION = 2022
NARROW, WIDE = "{series} {year}/{seq:3}", "{series} {year}/{seq:5}"


def bodies_of(organisation: Organisation, plans: Iterable[Mapping[str, Any]]) -> dict[str, Body]:
    made: dict[str, Body] = {}
    for plan in plans:
        made[plan["abbreviation"]] = Body.objects.create(
            organisation=organisation,
            kind=BodyKind(plan["kind"]),
            name=plan["name"],
            abbreviation=plan["abbreviation"],
            parent=made.get(plan.get("parent", "")),
            seats=plan.get("seats"),
            is_public=plan.get("is_public", False),
            prepares_only=plan["kind"] == BodyKind.SUBCOMMITTEE,
            period=period(FOUNDED),
        )
    return made


def parties_of(organisation: Organisation, plans: Iterable[Mapping[str, Any]]) -> dict[str, Party]:
    made = {}
    for plan in plans:
        local = plan.get("is_local", False)
        made[plan["abbreviation"]] = Party.objects.create(
            organisation=organisation if local else None,
            abbreviation=plan["abbreviation"],
            name=plan["name"],
            scope=PartyScope.LOCAL if local else PartyScope.NATIONAL,
            colour=plan["colour"],
            period=period(FOUNDED),
        )
    return made


def mandates_of(body: Body, today: date) -> list[tuple[date, date]]:
    """The council's from 15 October of the election year (KL 5:9), the boards' from New Year."""
    is_council = body.kind == BodyKind.COUNCIL
    elections = range(FIRST_ELECTION - 4, today.year + 4, 4)
    starts = [date(year, 10, 15) if is_council else date(year + 1, 1, 1) for year in elections]
    spans = [(start, start.replace(year=start.year + 4)) for start in starts]
    MandatePeriod.objects.bulk_create(
        MandatePeriod(body=body, period=period(*span)) for span in spans
    )
    return [span for span in spans if span[0] <= today]


def series_of(
    organisation: Organisation,
    *,
    plans: Iterable[Mapping[str, Any]],
    bodies: Mapping[str, Body],
    today: date,
) -> dict[str, NumberSeries]:
    """Numbers got five figures the year before this; older ones keep their three."""
    widened = date(today.year - 1, 1, 1)
    made: dict[str, NumberSeries] = {}
    for plan in plans:
        series = NumberSeries.objects.create(
            organisation=organisation, code=plan["code"], name=plan["name"], reset=ResetRule.YEARLY
        )
        series.bodies.set([bodies[body] for body in plan["bodies"]])
        for pattern, valid in ((NARROW, period(FOUNDED, widened)), (WIDE, period(widened))):
            NumberTemplate.objects.create(series=series, pattern=pattern, period=valid)
        made |= dict.fromkeys(plan["bodies"], series)
    return made

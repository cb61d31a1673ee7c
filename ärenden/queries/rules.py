"""The rules and the calendar that an organisation's dates are counted by."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from parties.changes import last_day
from parties.models import Organisation
from ärenden import deadlines
from ärenden.models import ClosedDay, Deadline, RuleSet

NO_RULES: Mapping[str, Any] = {"sets": [], "closed": []}


def adopted(organisation: Organisation | int) -> QuerySet[RuleSet]:
    """The rule sets that apply, applied, or will, in no order; proposals aside."""
    return RuleSet.objects.filter(organisation=organisation, adopted_at__isnull=False)


def movable(rows: QuerySet[Deadline]) -> QuerySet[Deadline]:
    """Those that are not set by law."""
    return rows.exclude(rule__in=[rule.key for rule in deadlines.STATUTORY])


def calendar_of(organisation: Organisation | int) -> deadlines.Calendar:
    rows = ClosedDay.objects.filter(organisation=organisation)
    return deadlines.Calendar(closed=dict(rows.values_list("day", "name")))


def rules_told(organisation: str) -> Subquery:
    """For queries of rows whose organisation has that name: its rules and closed days as JSON."""
    sets = RuleSet.objects.filter(organisation=OuterRef("pk"), adopted_at__isnull=False)
    facts = JSONObject(
        title="title",
        adopted_on="decided_on",
        rules="rules",
        first="period__startswith",
        end="period__endswith",
    )
    closed = ClosedDay.objects.filter(organisation=OuterRef("pk"))
    told = JSONObject(
        sets=ArraySubquery(sets.order_by("period").values(told=facts)),
        closed=ArraySubquery(closed.values(told=JSONObject(day="day", name="name"))),
    )
    return Subquery(Organisation.objects.filter(pk=OuterRef(organisation)).values(told=told))


def sets_told(told: Mapping[str, Any]) -> list[deadlines.RuleSet]:
    """The rule sets of `rules_told`, the oldest first; raises RulesNotUnderstood."""
    return [
        deadlines.rule_set_from_json(
            {name: each[name] for name in ("title", "adopted_on", "rules")}
            | {"valid_from": each["first"], "valid_to": _last(each["end"])}
        )
        for each in told["sets"]
    ]


def _last(end: str | None) -> str | None:
    return (date.fromisoformat(end) - timedelta(days=1)).isoformat() if end else None


def calendar_told(told: Mapping[str, Any]) -> deadlines.Calendar:
    return deadlines.Calendar(
        closed={date.fromisoformat(each["day"]): each["name"] for each in told["closed"]}
    )


def pure(row: RuleSet) -> deadlines.RuleSet:
    """The stored set as the engine knows it; raises RulesNotUnderstood."""
    days = {"valid_from": row.period.lower, "valid_to": last_day(row.period)}
    told = {name: day.isoformat() if day else None for name, day in days.items()}
    adopted_on = row.decided_on.isoformat() if row.decided_on else None
    return deadlines.rule_set_from_json(
        {"title": row.title, "adopted_on": adopted_on, "rules": row.rules, **told}
    )

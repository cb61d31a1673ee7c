"""The rules and the calendar that an organisation's dates are counted by."""

from django.db.models import QuerySet

from parties.changes import last_day
from parties.models import Organisation
from ärenden import deadlines
from ärenden.models import ClosedDay, Deadline, RuleSet


def adopted(organisation: Organisation | int) -> QuerySet[RuleSet]:
    """The rule sets that apply, applied, or will, in no order; proposals aside."""
    return RuleSet.objects.filter(organisation=organisation, adopted_at__isnull=False)


def movable(rows: QuerySet[Deadline]) -> QuerySet[Deadline]:
    """Those that are not set by law."""
    return rows.exclude(rule__in=[rule.key for rule in deadlines.STATUTORY])


def calendar_of(organisation: Organisation | int) -> deadlines.Calendar:
    rows = ClosedDay.objects.filter(organisation=organisation)
    return deadlines.Calendar(closed=dict(rows.values_list("day", "name")))


def pure(row: RuleSet) -> deadlines.RuleSet:
    """The stored set as the engine knows it; raises RulesNotUnderstood."""
    days = {"valid_from": row.period.lower, "valid_to": last_day(row.period)}
    told = {name: day.isoformat() if day else None for name, day in days.items()}
    adopted_on = row.decided_on.isoformat() if row.decided_on else None
    return deadlines.rule_set_from_json(
        {"title": row.title, "adopted_on": adopted_on, "rules": row.rules, **told}
    )

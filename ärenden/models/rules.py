"""What an organisation's own arbetsordning says of time, and the days that it has closed."""

import pgtrigger
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q

from kernel.constraints import all_or_none, bounded_period, no_overlap, nonempty
from kernel.models import PublicModel
from parties.models import Organisation

ADOPTED_CHANGES = """
OLD.adopted_at IS NOT NULL
AND (OLD.rules, OLD.title, OLD.decided_on, OLD.adopted_at)
IS DISTINCT FROM (NEW.rules, NEW.title, NEW.decided_on, NEW.adopted_at)
"""


class RuleSet(PublicModel):
    """The rules of one arbetsordning as JSON (ärenden.deadlines.stored), and when they apply.

    A proposal until it is adopted; then its rules stand, and only its last day may change: a case
    keeps the rules in force on the day that it was handed in.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="rule_sets")
    title = models.CharField("källa", max_length=160)
    decided_on = models.DateField("antagen", null=True, blank=True)
    period = DateRangeField("gäller")
    rules = models.JSONField("regler")
    written_at = models.DateTimeField()
    written_by_name = models.CharField(max_length=200)
    adopted_at = models.DateTimeField(null=True, blank=True)
    adopted_by_name = models.CharField(max_length=200, null=True, blank=True)

    class Meta:
        ordering = ("-period", "-id")
        constraints = (
            nonempty("title", "written_by_name", name="rule_set_titled"),
            bounded_period(name="rule_set_period_bounded"),
            all_or_none("adopted_at", "adopted_by_name", name="rule_set_adopted_by_someone"),
            no_overlap(
                "organisation", condition=Q(adopted_at__isnull=False), name="one_rule_set_at_a_time"
            ),
        )
        triggers = (
            pgtrigger.Protect(
                name="adopted_rules_stand",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(ADOPTED_CHANGES),
            ),
            pgtrigger.Protect(
                name="adopted_rules_kept",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__adopted_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.title


class ClosedDay(PublicModel):
    """A day when the office is closed although it is no holiday: not a working day."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="closed_days")
    day = models.DateField("dag")
    name = models.CharField("kallas", max_length=80)

    class Meta:
        ordering = ("day",)
        constraints = (
            nonempty("name", name="closed_day_named"),
            models.UniqueConstraint(fields=["organisation", "day"], name="closed_day_once"),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.day:%Y-%m-%d}"

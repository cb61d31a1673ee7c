"""A colleague who takes over for a time; whose case it is does not change."""

from datetime import date, timedelta

import pgtrigger
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q

from accounts.models import User
from kernel.constraints import all_or_none, bounded_period, no_overlap, nonempty
from kernel.models import PublicModel
from kernel.periods import holds_on
from parties.models import Organisation
from ärenden.models.cases import Case


class Cover(PublicModel):
    """Who covers for whom and when: in one case, or in all of them while the colleague is away.

    Never removed: with its names as values it is the history of who answered for what.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="covers")
    handler = models.ForeignKey(User, models.PROTECT, related_name="covered_by")
    substitute = models.ForeignKey(User, models.PROTECT, related_name="covers")
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="covers")
    period = DateRangeField("tid")
    note = models.TextField("anteckning", blank=True)
    noted_at = models.DateTimeField()
    noted_by_name = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by_name = models.CharField(max_length=200, null=True, blank=True)

    class Meta:
        ordering = ("-period", "-id")
        constraints = (
            bounded_period(name="cover_period_bounded"),
            nonempty("noted_by_name", name="cover_noted_by_someone"),
            all_or_none("ended_at", "ended_by_name", name="cover_ended_by_someone"),
            models.CheckConstraint(
                condition=~Q(handler=F("substitute")), name="cover_by_someone_else"
            ),
            no_overlap(
                *("organisation", "handler"),
                nullable=("case",),
                condition=Q(ended_at__isnull=True),
                name="one_cover_at_a_time",
            ),
        )
        triggers = (pgtrigger.Protect(name="cover_kept", operation=pgtrigger.Delete),)

    @property
    def last(self) -> date | None:
        """The last day of the cover; None until further notice."""
        end: date | None = self.period.upper
        return end - timedelta(days=1) if end else None

    def __str__(self) -> str:
        return f"{self.substitute} för {self.handler}"


def covering_on(day: date) -> Q:
    """Covers that hold on the day and were not ended before their time."""
    return holds_on(day) & Q(ended_at=None)


def ahead_of(day: date) -> Q:
    """Covers that hold on the day or are going to."""
    return (Q(period__endswith__gt=day) | Q(period__endswith=None)) & Q(ended_at=None)

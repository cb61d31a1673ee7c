"""Diary number series as data: the counter counts, the template only prints."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models

from kernel.constraints import bounded_period, no_overlap, nonempty
from kernel.models import PublicModel
from parties.models import Body, Organisation
from ärenden.choices import ResetRule


class NumberSeries(PublicModel):
    """A register's running numbers, such as KS; shared by every body that registers there."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="number_series")
    bodies = models.ManyToManyField(Body, related_name="number_series", blank=True)
    code = models.CharField("beteckning", max_length=20)
    name = models.CharField("namn", max_length=120)
    reset = models.CharField("börjar om", max_length=10, choices=ResetRule)

    class Meta:
        constraints = (
            nonempty("code", name="series_coded"),
            models.UniqueConstraint(fields=["organisation", "code"], name="series_code_once"),
        )

    def __str__(self) -> str:
        return self.code


class NumberTemplate(models.Model):
    """How the numbers of a series are printed for a time; a new padding is a new row."""

    series = models.ForeignKey(NumberSeries, models.CASCADE, related_name="templates")
    pattern = models.CharField("mönster", max_length=60)
    period = DateRangeField()

    class Meta:
        constraints = (
            bounded_period(name="template_period_bounded"),
            no_overlap("series", name="one_template_at_a_time"),
        )

    def __str__(self) -> str:
        return self.pattern


class NumberCounter(models.Model):
    """The last number used in a series and reset period; its row is the lock."""

    series = models.ForeignKey(NumberSeries, models.CASCADE, related_name="counters")
    reset_period = models.PositiveIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["series", "reset_period"], name="counter_once"),
        )

    def __str__(self) -> str:
        return f"{self.series} {self.reset_period}: {self.last}"

"""Motionsbalans: what is written for the coming one, and those that were tabled, as they were."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Func

from kernel.constraints import all_or_none, nonempty
from kernel.models import PublicModel
from meetings.models import Meeting
from parties.models import Body
from ärenden.choices import CaseType, Proposed
from ärenden.models.agenda import MinutesItem
from ärenden.models.cases import Case

# A report is whole when its transaction ends: nothing is put to it afterwards.
ONLY_WITH_THE_REPORT = """
if not exists (
  select from arenden_motionreport
  where id = new.report_id and transaction = pg_current_xact_id()::text
) then
  raise exception 'a frozen report is never added to' using errcode = 'insufficient_privilege';
end if;
return new;
"""


class BalanceNote(models.Model):
    """What someone has written of a motion for the coming report; gone when that is frozen.

    Without `shown` the report says what the register tells at the time.
    """

    case = models.OneToOneField(Case, models.CASCADE, primary_key=True, related_name="balance_note")
    shown = models.TextField(blank=True)
    proposed = models.CharField(max_length=10, choices=Proposed, default=Proposed.CONTINUE)
    written_at = models.DateTimeField()
    written_by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.case}: {Proposed(self.proposed).label}"


class MotionReport(PublicModel):
    """Redovisning av obesvarade motioner, frozen for a meeting of the council (KL 5:35).

    `as_of` is the day that ages are told of. `told_at` is when it was noted that the meeting had
    it before it, under `minutes_item` when the paragraph is known.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="motion_reports")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="motion_reports")
    as_of = models.DateField()
    next_on = models.DateField(null=True, blank=True)
    frozen_at = models.DateTimeField()
    frozen_by_id = models.BigIntegerField()
    frozen_by_name = models.CharField(max_length=200)
    told_at = models.DateTimeField(null=True, blank=True)
    told_by_name = models.CharField(max_length=200, null=True, blank=True)
    minutes_item = models.ForeignKey(
        MinutesItem, models.PROTECT, null=True, blank=True, related_name="motion_reports"
    )
    transaction = models.TextField(
        db_default=Func(Func(function="pg_current_xact_id"), template="(%(expressions)s)::text"),
        editable=False,
    )

    class Meta:
        ordering = ("-frozen_at", "-id")
        constraints = (
            nonempty("frozen_by_name", name="report_frozen_by_someone"),
            all_or_none("told_at", "told_by_name", name="report_told_by_someone"),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=models.Q(told_at__isnull=False),
                name="one_report_told_a_meeting",
            ),
        )
        triggers = (
            pgtrigger.ReadOnly(
                name="report_stands",
                exclude=["told_at", "told_by_name", "minutes_item"],
            ),
            pgtrigger.Protect(name="report_kept", operation=pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return f"Motionsbalans till {self.meeting}"


class ReportedMotion(models.Model):
    """A motion or medborgarförslag as the report tells of it: values, not the case of today.

    `is_of_the_year`: the year is out before the next report, so that this one is what KL 5:35
    asks for.
    """

    report = models.ForeignKey(MotionReport, models.PROTECT, related_name="motions")
    position = models.PositiveSmallIntegerField()
    case = models.ForeignKey(Case, models.PROTECT, related_name="reported_in")
    case_type = models.CharField(max_length=20, choices=CaseType)
    number = models.CharField(max_length=60)
    title = models.TextField()
    signers = ArrayField(models.TextField())
    raised_on = models.DateField(null=True, blank=True)
    year_ends_on = models.DateField(null=True, blank=True)
    place = models.TextField()
    shown = models.TextField()
    proposed = models.CharField(max_length=10, choices=Proposed)
    is_of_the_year = models.BooleanField()

    class Meta:
        ordering = ("position",)
        constraints = (
            nonempty("title", "place", "shown", name="reported_motion_says_something"),
            models.UniqueConstraint(fields=["report", "position"], name="reported_in_order"),
            models.UniqueConstraint(fields=["report", "case"], name="reported_once"),
        )
        triggers = (
            pgtrigger.Protect(
                name="reported_motion_stands", operation=pgtrigger.Update | pgtrigger.Delete
            ),
            pgtrigger.Trigger(
                name="reported_motion_with_report",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func=ONLY_WITH_THE_REPORT,
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

"""Deadlines of a case. Overdue and met late are derived from the dates, never stored."""

from django.db import models
from django.db.models import Q

from kernel.constraints import nonempty
from ärenden.choices import DeadlinePurpose, DeadlineStatus
from ärenden.models.cases import Case
from ärenden.models.preparation import Referral


class Deadline(models.Model):
    """A last moment (UTC), with the Swedish sentence that explains it and its source."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="deadlines")
    purpose = models.CharField(max_length=15, choices=DeadlinePurpose)
    referral = models.OneToOneField(
        Referral, models.CASCADE, null=True, blank=True, related_name="deadline"
    )
    original_due_at = models.DateTimeField()
    due_at = models.DateTimeField()
    explanation = models.TextField()
    source = models.CharField(max_length=160, blank=True)
    status = models.CharField(max_length=10, choices=DeadlineStatus, default=DeadlineStatus.OPEN)
    met_at = models.DateTimeField(null=True, blank=True)
    moved_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("due_at", "id")
        constraints = (
            nonempty("explanation", name="deadline_explained"),
            models.CheckConstraint(
                condition=Q(status=DeadlineStatus.MET, met_at__isnull=False)
                | (~Q(status=DeadlineStatus.MET) & Q(met_at__isnull=True)),
                name="met_deadline_has_instant",
            ),
            models.UniqueConstraint(
                fields=["case", "purpose"],
                condition=Q(status=DeadlineStatus.OPEN, referral__isnull=True),
                name="one_open_deadline_a_purpose",
            ),
        )
        indexes = (
            models.Index(
                fields=["due_at"],
                condition=Q(status=DeadlineStatus.OPEN),
                name="open_deadlines",
            ),
        )

    def __str__(self) -> str:
        return f"{DeadlinePurpose(self.purpose).label} {self.due_at:%Y-%m-%d}"

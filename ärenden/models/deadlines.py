"""Deadlines of cases, of meetings and of what was handed in.

Overdue and met late are derived, never stored.
"""

from django.db import models
from django.db.models import Q

from kernel.constraints import exactly_one, nonempty
from meetings.models import Meeting
from ärenden.choices import DeadlineCause, DeadlineStatus, Purpose
from ärenden.deadlines import BY_LAW
from ärenden.models.cases import Case
from ärenden.models.decisions import Task
from ärenden.models.preparation import Referral
from ärenden.models.submissions import Submission

STANDING = (DeadlineStatus.OPEN, DeadlineStatus.WAITING)
_OF_THE_CASE = Q(status=DeadlineStatus.OPEN, referral__isnull=True, task__isnull=True)


class Deadline(models.Model):
    """A last moment (UTC), with the Swedish sentence that explains it and its source.

    The date of a row never changes: one that moves is a new row that `replaces` the old, with its
    cause, reason and who. `rule` is the key of the rule that counted it, and `trace` its steps;
    both are empty when someone set the day. One that waits has lost its day: its meeting was
    cancelled and no other is planned. The year that law sets runs beside the time that the
    council's own rules set for a decision.

    `revision` only grows, with each change of the row since it was set, the last at `revised_at`.
    """

    case = models.ForeignKey(Case, models.CASCADE, null=True, blank=True, related_name="deadlines")
    meeting = models.ForeignKey(
        Meeting, models.CASCADE, null=True, blank=True, related_name="deadlines"
    )
    submission = models.ForeignKey(
        Submission, models.CASCADE, null=True, blank=True, related_name="deadlines"
    )
    purpose = models.CharField(max_length=15, choices=Purpose)
    referral = models.ForeignKey(
        Referral, models.CASCADE, null=True, blank=True, related_name="deadlines"
    )
    task = models.ForeignKey(Task, models.CASCADE, null=True, blank=True, related_name="deadlines")
    original_due_at = models.DateTimeField()
    due_at = models.DateTimeField()
    explanation = models.TextField()
    source = models.CharField(max_length=160, blank=True)
    rule = models.CharField(max_length=60, blank=True)
    trace = models.JSONField(default=dict, blank=True)
    set_at = models.DateTimeField()
    set_by_name = models.CharField(max_length=200)
    replaces = models.OneToOneField(
        "self", models.CASCADE, null=True, blank=True, related_name="replaced_by"
    )
    cause = models.CharField(max_length=10, choices=DeadlineCause, blank=True)
    reason = models.TextField("skäl", blank=True)
    status = models.CharField(max_length=10, choices=DeadlineStatus, default=DeadlineStatus.OPEN)
    met_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by_name = models.CharField(max_length=200, blank=True)
    ended_reason = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    revised_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("due_at", "id")
        constraints = (
            exactly_one("case", "meeting", "submission", name="deadline_of_one_owner"),
            nonempty("explanation", "set_by_name", name="deadline_explained"),
            models.CheckConstraint(
                condition=Q(status=DeadlineStatus.MET, met_at__isnull=False)
                | (~Q(status=DeadlineStatus.MET) & Q(met_at__isnull=True)),
                name="met_deadline_has_instant",
            ),
            models.CheckConstraint(
                condition=Q(status=DeadlineStatus.OPEN, ended_at__isnull=True, ended_by_name="")
                | (~Q(status=DeadlineStatus.OPEN) & Q(ended_at__isnull=False))
                & ~Q(ended_by_name=""),
                name="ended_deadline_by_someone",
            ),
            models.CheckConstraint(
                condition=~Q(status=DeadlineStatus.WAIVED) | ~Q(ended_reason=""),
                name="waived_deadline_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True, cause="")
                | (Q(replaces__isnull=False) & ~Q(cause="")),
                name="moved_deadline_has_cause",
            ),
            models.UniqueConstraint(
                fields=["case", "purpose"],
                condition=_OF_THE_CASE & ~Q(rule__in=BY_LAW),
                name="one_open_deadline_a_purpose",
            ),
            models.UniqueConstraint(
                fields=["case", "purpose"],
                condition=_OF_THE_CASE & Q(rule__in=BY_LAW),
                name="one_open_deadline_by_law",
            ),
            models.UniqueConstraint(
                fields=["meeting", "purpose", "rule"],
                condition=Q(status=DeadlineStatus.OPEN),
                name="one_open_deadline_a_meeting",
            ),
            models.UniqueConstraint(
                fields=["referral"],
                condition=Q(status=DeadlineStatus.OPEN),
                name="one_open_deadline_a_referral",
            ),
            models.UniqueConstraint(
                fields=["task"],
                condition=Q(status=DeadlineStatus.OPEN),
                name="one_open_deadline_a_task",
            ),
            models.UniqueConstraint(
                fields=["submission"],
                condition=Q(status=DeadlineStatus.OPEN),
                name="one_open_deadline_a_submission",
            ),
        )
        indexes = (
            models.Index(
                fields=["due_at"],
                condition=Q(status__in=STANDING),
                name="standing_deadlines",
            ),
        )

    def __str__(self) -> str:
        return f"{Purpose(self.purpose).label} {self.due_at:%Y-%m-%d}"

    @property
    def what(self) -> str:
        """What is due. A meeting has several last moments to hand in: each says for what."""
        label = Purpose(self.purpose).label
        return self.trace.get("name", label) if self.purpose == Purpose.HAND_IN else label

    @property
    def whom(self) -> str:
        """Whose statement or report is waited for; empty when it is the case's own step."""
        if self.referral:
            return self.referral.recipient_printed
        return self.task.responsible_printed if self.task else ""

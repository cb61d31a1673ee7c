"""The only timeline: append-only in the database, written by the action in its transaction."""

from django.db import models
from django.db.models import Func, Q

from kernel.constraints import nonempty
from ärenden.choices import AnswerState, State
from ärenden.models.cases import Case


class CaseEvent(models.Model):
    """Who did what, when it happened, when it was recorded, and why.

    Names stand as values, so that the row means the same when accounts change.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="events")
    action = models.CharField(max_length=30)
    actor_id = models.BigIntegerField()
    actor_name = models.CharField(max_length=200)
    on_behalf_of = models.CharField(max_length=200, blank=True)
    summary = models.TextField()
    reason = models.TextField(blank=True)
    happened_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    state_before = models.CharField(max_length=20, choices=State, blank=True)
    state_after = models.CharField(max_length=20, choices=State)
    answer_state_before = models.CharField(max_length=20, choices=AnswerState, blank=True)
    answer_state_after = models.CharField(max_length=20, choices=AnswerState)
    unknown = models.JSONField(default=dict)
    data = models.JSONField(default=dict)
    version = models.PositiveIntegerField()
    submission = models.UUIDField(null=True, unique=True)
    transaction = models.TextField(
        db_default=Func(Func(function="pg_current_xact_id"), template="(%(expressions)s)::text"),
        editable=False,
    )

    class Meta:
        ordering = ("-version",)
        constraints = (
            nonempty("summary", "actor_name", name="event_says_who_and_what"),
            models.UniqueConstraint(fields=["case", "version"], name="one_event_a_version"),
            models.CheckConstraint(condition=Q(version__gt=0), name="event_versions_from_one"),
        )

    def __str__(self) -> str:
        return self.summary

"""When it is decided."""

from django.db import models
from django.db.models import F, Q

from kernel.constraints import fact_or_reason
from kernel.models import PublicModel
from meetings.choices import MeetingKind, MeetingMode, MeetingStatus
from parties.models import Body


class Meeting(PublicModel):
    """Sammanträde of a body. Its day may be unknown, with a reason."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings")
    kind = models.CharField(
        "slag", max_length=10, choices=MeetingKind, default=MeetingKind.ORDINARY
    )
    status = models.CharField(
        "läge", max_length=10, choices=MeetingStatus, default=MeetingStatus.PLANNED
    )
    held_on = models.DateField("dag", null=True, blank=True)
    held_on_unknown = models.CharField(max_length=200, blank=True)
    starts_at = models.TimeField("klockslag", null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField("plats", max_length=200, blank=True)
    mode = models.CharField("form", max_length=10, choices=MeetingMode, default=MeetingMode.ON_SITE)

    class Meta:
        constraints = (
            fact_or_reason("held_on", "held_on_unknown", name="meeting_day_or_reason"),
            models.UniqueConstraint(
                fields=["body", "held_on", "starts_at"],
                nulls_distinct=False,
                condition=Q(held_on__isnull=False) & ~Q(status=MeetingStatus.CANCELLED),
                name="meeting_once",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__date__gte=F("held_on")),
                name="meeting_ends_after_start",
            ),
        )
        indexes = (models.Index(fields=["body", "held_on"], name="meeting_of_body"),)

    def __str__(self) -> str:
        day = self.held_on.isoformat() if self.held_on else "okänt datum"
        return f"{self.body} {day}"

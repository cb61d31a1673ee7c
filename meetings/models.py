"""When it is decided."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from kernel.constraints import fact_or_reason
from kernel.dates import full_date
from kernel.models import PublicModel
from meetings.choices import MeetingKind, MeetingMode, MeetingStatus
from parties.models import Body

# What whoever has the meeting in a calendar must hear of, whichever statement changed it.
_TOLD = ("body_id", "kind", "status", "held_on", "starts_at", "ended_at", "place", "mode")
_OLD, _NEW = (", ".join(f"{row}.{field}" for field in _TOLD) for row in ("OLD", "NEW"))


class Meeting(PublicModel):
    """Sammanträde of a body. Its day may be unknown, with a reason.

    `revision` and `revised_at` are the database's: they rise when day, time or place change.
    """

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
    noticed_on = models.DateField("tillkännagivet på anslagstavlan", null=True, blank=True)
    summoned_on = models.DateField("kallelsen skickad", null=True, blank=True)
    adjusted_on = models.DateField("protokollet justerat", null=True, blank=True)
    announced_on = models.DateField("justeringen anslagen", null=True, blank=True)
    dispatched_on = models.DateField("protokollsutdragen skickade", null=True, blank=True)
    removal_on = models.DateField("anslaget tas ned", null=True, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    revised_at = models.DateTimeField(default=timezone.now, editable=False)

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
                condition=Q(announced_on__isnull=True)
                | Q(adjusted_on__isnull=False, adjusted_on__lte=F("announced_on")),
                name="minutes_adjusted_first",
            ),
            models.CheckConstraint(
                condition=Q(removal_on__isnull=True)
                | Q(announced_on__isnull=False, announced_on__lt=F("removal_on")),
                name="announcement_stands_first",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__date__gte=F("held_on")),
                name="meeting_ends_after_start",
            ),
        )
        indexes = (models.Index(fields=["body", "held_on"], name="meeting_of_body"),)
        triggers = (
            pgtrigger.Trigger(
                name="revised",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=f"""
                    NEW.revision = OLD.revision;
                    NEW.revised_at = OLD.revised_at;
                    IF ({_OLD}) IS DISTINCT FROM ({_NEW}) THEN
                        NEW.revision = OLD.revision + 1;
                        NEW.revised_at = now();
                    END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        day = full_date(self.held_on) if self.held_on else "okänt datum"
        return f"{self.body} {day}"

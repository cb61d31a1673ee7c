"""Closed lists of meetings."""

from django.db.models import TextChoices


class MeetingKind(TextChoices):
    ORDINARY = "ordinary", "Ordinarie"
    EXTRA = "extra", "Extra"


class MeetingMode(TextChoices):
    ON_SITE = "on_site", "På plats"
    REMOTE = "remote", "På distans"
    HYBRID = "hybrid", "På plats och på distans"


class MeetingStatus(TextChoices):
    PLANNED = "planned", "Planerat"
    SUMMONED = "summoned", "Kallat"
    ONGOING = "ongoing", "Pågår"
    ENDED = "ended", "Avslutat"
    CANCELLED = "cancelled", "Inställt"

"""Motionsbalans: what is proposed for a motion that is reported before it is decided."""

from django.db.models import TextChoices


class Proposed(TextChoices):
    CONTINUE = "continue", "Beredningen fortsätter"
    WRITE_OFF = "write_off", "Avskrivs från vidare handläggning"

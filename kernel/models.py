"""What every app stands on: a public id, and the beat's sign of life."""

import uuid
from datetime import datetime

from django.db import models
from django.utils import timezone


class PublicModel(models.Model):
    """A row with an id that may be shown in an address; the primary key never leaves the house."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True


class Heartbeat(models.Model):
    """When a background process last showed that it lives; read by `/status`."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.at:%Y-%m-%d %H:%M}"

    @classmethod
    def show(cls, name: str) -> None:
        """Store that the work of that name has just been done."""
        cls.objects.update_or_create(name=name, defaults={"at": timezone.now()})

    @classmethod
    def last(cls, *names: str) -> datetime | None:
        """When all of them had been done; None while one of them never was."""
        signs = cls.objects.filter(name__in=names).values_list("at", flat=True)
        return min(signs) if len(signs) == len(names) else None

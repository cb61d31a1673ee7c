"""Real documents that came in by a reading: the source text, and where each field stands in it."""

from django.db import models
from django.db.models import F, Q

from kernel.models import PublicModel
from parties.models import Organisation
from ärenden.models.cases import Case
from ärenden.models.notes import MeetingNote


class Source(PublicModel):
    """A source text, letter by letter, with its checksum."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="sources")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    text = models.TextField()
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="sources")
    note = models.ForeignKey(MeetingNote, models.PROTECT, null=True, related_name="sources")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["organisation", "sha256"], name="source_once"),
        )

    def __str__(self) -> str:
        return self.name


class SourceSpan(models.Model):
    """The stretch of a source that a stored field was cut from, or that is named furniture."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="spans")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    model = models.CharField(max_length=40, blank=True)
    row = models.PositiveBigIntegerField(null=True)
    field = models.CharField(max_length=60, blank=True)
    furniture = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ("start", "end")
        constraints = (
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="span_not_empty"),
            models.CheckConstraint(
                condition=(~Q(furniture="") & Q(model="", field="", row__isnull=True))
                | (Q(furniture="", row__isnull=False) & ~Q(model="") & ~Q(field="")),
                name="span_is_field_or_furniture",
            ),
        )
        indexes = (models.Index(fields=["model", "row"], name="span_of_row"),)

    def __str__(self) -> str:
        return f"{self.start}–{self.end} {self.model}.{self.field}{self.furniture}"

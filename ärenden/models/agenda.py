"""What a meeting takes up, and the paragraphs of its minutes."""

from django.db import models
from django.db.models import Q

from kernel.constraints import nonempty
from kernel.history import keeps_wordings
from kernel.models import PublicModel
from meetings.models import Meeting
from parties.models import Body
from ärenden.choices import AgendaKind, SectionKey
from ärenden.models.cases import Case


class AgendaItem(models.Model):
    """A case on a meeting's list, for one purpose."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="agenda")
    case = models.ForeignKey(Case, models.CASCADE, related_name="agenda_items")
    kind = models.CharField(max_length=15, choices=AgendaKind)
    position = models.PositiveSmallIntegerField()
    removed_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["meeting", "position"], name="agenda_order"),
            models.UniqueConstraint(
                fields=["meeting", "case", "kind"],
                condition=Q(removed_reason=""),
                name="agenda_item_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.meeting}: {self.case}"


@keeps_wordings("number", "suffix", "title_printed", name="MinutesItemHistory")
class MinutesItem(PublicModel):
    """Paragraf i protokollet (KL 5:67). Numbers run per body and year, or per meeting."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="minutes_items")
    body = models.ForeignKey(Body, models.PROTECT, related_name="minutes_items")
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    number = models.PositiveSmallIntegerField("paragraf")
    suffix = models.CharField(max_length=5, blank=True)
    title_printed = models.TextField("rubrik", blank=True)
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="minutes_items"
    )

    class Meta:
        ordering = ("meeting_id", "number")
        constraints = (
            models.UniqueConstraint(
                fields=["meeting", "number", "suffix"], name="paragraph_once_a_meeting"
            ),
            models.UniqueConstraint(
                fields=["body", "year", "number", "suffix"],
                condition=Q(year__isnull=False),
                name="paragraph_once_a_year",
            ),
        )

    def __str__(self) -> str:
        return f"§ {self.paragraph}"

    @property
    def paragraph(self) -> str:
        """`12` or `12a`, without its sign."""
        return f"{self.number}{self.suffix}"


@keeps_wordings("heading_printed", "text", name="MinutesSectionHistory")
class MinutesSection(models.Model):
    """A heading as printed, what it means, and its text; order as printed."""

    item = models.ForeignKey(MinutesItem, models.CASCADE, related_name="sections")
    position = models.PositiveSmallIntegerField()
    heading_printed = models.TextField("rubrik", blank=True)
    key = models.CharField(max_length=20, choices=SectionKey)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["item", "position"], name="section_order"),
            nonempty("key", name="section_keyed"),
        )

    def __str__(self) -> str:
        return self.heading_printed

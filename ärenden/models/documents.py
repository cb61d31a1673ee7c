"""Handlingar and their files."""

from django.db import models
from django.db.models import Q

from kernel.constraints import exactly_one, nonempty
from kernel.history import keeps_wordings
from kernel.models import PublicModel
from ärenden.choices import Direction, DocumentKind, LegalStatus, RenditionVariant
from ärenden.models.cases import Case
from ärenden.models.notes import MeetingNote
from ärenden.models.titles import Titled


@keeps_wordings("title", "title_public", "case", "received_on", "dated_on", name="DocumentHistory")
class Document(Titled, PublicModel):
    """A document of a case: running number, direction, dates and legal status (OSL 5:2, TF 2)."""

    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="documents")
    note = models.ForeignKey(MeetingNote, models.PROTECT, null=True, related_name="documents")
    running_number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=DocumentKind)
    direction = models.CharField(max_length=10, choices=Direction)
    legal_status = models.CharField(max_length=10, choices=LegalStatus)
    registered_on = models.DateField()
    received_on = models.DateField("inkommen", null=True, blank=True)
    received_on_unknown = models.CharField(max_length=200, blank=True)
    established_on = models.DateField("upprättad", null=True, blank=True)
    dispatched_on = models.DateField("expedierad", null=True, blank=True)
    dated_on = models.DateField("daterad", null=True, blank=True)
    date_text = models.CharField("datum som det står", max_length=80, blank=True)
    place = models.CharField("ort", max_length=80, blank=True)
    annulled_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("running_number",)
        constraints = (
            nonempty("title", name="document_titled"),
            exactly_one("case", "note", name="document_has_one_owner"),
            models.UniqueConstraint(fields=["case", "running_number"], name="document_number_once"),
            models.UniqueConstraint(
                fields=["note", "running_number"], name="note_document_number_once"
            ),
            models.CheckConstraint(
                condition=~Q(direction=Direction.INCOMING)
                | Q(received_on__isnull=False)
                | ~Q(received_on_unknown=""),
                name="incoming_document_has_day_or_reason",
            ),
            models.CheckConstraint(
                condition=~Q(legal_status=LegalStatus.ANNULLED) | ~Q(annulled_reason=""),
                name="annulled_document_has_reason",
            ),
        )
        indexes = (models.Index(fields=["registered_on"], name="document_by_registration"),)

    def __str__(self) -> str:
        return self.told_title


class FileRendition(PublicModel):
    """One file of a document; the original never changes."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="files")
    variant = models.CharField(
        max_length=15, choices=RenditionVariant, default=RenditionVariant.ORIGINAL
    )
    name = models.CharField("filnamn", max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    file = models.FileField(upload_to="handlingar/%Y/%m/")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["document", "variant", "sha256"], name="same_file_once"
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="file_has_checksum",
            ),
            models.CheckConstraint(condition=Q(size__gt=0), name="file_not_empty"),
        )

    def __str__(self) -> str:
        return self.name

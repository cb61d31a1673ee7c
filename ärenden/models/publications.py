"""Decisions to publish: what the public may read, on what basis, and until when."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from kernel.constraints import all_or_none, nonempty
from kernel.models import PublicModel
from ärenden.models.cases import Case
from ärenden.models.decisions import Decision
from ärenden.models.documents import Document, FileRendition
from ärenden.models.search import Searched


class Publication(PublicModel):
    """A decision of its own about the case's page, one document of it, or one body's decision.

    Names no document and no decision: it is the page, without which nothing else is public.
    Masked: only the public text and the files chosen for it are shown, never the register's own
    words. The database refuses every change but one withdrawal, and every removal.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="publications")
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="publications"
    )
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="publications"
    )
    files = models.ManyToManyField(FileRendition, related_name="publications", blank=True)
    is_masked = models.BooleanField(default=False)
    public_text = models.TextField("offentlig text", blank=True)
    basis = models.CharField("grund", max_length=200)
    decided_at = models.DateTimeField()
    decided_by = models.CharField(max_length=200)
    until = models.DateField("till och med", null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=200, null=True, blank=True)
    withdrawn_reason = models.TextField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            nonempty("basis", "decided_by", name="publication_says_who_and_why"),
            all_or_none(
                "withdrawn_at", "withdrawn_by", "withdrawn_reason", name="withdrawal_whole"
            ),
            nonempty("withdrawn_by", "withdrawn_reason", name="withdrawal_says_who_and_why"),
            models.CheckConstraint(
                condition=Q(document__isnull=True) | Q(decision__isnull=True),
                name="publication_of_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(is_masked=True) | Q(public_text=""),
                name="public_text_is_masked_version",
            ),
            models.UniqueConstraint(
                fields=["case", "document", "decision"],
                condition=Q(withdrawn_at__isnull=True),
                nulls_distinct=False,
                name="one_standing_publication",
            ),
        )

    def __str__(self) -> str:
        return str(self.document or self.decision or self.case)


class PublishedText(Searched):
    """What a publication is found by; written anew by every action on its case."""

    publication = models.OneToOneField(
        Publication, models.CASCADE, related_name="search_text", primary_key=True
    )

    class Meta:
        indexes = (GinIndex(fields=["vector"], name="published_text_search"),)

    def __str__(self) -> str:
        return self.text

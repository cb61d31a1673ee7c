"""What was handed in: from that moment allmän handling (TF 2:9), and never changed again."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CharField, F, Func, Q, Value
from django.db.models.lookups import Exact

from kernel.constraints import nonempty
from kernel.models import PublicModel
from meetings.models import Meeting
from parties.models import Body, Organisation, Person
from ärenden.choices import CaseType
from ärenden.models.cases import Case
from ärenden.models.documents import Document
from ärenden.models.drafts import Draft

LOCKED = [
    *("draft", "organisation", "body", "author", "case_type"),
    *("title", "motivation", "question_intro", "items", "text", "sha256"),
    *("handed_in_at", "handed_in_by_id", "handed_in_by_name", "serving_at"),
]


def _sum_of_text() -> Exact:
    """PostgreSQL's own SHA-256 of the text as UTF-8."""
    encoded = Func(F("text"), Value("UTF8"), function="convert_to")
    digest = Func(Func(encoded, function="sha256"), Value("hex"), function="encode")
    digest.output_field = CharField()
    return Exact(F("sha256"), digest)


class Submission(PublicModel):
    """Inlämnad handling with its full text, time and checksum: the receipt.

    The names stand in `agents`. It waits for the registrar until it has a `document`; one that
    completes a case knows its `case` from the start.
    """

    draft = models.OneToOneField(Draft, models.PROTECT, related_name="submission")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="submissions")
    body = models.ForeignKey(Body, models.PROTECT, related_name="submissions")
    author = models.ForeignKey(Person, models.PROTECT, related_name="submissions")
    case_type = models.CharField(max_length=20, choices=CaseType)
    title = models.TextField("rubrik")
    motivation = models.TextField("motivering", blank=True)
    question_intro = models.TextField("inledning", blank=True)
    items = ArrayField(models.TextField())
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    handed_in_at = models.DateTimeField()
    handed_in_by_id = models.BigIntegerField()
    handed_in_by_name = models.CharField(max_length=200)
    serving_at = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="submissions"
    )
    document = models.OneToOneField(
        Document, models.PROTECT, null=True, blank=True, related_name="submission"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        ordering = ("handed_in_at", "id")
        constraints = (
            nonempty("title", "text", "handed_in_by_name", name="submission_says_something"),
            models.CheckConstraint(condition=_sum_of_text(), name="submission_sum_of_text"),
            models.CheckConstraint(
                condition=Q(document__isnull=True) | Q(case__isnull=False),
                name="submission_registered_in_case",
            ),
        )
        indexes = (
            models.Index(
                fields=["organisation", "handed_in_at"],
                condition=Q(document__isnull=True),
                name="submissions_waiting",
            ),
        )
        triggers = (
            pgtrigger.ReadOnly(name="submission_stands", fields=LOCKED),
            pgtrigger.Protect(name="submission_kept", operation=pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return self.title

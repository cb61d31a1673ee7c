"""An answer under way, seen only by the one who answers and by those she shares it with."""

import hashlib

from django.db import models
from django.db.models import Q

from accounts.models import User
from kernel.constraints import all_or_none, nonempty
from kernel.models import PublicModel
from parties.models import Person
from ärenden.choices import Coverage, DraftPlace
from ärenden.models.answers import Answer
from ärenden.models.cases import Case, Question


class AnswerDraft(PublicModel):
    """One living draft for each who is to answer; no allmän handling until it comes in (TF 2:9).

    Handed in it is locked and keeps its text and checksum, which the receipt shows.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="answer_drafts")
    person = models.ForeignKey(Person, models.PROTECT, related_name="answer_drafts")
    answer = models.OneToOneField(Answer, models.PROTECT, null=True, related_name="draft")
    submitted_at = models.DateTimeField(null=True)
    submitted_text = models.TextField(null=True)
    sha256 = models.CharField(max_length=64, null=True)

    class Meta:
        constraints = (
            all_or_none(
                "answer", "submitted_at", "submitted_text", "sha256", name="answer_submitted_whole"
            ),
            models.UniqueConstraint(
                fields=["case", "person"],
                condition=Q(submitted_at__isnull=True),
                name="one_living_answer_draft",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}: {self.case}"


def mark_of(text: str, *beside: object) -> str:
    """A short checksum by which a form tells which wording it showed, with what stands beside."""
    return hashlib.sha256(f"{' '.join(map(str, beside))}\n{text}".encode()).hexdigest()[:16]


class DraftText(models.Model):
    """What stands in one place of the draft now, and who wrote it last."""

    draft = models.ForeignKey(AnswerDraft, models.CASCADE, related_name="texts")
    place = models.CharField(max_length=10, choices=DraftPlace)
    question = models.ForeignKey(Question, models.PROTECT, null=True, related_name="+")
    text = models.TextField(blank=True)
    coverage = models.CharField(max_length=10, choices=Coverage, blank=True)
    written_by_name = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["draft", "place", "question"],
                nulls_distinct=False,
                name="one_draft_text_a_place",
            ),
            models.CheckConstraint(
                condition=Q(place=DraftPlace.QUESTION, question__isnull=False)
                | (~Q(place=DraftPlace.QUESTION) & Q(question__isnull=True)),
                name="draft_text_of_a_question",
            ),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def mark(self) -> str:
        return mark_of(self.text, self.coverage)


class DraftWording(models.Model):
    """What someone wrote in one sitting; also what met another's change and was not kept."""

    place = models.ForeignKey(DraftText, models.CASCADE, related_name="wordings")
    author = models.ForeignKey(User, models.PROTECT, related_name="+")
    author_name = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    coverage = models.CharField(max_length=10, choices=Coverage, blank=True)
    begun_at = models.DateTimeField()
    written_at = models.DateTimeField()
    is_kept = models.BooleanField(default=True)

    class Meta:
        ordering = ("-written_at", "-id")

    def __str__(self) -> str:
        return self.text


class AnswerShare(models.Model):
    """Someone whom the one who answers lets read and comment, perhaps write."""

    draft = models.ForeignKey(AnswerDraft, models.CASCADE, related_name="shares")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    may_write = models.BooleanField(default=False)
    shared_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["draft", "user"],
                condition=Q(revoked_at__isnull=True),
                name="answer_shared_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} i {self.draft}"


class AnswerComment(models.Model):
    """A remark on one question of the draft, or on all of it; names stand as values."""

    draft = models.ForeignKey(AnswerDraft, models.CASCADE, related_name="comments")
    question = models.ForeignKey(Question, models.PROTECT, null=True, related_name="+")
    author_name = models.CharField(max_length=200)
    text = models.TextField()
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (nonempty("text", "author_name", name="answer_comment_said"),)

    def __str__(self) -> str:
        return self.text


class TimeRequest(models.Model):
    """The one who answers asks for a later day; the secretary settles it, with who and why."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="time_requests")
    asked_by_name = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    proposed_on = models.DateField()
    reason = models.TextField()
    settled_at = models.DateTimeField(null=True)
    settled_by_name = models.CharField(max_length=200, blank=True)
    granted_until = models.DateField(null=True)
    settled_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            nonempty("reason", "asked_by_name", name="time_asked_for_why"),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, granted_until__isnull=True)
                | (Q(settled_at__isnull=False) & ~Q(settled_by_name="")),
                name="time_request_settled_whole",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(settled_at__isnull=True),
                name="one_open_time_request",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case}: {self.reason}"

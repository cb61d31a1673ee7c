"""What a councillor is writing. No allmän handling yet: only those it is shared with see it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from accounts.models import User
from kernel.constraints import all_or_none, nonempty
from kernel.models import PublicModel
from parties.models import Body, Organisation, PartyGroup, Person
from ärenden import drafting
from ärenden.choices import CaseType
from ärenden.drafting import Written
from ärenden.models.cases import Case


class CompletionRequest(PublicModel):
    """Begäran om komplettering: why, and which day came to count when the completion was in."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="completion_requests")
    asked_at = models.DateTimeField()
    asked_by_name = models.CharField(max_length=200)
    reason = models.TextField()
    counts_from = models.DateField(null=True, blank=True)
    counts_because = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            nonempty("reason", "asked_by_name", name="completion_asked_why"),
            models.CheckConstraint(
                condition=Q(counts_from__isnull=True, counts_because="")
                | (Q(counts_from__isnull=False) & ~Q(counts_because="")),
                name="completion_counts_because",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(counts_from__isnull=True),
                name="one_open_completion_request",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case}: {self.reason}"


class Draft(PublicModel):
    """A text under way. `completes` says that it answers a request for komplettering.

    Handed in it stays as it is: the submission holds the text from then on.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="drafts")
    body = models.ForeignKey(Body, models.PROTECT, related_name="drafts")
    author = models.ForeignKey(Person, models.PROTECT, related_name="drafts")
    case_type = models.CharField(
        max_length=20,
        choices=[(kind.value, kind.label) for kind in drafting.WRITTEN_HERE],
    )
    title = models.TextField("rubrik", blank=True)
    addressee = models.CharField("ställd till", max_length=360, blank=True)
    motivation = models.TextField("motivering", blank=True)
    question_intro = models.TextField("inledning", blank=True)
    items = ArrayField(models.TextField(), default=list, blank=True)
    completes = models.OneToOneField(
        CompletionRequest, models.PROTECT, null=True, blank=True, related_name="draft"
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("-saved_at", "-id")

    def __str__(self) -> str:
        return self.title or f"{CaseType(self.case_type).label} utan rubrik"

    @property
    def written(self) -> Written:
        return Written(
            case_type=CaseType(self.case_type),
            title=self.title,
            addressee=self.addressee,
            motivation=self.motivation,
            question_intro=self.question_intro,
            items=tuple(self.items),
        )

    @property
    def checksum(self) -> str:
        """Of the text without its signatures: what a co-signer signs."""
        return drafting.checksum(drafting.as_text(self.written, body=self.body.name))


class CoSigner(models.Model):
    """Someone invited to sign; a signature holds for the text that it was put under."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="cosigners")
    person = models.ForeignKey(Person, models.PROTECT, related_name="cosigned_drafts")
    invited_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_sum = models.CharField(max_length=64, null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    declined_because = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["draft", "person"], name="cosigner_once"),
            all_or_none("signed_at", "signed_sum", name="signature_whole"),
            models.CheckConstraint(
                condition=Q(declined_at__isnull=True) | Q(signed_at__isnull=True),
                name="signed_or_declined",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person} i {self.draft}"

    def has_signed(self, checksum: str) -> bool:
        """Does the signature stand under the text with this checksum?"""
        return self.signed_sum == checksum


class DraftReader(models.Model):
    """A leader of the author's group whom the author lets read and comment."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="readers")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    party_group = models.ForeignKey(PartyGroup, models.PROTECT, related_name="+")
    named_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["draft", "user"], name="draft_reader_once"),)

    def __str__(self) -> str:
        return f"{self.user} läser {self.draft}"


class DraftComment(models.Model):
    """What someone with whom the draft is shared says of it; names stand as values."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="comments")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    author_name = models.CharField(max_length=200)
    text = models.TextField()
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = (nonempty("text", "author_name", name="draft_comment_said"),)

    def __str__(self) -> str:
        return self.text

"""Förslag and yrkanden with their points, and beslutsgång in steps."""

from django.db import models
from django.db.models import Q

from kernel.constraints import all_or_none, nonempty
from kernel.history import keeps_wordings
from kernel.models import PublicModel
from ärenden.choices import DecidedBy, ProposalKind, ProposalSource, StepMethod
from ärenden.models.agenda import MinutesItem
from ärenden.models.cases import Case
from ärenden.models.documents import Document

YRKANDEN = {
    ProposalKind.OWN: "Eget förslag",
    ProposalKind.AMENDMENT: "Ändringsyrkande",
    ProposalKind.ADDITION: "Tilläggsyrkande",
}


@keeps_wordings("lead_text_printed", "text", name="ProposalHistory")
class Proposal(PublicModel):
    """A motion's att-satser, a letter's proposal, an utskott's, or a yrkande at the meeting."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="proposals")
    minutes_item = models.ForeignKey(
        MinutesItem, models.PROTECT, null=True, blank=True, related_name="proposals"
    )
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="proposals"
    )
    ordinal = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=15, choices=ProposalKind)
    source = models.CharField(max_length=15, choices=ProposalSource)
    target = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="about_it"
    )
    lead_text_printed = models.TextField("inledning", blank=True)
    text = models.TextField(blank=True)
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering = ("ordinal",)
        constraints = (
            models.UniqueConstraint(fields=["case", "ordinal"], name="proposal_ordinal_once"),
        )

    def __str__(self) -> str:
        return f"{ProposalKind(self.kind).label} {self.ordinal}"

    @property
    def called(self) -> str:
        """`Yrkande om bifall`, `Tilläggsyrkande`; what a body prepared is no yrkande."""
        if self.source != ProposalSource.COUNCILLOR:
            own = self.kind == ProposalKind.OWN
            return "Förslag till beslut" if own else f"Förslag om {self._matter}"
        return YRKANDEN.get(ProposalKind(self.kind), f"Yrkande om {self._matter}")

    @property
    def _matter(self) -> str:
        return ProposalKind(self.kind).label.lower()


@keeps_wordings("lead_text_printed", "text", name="ProposalPointHistory")
class ProposalPoint(models.Model):
    """Att-sats: one point of a proposal, as printed."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    label_printed = models.CharField(max_length=20, blank=True)
    has_att = models.BooleanField(default=False)
    lead_text_printed = models.TextField("inledning", blank=True)
    text = models.TextField()
    derived_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            nonempty("text", name="proposal_point_says_something"),
            models.UniqueConstraint(fields=["proposal", "number"], name="proposal_point_order"),
        )

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


@keeps_wordings("found_printed", "yes_means", "no_means", name="PropositionStepHistory")
class PropositionStep(models.Model):
    """One step of beslutsgång (KL 5:53): what was put against what, and what the chair found.

    Ja in a vote may mean avslag, so what ja and nej mean is stored in words.
    """

    minutes_item = models.ForeignKey(
        MinutesItem, models.CASCADE, related_name="steps", null=True, blank=True
    )
    case = models.ForeignKey(Case, models.CASCADE, related_name="steps")
    ordinal = models.PositiveSmallIntegerField()
    method = models.CharField(max_length=20, choices=StepMethod)
    found_printed = models.TextField("vad ordföranden finner", blank=True)
    outcome = models.ForeignKey(
        Proposal, models.PROTECT, null=True, blank=True, related_name="won_steps"
    )
    outcome_is_rejection = models.BooleanField(default=False)
    decided_by = models.CharField(max_length=12, choices=DecidedBy, default=DecidedBy.ACCLAMATION)
    yes_means = models.TextField("vad ja betyder", null=True, blank=True)
    no_means = models.TextField("vad nej betyder", null=True, blank=True)
    yes = models.PositiveSmallIntegerField(null=True, blank=True)
    no = models.PositiveSmallIntegerField(null=True, blank=True)
    abstained = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("ordinal",)
        constraints = (
            models.UniqueConstraint(fields=["case", "ordinal"], name="step_ordinal_once"),
            all_or_none("yes_means", "no_means", "yes", "no", "abstained", name="vote_whole"),
            models.CheckConstraint(
                condition=Q(yes__isnull=True) | Q(decided_by=DecidedBy.VOTE),
                name="counts_belong_to_a_vote",
            ),
            models.CheckConstraint(
                condition=Q(outcome__isnull=False, outcome_is_rejection=False)
                | Q(outcome__isnull=True, outcome_is_rejection=True),
                name="step_has_one_outcome",
            ),
        )

    def __str__(self) -> str:
        return f"{self.ordinal}. {StepMethod(self.method).label}"


class PropositionOption(models.Model):
    """What stood against what in a step; no proposal means avslag, which no one need move."""

    step = models.ForeignKey(PropositionStep, models.CASCADE, related_name="options")
    position = models.PositiveSmallIntegerField()
    proposal = models.ForeignKey(Proposal, models.PROTECT, null=True, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["step", "position"], name="option_order"),
            models.UniqueConstraint(
                fields=["step", "proposal"], nulls_distinct=False, name="option_once"
            ),
        )

    def __str__(self) -> str:
        return str(self.proposal or "Avslag")

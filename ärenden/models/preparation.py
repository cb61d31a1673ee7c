"""Beredning: what was asked of whom, and what came back."""

from django.db import models
from django.db.models import Q

from kernel.constraints import nonempty
from kernel.history import keeps_wordings
from kernel.models import PublicModel
from parties.models import Body
from ärenden.choices import PrepAction, ReferralStatus
from ärenden.models.cases import Case
from ärenden.models.documents import Document


@keeps_wordings("recipient_printed", "text", "reason", name="ReferralHistory")
class Referral(PublicModel):
    """Remiss to one body or office; several may be out at once. Late is derived, not stored."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="referrals")
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="referrals")
    recipient_printed = models.CharField("remissinstans", max_length=160)
    sent_on = models.DateField("skickad")
    due_on = models.DateField("svar senast", null=True, blank=True)
    status = models.CharField(max_length=10, choices=ReferralStatus, default=ReferralStatus.OPEN)
    answered_on = models.DateField("yttrande inkommet", null=True, blank=True)
    text = models.TextField("yttrande", blank=True)
    reason = models.TextField("skäl", blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="referrals"
    )

    class Meta:
        ordering = ("sent_on", "id")
        constraints = (
            nonempty("recipient_printed", name="referral_has_recipient"),
            models.CheckConstraint(
                condition=~Q(status=ReferralStatus.ANSWERED) | Q(answered_on__isnull=False),
                name="answered_referral_has_day",
            ),
            models.CheckConstraint(
                condition=~Q(status=ReferralStatus.WAIVED) | ~Q(reason=""),
                name="waived_referral_has_reason",
            ),
        )

    def __str__(self) -> str:
        return f"Remiss till {self.recipient_printed}"


@keeps_wordings(
    "actor_printed", "paragraph_printed", "lead_text_printed", "text", name="PrepStepHistory"
)
class PrepStep(models.Model):
    """A step of the preparation that a paper tells of, here or in another body's minutes."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="prep_steps")
    position = models.PositiveSmallIntegerField()
    action = models.CharField(max_length=15, choices=PrepAction)
    actor_printed = models.CharField("vem", max_length=160)
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True)
    on_date = models.DateField(null=True, blank=True)
    paragraph_printed = models.CharField("paragraf", max_length=20, blank=True)
    lead_text_printed = models.TextField("inledning", blank=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            nonempty("actor_printed", name="prep_step_has_actor"),
            models.UniqueConstraint(fields=["case", "position"], name="prep_step_order"),
        )

    def __str__(self) -> str:
        return f"{self.actor_printed}: {PrepAction(self.action).label}"

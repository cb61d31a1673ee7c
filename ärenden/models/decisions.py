"""What was decided, who reserved themselves, who wanted something noted, and what follows."""

from django.db import models
from django.db.models import Q

from kernel.constraints import fact_or_reason, nonempty
from kernel.history import keeps_wordings
from kernel.models import PublicModel
from meetings.models import Meeting
from parties.models import Body
from ärenden.choices import (
    DatePrecision,
    DecisionNature,
    NonParticipationKind,
    Outcome,
    StatementKind,
    TaskStatus,
)
from ärenden.models.agenda import MinutesItem
from ärenden.models.cases import Case
from ärenden.models.proposals import Proposal, ProposalPoint


@keeps_wordings("outcome", "lead_text_printed", "motivation", name="DecisionHistory")
class Decision(PublicModel):
    """A body's decision in a case; the printed words are never made again from data.

    One that proposes something to another body is also the `proposal` that is put there.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="decisions")
    body = models.ForeignKey(Body, models.PROTECT, related_name="decisions")
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    minutes_item = models.ForeignKey(
        MinutesItem, models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    nature = models.CharField(max_length=20, choices=DecisionNature)
    outcome = models.CharField("innebörd", max_length=20, choices=Outcome, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_on_unknown = models.CharField(max_length=200, blank=True)
    lead_text_printed = models.TextField("inledning", blank=True)
    motivation = models.TextField("motivering", blank=True)
    target_body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="proposals_received"
    )
    proposal = models.OneToOneField(
        Proposal, models.PROTECT, null=True, blank=True, related_name="decision"
    )

    class Meta:
        ordering = ("id",)
        constraints = (
            fact_or_reason("decided_on", "decided_on_unknown", name="decision_day_or_reason"),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(nature=DecisionNature.ANSWERED),
                name="answered_once",
            ),
            models.CheckConstraint(
                condition=~Q(nature=DecisionNature.PROPOSAL_TO_BODY) | Q(target_body__isnull=False),
                name="proposal_has_target",
            ),
            models.CheckConstraint(
                condition=Q(proposal__isnull=True) | Q(nature=DecisionNature.PROPOSAL_TO_BODY),
                name="only_proposing_makes_proposal",
            ),
        )

    def __str__(self) -> str:
        return f"{self.body}: {DecisionNature(self.nature).label}"


@keeps_wordings("text", name="DecisionPointHistory")
class DecisionPoint(models.Model):
    """One point of a decision, as printed, and the point that it took up word by word."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    label_printed = models.CharField(max_length=20, blank=True)
    has_att = models.BooleanField(default=False)
    text = models.TextField()
    from_point = models.ForeignKey(
        ProposalPoint, models.PROTECT, null=True, blank=True, related_name="decided"
    )

    class Meta:
        ordering = ("number",)
        constraints = (
            nonempty("text", name="decision_point_says_something"),
            models.UniqueConstraint(fields=["decision", "number"], name="decision_point_order"),
        )

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class PointOutcome(models.Model):
    """What became of one att-sats by a decision; the printed points may say it in other words."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="point_outcomes")
    point = models.ForeignKey(ProposalPoint, models.PROTECT, related_name="outcomes")
    outcome = models.CharField(max_length=20, choices=Outcome)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["decision", "point"], name="point_outcome_once"),
        )

    def __str__(self) -> str:
        return f"{self.point.number}. {Outcome(self.outcome).label}"


@keeps_wordings("printed", "text", name="ReservationHistory")
class Reservation(models.Model):
    """Reservation against a decision (KL 4:27), only by those who took part in it."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="reservations")
    in_favour_of = models.ForeignKey(
        Proposal, models.PROTECT, null=True, blank=True, related_name="reservations"
    )
    printed = models.TextField("lydelse", blank=True)
    text = models.TextField(blank=True)
    awaits_text = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(awaits_text=False) | Q(text=""), name="awaited_reservation_has_no_text"
            ),
        )

    def __str__(self) -> str:
        return self.printed or f"Reservation {self.pk}"


@keeps_wordings("lead_text_printed", "text", name="StatementHistory")
class Statement(models.Model):
    """Protokollsanteckning or särskilt yttrande: not a reservation, and not regulated by law."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="statements")
    minutes_item = models.ForeignKey(
        MinutesItem, models.PROTECT, null=True, blank=True, related_name="statements"
    )
    kind = models.CharField(max_length=25, choices=StatementKind)
    lead_text_printed = models.TextField("inledning", blank=True)
    text = models.TextField()

    class Meta:
        constraints = (nonempty("text", name="statement_says_something"),)

    def __str__(self) -> str:
        return StatementKind(self.kind).label


@keeps_wordings("ground_printed", name="NonParticipationHistory")
class NonParticipation(models.Model):
    """Who abstained, did not take part, or was jävig: three different things (KL 4:25, 5:47)."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="non_participations")
    decision = models.ForeignKey(
        Decision, models.CASCADE, null=True, blank=True, related_name="non_participations"
    )
    kind = models.CharField(max_length=20, choices=NonParticipationKind)
    ground_printed = models.TextField("grund", blank=True)

    def __str__(self) -> str:
        return NonParticipationKind(self.kind).label


@keeps_wordings("responsible_printed", "text", "report_to_printed", "report", name="TaskHistory")
class Task(PublicModel):
    """Uppdrag given by a decision, to be reported back; a due month is as good as a day."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="tasks")
    point = models.ForeignKey(
        DecisionPoint, models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    responsible_printed = models.CharField("ansvarig", max_length=160)
    responsible_body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True)
    text = models.TextField("uppdrag")
    due_on = models.DateField(null=True, blank=True)
    due_precision = models.CharField(max_length=5, choices=DatePrecision, default=DatePrecision.DAY)
    report_to_printed = models.CharField("återrapporteras till", max_length=160, blank=True)
    status = models.CharField(max_length=10, choices=TaskStatus, default=TaskStatus.OPEN)
    reported_on = models.DateField(null=True, blank=True)
    report = models.TextField("återrapportering", blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            nonempty("responsible_printed", "text", name="task_says_who_and_what"),
            models.CheckConstraint(
                condition=~Q(status=TaskStatus.REPORTED) | Q(reported_on__isnull=False),
                name="reported_task_has_day",
            ),
        )

    def __str__(self) -> str:
        return self.text

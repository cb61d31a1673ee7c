"""A name as printed, in one capacity, beside the person or party it was linked to."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kernel.constraints import exactly_one, nonempty
from kernel.history import keeps_wordings
from parties.models import PROTECTED, Body, Party, Person
from ärenden.choices import AgentKind, Capacity
from ärenden.models.answers import Answer
from ärenden.models.cases import Case
from ärenden.models.decisions import NonParticipation, Reservation, Statement
from ärenden.models.documents import Document
from ärenden.models.notes import MeetingNote
from ärenden.models.proposals import Proposal
from ärenden.models.submissions import Submission

PRIVATE_PERSON = "Enskild person"
OWNERS = (
    "case",
    "document",
    "answer",
    "proposal",
    "reservation",
    "statement",
    "non_participation",
    "note",
    "submission",
)
WAYS_FROM_NAME = (  # to its case
    "case",
    "document__case",
    "answer__case",
    "proposal__case",
    "reservation__decision__case",
    "statement__case",
    "non_participation__case",
)


@keeps_wordings(
    "name_printed",
    "party_printed",
    "roles_printed",
    "organisation_printed",
    "note_printed",
    name="AgentHistory",
)
class AgentSnapshot(models.Model):
    """Who stands in a paper, letter by letter: titles and parties change, print does not.

    Belongs to exactly one owner; `position` keeps the printed order within a capacity.
    """

    capacity = models.CharField(max_length=20, choices=Capacity)
    position = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=10, choices=AgentKind, default=AgentKind.ELECTED)
    name_printed = models.CharField("namn", max_length=200)
    party_printed = models.CharField("parti", max_length=40, blank=True)
    roles_printed = ArrayField(
        models.CharField(max_length=160), verbose_name="titel", default=list, blank=True
    )
    organisation_printed = models.CharField("organisation", max_length=160, blank=True)
    note_printed = models.CharField("tillägg", max_length=160, blank=True)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="appearances"
    )
    party = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="appearances"
    )
    body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="appearances"
    )
    case = models.ForeignKey(Case, models.CASCADE, null=True, related_name="agents")
    document = models.ForeignKey(Document, models.CASCADE, null=True, related_name="agents")
    answer = models.ForeignKey(Answer, models.CASCADE, null=True, related_name="agents")
    proposal = models.ForeignKey(Proposal, models.CASCADE, null=True, related_name="agents")
    reservation = models.ForeignKey(Reservation, models.CASCADE, null=True, related_name="agents")
    statement = models.ForeignKey(Statement, models.CASCADE, null=True, related_name="agents")
    non_participation = models.ForeignKey(
        NonParticipation, models.CASCADE, null=True, related_name="agents"
    )
    note = models.ForeignKey(MeetingNote, models.CASCADE, null=True, related_name="agents")
    submission = models.ForeignKey(Submission, models.CASCADE, null=True, related_name="agents")

    class Meta:
        ordering = ("capacity", "position")
        constraints = (
            nonempty("name_printed", name="agent_named"),
            exactly_one(*OWNERS, name="agent_has_one_owner"),
            *(
                models.UniqueConstraint(
                    fields=[owner, "capacity", "position"], name=f"agent_order_{owner}"
                )
                for owner in OWNERS
            ),
        )
        indexes = (models.Index(fields=["person", "capacity"], name="agent_by_person"),)

    def __str__(self) -> str:
        return self.name if self.is_protected else f"{self.name} {self.party_printed}".strip()

    @property
    def is_protected(self) -> bool:
        """Does the person's protected identity blank the name and the party?"""
        return self.person is not None and self.person.has_protected_identity

    @property
    def name(self) -> str:
        """The name as anyone may read it; `name_printed` is for correcting it."""
        return PROTECTED if self.is_protected else self.name_printed

    @property
    def offices(self) -> list[str]:
        """The titles as anyone may read them; of someone protected they tell who it is."""
        return [] if self.is_protected else self.roles_printed

    @property
    def in_public(self) -> str:
        """Elected and employed people by name, unless it is protected; others by no name."""
        return PRIVATE_PERSON if self.kind == AgentKind.PUBLIC else str(self)

"""Sekretessmarkering: a note of the provision, the day and the authority (OSL 5 kap. 5 §)."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Func, IntegerField, Q, Value
from django.db.models.lookups import LessThanOrEqual

from kernel.constraints import nonempty
from kernel.models import PublicModel
from ärenden.models.agents import AgentSnapshot
from ärenden.models.cases import Case, Question
from ärenden.models.documents import Document

TARGETS = ("document", "question", "agent")


class SecrecyMark(PublicModel):
    """On a whole case, a whole document, or one fact of either.

    A marked fact is kept apart (OSL 5 kap. 2 §): its words move into `kept`, and the row says
    something that anyone who reads the register may see. A mark is a warning and no decision:
    whether something can be handed out is tried each time that it is asked for.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="secrecy_marks")
    document = models.ForeignKey(Document, models.CASCADE, null=True, related_name="secrecy_marks")
    question = models.ForeignKey(Question, models.CASCADE, null=True)
    agent = models.ForeignKey(AgentSnapshot, models.CASCADE, null=True)
    field = models.CharField(max_length=20, blank=True)
    kept = models.JSONField(default=dict)
    provision = models.CharField("bestämmelse", max_length=160)
    authority_printed = models.CharField("myndighet", max_length=160)
    marked_on = models.DateField("markerad")
    lifted_on = models.DateField("hävd", null=True, blank=True)

    class Meta:
        ordering = ("marked_on", "id")
        constraints = (
            nonempty("provision", "authority_printed", name="mark_says_why_and_by_whom"),
            models.CheckConstraint(
                condition=LessThanOrEqual(
                    Func(*map(F, TARGETS), function="num_nonnulls", output_field=IntegerField()),
                    Value(1),
                ),
                name="mark_has_one_target",
            ),
            models.CheckConstraint(
                condition=Q(field="", kept={}) | (~Q(field="") & ~Q(kept={})),
                name="marked_fact_is_kept",
            ),
            models.CheckConstraint(
                condition=Q(lifted_on__isnull=True) | Q(lifted_on__gte=F("marked_on")),
                name="mark_lifted_after_it_was_made",
            ),
            models.UniqueConstraint(
                fields=["case", *TARGETS, "field"],
                condition=Q(lifted_on__isnull=True),
                nulls_distinct=False,
                name="marked_once_at_a_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.provision}, {self.marked_on}"

    def with_dates(self) -> Self:
        """The mark out of the database's JSON, where days are text."""
        self.marked_on = date.fromisoformat(str(self.marked_on))
        self.lifted_on = date.fromisoformat(str(self.lifted_on)) if self.lifted_on else None
        return self

    @property
    def is_on_the_case(self) -> bool:
        return not self.field and self.document_id is None

"""The case and the questions inside it."""

from datetime import date, datetime, time

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case as When
from django.db.models import F, Q, Value
from django.db.models import When as Clause

from accounts.models import User
from kernel.constraints import all_or_none, fact_or_reason, nonempty
from kernel.history import keeps_wordings
from kernel.models import PublicModel
from meetings.models import Meeting
from parties.models import Body, Organisation, Party
from ärenden.choices import (
    AnswerState,
    CaseType,
    Channel,
    Execution,
    LinkKind,
    Origin,
    Outcome,
    State,
)
from ärenden.deadlines import STOCKHOLM
from ärenden.models.numbers import NumberSeries
from ärenden.models.titles import Titled

BEFORE_THE_DEBATE = [State.REGISTERED, State.ANNOUNCED, State.PERMITTED]
PHASE_OF_ANSWER = {
    AnswerState.IN_PROGRESS: "answering",
    AnswerState.RECEIVED: "answer_received",
    AnswerState.HANDED_OVER: "answer_handed_over",
}


def _phase() -> When:
    """What the badge shows: the answer's track while it runs ahead of the procedure."""
    clauses = [
        Clause(state__in=BEFORE_THE_DEBATE, answer_state=answer_state, then=Value(phase))
        for answer_state, phase in PHASE_OF_ANSWER.items()
    ]
    return When(*clauses, default=F("state"), output_field=models.CharField(max_length=20))


@keeps_wordings(
    "title",
    "title_public",
    "motivation",
    "question_intro",
    "case_type",
    "dnr",
    "own_number",
    "received_on",
    name="CaseHistory",
)
class Case(Titled, PublicModel):
    """Ärende. State, outcome and execution are three things; only actions change them.

    The database refuses a change of state without an event of the same transaction.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="cases")
    case_type = models.CharField(max_length=20, choices=CaseType)
    body = models.ForeignKey(Body, models.PROTECT, related_name="cases")
    preparing_body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="prepared_cases"
    )
    deciding_body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="entrusted_cases"
    )
    handler = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="handled_cases",
        verbose_name="ansvarig handläggare",
    )
    motivation = models.TextField("motivering", blank=True)
    question_intro = models.TextField("inledning till frågorna", blank=True)
    origin = models.CharField(max_length=20, choices=Origin, default=Origin.COUNCILLOR)
    on_behalf_of = models.ForeignKey(Party, models.PROTECT, null=True, blank=True)

    dnr = models.CharField("diarienummer", max_length=60, null=True, blank=True)
    dnr_unknown = models.CharField(max_length=200, blank=True)
    dnr_key = models.TextField(null=True, blank=True)
    dnr_tokens = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    dnr_parts = models.JSONField(null=True, blank=True)
    series = models.ForeignKey(NumberSeries, models.PROTECT, null=True, blank=True)
    reset_period = models.PositiveIntegerField(null=True, blank=True)
    sequence = models.PositiveIntegerField(null=True, blank=True)
    own_number = models.CharField("eget nummer", max_length=40, blank=True)

    received_on = models.DateField("inkommen dag", null=True, blank=True)
    received_on_unknown = models.CharField(max_length=200, blank=True)
    received_at = models.TimeField("klockslag", null=True, blank=True)
    channel = models.CharField(max_length=20, choices=Channel, blank=True)
    counted_from = models.DateTimeField("räknas som inlämnad", null=True, blank=True)
    registered_on = models.DateField()
    raised_on = models.DateField("väckt", null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    target_meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="targeting_cases"
    )
    state = models.CharField(max_length=20, choices=State)
    answer_state = models.CharField(max_length=20, choices=AnswerState, default=AnswerState.NONE)
    is_permitted = models.BooleanField(null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    execution = models.CharField(max_length=10, choices=Execution, blank=True)
    phase = models.GeneratedField(
        expression=_phase(), output_field=models.CharField(max_length=20), db_persist=True
    )
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            nonempty("title", name="case_titled"),
            fact_or_reason("dnr", "dnr_unknown", name="case_number_or_reason"),
            fact_or_reason("received_on", "received_on_unknown", name="case_received_or_reason"),
            all_or_none("dnr", "dnr_key", name="case_number_searchable"),
            all_or_none("series", "reset_period", "sequence", name="case_sequence_whole"),
            models.CheckConstraint(
                condition=Q(series__isnull=True) | Q(dnr__isnull=False),
                name="case_sequence_printed",
            ),
            models.UniqueConstraint(
                fields=["series", "reset_period", "sequence"], name="case_sequence_once"
            ),
            models.UniqueConstraint(
                fields=["organisation", "dnr_key"],
                name="case_number_once",
            ),
            models.UniqueConstraint(
                fields=["organisation", "case_type", "own_number"],
                condition=~Q(own_number=""),
                name="case_own_number_once",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.CLOSED) | Q(closed_on__isnull=False),
                name="closed_case_has_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.PERMITTED) | Q(is_permitted=True),
                name="permitted_case_has_permission",
            ),
        )
        indexes = (
            GinIndex(fields=["dnr_tokens"], name="case_by_number"),
            GinIndex(
                fields=["dnr_parts"], opclasses=["jsonb_path_ops"], name="case_by_number_parts"
            ),
            models.Index(
                fields=["organisation", "-registered_on", "-id"], name="case_by_registration"
            ),
            models.Index(fields=["organisation", "phase"], name="case_by_phase"),
        )

    @property
    def came_on(self) -> date:
        """The day it was handed in; where the papers do not say, the day it was registered."""
        return self.received_on or self.registered_on

    @property
    def handed_in_at(self) -> datetime | None:
        """The moment held against the last time to hand in: of the completion that counts, if any.

        An arrival without a time of day counts as come in when the day began.
        """
        if self.counted_from or self.received_on is None:
            return self.counted_from
        return datetime.combine(self.received_on, self.received_at or time.min, tzinfo=STOCKHOLM)

    @property
    def decider(self) -> Body:
        """The body that decides: the case's own, or the one that it left that to.

        The council hands a medborgarförslag to a nämnd (KL 5:23); a body that would have decided
        itself proposes instead to the one above it.
        """
        return self.deciding_body or self.body

    def __str__(self) -> str:
        return f"{self.dnr or 'utan diarienummer'} {self.told_title}"


class CaseLink(models.Model):
    """How one case relates to another."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="links")
    other = models.ForeignKey(Case, models.CASCADE, related_name="links_to")
    kind = models.CharField(max_length=20, choices=LinkKind)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["case", "other", "kind"], name="link_once"),
            models.CheckConstraint(condition=~Q(case=F("other")), name="link_not_to_itself"),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind} {self.other_id}"


@keeps_wordings("text", name="QuestionHistory")
class Question(models.Model):
    """One question as put; the number is ours when print has none."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField()
    label_printed = models.CharField(max_length=20, blank=True)
    text = models.TextField()

    class Meta:
        ordering = ("number",)
        constraints = (
            nonempty("text", name="question_asked"),
            models.UniqueConstraint(
                fields=["case", "number"],
                name="question_number_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
        )

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"

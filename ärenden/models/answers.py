"""Answers, question by question."""

from django.db import models
from django.db.models import Q

from kernel.constraints import nonempty
from kernel.history import keeps_wordings
from kernel.models import PublicModel
from ärenden.choices import AnswerKind, Coverage
from ärenden.models.cases import Case, Question
from ärenden.models.documents import Document


@keeps_wordings("title_printed", "preamble", "questions_intro", "closing", name="AnswerHistory")
class Answer(PublicModel):
    """Svar. A draft until it has come in; until handed over, only its writers read it."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="answers")
    kind = models.CharField(max_length=20, choices=AnswerKind, default=AnswerKind.WRITTEN)
    ordinal = models.PositiveSmallIntegerField()
    title_printed = models.TextField("rubrik", blank=True)
    preamble = models.TextField("inledning", blank=True)
    questions_intro = models.TextField("inledning till svaren", blank=True)
    closing = models.TextField("avslutning", blank=True)
    place = models.CharField("ort", max_length=80, blank=True)
    dated_on = models.DateField("daterat", null=True, blank=True)
    date_text = models.CharField(max_length=80, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="answers"
    )
    is_received = models.BooleanField(default=False)
    received_on = models.DateField("inkommet", null=True, blank=True)
    handed_over_on = models.DateField("överlämnat", null=True, blank=True)

    class Meta:
        ordering = ("ordinal",)
        constraints = (
            models.UniqueConstraint(fields=["case", "ordinal"], name="answer_ordinal_once"),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True) | Q(is_received=True),
                name="answer_with_day_is_received",
            ),
            models.CheckConstraint(
                condition=Q(handed_over_on__isnull=True) | Q(is_received=True),
                name="answer_received_before_handed_over",
            ),
        )

    def __str__(self) -> str:
        return f"{AnswerKind(self.kind).label} {self.ordinal}"


@keeps_wordings("text", "question_text_as_quoted", name="AnswerPartHistory")
class AnswerPart(models.Model):
    """The answer to one question, or a common one (no question), with the question as quoted."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField()
    question = models.ForeignKey(
        Question, models.CASCADE, null=True, blank=True, related_name="parts"
    )
    coverage = models.CharField(max_length=10, choices=Coverage, default=Coverage.FULL)
    question_label_printed = models.CharField(max_length=20, blank=True)
    question_text_as_quoted = models.TextField("frågan som den återges", blank=True)
    answer_label_printed = models.CharField(max_length=20, blank=True)
    text = models.TextField()

    class Meta:
        ordering = ("position",)
        constraints = (
            nonempty("text", name="answer_part_says_something"),
            models.UniqueConstraint(fields=["answer", "position"], name="answer_part_order"),
        )

    def __str__(self) -> str:
        return self.text

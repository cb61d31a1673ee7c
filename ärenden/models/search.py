"""The text a case is found by, one row per audience, so that search cannot leak."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from ärenden.models.cases import Case


class Audience(models.TextChoices):
    STAFF = "staff", "Kansliet"
    COUNCIL = "council", "Förtroendevalda"


class Searched(models.Model):
    """In the vector the words as written weigh A, so that they can be told from their stems."""

    text = models.TextField()
    vector = models.GeneratedField(
        expression=SearchVector("text", config="swedish")
        + SearchVector("text", config="simple", weight="A"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        abstract = True


class CaseText(Searched):
    """Number, title, names and texts of a case as one audience may read them."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="texts")
    audience = models.CharField(max_length=10, choices=Audience)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["case", "audience"], name="case_text_once"),)
        indexes = (GinIndex(fields=["vector"], name="case_text_search"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.audience}"

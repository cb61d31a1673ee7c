"""Where they sit: organisations and their bodies."""

from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from accounts.roles import Role
from kernel.constraints import bounded_period, no_overlap, nonempty
from kernel.models import PublicModel
from parties.choices import BodyKind, OrganisationKind, ParagraphSeries

DIGITS = "Skriv {} siffror utan bindestreck."


def roles_that_change_the_register() -> list[str]:
    """Of whom a new organisation demands a second factor, until it decides otherwise."""
    return [Role.REGISTRAR, Role.ADMINISTRATOR]


class Organisation(PublicModel):
    """A municipality or region; every other row belongs to one (kommunallagen 1 kap.)."""

    kind = models.CharField(max_length=30, choices=OrganisationKind)
    name = models.CharField("namn", max_length=120)
    slug = models.SlugField(unique=True)
    organisation_number = models.CharField(
        "organisationsnummer",
        max_length=10,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(r"^\d{10}$", DIGITS.format("tio"))],
    )
    area_code = models.CharField(
        "kommun- eller länskod",
        max_length=4,
        blank=True,
        validators=[RegexValidator(r"^\d{2}(\d{2})?$", DIGITS.format("två eller fyra"))],
    )

    allows_answer_transfer = models.BooleanField(
        "arbetsordningen låter svaret överlåtas", default=False
    )
    second_factor_roles = ArrayField(
        models.CharField(max_length=30, choices=Role),
        verbose_name="roller som kräver tvåstegsinloggning",
        default=roles_that_change_the_register,
        blank=True,
    )
    feedback_email = models.EmailField("e-post för tillgänglighet", blank=True)
    publication_basis = models.CharField("vanlig grund för publicering", max_length=200, blank=True)
    is_indexed = models.BooleanField("sökmotorer får visa den publika webben", default=True)

    class Meta:
        constraints = (nonempty("name", "slug", name="organisation_named"),)

    def __str__(self) -> str:
        return self.name


class Body(PublicModel):
    """Organ: a council, board, committee or group, in one organisation, for a time."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="bodies")
    kind = models.CharField("slag", max_length=30, choices=BodyKind)
    name = models.CharField("namn", max_length=160)
    abbreviation = models.CharField("förkortning", max_length=20)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="hör till",
    )
    register = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="registered_bodies",
        verbose_name="diarieför hos",
    )
    seats = models.PositiveSmallIntegerField("platser", null=True, blank=True)
    is_public = models.BooleanField("offentliga sammanträden", default=False)
    prepares_only = models.BooleanField("bereder bara", default=False)
    paragraph_series = models.CharField(
        "paragraferna räknas per",
        max_length=10,
        choices=ParagraphSeries,
        default=ParagraphSeries.YEAR,
    )
    period = DateRangeField("tid")

    class Meta:
        constraints = (
            bounded_period(name="body_period_bounded"),
            nonempty("name", "abbreviation", name="body_named"),
            no_overlap("organisation", "abbreviation", name="body_abbreviation_once"),
            models.CheckConstraint(
                condition=~Q(kind__in=[BodyKind.SUBCOMMITTEE, BodyKind.PRESIDIUM])
                | Q(parent__isnull=False),
                name="body_part_has_parent",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="body_not_own_parent"
            ),
        )

    def __str__(self) -> str:
        return self.name


class MandatePeriod(models.Model):
    """Mandatperiod of a body: the council's begins 15 October of the election year (KL 5:9)."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="mandate_periods")
    period = DateRangeField()

    class Meta:
        constraints = (
            bounded_period(name="mandate_period_bounded"),
            no_overlap("body", name="mandate_period_once"),
        )

    def __str__(self) -> str:
        return f"{self.body} {self.period}"

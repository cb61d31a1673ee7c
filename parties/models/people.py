"""Who sits: parties, people, their assignments and groups, and the roles of accounts."""

from datetime import date

from django.contrib.postgres.fields import DateRangeField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from accounts.models import User
from accounts.roles import BODY_BOUND, Role
from kernel.constraints import bounded_period, no_overlap, nonempty
from kernel.models import PublicModel
from kernel.sorting import sort_key_of
from kernel.text import in_sentence
from parties.choices import AssignmentRole, PartyScope
from parties.models.organisations import Body, Organisation


class Party(PublicModel):
    """A party, national (no organisation) or local; abbreviations are unique only there."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="local_parties"
    )
    abbreviation = models.CharField("förkortning", max_length=8)
    name = models.CharField("namn", max_length=120)
    scope = models.CharField(max_length=10, choices=PartyScope)
    colour = models.CharField(
        "färg", max_length=7, blank=True, validators=[RegexValidator(r"^#[0-9A-Fa-f]{6}$")]
    )
    period = DateRangeField("tid")

    class Meta:
        constraints = (
            bounded_period(name="party_period_bounded"),
            nonempty("abbreviation", name="party_abbreviated"),
            no_overlap(
                "abbreviation", name="national_party_once", condition=Q(organisation__isnull=True)
            ),
            no_overlap(
                "organisation",
                "abbreviation",
                name="local_party_once",
                condition=Q(organisation__isnull=False),
            ),
            models.CheckConstraint(
                condition=Q(scope=PartyScope.NATIONAL, organisation__isnull=True)
                | Q(scope=PartyScope.LOCAL, organisation__isnull=False),
                name="local_party_has_organisation",
            ),
        )

    def __str__(self) -> str:
        return self.name or self.abbreviation


PROTECTED = "Skyddade personuppgifter"


class Person(PublicModel):
    """Someone the organisation knows by name; no personnummer, no identity.

    One with a protected identity is named nowhere but on the administrator's page of the person.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="people")
    given_name = models.CharField("förnamn", max_length=80, blank=True)
    family_name = models.CharField("efternamn", max_length=80)
    has_protected_identity = models.BooleanField("skyddade personuppgifter", default=False)
    sort_key = sort_key_of("family_name")

    class Meta:
        constraints = (
            nonempty("family_name", name="person_named"),
            models.UniqueConstraint(fields=["id", "organisation"], name="person_at_home"),
        )
        indexes = (models.Index(fields=["organisation", "sort_key"], name="person_sorted"),)

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return PROTECTED if self.has_protected_identity else self.full_name

    @property
    def full_name(self) -> str:
        """The name itself, for matching and for those who keep the register of people."""
        return f"{self.given_name} {self.family_name}".strip()


class PartyAffiliation(models.Model):
    """Which party a person belongs to for a time; no party is partilös, shown as (–)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="affiliations")
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True)
    period = DateRangeField("tid")

    class Meta:
        constraints = (
            bounded_period(name="affiliation_period_bounded"),
            no_overlap("person", name="one_affiliation_at_a_time"),
        )

    def __str__(self) -> str:
        return f"{self.person} {self.party or 'partilös'}"


class Assignment(PublicModel):
    """Uppdrag: a role in a body, or an office such as kommunalråd (KL 4:2), with its title.

    A change of party never touches it: the seat keeps the party it was elected for.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="assignments")
    body = models.ForeignKey(
        Body,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="assignments",
        verbose_name="organ",
    )
    role = models.CharField("roll", max_length=20, choices=AssignmentRole)
    title = models.CharField("titel", max_length=160, blank=True)
    elected_for = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, verbose_name="vald för"
    )
    substitution_order = models.PositiveSmallIntegerField(
        "ordning bland ersättarna", null=True, blank=True
    )
    period = DateRangeField("tid")

    class Meta:
        constraints = (
            bounded_period(name="assignment_period_bounded"),
            models.CheckConstraint(
                condition=(Q(role=AssignmentRole.OFFICE_HOLDER) & ~Q(title=""))
                | Q(body__isnull=False),
                name="assignment_has_body_or_title",
            ),
            no_overlap("body", name="one_chair_at_a_time", condition=Q(role=AssignmentRole.CHAIR)),
            no_overlap("person", "body", "role", "title", name="assignment_once"),
        )

    def __str__(self) -> str:
        return f"{self.person}, {self.printed_title}"

    @property
    def printed_title(self) -> str:
        """The title as written after a name: `ordförande i barn- och utbildningsnämnden`."""
        if self.title or self.body is None:
            return self.title
        role = AssignmentRole(self.role).label.lower()
        return f"{role} i {in_sentence(self.body.name)}"


class PartyGroup(PublicModel):
    """Partigrupp in a body: usually one party, sometimes several together."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="party_groups")
    name = models.CharField("namn", max_length=120)
    parties = models.ManyToManyField(Party, related_name="groups", blank=True)
    period = DateRangeField("tid")

    class Meta:
        constraints = (
            bounded_period(name="party_group_period_bounded"),
            no_overlap("body", "name", name="party_group_once"),
        )

    def __str__(self) -> str:
        return self.name


class Membership(PublicModel):
    """The role that an account has in an organisation, for a time."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=30, choices=Role)
    title = models.CharField("titel", max_length=120, blank=True)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True)
    party_group = models.ForeignKey(
        PartyGroup, models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    period = DateRangeField("tid")

    class Meta:
        constraints = (
            bounded_period(name="membership_period_bounded"),
            no_overlap(
                *("user", "organisation", "role"),
                nullable=("body", "party_group"),
                name="membership_once",
            ),
            models.CheckConstraint(
                condition=~Q(role=Role.COUNCILLOR) | Q(person__isnull=False),
                name="councillor_is_a_person",
            ),
            models.CheckConstraint(
                condition=~Q(role=Role.GROUP_LEADER) | Q(party_group__isnull=False),
                name="group_leader_has_group",
            ),
            models.CheckConstraint(
                condition=~Q(role__in=sorted(BODY_BOUND)) | Q(body__isnull=False),
                name="body_bound_role_has_body",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}: {Role(self.role).label}, {self.organisation}"

    def holds_on(self, day: date) -> bool:
        return day in self.period

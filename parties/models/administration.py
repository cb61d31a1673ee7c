"""How an organisation is looked after: who was invited, and what was changed by whom."""

from datetime import datetime

import pgtrigger
from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.contrib.postgres.indexes import GinIndex
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from accounts.models import User
from accounts.roles import Role
from kernel.constraints import all_or_none, bounded_period, nonempty
from kernel.models import PublicModel
from parties.models.organisations import Body, Organisation
from parties.models.people import PartyGroup, Person


class Invitation(PublicModel):
    """A role waiting for the one with the e-mail address to take it.

    Only the digest of the address's secret is kept: it is made when the mail is sent. One that
    waits for its mail has no digest yet.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="invitations")
    email = models.EmailField("e-postadress")
    name = models.CharField("namn", max_length=200)
    role = models.CharField("roll", max_length=30, choices=Role)
    title = models.CharField("titel", max_length=120, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True)
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True)
    party_group = models.ForeignKey(PartyGroup, models.PROTECT, null=True, blank=True)
    period = DateRangeField("tid")
    digest = models.CharField(max_length=64, unique=True, null=True, editable=False)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-created_at", "-id")
        constraints = (
            nonempty("email", "name", name="invitation_addressed"),
            bounded_period(name="invitation_period_bounded"),
            all_or_none("accepted_at", "accepted_by", name="invitation_accepted_by_someone"),
            all_or_none("sent_at", "digest", name="invitation_sent_has_digest"),
            models.UniqueConstraint(
                fields=["organisation", "email", "role", "body", "party_group"],
                nulls_distinct=False,
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True),
                name="invitation_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}, {Role(self.role).label}"

    def is_open(self, now: datetime) -> bool:
        """Can it still be taken?"""
        return self.accepted_at is None and self.revoked_at is None and now < self.expires_at


class AdministrationEvent(models.Model):
    """Who changed what of the organisation, and when; never changed or removed.

    `about` are the public ids of what it concerns; `changes` are rows of what, before and after.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="changes")
    about = ArrayField(models.UUIDField(), default=list)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    summary = models.TextField()
    changes = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("-recorded_at", "-id")
        constraints = (nonempty("summary", "actor_name", name="change_says_who_and_what"),)
        indexes = (
            models.Index(fields=["organisation", "-recorded_at"], name="changes_in_order"),
            GinIndex(fields=["about"], name="changes_of_thing"),
        )
        triggers = (
            pgtrigger.Protect(name="change_stands", operation=pgtrigger.Update | pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return self.summary

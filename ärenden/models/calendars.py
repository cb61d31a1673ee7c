"""Calendar feeds: addresses that a calendar program fetches without signing in."""

from django.db import models
from django.db.models import Q

from accounts.models import User
from kernel.models import PublicModel
from parties.models import Body, Organisation, PartyGroup
from ärenden.choices import FeedContent

_OF_NEITHER = Q(content__in=[FeedContent.OWN, FeedContent.MEETINGS], body=None, group=None)
_OF_BODY = Q(content=FeedContent.BODY, body__isnull=False, group=None)
_OF_GROUP = Q(content=FeedContent.GROUP, body=None, group__isnull=False)


class CalendarFeed(PublicModel):
    """Whose the feed is and what it holds; what its owner may see is asked at every fetch.

    The address is signed out of the public id and stored nowhere (ADR 18). `digest` is that of
    the content fetched last, which has read so since `changed_at`.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="calendar_feeds")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    content = models.CharField(max_length=10, choices=FeedContent)
    body = models.ForeignKey(Body, models.CASCADE, null=True, blank=True, related_name="+")
    group = models.ForeignKey(PartyGroup, models.CASCADE, null=True, blank=True, related_name="+")
    note = models.CharField("var du använder den", max_length=60, blank=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ("made_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=_OF_NEITHER | _OF_BODY | _OF_GROUP, name="feed_concerns_what_it_holds"
            ),
        )
        indexes = (
            models.Index(
                fields=["user", "organisation"],
                condition=Q(revoked_at=None),
                name="open_feeds_of_account",
            ),
        )

    def __str__(self) -> str:
        return str(self.public_id)

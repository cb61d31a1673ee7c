"""Making and revoking calendar feeds. No change of a case, so no event tells of it."""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from kernel.text import counted
from parties.changes import Administering, in_words, log
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import CalendarFeed
from ärenden.queries.calendars import feeds_of, is_open

MOST_FEEDS = 20
A_MINUTE = timedelta(minutes=1)
TOO_MANY = f"Du har redan {MOST_FEEDS} kalenderadresser. Stäng en som du inte använder först."


def make_feed(feed: CalendarFeed, *, at: datetime) -> CalendarFeed:
    """A feed of something that its owner may read now."""
    if not is_open(feed, on=timezone.localdate(at)):
        raise PermissionDenied
    if feeds_of(feed.user, feed.organisation).count() >= MOST_FEEDS:
        raise ActionRefused([Refusal("too_many_feeds", TOO_MANY)])
    feed.made_at = at
    feed.save()
    return feed


def revoke_feed(feed: CalendarFeed, *, at: datetime) -> None:
    """The address opens nothing any more."""
    CalendarFeed.objects.filter(pk=feed.pk, revoked_at=None).update(revoked_at=at)


@transaction.atomic
def renew_feed(feed: CalendarFeed, *, at: datetime) -> CalendarFeed:
    """The same under a new address; the old one opens nothing any more."""
    revoke_feed(feed, at=at)
    return make_feed(
        CalendarFeed(
            user=feed.user,
            organisation=feed.organisation,
            content=feed.content,
            body=feed.body,
            group=feed.group,
            note=feed.note,
        ),
        at=at,
    )


def revoke_all(user: User, *, doing: Administering) -> str:
    """What an administrator does when an address has gone astray; tells how many there were."""
    with in_words():
        number = feeds_of(user, doing.organisation).update(revoked_at=doing.at)
        told = f"{counted(number, 'kalenderadress', 'kalenderadresser')} stängdes för {user}"
        log(doing, told, about=[user])
    return told


def note_fetch(feed: CalendarFeed, *, digest: str, at: datetime) -> None:
    """When it was fetched last, to the minute, and since when it has read as it does."""
    if feed.digest != digest:
        feed.digest, feed.changed_at = digest, at
    elif feed.fetched_at and at - feed.fetched_at < A_MINUTE:
        return
    feed.fetched_at = at
    feed.save(update_fields=["digest", "changed_at", "fetched_at"])

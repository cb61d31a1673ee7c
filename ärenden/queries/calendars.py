"""Calendar feeds: their addresses, whether they may still be read, and what stands in them."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db.models import (
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Greatest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.roles import Verb
from kernel.periods import holds_on
from meetings.models import Meeting
from parties.access import may_in, memberships_on, reach, standing_on
from parties.models import Body, Organisation, PartyGroup
from ärenden import access, group_access
from ärenden.choices import DeadlineStatus, FeedContent
from ärenden.models import AgendaItem, CalendarFeed, Case, CaseEvent, Deadline
from ärenden.queries import groups, own_matters
from ärenden.queries.secrecy import withheld_names

MOST = 1000  # of each kind, those nearest in time
MEETINGS_BACK = timedelta(days=180)
ENDED_BACK = timedelta(days=90)


# ---- addresses ------------------------------------------------------------------------------


def address_of(feed: CalendarFeed) -> str:
    """The secret address: whoever has it reads what the feed's owner may see."""
    path = reverse("calendar_feed", args=[_signer().sign(feed.public_id.hex)])
    return f"{settings.SITE_ADDRESS}{path}"


def feed_at(signed: str, *, on: date) -> CalendarFeed | None:
    """The feed that the address opens on the day; a forged one is refused without a query."""
    try:
        public_id = _signer().unsign(signed)
    except BadSignature:
        return None
    rows = CalendarFeed.objects.select_related("user", "organisation", "body", "group__body")
    feed = rows.filter(public_id=public_id, revoked_at=None).first()
    return feed if feed and is_open(feed, on=on) else None


def _signer() -> Signer:
    return Signer(sep=".", salt="calendar feed")


# ---- whose ----------------------------------------------------------------------------------


def feeds_of(user: User, organisation: Organisation) -> QuerySet[CalendarFeed]:
    """The account's feeds that are not revoked."""
    rows = CalendarFeed.objects.filter(user=user, organisation=organisation, revoked_at=None)
    return rows.select_related("body", "group", "organisation")


def is_open(feed: CalendarFeed, *, on: date) -> bool:
    """May the owner still read what the feed is of? Asked as pages ask."""
    user = feed.user
    if not user.is_active or not _has_role(user, feed.organisation_id, on):
        return False
    if feed.content == FeedContent.OWN:
        return may_have_own(user, feed.organisation, on=on)
    if feed.body:
        return bodies_offered(user, feed.organisation, on=on).filter(pk=feed.body.pk).exists()
    return feed.group is None or group_access.is_member(user, feed.group, on=on)


def may_have_own(user: User, organisation: Organisation, *, on: date) -> bool:
    """Does a role of the account give it matters of its own: to handle, to put or to answer?"""
    verbs = (Verb.PREPARE, Verb.READ_OWN)
    return any(may_in(user, verb, organisation=organisation, on=on) for verb in verbs)


def bodies_offered(user: User, organisation: Organisation, *, on: date) -> QuerySet[Body]:
    rows = access.bodies_read_by(user, on=on).filter(holds_on(on), organisation=organisation)
    return rows.order_by("name", "pk")


def groups_offered(user: User, organisation: Organisation, *, on: date) -> QuerySet[PartyGroup]:
    return group_access.groups_of(user, on=on).filter(body__organisation=organisation)


def _has_role(user: User, organisation: int, on: date) -> bool:
    return any(row.organisation_id == organisation for row in memberships_on(user, on))


# ---- what stands in it ----------------------------------------------------------------------


def meetings_in(feed: CalendarFeed, *, on: date) -> QuerySet[Meeting]:
    """Meetings with a day, also the cancelled ones, so that calendars strike them out."""
    rows = Meeting.objects.filter(
        _meetings(feed, on),
        body__organisation=feed.organisation_id,
        held_on__gte=on - MEETINGS_BACK,
    )
    return rows.select_related("body").order_by("held_on", "pk")[:MOST]


def deadlines_in(feed: CalendarFeed, *, now: datetime) -> Sequence[Any]:
    """Deadlines of cases that the owner reads, and of meetings that it works with.

    Those that have ended stand for a while. Each with `is_secret`, whether its case is marked as
    a whole, and `changed_at`, when anything that is told of it last changed. Without the names of
    those with protected identity.
    """
    on = timezone.localdate(now)
    secret = Case.objects.filter(access.is_secret(), pk=OuterRef("case"))
    latest = CaseEvent.objects.filter(case=OuterRef("case")).order_by("-version")
    of_these = Q(case__in=_cases(feed, on).values("pk")) | Q(meeting__in=_worked_with(feed, on))
    running = Q(status=DeadlineStatus.OPEN) | Q(ended_at__gte=now - ENDED_BACK)
    nearest = Deadline.objects.filter(running, of_these).annotate(
        is_secret=Exists(secret),
        changed_at=Greatest(
            *("set_at", "revised_at", "meeting__revised_at"),
            Subquery(latest.values("recorded_at")[:1]),
        ),
        distance=_distance(now),
    )
    found = nearest.select_related("case", "meeting__body").order_by("distance", "pk")[:MOST]
    rows = withheld_names(feed.organisation_id).recounted(found)
    return sorted(rows, key=lambda row: (row.due_at, row.pk))


def _distance(now: datetime) -> Greatest:
    """How far from now, ahead or behind."""
    ahead, behind = F("due_at") - Value(now), Value(now) - F("due_at")
    return Greatest(
        ExpressionWrapper(ahead, output_field=DurationField()),
        ExpressionWrapper(behind, output_field=DurationField()),
    )


def _cases(feed: CalendarFeed, on: date) -> QuerySet[Case]:
    if feed.group:
        return groups.cases_of(feed.group, user=feed.user, on=on)
    visible = access.visible_to(feed.user, on=on).filter(organisation=feed.organisation_id)
    if feed.body:
        return visible.filter(access.matters_of(feed.body))
    return visible.filter(_own(feed, on)) if feed.content == FeedContent.OWN else visible.none()


def _worked_with(feed: CalendarFeed, on: date) -> QuerySet[Meeting]:
    """The feed's meetings whose notices, summonses and minutes are the account's work."""
    found = reach(feed.user, Verb.MEETING, on=on)
    theirs = Q(body__organisation__in=found.organisations) | Q(body__in=found.bodies)
    dated = Meeting.objects.filter(held_on__isnull=False, body__organisation=feed.organisation_id)
    return dated.filter(theirs, _meetings(feed, on))


def _own(feed: CalendarFeed, on: date) -> Q:
    """What lies on the account's desk, and what its person has a part in."""
    people = standing_on(feed.user, on).people
    return access.on_desk_of(feed.user, on=on) | own_matters.with_part_of(people)


def _meetings(feed: CalendarFeed, on: date) -> Q:
    """The body's; one's own are where one sits or works, and those that take up one's matters."""
    if feed.group:
        return Q(body=feed.group.body_id)
    if feed.body:
        return Q(body=feed.body)
    if feed.content == FeedContent.MEETINGS:
        return Q()
    own = standing_on(feed.user, on)
    bodies = own.seats | own.groups | reach(feed.user, Verb.PREPARE, on=on).bodies
    cases = _cases(feed, on).values("pk")
    listed = AgendaItem.objects.filter(meeting=OuterRef("pk"), removed_reason="", case__in=cases)
    aimed = Case.objects.filter(target_meeting=OuterRef("pk"), pk__in=cases)
    return Q(body__in=bodies) | Q(Exists(listed)) | Q(Exists(aimed))

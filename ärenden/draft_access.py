"""Who may see and do what with drafts and what was handed in: each rule once, as a query.

A draft belongs to its author and to those she has chosen. No role opens it, not even those that
read the whole register or look after the organisation.
"""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from accounts.roles import Role, Verb
from kernel.periods import holds_on
from parties.access import memberships_on, reach, with_verb
from parties.models import PartyAffiliation
from ärenden import access
from ärenden.models import CompletionRequest, CoSigner, Draft, DraftReader, Submission


def writers_of(user: User, *, on: date) -> frozenset[int]:
    """The people as whom the account writes and hands in, on the day."""
    rows = with_verb(memberships_on(user, on), Verb.SUBMIT) if user.is_active else ()
    return frozenset(row.person_id for row in rows if row.person_id)


def written_by(user: User, *, on: date) -> QuerySet[Draft]:
    """The account's own drafts, handed in or not."""
    return Draft.objects.filter(author__in=writers_of(user, on=on))


def visible_to(user: User, *, on: date) -> QuerySet[Draft]:
    """Drafts that the account wrote, is invited to sign, or is named to read.

    Who has declined is out again, and a group leader as soon as the author leaves the group.
    """
    people = writers_of(user, on=on)
    own = Q(author__in=people)
    invited = CoSigner.objects.filter(draft=OuterRef("pk"), person__in=people, declined_at=None)
    return Draft.objects.filter(own | Q(Exists(invited)) | _named(user, on))


def writes(user: User, draft: Draft, *, on: date) -> bool:
    return draft.author_id in writers_of(user, on=on)


def can_read(user: User, draft: Draft, *, on: date) -> bool:
    """The rule of `visible_to` for one draft, asked of the same query."""
    return visible_to(user, on=on).filter(pk=draft.pk).exists()


def signs(user: User, draft: Draft, *, on: date) -> CoSigner | None:
    """The account's own invitation to sign, until it is declined."""
    invited = draft.cosigners.filter(person__in=writers_of(user, on=on), declined_at=None)
    return invited.select_related("person").first()


def asked_of(user: User, *, on: date) -> QuerySet[CompletionRequest]:
    """The requests for a further version that are put to the author of what was handed in."""
    people = writers_of(user, on=on)
    rows = CompletionRequest.objects.filter(case__submissions__author__in=people)
    return rows.distinct()


def submissions_visible_to(user: User, *, on: date) -> QuerySet[Submission]:
    """What came in: for those who see the draft, and for staff until it is in the register.

    In the register the case's own rules hold, for its secret matter too.
    """
    mine = Q(draft__in=visible_to(user, on=on))
    in_sight = Q(case=None) | Q(case__in=access.visible_to(user, on=on))
    arrived = Q(organisation__in=reach(user, Verb.READ_REGISTER, on=on).organisations)
    return Submission.objects.filter(in_sight & (mine | (arrived & Q(document=None))))


def submissions_of_office(user: User, *, on: date) -> QuerySet[Submission]:
    """What the account registers, or has before it in the register; a secretary for her body."""
    bodies = access.bodies_open_to(user, Verb.REGISTER, on=on)
    in_sight = Q(case=None) | Q(case__in=access.visible_to(user, on=on))
    return Submission.objects.filter(in_sight, body__in=bodies)


def submissions_to_register(user: User, *, on: date) -> QuerySet[Submission]:
    """What waits for the account to register it."""
    return submissions_of_office(user, on=on).filter(document=None)


def _named(user: User, on: date) -> Q:
    leads = [row for row in memberships_on(user, on) if row.role == Role.GROUP_LEADER]
    groups = [row.party_group_id for row in leads] if user.is_active else []
    named = DraftReader.objects.filter(draft=OuterRef("pk"), user=user, party_group__in=groups)
    members = PartyAffiliation.objects.filter(holds_on(on), party__groups__in=groups)
    return Q(Exists(named)) & Q(author__in=members.values("person"))

"""Invitations by e-mail: made, sent, sent again, revoked and accepted once."""

import logging
import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from smtplib import SMTPException
from typing import Final

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from kernel.dates import full_date
from kernel.periods import period
from parties.changes import Administering, in_words, log
from parties.exceptions import Refused
from parties.memberships import give, told_role
from parties.models import Invitation, Membership

logger = logging.getLogger(__name__)
VALID_FOR: Final = timedelta(days=14)
TRY_AGAIN_AFTER: Final = timedelta(minutes=10)
NOT_OPEN = "Inbjudan gäller inte längre. Be den som bjöd in dig att skicka en ny."


def invite(invitation: Invitation, *, doing: Administering) -> Invitation:
    """It waits for its mail; an earlier one that ran out gives place to it."""
    same = {"organisation": doing.organisation, "email__iexact": invitation.email}
    ran_out = Invitation.objects.filter(
        **same, role=invitation.role, accepted_at=None, revoked_at=None, expires_at__lt=doing.at
    )
    with in_words():
        ran_out.update(revoked_at=doing.at)
        invitation.created_at, invitation.expires_at = doing.at, doing.at + VALID_FOR
        invitation.save()
        summary = f"{invitation.name} <{invitation.email}> bjöds in som {told_role(invitation)}"
        log(doing, summary, about=[invitation])
    return invitation


@transaction.atomic
def send_again(invitation: Invitation, *, doing: Administering) -> None:
    """A new mail with a new address; the old address opens nothing."""
    row = _locked(invitation)
    if row.accepted_at or row.revoked_at:
        raise Refused(NOT_OPEN)
    row.sent_at = row.digest = row.failed_at = None
    row.expires_at = doing.at + VALID_FOR
    row.save()
    log(doing, f"Inbjudan till {row.name} skickades igen", about=[row])


@transaction.atomic
def revoke(invitation: Invitation, *, doing: Administering) -> None:
    row = _locked(invitation)
    if row.accepted_at:
        raise Refused(f"{row.name} har redan tagit emot inbjudan. Avsluta rollen i stället.")
    if row.revoked_at is None:
        row.revoked_at = doing.at
        row.save()
        log(doing, f"Inbjudan till {row.name} återkallades", about=[row])


def open_invitation(token: str, *, now: datetime) -> Invitation | None:
    """The invitation that the address opens; none when it is used, revoked, replaced or too old."""
    rows = Invitation.objects.select_related("organisation", "person", "body", "party_group")
    found = rows.filter(digest=_digest(token)).first()
    return found if found and found.is_open(now) else None


def account_of(invitation: Invitation) -> User | None:
    """The account that already has the e-mail address."""
    return User.objects.filter(email__iexact=invitation.email).first()


@transaction.atomic
def accept(invitation: Invitation, *, user: User, at: datetime) -> Membership:
    """The account gets the role, today at the earliest; a second click finds nothing open."""
    row = _still_open(invitation, at=at)
    first = max(row.period.lower, timezone.localdate(at))
    if row.period.upper and row.period.upper <= first:
        raise Refused("Tiden för rollen har gått ut. Be om en ny inbjudan.")
    row.accepted_at, row.accepted_by = at, user
    row.save()
    membership = Membership(
        user=user,
        organisation=row.organisation,
        role=row.role,
        title=row.title,
        person=row.person,
        body=row.body,
        party_group=row.party_group,
        period=period(first, row.period.upper),
    )
    return give(membership, doing=Administering(organisation=row.organisation, by=user, at=at))


@transaction.atomic
def accept_as_new(invitation: Invitation, *, name: str, password: str, at: datetime) -> User:
    """The account is made with the role, or neither is."""
    row = _still_open(invitation, at=at)  # locked first: a second click makes no second account
    user = User.objects.create_user(email=row.email, name=name, password=password)
    accept(row, user=user, at=at)
    return user


def hand_over(invitation: Invitation, *, at: datetime) -> str:
    """The address with a new secret, for whoever delivers it; the row keeps only its digest."""
    token = secrets.token_urlsafe(32)
    invitation.digest, invitation.sent_at, invitation.failed_at = _digest(token), at, None
    invitation.save()
    return f"{settings.SITE_ADDRESS}{reverse('invitation', args=[token])}"


def send_waiting(now: datetime) -> int:
    """Mail every invitation that waits; one that fails waits on. How many went."""
    lately = Q(failed_at__gt=now - TRY_AGAIN_AFTER)
    waiting = Invitation.objects.filter(sent_at=None, accepted_at=None, revoked_at=None)
    keys = waiting.filter(expires_at__gt=now).exclude(lately).values_list("pk", flat=True)
    return sum(_send(key, now) for key in list(keys))


def _send(key: int, now: datetime) -> bool:
    """One mail; a second sender steps aside, or finds it sent."""
    try:
        with transaction.atomic():
            rows = Invitation.objects.select_for_update(skip_locked=True, of=("self",))
            row = rows.filter(pk=key, sent_at=None, revoked_at=None).first()
            if row is None:
                return False
            _mail(row, address=hand_over(row, at=now))
    except (SMTPException, OSError):
        logger.exception("invitation %s was not sent", key)
        Invitation.objects.filter(pk=key).update(failed_at=now)
        return False
    return True


def _mail(invitation: Invitation, *, address: str) -> None:
    until = full_date(timezone.localdate(invitation.expires_at))
    context = {
        "invitation": invitation,
        "address": address,
        "until": until,
        "role": told_role(invitation),
    }
    text = render_to_string("parties/invitation.txt", context)
    subject = f"Inbjudan till {invitation.organisation.name}"
    send_mail(subject, text, None, [invitation.email])


def _still_open(invitation: Invitation, *, at: datetime) -> Invitation:
    row = _locked(invitation)
    if not row.is_open(at):
        raise Refused(NOT_OPEN)
    return row


def _locked(invitation: Invitation) -> Invitation:
    return Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()

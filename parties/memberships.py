"""Giving and taking away the roles of accounts; an organisation is never left without one to ask.

A role that has ended stands with its dates; who gave and who ended it stands in the log.
"""

from datetime import date

from django.db import transaction

from accounts.models import User
from accounts.roles import Role
from kernel.dates import full_date
from kernel.periods import holds_on, period
from parties.changes import Administering, in_words, log, told_period
from parties.exceptions import Refused
from parties.models import PROTECTED, Invitation, Membership, Organisation, Person

LAST_ADMINISTRATOR = "Organisationen måste ha en administratör. Ge rollen till någon annan först."


def give(membership: Membership, *, doing: Administering) -> Membership:
    """The account has the role from the period's first day."""
    with in_words():
        membership.save()
        summary = f"{membership.user} fick rollen {told_role(membership)}"
        changes = [("Tid", "inget", told_period(membership.period))]
        log(doing, summary, about=[membership.user], changes=changes)
        if membership.person:
            name_accounts(membership.person)
    return membership


def name_accounts(person: Person) -> None:
    """What stands wherever an account has done something is never a protected name."""
    for user in User.objects.filter(memberships__person=person).distinct():
        _name_account(user)


def _name_account(user: User) -> None:
    is_protected = user.memberships.filter(person__has_protected_identity=True).exists()
    if is_protected and not user.kept_name:
        user.kept_name, user.name = user.name, PROTECTED
    elif user.kept_name and not is_protected:
        user.kept_name, user.name = "", user.kept_name
    user.save(update_fields=["name", "kept_name"])


@transaction.atomic
def end(membership: Membership, *, first_without: date, doing: Administering) -> None:
    """The role is gone from the day on, at the account's next request when that is today.

    One that had not begun is removed. Locked by organisation: two administrators who end each
    other's roles at once do not both succeed.
    """
    Organisation.objects.select_for_update().get(pk=membership.organisation_id)
    row = Membership.objects.get(pk=membership.pk)
    first_without = max(first_without, doing.day)
    if row.role == Role.ADMINISTRATOR and not _others_administer(row, first_without):
        raise Refused(LAST_ADMINISTRATOR)
    changes = [("Tid", told_period(row.period), f"till {full_date(first_without)}")]
    if first_without <= row.period.lower:
        row.delete()
        _name_account(row.user)
    else:
        row.period = period(row.period.lower, first_without)
        row.save()
    summary = f"Rollen {told_role(row)} avslutades för {row.user}"
    log(doing, summary, about=[row.user], changes=changes)


def told_role(row: Membership | Invitation) -> str:
    """`nämndsekreterare (Socialnämnden)`, in a sentence."""
    where = row.body or row.party_group
    label = Role(row.role).label.lower()
    return f"{label} ({where})" if where else label


def _others_administer(row: Membership, day: date) -> bool:
    others = Membership.objects.filter(
        holds_on(day),
        organisation=row.organisation_id,
        role=Role.ADMINISTRATOR,
        user__is_active=True,
    )
    return others.exclude(user=row.user_id).exists()

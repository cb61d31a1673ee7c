"""A new organisation from nothing, ready for its first case."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from accounts.roles import Role
from kernel.periods import holds_on, period
from parties.changes import INSTALLER, Administering, log
from parties.choices import OrganisationKind
from parties.defaults import add_council_and_board, add_national_parties
from parties.exceptions import Refused
from parties.invitations import hand_over, invite
from parties.models import Body, Invitation, Membership, Organisation
from ärenden.actions.reminders.rules import add_default_rules
from ärenden.choices import ResetRule
from ärenden.deadlines import default_rules, to_json
from ärenden.models import NumberSeries, NumberTemplate, RuleSet

PATTERN = "{series} {year}/{seq:5}"


@dataclass(frozen=True, kw_only=True)
class Founding:
    """What the one who installs the system says."""

    kind: OrganisationKind
    name: str
    administrator: str
    email: str


@transaction.atomic
def found(new: Founding, *, at: datetime) -> str:
    """Make the organisation, or take up one that no one administers; the invitation's address.

    Run again it makes nothing twice: the earlier invitation is replaced by a new one.
    """
    slugs = (slug_of(new.name), _longer_slug(new))
    organisation = Organisation.objects.filter(kind=new.kind, slug__in=slugs).first()
    doing = Administering(organisation=organisation or _organisation(new, at=at), by=None, at=at)
    if _is_administered(doing):
        raise Refused(f"{doing.organisation} finns redan och har en administratör.")
    doing.organisation.invitations.filter(accepted_at=None, revoked_at=None).update(revoked_at=at)
    invitation = Invitation(
        organisation=doing.organisation,
        email=new.email,
        name=new.administrator,
        role=Role.ADMINISTRATOR,
        period=period(doing.day),
    )
    return hand_over(invite(invitation, doing=doing), at=at)


def slug_of(name: str) -> str:
    """The organisation's part of the addresses: Exempelby kommun is exempelby."""
    words = slugify(name).split("-")
    return "-".join(word for word in words if word not in {"kommun", "region"}) or "-".join(words)


def _longer_slug(new: Founding) -> str:
    """For the second of two by one name: Uppsala kommun where Region Uppsala is uppsala."""
    return slugify(f"{slug_of(new.name)} {new.kind.label}")


def _organisation(new: Founding, *, at: datetime) -> Organisation:
    day = timezone.localdate(at)
    slug = slug_of(new.name)
    if Organisation.objects.filter(slug=slug).exists():
        slug = _longer_slug(new)
    organisation = Organisation.objects.create(kind=new.kind, name=new.name, slug=slug)
    add_national_parties()
    council, board = add_council_and_board(organisation, on=day)
    add_default_rules(organisation, at=at)
    _add_series(organisation, bodies=(council, board), code=board.abbreviation, on=day)
    _add_rules(organisation, at=at)
    doing = Administering(organisation=organisation, by=None, at=at)
    log(doing, f"{organisation} lades upp med {council} och {board}")
    return organisation


def _add_series(
    organisation: Organisation, *, bodies: tuple[Body, ...], code: str, on: date
) -> None:
    """The board's register numbers the council's cases too, anew each year."""
    series = NumberSeries.objects.create(
        organisation=organisation,
        code=code,
        name=f"{bodies[-1].name}s och fullmäktiges diarium",
        reset=ResetRule.YEARLY,
    )
    series.bodies.set(bodies)
    NumberTemplate.objects.create(
        series=series, pattern=PATTERN, period=period(date(on.year, 1, 1))
    )


def _add_rules(organisation: Organisation, *, at: datetime) -> None:
    """What SKR proposes, until the council's own arbetsordning is entered."""
    day = timezone.localdate(at)
    rules = default_rules(day)
    RuleSet.objects.create(
        organisation=organisation,
        title=rules.title,
        period=period(day),
        rules=to_json(rules.rules),
        written_at=at,
        written_by_name=INSTALLER,
        adopted_at=at,
        adopted_by_name=INSTALLER,
    )


def _is_administered(doing: Administering) -> bool:
    return Membership.objects.filter(
        holds_on(doing.day),
        organisation=doing.organisation,
        role=Role.ADMINISTRATOR,
        user__is_active=True,
    ).exists()

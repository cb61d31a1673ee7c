"""An organisation's reminder rules, and which of them can come to concern an account."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Count, Q, QuerySet

from accounts.models import User
from accounts.roles import Role
from kernel.periods import holds_on
from parties.access import memberships_on, standing_on
from parties.choices import CHAIRS
from parties.models import Assignment, Organisation
from ärenden.choices import Audience, Purpose, Wanted
from ärenden.models import ReminderChoice, ReminderRule, ReminderSettings
from ärenden.models.reminders import OPEN

OFFICE = frozenset({Audience.HANDLER, Audience.OFFICE, Audience.ASKED})
ELECTED = frozenset({Audience.ANSWERER, Audience.ASKER, Audience.MEMBERS})
AUDIENCES: Mapping[Role, frozenset[Audience]] = {
    Role.REGISTRAR: OFFICE,
    Role.COMMITTEE_SECRETARY: OFFICE,
    Role.OFFICER: frozenset({Audience.HANDLER}),
    Role.COUNCILLOR: ELECTED,
    Role.GROUP_LEADER: frozenset({Audience.GROUP_LEADER}),
}


def in_order(rules: Iterable[ReminderRule]) -> list[ReminderRule]:
    """As what is to be done follows on each other, and in the order that they were made."""
    order = ["", *Purpose.values]
    return sorted(rules, key=lambda rule: (order.index(rule.purpose), rule.pk))


def rules_of(organisation: Organisation) -> QuerySet[ReminderRule]:
    """The rules in force, with how many reminders wait by each."""
    rows = ReminderRule.objects.filter(organisation=organisation, ended_at=None)
    return rows.annotate(waiting=Count("reminders", filter=Q(reminders__status__in=OPEN)))


def rules_for(user: User, organisation: Organisation, *, on: date) -> list[ReminderRule]:
    """Those whose audience the account's roles of the day can be in."""
    roles = {row.role for row in memberships_on(user, on) if row.organisation_id == organisation.pk}
    audiences = set().union(*(AUDIENCES.get(Role(role), frozenset()) for role in roles))
    if Role.COUNCILLOR in roles and _leads(user, on):
        audiences.add(Audience.PRESIDIUM)
    rules = ReminderRule.objects.filter(organisation=organisation, ended_at=None)
    return in_order(rules.filter(audience__in=audiences))


def _leads(user: User, on: date) -> bool:
    seats = Assignment.objects.filter(holds_on(on), person__in=standing_on(user, on).people)
    return seats.filter(role__in=CHAIRS).exists()


def settings_of(user: User, organisation: Organisation) -> ReminderSettings:
    """The account's own, or the usual ones."""
    found = ReminderSettings.objects.filter(user=user, organisation=organisation).first()
    return found or ReminderSettings(user=user, organisation=organisation)


def wanted_by(user: User, rules: list[ReminderRule]) -> set[int]:
    """The rules whose reminders the account gets."""
    chosen = dict(
        ReminderChoice.objects.filter(user=user, rule__in=rules).values_list("rule", "is_wanted")
    )
    return {
        rule.pk
        for rule in rules
        if rule.wanted == Wanted.ALWAYS or chosen.get(rule.pk, rule.wanted != Wanted.IF_CHOSEN)
    }


def waiting_by(rule: ReminderRule) -> int:
    """How many of its reminders are yet to be sent."""
    return rule.reminders.filter(status__in=OPEN).count()

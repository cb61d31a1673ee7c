"""One of everything that an administrator looks after."""

from datetime import date
from typing import Any

from django.utils import timezone

from accounts.roles import Role
from kernel.periods import period
from parties.changes import Administering
from parties.choices import PartyScope
from parties.invitations import invite
from parties.models import Invitation, Party, PartyGroup
from tests.factories import people
from tests.factories.cases import World, noon
from ärenden.actions.reminders.rules import add_default_rules
from ärenden.actions.rules import Heading, propose
from ärenden.deadlines import default_rules
from ärenden.models import ClosedDay, ReminderRule


def administered(world: World) -> dict[str, Any]:
    """The public ids, by their name in the addresses."""
    organisation, days = world.organisation, period(people.LONG_AGO)
    doing = Administering(organisation=organisation, by=world.registrar, at=timezone.now())
    party = Party.objects.create(
        organisation=organisation, abbreviation="PB", scope=PartyScope.LOCAL, period=days
    )
    add_default_rules(organisation, at=noon(people.LONG_AGO))
    waiting = Invitation(
        organisation=organisation,
        email="nora@provby.example",
        name="Nora Ny",
        role=Role.OFFICER,
        period=days,
    )
    rows = {
        "body": world.council,
        "person": world.asker,
        "assignment": world.asker.assignments.get(),
        "party": party,
        "group": PartyGroup.objects.create(body=world.council, name="Provbypartiet", period=days),
        "membership": world.registrar.memberships.get(),
        "invitation": invite(waiting, doing=doing),
        "series": world.series,
        "rules": propose(
            Heading(title="Nya regler", first=people.LONG_AGO),
            default_rules(people.LONG_AGO).rules,
            doing=doing,
        ),
        "closed_day": ClosedDay.objects.create(
            organisation=organisation, day=date(2026, 5, 15), name="klämdagen"
        ),
        "reminder_rule": ReminderRule.objects.filter(organisation=organisation).earliest("pk"),
    }
    return {name: row.public_id for name, row in rows.items()} | {"rule": "motion-balans"}

"""An organisation's reminder rules: the first ones, and how they are changed."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from parties.changes import Administering, in_words, log
from parties.models import Organisation
from ärenden.actions.reminders.closing import close_unsent
from ärenden.choices import ReminderStatus
from ärenden.models import Reminder, ReminderChoice, ReminderRule
from ärenden.reminding import DefaultRule, default_rules

REFUSALS = {
    "reminder_rule_once": "Det finns redan en sådan påminnelse",
    "escalation_always_goes": "En påminnelse som brådskar kan inte väljas bort",
}
WHEN = "Påminnelse"
CHANGED = "Regeln för påminnelsen har ändrats."
ENDED = "Regeln för påminnelsen har tagits bort."


def add_default_rules(organisation: Organisation, *, at: datetime) -> None:
    """What a new organisation starts from."""
    ReminderRule.objects.bulk_create(
        _row(rule, organisation=organisation, at=at) for rule in default_rules()
    )


def _row(rule: DefaultRule, *, organisation: Organisation, at: datetime) -> ReminderRule:
    return ReminderRule(
        organisation=organisation,
        purpose=rule.purpose or "",
        trigger=rule.trigger,
        n=rule.timing.n,
        unit=rule.timing.unit,
        side=rule.timing.side,
        at=rule.timing.at,
        audience=rule.audience,
        wanted=rule.wanted,
        is_escalation=rule.is_escalation,
        made_at=at,
    )


@transaction.atomic
def add_rule(rule: ReminderRule, *, doing: Administering) -> ReminderRule:
    """A further rule; it reminds of what comes after now."""
    rule.organisation, rule.made_at = doing.organisation, doing.at
    with in_words(REFUSALS):
        rule.save()
    log(doing, f"Ny påminnelse: {rule}", about=[rule])
    return rule


@transaction.atomic
def change_rule(old: ReminderRule, new: ReminderRule, *, doing: Administering) -> ReminderRule:
    """The new rule in the place of the old; choices follow along.

    What was sent keeps the old one, and so does what its time has come for and is yet to be sent.
    """
    _end(old, old.reminders.filter(send_at__gt=doing.at), doing, because=CHANGED)
    new.organisation, new.made_at = doing.organisation, doing.at
    with in_words(REFUSALS):
        new.save()
    choices = [
        ReminderChoice(user_id=each.user_id, rule=new, is_wanted=each.is_wanted)
        for each in old.choices.all()
    ]
    ReminderChoice.objects.bulk_create(choices)
    log(doing, f"Påminnelse ändrad: {new}", about=[old, new], changes=[(WHEN, str(old), str(new))])
    return new


@transaction.atomic
def end_rule(rule: ReminderRule, *, doing: Administering) -> None:
    """It reminds no more."""
    _end(rule, rule.reminders.all(), doing, because=ENDED)
    log(doing, f"Påminnelse borttagen: {rule}", about=[rule])


@transaction.atomic
def restore_rules(*, doing: Administering) -> tuple[int, int]:
    """The rules that a new organisation starts from; how many were ended, and how many made."""
    usual = [_row(rule, organisation=doing.organisation, at=doing.at) for rule in default_rules()]
    rules = doing.organisation.reminder_rules.filter(ended_at=None)
    kept = {_said(rule) for rule in rules} & {_said(rule) for rule in usual}
    others = [rule for rule in rules if _said(rule) not in kept]
    for rule in others:
        _end(rule, rule.reminders.all(), doing, because=ENDED)
    missing = [rule for rule in usual if _said(rule) not in kept]
    ReminderRule.objects.bulk_create(missing)
    if others or missing:
        told = f"{len(others)} togs bort, {len(missing)} lades till"
        log(doing, f"Påminnelserna återställdes: {told}", about=[*others, *missing])
    return len(others), len(missing)


def _said(rule: ReminderRule) -> tuple[object, ...]:
    """All that a rule says, so that two can be told apart."""
    kind = (rule.purpose, rule.trigger, rule.timing, rule.audience)
    return (*kind, rule.wanted, rule.is_escalation)


def _end(
    rule: ReminderRule, unneeded: QuerySet[Reminder], doing: Administering, *, because: str
) -> None:
    rule.ended_at = doing.at
    rule.save()
    close_unsent(unneeded, ReminderStatus.REPLACED, because=because, at=doing.at)

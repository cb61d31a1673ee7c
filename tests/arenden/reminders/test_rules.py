"""Rules that an administrator changes, and reminders that someone orders."""

from dataclasses import replace
from datetime import date

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied

from accounts.roles import Role
from parties.changes import Administering
from parties.exceptions import Refused
from parties.models import AdministrationEvent
from tests.arenden.reminders.making import SENT, Reminded, at, due, reminded, run
from tests.factories import people
from tests.factories.cases import noon
from ärenden.actions.base import Doing
from ärenden.actions.reminders.closing import hold_back, send_now
from ärenden.actions.reminders.planning import plan
from ärenden.actions.reminders.rules import add_rule, change_rule, end_rule
from ärenden.choices import Audience, Purpose, ReminderStatus, Wanted
from ärenden.exceptions import ActionRefused
from ärenden.models import Reminder, ReminderChoice, ReminderRule

pytestmark = pytest.mark.django_db
NOW = at(date(2026, 4, 7))


def administering(those: Reminded) -> Administering:
    organisation = those.world.organisation
    return Administering(organisation=organisation, by=those.world.registrar, at=NOW)


def ten_days(audience: Audience = Audience.HANDLER) -> ReminderRule:
    return ReminderRule.objects.get(purpose=Purpose.ANSWER_IN, audience=audience, n=10)


def waiting(rule: ReminderRule) -> list[str]:
    rows = Reminder.objects.filter(rule=rule, status=ReminderStatus.WAITING)
    return sorted(f"{row.send_at:%Y-%m-%d} {row.recipient}" for row in rows)


def test_changed_rule_takes_the_place_of_the_old_with_its_choices() -> None:
    those = reminded()
    due(those)
    plan(NOW)
    old = ten_days()
    ReminderChoice.objects.create(user=those.handler, rule=old, is_wanted=False)
    changed = ReminderRule(purpose=Purpose.ANSWER_IN, audience=Audience.HANDLER, n=7)

    new = change_rule(old, changed, doing=administering(those))
    plan(NOW)

    assert (waiting(old), waiting(new)) == ([], ["2026-04-13 Hanna Handläggare"])
    assert list(new.choices.values_list("user", "is_wanted")) == [(those.handler.pk, False)]
    assert AdministrationEvent.objects.get().summary == (
        "Påminnelse ändrad: Handläggaren, eller den som vikarierar, 7 dagar före"
    )


def test_what_was_due_by_the_old_rule_and_is_unsent_goes_by_it() -> None:
    those = reminded()
    due(those)
    plan(NOW)
    later = replace(administering(those), at=at(SENT[0], 9))
    changed = ReminderRule(purpose=Purpose.ANSWER_IN, audience=Audience.HANDLER, n=7)

    change_rule(ten_days(), changed, doing=later)

    assert [to for to, _ in run(at(SENT[0], 16))] == [those.handler.email, those.answerer.email]
    assert "Regeln: 10 dagar före" in str(mail.outbox[0].body)


def test_ended_rule_reminds_no_more() -> None:
    those = reminded()
    due(those)
    plan(NOW)

    end_rule(ten_days(), doing=administering(those))
    end_rule(ten_days(Audience.ANSWERER), doing=administering(those))
    plan(NOW)

    assert run(at(SENT[0])) == []


def test_same_rule_twice_is_refused_in_words() -> None:
    those = reminded()
    same = ReminderRule(purpose=Purpose.ANSWER_IN, audience=Audience.HANDLER, n=10)

    with pytest.raises(Refused, match="Det finns redan en sådan påminnelse"):
        add_rule(same, doing=administering(those))


def test_urgent_rule_that_can_be_declined_is_refused_in_words() -> None:
    those = reminded()
    rule = ReminderRule(
        purpose=Purpose.ANSWER_IN,
        audience=Audience.HANDLER,
        n=3,
        is_escalation=True,
        wanted=Wanted.UNLESS_DECLINED,
    )

    with pytest.raises(Refused, match="En påminnelse som brådskar kan inte väljas bort"):
        add_rule(rule, doing=administering(those))


def planned(those: Reminded) -> Reminder:
    due(those)
    plan(NOW)
    return Reminder.objects.filter(rule=ten_days()).get()


def test_reminder_is_held_back_with_a_reason() -> None:
    those = reminded()
    row = planned(those)

    with pytest.raises(ActionRefused, match="Skriv varför den hålls tillbaka"):
        hold_back(row, doing=those.world.doing(), reason=" ")
    hold_back(row, doing=those.world.doing(), reason="Svaret är på väg")

    row.refresh_from_db()
    assert (row.status, row.reason, row.ordered_by) == (
        ReminderStatus.HELD,
        "Svaret är på väg",
        those.world.registrar.name,
    )


def test_only_those_who_prepare_the_case_order_its_reminders() -> None:
    those = reminded()
    row = planned(those)
    other = people.user(those.world.organisation, Role.REVIEWER)

    with pytest.raises(PermissionDenied):
        send_now(row, doing=Doing(by=other, at=noon(date(2026, 4, 8))))


def test_reminder_that_has_been_sent_cannot_be_ordered() -> None:
    those = reminded()
    row = planned(those)
    run(at(SENT[0], 7, 30))

    with pytest.raises(ActionRefused, match="Påminnelsen är redan skickad eller stängd"):
        send_now(row, doing=those.world.doing())

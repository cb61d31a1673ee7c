"""What is sent to whom, when, and what is closed instead."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from django.core import mail

from accounts.models import User
from accounts.roles import Role
from kernel.periods import period
from tests.arenden.reminders.making import DUE, SENT, at, due, reminded, rows, run
from tests.factories import cases, people
from ärenden.actions.handling import assign
from ärenden.actions.reminders.closing import hold_back, let_go, send_now
from ärenden.actions.reminders.planning import plan
from ärenden.choices import Audience, Purpose, ReminderStatus
from ärenden.models import (
    Deadline,
    Reminder,
    ReminderChoice,
    ReminderMail,
    ReminderRule,
    ReminderSettings,
)

pytestmark = pytest.mark.django_db
FIRST = at(SENT[0], 7, 30)


def of(audience: Audience) -> Reminder:
    return Reminder.objects.filter(rule__audience=audience).earliest("send_at")


def settings(those, user, **values) -> None:
    ReminderSettings.objects.create(user=user, organisation=those.world.organisation, **values)


def addresses(sent: list[tuple[str, str]]) -> list[str]:
    return sorted(address for address, _ in sent)


def test_reminder_is_sent_when_its_time_has_come_and_never_again() -> None:
    those = reminded()
    due(those)

    told = [run(FIRST - timedelta(minutes=1)), run(FIRST), run(FIRST), run(at(SENT[0], 15))]

    both = sorted((those.handler.email, those.answerer.email))
    assert [addresses(sent) for sent in told] == [[], both, [], []]


def test_clock_that_jumps_forth_and_back_doubles_and_loses_nothing() -> None:
    those = reminded()
    due(those)
    hours = (FIRST, FIRST + timedelta(days=2), FIRST - timedelta(days=3), FIRST, FIRST)

    told = [addresses(run(hour)) for hour in hours]

    both = sorted((those.handler.email, those.answerer.email))
    assert told == [both, [], [], [], []]
    run(at(DUE, 7, 30))
    sent = Reminder.objects.filter(recipient=those.answerer, status=ReminderStatus.SENT)
    assert sorted(row.send_at.date() for row in sent) == list(SENT)


def test_what_a_stop_missed_becomes_one_mail_and_every_row_bears_it() -> None:
    those = reminded()
    due(those)

    sent = run(at(date(2026, 4, 18), 9))

    assert addresses(sent) == sorted(
        user.email for user in (those.handler, those.answerer, those.world.registrar)
    )
    own = Reminder.objects.filter(recipient=those.answerer, status=ReminderStatus.SENT)
    assert (own.count(), own.values("mail").distinct().count()) == (3, 1)
    assert mail.outbox[0].body.count("Svaret till kansliet") == 1


def test_reminders_of_several_cases_are_one_mail_for_a_person() -> None:
    those = reminded()
    due(those)
    other = cases.registered_case(those.world, title="Interpellation om träden")
    assign(case=other, doing=those.world.doing(), to=those.handler)
    due(replace(those, case=other))

    sent = dict(run(FIRST))

    assert sent[those.handler.email] == "2 påminnelser, närmast 20 april 2026"


def test_nothing_is_sent_in_quiet_hours() -> None:
    those = reminded()
    due(those)
    settings(those, those.handler, quiet_from=time(18), quiet_until=time(9))

    early, late = run(FIRST), run(at(SENT[0], 9))

    assert (addresses(early), addresses(late)) == ([those.answerer.email], [those.handler.email])


def test_digest_gathers_the_day() -> None:
    those = reminded()
    due(those)
    settings(those, those.handler, digest_at=time(15))
    settings(those, those.answerer, digest_at=time(15))

    assert [len(run(at(SENT[0], hour))) for hour in (8, 14, 15)] == [0, 0, 2]


def test_deadline_of_another_date_is_not_reminded_of() -> None:
    those = reminded()
    deadline = due(those)
    plan(at(date(2026, 4, 7)))
    Reminder.objects.update(due_at=at(DUE + timedelta(days=1)))
    Deadline.objects.update(due_at=at(DUE + timedelta(days=60)))

    assert run(FIRST) == []
    assert {status for _, day, status in rows(deadline) if day == SENT[0]} == {"not_needed"}


def test_one_who_no_longer_handles_is_not_reminded_but_the_one_who_does() -> None:
    those = reminded()
    due(those)
    plan(at(date(2026, 4, 7)))
    helmi = people.user(those.world.organisation, Role.OFFICER, name="Helmi Handläggare")
    assign(case=those.case, doing=those.world.doing(on=SENT[0]), to=helmi)

    sent = [*run(FIRST), *run(FIRST + timedelta(minutes=1))]

    assert addresses(sent) == sorted((helmi.email, those.answerer.email))
    row = Reminder.objects.filter(recipient=those.handler).earliest("send_at")
    assert (row.status, bool(row.reason)) == (ReminderStatus.NOT_NEEDED, True)


def test_one_whose_role_has_ended_is_not_reminded() -> None:
    those = reminded()
    due(those)
    plan(at(date(2026, 4, 7)))
    those.answerer.memberships.update(period=period(people.LONG_AGO, SENT[0]))

    assert addresses(run(FIRST)) == [those.handler.email]


def test_declined_reminder_is_suppressed_with_its_reason() -> None:
    those = reminded()
    due(those)
    plan(at(date(2026, 4, 7)))
    row = of(Audience.HANDLER)
    ReminderChoice.objects.create(user=those.handler, rule=row.rule, is_wanted=False)

    sent = run(FIRST)

    row.refresh_from_db()
    assert addresses(sent) == [those.answerer.email]
    assert (row.status, row.reason) == (
        ReminderStatus.SUPPRESSED,
        "Mottagaren har valt bort den här påminnelsen.",
    )


def test_what_is_urgent_goes_to_one_who_wants_no_mail() -> None:
    those = reminded()
    due(those)
    settings(those, those.world.registrar, by_mail=False)
    settings(those, those.handler, by_mail=False)

    sent = run(at(date(2026, 4, 17), 9))

    assert addresses(sent) == sorted((those.world.registrar.email, those.answerer.email))
    assert dict(sent)[those.world.registrar.email].startswith("Brådskar: Svaret till kansliet")


def test_reminder_held_back_waits_until_it_is_let_go() -> None:
    those = reminded()
    due(those)
    plan(at(date(2026, 4, 7)))
    row, doing = of(Audience.ANSWERER), those.world.doing(on=date(2026, 4, 8))

    hold_back(row, doing=doing, reason="Svaret är på väg")
    held = run(FIRST)
    let_go(row, doing=doing)

    assert (addresses(held), addresses(run(FIRST))) == (
        [those.handler.email],
        [those.answerer.email],
    )


def test_reminder_sent_now_minds_no_quiet_hours() -> None:
    those = reminded()
    due(those)
    plan(at(date(2026, 4, 7)))
    row = of(Audience.ANSWERER)
    settings(those, those.answerer, quiet_from=time(11), quiet_until=time(13))

    send_now(row, doing=those.world.doing(on=date(2026, 4, 8)))

    noon = datetime.combine(date(2026, 4, 8), time(12), tzinfo=FIRST.tzinfo)
    assert addresses(run(noon)) == [those.answerer.email]


def test_one_in_two_organisations_gets_a_mail_from_each() -> None:
    those, others = reminded(), reminded()
    due(those)
    due(others)
    others.handler.is_active = False
    others.handler.save()
    those.handler.memberships.create(
        organisation=others.world.organisation, role=Role.OFFICER, period=period(people.LONG_AGO)
    )
    both = User.objects.get(pk=those.handler.pk)
    assign(case=others.case, doing=others.world.doing(), to=both)

    sent = run(FIRST)

    assert addresses(sent).count(those.handler.email) == 2
    assert ReminderMail.objects.count() == 4


def test_one_who_no_longer_asks_for_it_is_not_reminded_by_what_was_made() -> None:
    those = reminded()
    asker = people.user(
        those.world.organisation, Role.COUNCILLOR, name="Frida Fråga", person=those.world.asker
    )
    rule = ReminderRule.objects.get(audience=Audience.ASKER, purpose=Purpose.ANSWER)
    chosen = ReminderChoice.objects.create(user=asker, rule=rule, is_wanted=True)
    deadline = due(those, purpose=Purpose.ANSWER)
    plan(at(SENT[0]))
    chosen.delete()

    run(at(DUE))

    assert (
        asker.email not in [message.to[0] for message in mail.outbox],
        rows(deadline, recipient=asker),
    ) == (True, [("Frida Fråga", date(2026, 4, 17), ReminderStatus.SUPPRESSED)])


def test_rule_that_has_ended_reminds_no_one_by_what_was_made_meanwhile() -> None:
    those = reminded()
    due(those)
    plan(at(SENT[0], 7))
    ReminderRule.objects.update(ended_at=at(SENT[0], 7))

    assert run(at(DUE)) == []
    assert not Reminder.objects.filter(status=ReminderStatus.SENT).exists()

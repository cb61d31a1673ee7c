"""Which reminders are made, for whom, and that each is made once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.roles import Role
from tests.arenden.reminders.making import DUE, SENT, at, due, only, reminded, rows
from tests.factories import people
from tests.factories.cases import TODAY, noon, registered_case
from ärenden.access import can_read
from ärenden.actions.deadlines import meet_deadlines, waive_deadlines
from ärenden.actions.handling import assign, cover
from ärenden.actions.reminders.choosing import WITH_PART
from ärenden.actions.reminders.planning import plan
from ärenden.choices import Audience, Purpose, Side, Trigger, Wanted
from ärenden.models import Deadline, Reminder, ReminderChoice, ReminderRule

pytestmark = pytest.mark.django_db
HANNA, SVEN, RUT = "Hanna Handläggare", "Sven Svar", "Rut Registrator"
WEEK_BEFORE = date(2026, 4, 7)


def test_answerer_handler_and_office_are_reminded_on_working_mornings() -> None:
    deadline = due(reminded())

    plan(at(WEEK_BEFORE))

    assert rows(deadline) == [
        (HANNA, SENT[0], "waiting"),
        (SVEN, SENT[0], "waiting"),
        (HANNA, SENT[1], "waiting"),
        (SVEN, SENT[1], "waiting"),
        (HANNA, SENT[2], "waiting"),
        (SVEN, SENT[2], "waiting"),
        (RUT, date(2026, 4, 17), "waiting"),
    ]


def test_nothing_is_made_further_ahead_than_two_weeks() -> None:
    due(reminded())

    assert plan(at(TODAY)) == 0


def test_made_again_and_again_it_is_made_once() -> None:
    due(reminded())

    assert [plan(at(WEEK_BEFORE)) for _ in range(3)] == [7, 0, 0]


def test_what_a_stop_missed_is_caught_up_with() -> None:
    deadline = due(reminded())

    plan(at(date(2026, 4, 18)))

    assert len(rows(deadline, send_at__lt=at(date(2026, 4, 18)))) == 7


def test_time_that_passed_before_the_deadline_was_set_reminds_of_nothing() -> None:
    deadline = due(reminded(), set_on=date(2026, 4, 16))

    plan(at(date(2026, 4, 16), 13))

    assert rows(deadline) == [(RUT, date(2026, 4, 17), "waiting")]


def test_new_rule_reminds_of_nothing_before_it_was_made() -> None:
    deadline = due(reminded())
    ReminderRule.objects.update(made_at=noon(date(2026, 4, 16)))

    plan(at(date(2026, 4, 18)))

    assert rows(deadline) == [(RUT, date(2026, 4, 17), "waiting")]


def test_new_handler_is_not_told_of_yesterday() -> None:
    those = reminded()
    deadline = due(those)
    plan(at(WEEK_BEFORE))
    helmi = people.user(those.world.organisation, Role.OFFICER, name="Helmi Handläggare")
    assign(case=those.case, doing=those.world.doing(on=date(2026, 4, 13)), to=helmi)

    plan(at(date(2026, 4, 13)))

    assert rows(deadline, recipient=helmi) == [
        (helmi.name, SENT[1], "waiting"),
        (helmi.name, SENT[2], "waiting"),
    ]


def test_colleague_who_covers_is_reminded_in_her_place() -> None:
    those = reminded()
    deadline = due(those)
    petra = people.user(those.world.organisation, Role.OFFICER, name="Petra Partner")
    away = {"first": SENT[1], "last": SENT[1]}
    cover(case=those.case, doing=those.world.doing(), by=petra, **away)

    plan(at(WEEK_BEFORE))

    told = rows(deadline, rule__audience=Audience.HANDLER)
    assert [name for name, _, _ in told] == [HANNA, petra.name, HANNA]


def test_bodys_own_secretary_is_told_instead_of_the_registrars() -> None:
    those = reminded()
    organisation = those.world.organisation
    nils = people.user(organisation, Role.COMMITTEE_SECRETARY, name="Nils", of=those.world.council)
    people.user(organisation, Role.COMMITTEE_SECRETARY, name="Annan", of=those.world.board)
    deadline = due(those)

    plan(at(WEEK_BEFORE))

    told = rows(deadline, rule__audience=Audience.OFFICE)
    assert told == [(nils.name, date(2026, 4, 17), "waiting")]


def test_what_is_optional_goes_only_to_those_who_chose_it() -> None:
    those = reminded()
    asker = people.user(
        those.world.organisation, Role.COUNCILLOR, name="Frida", person=those.world.asker
    )
    rule = ReminderRule.objects.get(audience=Audience.ASKER, purpose=Purpose.ANSWER)
    deadline = due(those, purpose=Purpose.ANSWER)
    unchosen = plan(at(date(2026, 4, 17), 5)), rows(deadline, rule=rule)
    ReminderChoice.objects.create(user=asker, rule=rule, is_wanted=True)

    plan(at(date(2026, 4, 17), 5))

    assert unchosen[1] == []
    assert rows(deadline, rule=rule) == [("Frida", date(2026, 4, 17), "waiting")]


def test_leader_of_the_askers_group_is_told_when_she_wants_it() -> None:
    those = reminded()
    group = those.world.council.party_groups.create(name="V", period=people.period(people.LONG_AGO))
    group.parties.add(people.party("V"))
    leader = people.user(name="Lena Ledare")
    leader.memberships.create(
        organisation=those.world.organisation,
        role=Role.GROUP_LEADER,
        party_group=group,
        period=people.period(people.LONG_AGO),
    )
    rule = ReminderRule.objects.get(audience=Audience.GROUP_LEADER, purpose=Purpose.ANSWER_IN)
    ReminderChoice.objects.create(user=leader, rule=rule, is_wanted=True)
    deadline = due(those)

    plan(at(WEEK_BEFORE))

    assert rows(deadline, rule=rule) == [("Lena Ledare", SENT[1], "waiting")]


def test_closed_account_is_not_reminded() -> None:
    those = reminded()
    those.handler.is_active = False
    those.handler.save()
    deadline = due(those)

    plan(at(WEEK_BEFORE))

    assert rows(deadline, rule__audience=Audience.HANDLER) == []


def test_moved_date_is_told_at_once_and_reminded_of_anew() -> None:
    those = reminded()
    first = due(those)
    plan(at(WEEK_BEFORE))
    moved = due(those, date(2026, 5, 18), set_on=date(2026, 4, 8))

    plan(noon(date(2026, 4, 8)) + timedelta(minutes=1))

    assert {status for _, _, status in rows(first)} == {"replaced"}
    assert rows(moved, rule__trigger=Trigger.MOVED) == [
        (HANNA, date(2026, 4, 8), "waiting"),
        (SVEN, date(2026, 4, 8), "waiting"),
    ]


def test_same_date_for_another_reason_is_no_move() -> None:
    those = reminded()
    due(those)
    again = due(those, set_on=date(2026, 4, 8))

    plan(noon(date(2026, 4, 8)) + timedelta(minutes=1))

    assert Reminder.objects.filter(deadline=again, rule__trigger=Trigger.MOVED).count() == 0


@pytest.mark.parametrize("is_met", [True, False])
def test_deadline_that_ends_closes_what_is_unsent(*, is_met: bool) -> None:
    those = reminded()
    deadline = due(those)
    plan(at(WEEK_BEFORE))
    doing = those.world.doing(on=date(2026, 4, 8))

    if is_met:
        meet_deadlines(those.case, Purpose.ANSWER_IN, on=doing.day, doing=doing)
    else:
        waive_deadlines(Deadline.objects.all(), doing, because="Interpellationen återtogs")

    assert {status for _, _, status in rows(deadline)} == {"not_needed"}
    assert (plan(at(date(2026, 4, 9))), len(rows(deadline))) == (0, 7)


def test_late_deadline_reminds_the_presidium_once() -> None:
    those = reminded()
    rule = ReminderRule.objects.get(
        purpose=Purpose.ANSWER, audience=Audience.PRESIDIUM, side=Side.AFTER
    )
    chair = people.person(those.world.organisation, "Kristina Kurul", chairs=those.world.council)
    people.user(those.world.organisation, Role.COUNCILLOR, name="Kristina", person=chair)
    only(rule)
    deadline = due(those, purpose=Purpose.ANSWER)

    made = [plan(at(date(2026, 4, 22))), plan(at(date(2026, 5, 22)))]

    assert (made, rule.wanted) == ([1, 0], Wanted.ALWAYS)
    assert rows(deadline) == [("Kristina", date(2026, 4, 21), "waiting")]


@pytest.mark.parametrize("number", [1, 6])
def test_statements_do_not_grow_with_the_deadlines(number: int) -> None:
    those = reminded()
    for day in range(number):
        case = registered_case(those.world, title=f"Interpellation {day}")
        due(replace(those, case=case), DUE + timedelta(days=day))

    with CaptureQueriesContext(connection) as asked:
        plan(at(WEEK_BEFORE))

    assert len(asked) == 4  # the rules, one calendar, the pages, one page


def test_everyone_told_of_an_open_case_may_read_it() -> None:
    """The sender asks `access` of the others only: this is what it relies on."""
    those = reminded()
    people.user(those.world.organisation, Role.COUNCILLOR, name="Frida", person=those.world.asker)
    rules = ReminderRule.objects.filter(audience__in=WITH_PART)
    rules.update(wanted=Wanted.ALWAYS)
    for purpose in (Purpose.ANSWER_IN, Purpose.ANSWER):
        due(those, purpose=purpose)

    plan(at(WEEK_BEFORE))

    told = {row.recipient for row in Reminder.objects.filter(rule__in=rules)}
    assert {user.name for user in told} == {"Frida", SVEN}
    assert all(can_read(user, those.case, on=WEEK_BEFORE) for user in told)

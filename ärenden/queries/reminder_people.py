"""Whom a reminder is for, as SQL: the same words when reminders are made and when they are sent.

`wanted` rows (a deadline and a rule, on a day) become `told` rows, one for each account.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db import connection

from ärenden.models import Reminder
from ärenden.queries.prepared import planned_once

TOLD = """
staff as materialized (
    select user_id, organisation_id, role, body_id, party_group_id, period
    from parties_membership where role in ('registrar', 'committee_secretary', 'group_leader')
), told as (
    select wanted.*, account.id as recipient_id
    from wanted
    cross join lateral (
        select coalesce(
            (select cover.substitute_id from arenden_cover cover
             where cover.organisation_id = wanted.organisation_id
               and cover.ended_at is null and cover.period @> wanted.day
               and (cover.case_id = wanted.case_id
                    or cover.case_id is null and cover.handler_id = wanted.handler_id)
             order by cover.case_id nulls last limit 1),
            wanted.handler_id) as user_id
        where wanted.audience = 'handler'
        union
        select role.user_id from staff role
        where wanted.audience in ('office', 'asked')
          and role.organisation_id = wanted.organisation_id and role.period @> wanted.day
          and case when exists (
                  select from staff secretary
                  where secretary.role = 'committee_secretary'
                    and secretary.body_id = wanted.office_id and secretary.period @> wanted.day)
              then role.role = 'committee_secretary' and role.body_id = wanted.office_id
              else role.role = 'registrar' and wanted.office_id is not null end
        union
        select role.user_id from parties_membership role
        where wanted.audience in ('answerer', 'asker', 'presidium', 'members')
          and role.organisation_id = wanted.organisation_id and role.period @> wanted.day
          and role.role = 'councillor'
          and role.person_id in (
              select agent.person_id from arenden_agentsnapshot agent
              where agent.case_id = wanted.case_id and case wanted.audience
                  when 'asker' then agent.capacity = 'signatory'
                  when 'answerer' then agent.capacity = 'answerer'
                      or agent.capacity = 'addressee' and not exists (
                          select from arenden_agentsnapshot other
                          where other.case_id = wanted.case_id and other.capacity = 'answerer')
                  end
              union all
              select seat.person_id from parties_assignment seat
              where seat.body_id = wanted.body_id and seat.period @> wanted.day
                and case wanted.audience
                  when 'presidium' then
                      seat.role in ('chair', 'first_vice_chair', 'second_vice_chair')
                  when 'members' then seat.role not in ('observer', 'office_holder') end)
        union
        select leader.user_id from staff leader
        join parties_partygroup_parties in_group on in_group.partygroup_id = leader.party_group_id
        join parties_partyaffiliation member
            on member.party_id = in_group.party_id and member.period @> wanted.day
        join arenden_agentsnapshot agent
            on agent.person_id = member.person_id and agent.case_id = wanted.case_id
            and agent.capacity = 'signatory'
        where wanted.audience = 'group_leader' and leader.role = 'group_leader'
          and leader.organisation_id = wanted.organisation_id and leader.period @> wanted.day
    ) found
    join accounts_user account on account.id = found.user_id and account.is_active
    where exists (
            select from parties_membership role where role.user_id = account.id
              and role.organisation_id = wanted.organisation_id and role.period @> wanted.day)
      and (wanted.wanted <> 'off' or exists (
            select from arenden_reminderchoice choice where choice.rule_id = wanted.rule_id
              and choice.user_id = account.id and choice.is_wanted))
)
"""

OWNERS = """
    left join arenden_case matter on matter.id = deadline.case_id
    left join meetings_meeting meeting on meeting.id = deadline.meeting_id
    left join arenden_submission paper on paper.id = deadline.submission_id
    left join parties_body holder on holder.id = meeting.body_id
    left join arenden_referral referral on referral.id = deadline.referral_id
"""

OF_OWNERS = """
    deadline.case_id, matter.handler_id,
    coalesce(matter.organisation_id, holder.organisation_id, paper.organisation_id)
        as organisation_id,
    coalesce(matter.deciding_body_id, matter.body_id, meeting.body_id, paper.body_id) as body_id,
    referral.body_id as asked_id
"""

OFFICE = "case when rule.audience = 'asked' then owned.asked_id else owned.body_id end as office_id"


def statement(*parts: str) -> str:
    return "\n".join(parts)


STILL_TOLD = statement(
    """
with owned as (
    select reminder.id as reminder_id, reminder.rule_id, reminder.recipient_id as reminded_id,
    """,
    OF_OWNERS,
    """
    from arenden_reminder reminder
    join arenden_deadline deadline on deadline.id = reminder.deadline_id
    """,
    OWNERS,
    """
    where reminder.id = any(%(reminders)s)
), wanted as (
    select owned.reminder_id, owned.reminded_id, owned.rule_id, rule.audience, 'on' as wanted,
        owned.case_id, owned.handler_id, owned.organisation_id, owned.body_id,
        %(day)s::date as day,
    """,
    OFFICE,
    """
    from owned join arenden_reminderrule rule on rule.id = owned.rule_id
),
    """,
    TOLD,
    "select reminder_id from told where recipient_id = reminded_id",
)
LOCK = """
with mine as materialized (
    select pg_try_advisory_xact_lock(%(lock)s) as is_mine
)
select reminder.id,
    deadline.status = case rule.trigger when 'lapsed' then 'waiting' else 'open' end
        and deadline.due_at = reminder.due_at and account.is_active
        and (rule.ended_at is null or reminder.send_at <= rule.ended_at
            or reminder.ordered_by <> ''),
    not coalesce((
        select choice.is_wanted from arenden_reminderchoice choice
        where choice.rule_id = rule.id and choice.user_id = reminder.recipient_id),
        rule.wanted <> 'off'),
    exists (
        select from arenden_secrecymark mark
        where mark.case_id = deadline.case_id and mark.lifted_on is null)
from arenden_reminder reminder
cross join mine
join arenden_deadline deadline on deadline.id = reminder.deadline_id
join arenden_reminderrule rule on rule.id = reminder.rule_id
join accounts_user account on account.id = reminder.recipient_id
where mine.is_mine and reminder.id = any(%(reminders)s) and reminder.status = 'waiting'
for update of reminder skip locked
"""
LOCKS = 0x52454D << 40  # an advisory lock for each recipient, apart from other uses


class Checked(NamedTuple):
    """How a locked reminder stands at this moment.

    Does its deadline run with the same date, or lack one when that is what it tells, for an account
    that is open, by a rule that was in force when its time came, unless someone asks for it to be
    sent? Has the recipient declined it, or not asked for it? Is anything in its case marked as
    secret?
    """

    is_due: bool
    is_declined: bool
    is_marked: bool


def still_told(reminders: Iterable[Reminder], *, day: date) -> frozenset[int]:
    """Those that still concern their recipient, by her role, seat, part or cover of the day."""
    with connection.cursor() as cursor:
        cursor.execute(STILL_TOLD, {"reminders": [row.pk for row in reminders], "day": day})
        return frozenset(key for (key,) in cursor.fetchall())


def lock(reminders: Sequence[Reminder]) -> dict[int, Checked]:
    """Those of one person's reminders that still wait, locked until the transaction ends.

    None while another worker writes to her.
    """
    own = LOCKS | reminders[0].recipient_id
    facts = {"reminders": [row.pk for row in reminders], "lock": own}
    with planned_once() as cursor:
        cursor.execute(LOCK, facts)
        return {key: Checked(*found) for key, *found in cursor.fetchall()}

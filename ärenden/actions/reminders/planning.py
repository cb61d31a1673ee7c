"""Make the reminders that are due within two weeks out of the deadlines that run or wait.

Run as often as one likes: a reminder that has been made is never made again. One statement serves
a thousand deadlines; Python only counts out, for their days, when each rule reminds.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from parties.models import Organisation
from ärenden.choices import Trigger
from ärenden.deadlines import Calendar
from ärenden.models import ReminderRule
from ärenden.queries.reminder_people import OF_OWNERS, OFFICE, OWNERS, TOLD, statement
from ärenden.queries.rules import calendar_of
from ärenden.reminding import MADE_AHEAD

A_PAGE = 1_000
# Deadlines of the same instant are never parted.
PAGES = """
select min(due_at), max(due_at), array_agg(distinct day order by day), bool_or(is_changed)
from (
    select due_at, (due_at at time zone 'Europe/Stockholm')::date as day,
        replaces_id is not null or status = 'waiting' as is_changed,
        (rank() over (order by due_at) - 1) / %s as page
    from arenden_deadline where status in ('open', 'waiting')
) standing
group by page order by page
"""

# A reminder whose time has come is made only when no one was told, and only when the time came
# after both deadline and rule were there: what a stop missed is caught up with, while a new rule,
# or a new handler, is not told of yesterday. That a date has moved, or that there is none, is told
# to whom it is news: against what went to her last, or the first date. A deadline that someone has
# in hand waits for the next run, so that what ends it closes every reminder of it. What is made is
# sought by its deadline (`+ 0`), whatever the statistics say: to one who has an office's thousands
# it would take minutes.
MAKE = statement(
    """
with owned as materialized (
    select deadline.id as deadline_id, deadline.purpose, deadline.due_at, deadline.original_due_at,
        (deadline.due_at at time zone 'Europe/Stockholm')::date as due_on, deadline.status,
        coalesce(deadline.ended_at, deadline.set_at) as changed_at,
        case when deadline.status = 'waiting' then 'lapsed'
            when deadline.replaces_id is not null then 'moved' end as change,
    """,
    OF_OWNERS,
    """
    from arenden_deadline deadline
    """,
    OWNERS,
    """
    where deadline.status in ('open', 'waiting')
      and deadline.due_at between %(first)s and %(last)s
      and (%(only)s::bigint is null
        or %(only)s in (
            matter.organisation_id, holder.organisation_id, paper.organisation_id))
), moments as materialized (
    select * from unnest(%(rules)s::bigint[], %(days)s::date[], %(moments)s::timestamptz[])
        as counted (rule_id, due_on, send_at)
), timed as (
    select owned.*, moments.rule_id, moments.send_at, false as tells_change
    from owned join moments using (due_on)
    join arenden_reminderrule rule on rule.id = moments.rule_id
        and rule.organisation_id = owned.organisation_id and rule.purpose = owned.purpose
        and rule.ended_at is null
    where owned.status = 'open' and moments.send_at > owned.changed_at
    union all
    select owned.*, rule.id as rule_id, owned.changed_at as send_at, true as tells_change
    from owned
    join arenden_reminderrule rule on rule.organisation_id = owned.organisation_id
        and rule.purpose in ('', owned.purpose) and rule.trigger = owned.change
        and rule.ended_at is null and rule.made_at < owned.changed_at
), wanted as materialized (
    select owned.deadline_id, rule.id as rule_id, rule.audience, rule.wanted, owned.due_at,
        owned.send_at, owned.tells_change, owned.original_due_at, owned.status,
        owned.case_id, owned.handler_id, owned.organisation_id, owned.body_id,
        (greatest(owned.send_at, %(now)s) at time zone 'Europe/Stockholm')::date as day,
    """,
    OFFICE,
    """
    from timed owned join arenden_reminderrule rule on rule.id = owned.rule_id
    where owned.send_at > %(now)s or not exists (
        select from arenden_reminder made
        where made.deadline_id = owned.deadline_id and made.rule_id = rule.id
          and made.due_at = owned.due_at and made.status <> 'not_needed')
),
    """,
    TOLD,
    """
, missing as (
    select told.*, case when tells_change then (
        with recursive chain (id) as (
            select told.deadline_id
            union all
            select link.replaces_id from chain join arenden_deadline link using (id)
            where link.replaces_id is not null)
        select known.due_at from (
            select case when rule.trigger <> 'lapsed' then sent.due_at end, sent.closed_at
            from chain join arenden_reminder sent on sent.deadline_id = chain.id
            join arenden_reminderrule rule on rule.id = sent.rule_id
            where sent.recipient_id = told.recipient_id and sent.status = 'sent'
            union all
            select told.original_due_at, '-infinity'
        ) known (due_at, since)
        order by known.since desc limit 1) end as known_due_at
    from told
    where not exists (
        select from arenden_reminder made
        where made.deadline_id = told.deadline_id and made.rule_id = told.rule_id
          and made.recipient_id + 0 = told.recipient_id and made.due_at = told.due_at)
), running as (
    select missing.*
    from missing join arenden_deadline deadline on deadline.id = missing.deadline_id
    where deadline.status = missing.status and missing.known_due_at is distinct from
        case when missing.status = 'open' then missing.due_at end
    for share of deadline skip locked
)
insert into arenden_reminder (public_id, organisation_id, deadline_id, rule_id, recipient_id,
    due_at, known_due_at, send_at, status, reason, ordered_by, tries, error)
select gen_random_uuid(), organisation_id, deadline_id, rule_id, recipient_id,
    due_at, known_due_at, send_at, 'waiting', '', '', 0, ''
from running order by deadline_id, rule_id, recipient_id
on conflict (deadline_id, rule_id, recipient_id, due_at) do nothing
    """,
)


@dataclass(frozen=True)
class Page:
    """About a thousand deadlines that run or wait: their first and last moments, and their days.

    `is_changed` when any of them took the place of another, or has lost its day.
    """

    first: datetime
    last: datetime
    days: list[date]
    is_changed: bool


def plan(now: datetime, *, only: Organisation | None = None) -> int:
    """Make every reminder that is missing, of all organisations or one; how many were made."""
    rules = _rules(only)
    return sum(_make(page, rules, now=now, only=only) for page in _pages())


def _rules(only: Organisation | None) -> list[tuple[ReminderRule, Calendar]]:
    """The rules that count a time, each with its organisation's calendar."""
    rules = ReminderRule.objects.filter(ended_at=None, trigger=Trigger.TIME)
    if only:
        rules = rules.filter(organisation=only)
    calendars = {key: calendar_of(key) for key in {rule.organisation_id for rule in rules}}
    return [(rule, calendars[rule.organisation_id]) for rule in rules]


def _pages() -> Iterator[Page]:
    with connection.cursor() as cursor:
        cursor.execute(PAGES, [A_PAGE])
        yield from (Page(*row) for row in cursor.fetchall())


def _make(
    page: Page,
    rules: Iterable[tuple[ReminderRule, Calendar]],
    *,
    now: datetime,
    only: Organisation | None,
) -> int:
    found = list(_moments(page.days, rules, until=now + MADE_AHEAD))
    if not (found or page.is_changed):
        return 0
    columns: Mapping[str, Any] = {
        "rules": [rule for rule, _, _ in found],
        "days": [day for _, day, _ in found],
        "moments": [at for _, _, at in found],
        "only": only.pk if only else None,
    }
    with connection.cursor() as cursor:
        cursor.execute(MAKE, {"first": page.first, "last": page.last, "now": now, **columns})
        made: int = cursor.rowcount
    return made


def _moments(
    days: Iterable[date], rules: Iterable[tuple[ReminderRule, Calendar]], *, until: datetime
) -> Iterator[tuple[int, date, datetime]]:
    """When each rule reminds of what is due on each of the days, from the rule's making on."""
    for rule, calendar in rules:
        timing = rule.timing
        for day in days:
            at = timing.moment(day, calendar)
            if at > until:
                break  # what is due later is reminded of later
            if at > rule.made_at:
                yield rule.pk, day, at

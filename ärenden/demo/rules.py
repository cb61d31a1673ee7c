"""Exempelby's own rules, a proposal to change them, and two days when its office is closed."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from accounts.roles import Role
from parties.changes import Administering
from ärenden.actions.closed_days import close
from ärenden.actions.rules import Heading, adopt, propose
from ärenden.deadlines import STOCKHOLM, Calendar, default_rules, rule_from_json
from ärenden.deadlines.calendar import holidays
from ärenden.demo import texts
from ärenden.demo.sessions import YEARS_BEHIND
from ärenden.demo.stage import Stage


def write_rules(stage: Stage) -> None:
    """In force before the first case came in; the closed days fall in the year that comes."""
    plan = texts.read("rules")
    first = date(stage.today.year - YEARS_BEHIND, 1, 1)
    rules = default_rules(first).with_rules(map(rule_from_json, plan["rules"]))
    earlier = replace(_administering(stage, first), by=None)  # brought in with the system
    later = _administering(stage, stage.last_day)
    own = Heading(title=plan["title"], first=first, decided_on=first - timedelta(days=30))
    adopt(propose(own, rules.rules, doing=earlier), doing=earlier)
    close(_closed(stage.today.year + 1), doing=later)
    new = Heading(title=plan["proposal"], first=date(stage.today.year + 1, 1, 1))
    proposed = rules.with_rules(map(rule_from_json, plan["proposed"]))
    propose(new, proposed.rules, doing=later)


def _administering(stage: Stage, day: date) -> Administering:
    at = datetime.combine(day, time(9), tzinfo=STOCKHOLM)
    by = stage.users[Role.ADMINISTRATOR]
    return Administering(organisation=stage.organisation, by=by, at=at)


def _closed(year: int) -> dict[date, str]:
    """The first working day after trettondagen, and a klämdag."""
    calendar = Calendar()
    planning = calendar.move(date(year, 1, 6), working_days=1)
    [ascension] = [day for day, name in holidays(year).items() if "himmelsfärd" in name]
    return {planning: "planeringsdagen", ascension + timedelta(days=1): "klämdagen"}

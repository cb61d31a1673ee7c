"""The council's own rules: written as a proposal, mended, and adopted from a day on.

Adopted rules stand: a case keeps those in force on the day that it was handed in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from kernel.dates import full_date
from kernel.periods import holds_on, period
from parties.changes import INSTALLER, Administering, in_words, log, store
from parties.exceptions import Refused
from ärenden import deadlines
from ärenden.actions.base import Doing
from ärenden.actions.recount import after_rules_change
from ärenden.deadlines import Rule, RulesNotUnderstood, to_json
from ärenden.models import RuleSet
from ärenden.queries.rules import adopted, pure

AT_ONCE: Mapping[str, str] = {
    "one_rule_set_at_a_time": "Andra regler antogs nyss. Läs dem och pröva förslaget igen"
}
REMOVED = "Förslaget är borttaget"
ADOPTED = "Reglerna är antagna och kan inte ändras. Skriv ett nytt förslag"


@dataclass(frozen=True, kw_only=True)
class Heading:
    """What a set of rules is called, when the council decided it, and its first day."""

    title: str
    first: date
    decided_on: date | None = None

    @property
    def values(self) -> dict[str, Any]:
        days = {"decided_on": self.decided_on, "period": period(self.first)}
        return {"title": self.title, **days}


def propose(heading: Heading, rules: Sequence[Rule], *, doing: Administering) -> RuleSet:
    """Rules that apply to nothing until they are adopted."""
    row = RuleSet(
        organisation=doing.organisation,
        rules=to_json(tuple(rules)),
        written_at=doing.at,
        written_by_name=doing.by.name if doing.by else INSTALLER,
    )
    store(row, doing=doing, summary=f"{heading.title} skrevs som förslag", **heading.values)
    return row


def head(proposal: RuleSet, heading: Heading, *, doing: Administering) -> bool:
    """Whether the title or a day became another."""
    with _open(proposal) as row:
        summary = f"{heading.title} ändrades"
        return store(row, doing=doing, summary=summary, **heading.values)


def write_rule(
    proposal: RuleSet, rule: Rule, *, instead_of: Rule | None, doing: Administering
) -> None:
    """Add the rule, or put it where the earlier one stands; refused if two contradict."""
    with _open(proposal) as row:
        rules = list(pure(row).rules)
        keys = [each.key for each in rules]
        if instead_of and instead_of.key not in keys:
            raise Refused("Regeln är borttagen ur förslaget")
        place = keys.index(instead_of.key) if instead_of else len(rules)
        rules[place : place + 1] = [rule]
        _keep(row, rules)
        was, now = (deadlines.in_words(each) if each else "inget" for each in (instead_of, rule))
        changes = [("Regeln", was, now)] if was != now else []
        log(doing, f"Regeln {rule.name} skrevs i {row}", about=[row], changes=changes)


def remove_rule(proposal: RuleSet, rule: Rule, *, doing: Administering) -> None:
    with _open(proposal) as row:
        _keep(row, [each for each in pure(row).rules if each.key != rule.key])
        was = [("Regeln", deadlines.in_words(rule), "inget")]
        log(doing, f"Regeln {rule.name} togs bort ur {row}", about=[row], changes=was)


def discard(proposal: RuleSet, *, doing: Administering) -> None:
    """The proposal is not to be; adopted rules stand."""
    with _open(proposal) as row:
        log(doing, f"{row} togs bort", about=[row])
        row.delete()


def adopt(proposal: RuleSet, *, doing: Administering) -> None:
    """In force from its first day; the rules before it end the day before. Raises Refused.

    Coming meetings have their own times by the rules of their day; cases keep theirs.
    """
    with in_words(AT_ONCE), _open(proposal) as row:
        first = row.period.lower
        for problem in hindrances(row, on=doing.day):
            raise Refused(problem)
        earlier = adopted(doing.organisation).filter(holds_on(first)).first()
        if earlier:
            earlier.period = period(earlier.period.lower, first)
            earlier.save(update_fields=["period"])
        row.adopted_at = doing.at
        row.adopted_by_name = doing.by.name if doing.by else INSTALLER
        row.save()
        summary = f"{row} antogs och gäller från {full_date(first)}"
        log(doing, summary, about=[row, *filter(None, [earlier])])
        if doing.by:
            by = Doing(by=doing.by, at=doing.at)
            after_rules_change(doing.organisation, doing=by, why=summary)


def hindrances(proposal: RuleSet, *, on: date) -> Iterator[str]:
    """Why the proposal cannot be adopted as it stands, and what to do about it."""
    first, decided_on = proposal.period.lower, proposal.decided_on
    if first < on:
        yield "Reglerna kan börja gälla tidigast i dag: ändra första dagen"
    if decided_on is None:
        yield "Skriv vilken dag reglerna beslutades"
    elif decided_on > on:
        yield "Reglerna kan antas i registret först när de är beslutade"
    if not proposal.rules:
        yield "Förslaget har inga regler: lägg till minst en"
    later = adopted(proposal.organisation_id).filter(period__startswith__gte=first)
    for other in later.order_by("period")[:1]:
        yield f"{other} gäller redan från {full_date(other.period.lower)}: välj en senare dag"


@contextmanager
def _open(proposal: RuleSet) -> Iterator[RuleSet]:
    """The proposal as it stands now, kept from others meanwhile; refused once it is adopted."""
    with transaction.atomic():
        row = RuleSet.objects.select_for_update().filter(pk=proposal.pk).first()
        if row is None:
            raise Refused(REMOVED)
        if row.adopted_at:
            raise Refused(ADOPTED)
        yield row


def _keep(row: RuleSet, rules: Iterable[Rule]) -> None:
    row.rules = to_json(tuple(rules))
    try:
        pure(row)
    except RulesNotUnderstood as problem:
        raise Refused(". ".join(error.text for error in problem.errors)) from problem
    row.save(update_fields=["rules"])

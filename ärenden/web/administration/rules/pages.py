"""Regler: what applies, what the law says, what was and is proposed; each rule in words."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from django.shortcuts import get_object_or_404

from accounts.roles import Verb
from kernel.dates import full_date
from kernel.text import capital, counted
from parties.changes import last_day, told_period
from ärenden.choices import CaseType
from ärenden.deadlines import STATUTORY, Rule, in_words
from ärenden.models import RuleSet
from ärenden.queries.prospects import Timetable
from ärenden.queries.rules import pure
from ärenden.web.administration.base import Group, Listing, Row, Way

COLUMNS = ("Ärenden", "Regel", "Där det står")
SETS = ("Gäller", "Källa", "Regler")
LAW = "De kan inte ändras, och gäller vad arbetsordningen än säger."


class Rules(Listing):
    """Open to everyone with a role here; proposals only to those who write them."""

    verb = None
    section = "admin_rules"
    title = "Regler för frister"
    lead = (
        "Datumen i ärendena räknas efter reglerna här. Ett ärende behåller reglerna som gällde när"
        " det lämnades in."
    )

    @property
    def may_write(self) -> bool:
        return self.may(Verb.ADMINISTER)

    def ways(self) -> list[Way]:
        to = self.to("admin_rules_new")
        return [Way("Skriv ett förslag", to)] if self.may_write else []

    def groups(self) -> list[Group]:
        adopted = [row for row in self._sets if row.adopted_at]
        now = [row for row in adopted if self.today in row.period]
        others = [row for row in adopted if row not in now]
        groups = [group_of(row, heading="Gäller nu") for row in now] or [self._fallback()]
        if self.may_write:
            groups.append(self._proposals())
        if others:
            groups.append(self._list("Kommande och tidigare regler", others, empty=""))
        return [*groups, law()]

    @cached_property
    def _sets(self) -> Sequence[RuleSet]:
        return list(self.organisation.rule_sets.order_by("-period", "-pk"))

    def _fallback(self) -> Group:
        """What dates are counted by while no rules of one's own are in force."""
        rules = Timetable(self.organisation.pk).rules(self.today)
        return Group(
            heading="Gäller nu",
            columns=COLUMNS,
            rows=[row_of(rule) for rule in in_order(rules.rules)],
            empty="",
            lead=f"Inga egna regler gäller i dag. Datumen räknas efter {rules.title}.",
        )

    def _proposals(self) -> Group:
        rows = [row for row in self._sets if not row.adopted_at]
        return self._list("Förslag", rows, empty="Inget förslag är under arbete.")

    def _list(self, heading: str, rows: Iterable[RuleSet], *, empty: str) -> Group:
        return Group(
            heading=heading,
            columns=SETS,
            rows=[self._row(row) for row in rows],
            empty=empty,
            when="Ett förslag kan prövas på sammanträdena innan det antas." if empty else "",
        )

    def _row(self, row: RuleSet) -> Row:
        return Row(
            mark=f"Från {full_date(row.period.lower)}",
            title=row.title,
            url=self.to("admin_rule_set", rules=row.public_id),
            meta=decided(row),
            detail=counted(len(row.rules), "regel", "regler"),
        )


class OneSet(Listing):
    """A proposal with the way into each rule, or rules that are adopted."""

    section = "admin_rules"
    verb = None

    @cached_property
    def row(self) -> RuleSet:
        sets = self.organisation.rule_sets.all()
        if not self.may(Verb.ADMINISTER):  # what is adopted is read by all, a proposal by them
            sets = sets.exclude(adopted_at=None)
        return get_object_or_404(sets, public_id=self.kwargs["rules"])

    @property
    def title(self) -> str:  # type: ignore[override]  # of the row, not of the class
        return self.row.title

    @property
    def lead(self) -> str:  # type: ignore[override]
        if self.row.adopted_at:
            return f"{described(self.row)}."
        first = full_date(self.row.period.lower)
        return f"Ett förslag som ska gälla från {first}. Inget datum ändras förrän det är antaget."

    def ways(self) -> list[Way]:
        if self.row.adopted_at:
            return []
        return [Way("Pröva förslaget", self._to("admin_rules_trial"))]

    def groups(self) -> list[Group]:
        if self.row.adopted_at:
            return [group_of(self.row, heading="Reglerna")]
        ways = [
            Way("Lägg till en regel", self._to("admin_rule_new")),
            Way("Ändra källa och dagar", self._to("admin_rules_heading")),
        ]
        rows = [self._rule(rule) for rule in in_order(pure(self.row).rules)]
        return [
            Group(
                heading="Reglerna",
                columns=COLUMNS,
                rows=rows,
                empty="" if rows else "Förslaget har inga regler än.",
                when="" if rows else "Lägg till den första.",
                ways=ways,
            )
        ]

    def _rule(self, rule: Rule) -> Row:
        return row_of(rule, url=self._to("admin_rule", rule=rule.key))

    def _to(self, name: str, **more: Any) -> str:
        return self.to(name, rules=self.row.public_id, **more)


def group_of(row: RuleSet, *, heading: str) -> Group:
    return Group(
        heading=heading,
        columns=COLUMNS,
        rows=[row_of(rule) for rule in in_order(pure(row).rules)],
        empty="",
        lead=f"{row}. {described(row)}.",
    )


def law() -> Group:
    rows = [row_of(rule) for rule in STATUTORY]
    return Group(heading="Lagens tider", columns=COLUMNS, rows=rows, empty="", lead=LAW)


def in_order(rules: Iterable[Rule]) -> list[Rule]:
    """By case type, as the types are listed elsewhere; what is about meetings last."""
    places = list(CaseType)
    last = len(places)
    return sorted(rules, key=lambda rule: min(map(places.index, rule.case_types), default=last))


def row_of(rule: Rule, *, url: str = "") -> Row:
    return Row(
        mark=", ".join(each.label for each in rule.case_types) or "Övrigt",
        title=rule.name,
        url=url,
        meta=in_words(rule),
        detail=rule.source,
    )


def decided(row: RuleSet) -> str:
    return f"Beslutade {full_date(row.decided_on)}" if row.decided_on else ""


def described(row: RuleSet) -> str:
    """When they were decided and for how long they apply."""
    until = f"gäller {told_period(row.period)}" if last_day(row.period) else _from(row)
    told = ", ".join(filter(None, [decided(row), until]))
    return capital(told)


def _from(row: RuleSet) -> str:
    return f"gäller från {full_date(row.period.lower)}"

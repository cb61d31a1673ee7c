"""The public's start page, list and page of a case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from kernel.dates import clock, long_date
from kernel.text import capital, whole_number
from ärenden.choices import CaseType
from ärenden.published import published
from ärenden.queries import public_lists as lists
from ärenden.queries.public import public_record_of
from ärenden.queries.public_lists import Stage
from ärenden.queries.search import mended_by
from ärenden.web.lists.address import Address, page_of
from ärenden.web.public.article import article_of
from ärenden.web.public.base import PublicView
from ärenden.web.public.rows import PublicRow, row_of
from ärenden.web.public.words import WHAT_IT_IS

A_PAGE = 20
NEWEST, WAITING = 5, 5
LONGEST_SEARCH = 200
SEARCH, PAGE = "q", "sida"
LEGENDS = {"visa": "Läge", "typ": "Typ", "parti": "Parti", "ar": "År"}
LABELS: Mapping[str, Mapping[str, str]] = {
    "visa": dict(Stage.choices),
    "typ": dict(CaseType.choices),
}


class CasesView(PublicView):
    """Anything that shows rows of cases."""

    @cached_property
    def found(self) -> QuerySet[Any]:
        return lists.cases_of(self.organisation, on=self.today)

    def rows(self, cases: QuerySet[Any]) -> list[PublicRow]:
        listed = lists.listed(cases, on=self.today)
        return [
            row_of(case, organisation=self.organisation.slug, today=self.today) for case in listed
        ]


class Start(CasesView):
    """What was answered lately, what waits, and when the council meets next."""

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        settled = self.found.filter(stage__in=(Stage.ANSWERED, Stage.DECIDED))
        waiting = self.found.filter(stage=Stage.WAITING)
        meeting = lists.next_council(self.organisation, on=self.today)
        return self.page(
            "start",
            settled=self.rows(latest_first(settled)[:NEWEST]),
            waiting=self.rows(
                waiting.order_by(F("target_meeting__held_on").asc(nulls_last=True), "-pk")[:WAITING]
            ),
            settled_url=f"{self.url('cases')}?visa={Stage.ANSWERED}",
            waiting_url=f"{self.url('cases')}?visa={Stage.WAITING}",
            about=WHAT_IT_IS[CaseType.INTERPELLATION],
            meeting=meeting,
            meeting_day=capital(long_date(meeting.held_on)) if meeting and meeting.held_on else "",
            meeting_time=clock(meeting.starts_at) if meeting and meeting.starts_at else "",
        )


def latest_first(cases: QuerySet[Any]) -> QuerySet[Any]:
    return cases.order_by(F("settled_on").desc(nulls_last=True), "-registered_on", "-pk")


@dataclass(frozen=True)
class Choice:
    """One value of a filter; its link turns it on, or off when it is chosen."""

    label: str
    count: int
    url: str
    is_current: bool


class CaseList(CasesView):
    """Searched and filtered by its address; at most eight queries."""

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        counted = lists.facets(self._without)
        total = sum(row.count for row in counted if row.group == "")
        page = page_of(total, request.GET.get(PAGE, ""), size=A_PAGE)
        first = max(page.start_index() - 1, 0)
        found = self._order(self._without(None))[first : page.end_index()]
        return self.page(
            "cases",
            search=self.search,
            total=total,
            noun="ärende" if total == 1 else "ärenden",
            stages=[self._every(counted), *self._choices("visa", counted)],
            groups=[
                (LEGENDS[name], choices)
                for name in ("typ", "parti", "ar")
                if len(choices := self._choices(name, counted)) > 1 or name in self.chosen
            ],
            kept=self.address.hidden_fields(but=frozenset({SEARCH})),
            rows=self.rows(found) if total else [],
            better=self._better(total),
            **self.address.pager(page),
        )

    @cached_property
    def address(self) -> Address:
        return Address(self.request.path, self.request.GET)

    @cached_property
    def search(self) -> str:
        return self.request.GET.get(SEARCH, "").strip()[:LONGEST_SEARCH]

    @cached_property
    def chosen(self) -> dict[str, Q]:
        """What the address says, as rules; what cannot be read is as if it were not there."""
        said = {name: self.request.GET.get(name, "") for name in LEGENDS}
        rules: dict[str, Q] = {}
        if said["visa"] in Stage.values:
            rules["visa"] = Q(stage=said["visa"])
        if said["typ"] in CaseType.values:
            rules["typ"] = Q(case_type=said["typ"])
        if said["parti"]:
            rules["parti"] = lists.put_by(said["parti"])
        if 0 < (year := whole_number(said["ar"]) or 0) < 10_000:
            rules["ar"] = Q(registered_on__year=year)
        if self.search:
            rules[SEARCH] = lists.found_by(self.search, on=self.today)
        return rules

    def _without(self, group: str | None) -> QuerySet[Any]:
        """The cases that fit every choice but the group's own."""
        found = self.found
        for name, rule in self.chosen.items():
            if name != group:
                found = found.filter(rule)
        return found

    def _order(self, cases: QuerySet[Any]) -> QuerySet[Any]:
        return cases.order_by(F("received_on").desc(nulls_last=True), "-registered_on", "-pk")

    def _every(self, counted: list[lists.Counted]) -> Choice:
        """All of them, however far they have come."""
        count = sum(row.count for row in counted if row.group == "visa")
        chosen = self.request.GET.get("visa", "")
        url = str(self.address.without("visa", chosen))
        return Choice("Alla", count, url, is_current="visa" not in self.chosen)

    def _labels(self, name: str, keys: Iterable[str]) -> Mapping[str, str]:
        if name == "parti":
            parties = lists.parties_of(self.organisation, on=self.today)
            names = dict(parties.values_list("abbreviation", "name"))
            return {key: names.get(key, key) for key in sorted(keys)}
        return LABELS.get(name, {key: key for key in sorted(keys, reverse=True)})

    def _choices(self, name: str, counted: list[lists.Counted]) -> list[Choice]:
        chosen = self.request.GET.get(name, "") if name in self.chosen else ""
        counts = {row.key: row.count for row in counted if row.group == name}
        labels = self._labels(name, {*counts, chosen} - {""})
        return [
            Choice(
                label,
                counts.get(key, 0),
                str(self._with(name, key, is_chosen=key == chosen)),
                key == chosen,
            )
            for key, label in labels.items()
            if key in counts or key == chosen
        ]

    def _with(self, name: str, key: str, *, is_chosen: bool) -> Address:
        address = self.address
        return address.without(name, key) if is_chosen else address.having(name, key)

    def _better(self, total: int) -> Choice | None:
        """A misspelt word, mended out of published words only."""
        if total or not self.search:
            return None
        texts = lists.search_texts(on=self.today).filter(
            publication__case__organisation=self.organisation
        )
        word = mended_by(self.search, texts=texts)
        if not word or not self.found.filter(lists.found_by(word, on=self.today)).exists():
            return None
        url = str(self.address.having(SEARCH, word))
        return Choice(word, 0, url, is_current=False)


class CasePage(PublicView):
    """One published case."""

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        open_cases = published(on=self.today).filter(organisation=self.organisation)
        related = open_cases.select_related("organisation", "body")
        case = get_object_or_404(related, public_id=self.kwargs["case"])
        record = public_record_of(case, on=self.today)
        return self.page("case", article=article_of(record))

"""Gruppens bord: what was promised, what the group waits for, and what others have open."""

from collections import defaultdict
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from kernel.dates import count_word, full_date
from kernel.text import counted
from parties.colours import class_of
from ärenden import group_access
from ärenden.actions.groups import take_over, watch
from ärenden.models import Case, SavedView
from ärenden.queries import groups, lists
from ärenden.queries.published_texts import title_of
from ärenden.web.groups.base import OwnGroupView
from ärenden.web.groups.forms import DoorForm, WatchForm
from ärenden.web.groups.rows import CaseRow, case_row, note_row

MOST_CASES = 50
NO_PARTY = "–"
OWN = ""  # the group's open cases, among the selections that are counted


@dataclass(frozen=True)
class Others:
    """How many open cases a party has, and the list of them."""

    letters: str
    css: str
    told: str
    url: str


@dataclass(frozen=True)
class ViewRow:
    name: str
    url: str
    number: int
    is_own: bool
    delete_url: str


@dataclass(frozen=True)
class Watched:
    """A watched case; one read on the public's site alone is told as it is there."""

    url: str
    title: str
    told: str
    is_new: bool = False
    stop_url: str = ""


class Desk(OwnGroupView):
    """The same number of queries, however much the group has."""

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        return self._page(request, self._watching())

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        form = self._watching(request.POST)
        if not form.is_valid():
            return self._page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        watch(self.member, form.cleaned_data["which"])
        messages.success(request, "Gruppen bevakar ärendet. Det står under Bevakar.")
        return HttpResponseRedirect(self.to("group"))

    def _watching(self, data: Any = None) -> WatchForm:
        everywhere = group_access.watchable_by(self.user, on=self.today)
        own = everywhere.filter(organisation=self.organisation)
        return WatchForm(data, watchable=own)

    def _page(
        self, request: HttpRequest, form: WatchForm, *, status: int = HTTPStatus.OK
    ) -> HttpResponse:
        views = list(group_access.views_of(self.user, on=self.today).filter(group=self.group))
        own = groups.cases_of(self.group, user=self.user, on=self.today).filter(lists.IS_OPEN)
        fits = {str(view.public_id): self.chosen(QueryDict(view.query)) for view in views}
        counted = lists.tally(
            parties_of=groups.elsewhere(self.group, user=self.user, on=self.today),
            views={OWN: own} | {key: found.cases_of("") for key, found in fits.items()},
        )
        numbers = {row.key: row.count for row in counted if row.group == "vy"}
        context = {
            "group": self.group,
            "urls": self._urls(),
            "door": DoorForm(group=self.group, today=self.today),
            "asks": self._asks(),
            "cases": self._rows(own),
            "lead": _lead(numbers.get(OWN, 0)),
            "views": self._views(views, numbers),
            "others": self._others(counted),
            "watched": self._watched(),
            "form": form,
            "since": full_date(timezone.localdate(self.since)),
        }
        return render(request, "arenden/groups/desk.html", context, status=status)

    def _urls(self) -> dict[str, str]:
        names = ("notes", "cases", "let_in")
        return {name: self.to(f"group_{name}") for name in names}

    def _asks(self) -> list[Any]:
        notes = groups.notes_in(self.group, user=self.user, on=self.today)
        slug, key = self.organisation.slug, self.group.public_id
        return [
            note_row(note, organisation=slug, group=key, today=self.today)
            for note in self.told(groups.to_ask_again(notes))
        ]

    def _rows(self, own: QuerySet[Case]) -> list[CaseRow]:
        rows = groups.open_first(groups.held(own))[:MOST_CASES]
        return [case_row(case, organisation=self.organisation.slug, now=self.now) for case in rows]

    def _views(self, views: list[SavedView], numbers: dict[str, int]) -> list[ViewRow]:
        path = self.to("group_cases")
        return [
            ViewRow(
                view.name,
                f"{path}?{view.query}",
                numbers.get(str(view.public_id), 0),
                view.owner_id is not None,
                self.to("group_view", saved=view.public_id),
            )
            for view in views
        ]

    def _others(self, counted: list[lists.Counted]) -> list[Others]:
        """Every other party with something open, those with most first."""
        numbers: dict[str, int] = defaultdict(int)
        for row in counted:
            if row.group == "parti":
                numbers[row.key] += row.count
        own = {party.abbreviation for party in self.group.parties.all()}
        path = reverse("arenden:cases", args=[self.organisation.slug])
        found = sorted(numbers.items(), key=lambda each: (-each[1], each[0]))
        return [
            Others(
                letters,
                class_of(letters),
                _told(number, letters),
                f"{path}?{_query(visa='oppna', parti=letters)}",
            )
            for letters, number in found
            if letters not in own
        ]

    def _watched(self) -> list[Watched]:
        found = groups.news(self.group, user=self.user, on=self.today, since=self.since)
        return [self._watched_here(row) if row.is_read else self._published(row) for row in found]

    def _watched_here(self, row: Any) -> Watched:
        return Watched(
            reverse("arenden:case", args=[self.organisation.slug, row.case.public_id]),
            row.case.told_title,
            _news(row.number),
            row.number > 0,
        )

    def _published(self, row: Any) -> Watched:
        key = row.case.public_id
        return Watched(
            reverse("public:case", args=[self.organisation.slug, key]),
            title_of(row.case, is_kept=row.is_protected),
            " · ".join(filter(None, (row.case.dnr, "publicerat på webben"))),
            stop_url=self.to("group_watch", case=key),
        )


class TakeOver(OwnGroupView):
    """The leader lets the notes of an earlier group follow into this one."""

    def post(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        take_over(self.member)
        return HttpResponseRedirect(self.to("group_notes"))


def _lead(cases: int) -> str:
    number = count_word(cases, common=False).capitalize()
    return f"{number} {'öppet ärende' if cases == 1 else 'öppna ärenden'}."


def _told(cases: int, letters: str) -> str:
    number = counted(cases, "ärende", "ärenden")
    return f"{number} av partilösa" if letters == NO_PARTY else number


def _news(number: int) -> str:
    if not number:
        return "Inget nytt sedan ditt förra besök"
    return counted(number, "ny händelse", "nya händelser")


def _query(**said: str) -> str:
    query = QueryDict(mutable=True)
    query.update(said)
    return query.urlencode()

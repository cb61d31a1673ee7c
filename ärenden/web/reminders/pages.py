"""Påminnelser: what will be sent the next two weeks, what has been, and what the next run does."""

from functools import cached_property
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.roles import Verb
from kernel.models import Heartbeat
from kernel.text import counted
from ärenden.actions.reminders.trying import MOST_PEOPLE, try_run
from ärenden.choices import ReminderStatus
from ärenden.models import Reminder
from ärenden.models.reminders import OPEN
from ärenden.queries import reminders as queries
from ärenden.reminding import WORK
from ärenden.web.base import WorkView
from ärenden.web.desk.aside import beat
from ärenden.web.lists.address import PAGE, Address, page_of
from ärenden.web.reminders.rows import Desk, days_of, ended_line

CASE, PERSON, STATUS = "arende", "person", "visa"
ROWS = 50
SECTIONS = (
    ("reminders", "Kommande"),
    ("reminders_ended", "Skickade och stängda"),
    ("reminders_trial", "Provkör"),
)
ENDED = tuple((status.value, status.label) for status in ReminderStatus if status not in OPEN)


class ReminderPage(WorkView):
    """A page of reminders for those who prepare cases."""

    verb = Verb.PREPARE
    part_of = ("arenden:desk",)
    name: ClassVar[str]

    @cached_property
    def readable(self) -> QuerySet[Reminder]:
        return queries.readable_by(self.user, self.organisation, on=self.today)

    @property
    def desk(self) -> Desk:
        return Desk(
            organisation=self.organisation.slug,
            now=self.now,
            today=self.today,
            query=self.request.GET.urlencode(),
        )

    def to(self, name: str) -> str:
        return reverse(f"arenden:{name}", args=[self.organisation.slug])

    def show(self, template: str, **context: Any) -> HttpResponse:
        sections = [(label, self.to(name), name == self.name) for name, label in SECTIONS]
        shell = {"sections": sections, "beat": beat(Heartbeat.last(*WORK), now=self.now)}
        return render(self.request, f"arenden/reminders/{template}.html", shell | context)


class Listing(ReminderPage):
    """A list with its filter, a page at a time."""

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        address = Address(request.path, request.GET)
        page = page_of(self.chosen.count(), request.GET.get(PAGE, ""), size=ROWS)
        first, last = page.start_index(), page.end_index()
        shown = queries.shown_to(self.user, self.chosen, on=self.today)
        rows = queries.retold(shown[first - 1 : last], self.organisation) if last else []
        return self.show(
            self.name,
            total=page.paginator.count,
            pager=address.pager(page),
            hidden=self.hidden,
            filter=self.filter,
            **self.lines(rows),
        )

    @cached_property
    def of_list(self) -> QuerySet[Reminder]:
        """All of the list that the reader may read, unfiltered."""
        return self.listed(self.readable)

    def listed(self, rows: QuerySet[Reminder]) -> QuerySet[Reminder]:
        raise NotImplementedError

    def lines(self, rows: list[Reminder]) -> dict[str, Any]:
        raise NotImplementedError

    @cached_property
    def chosen(self) -> QuerySet[Reminder]:
        rows, asked = self.of_list, self.request.GET
        if case := asked.get(CASE, "").strip():
            rows = queries.of_case(rows, case)
        if person := self._person:
            rows = rows.filter(recipient__public_id=person)
        return rows

    @property
    def hidden(self) -> str:
        """How many rows of the list the reader may not see; only their number is told."""
        everything = self.listed(queries.reminders_in(self.organisation)).count()
        number = everything - self.of_list.count()
        told = counted(number, "påminnelse", "påminnelser")
        return f"{told} rör ärenden som du inte får läsa." if number else ""

    @cached_property
    def _people(self) -> list[tuple[str, str]]:
        return queries.recipients_of(self.of_list)

    @property
    def _person(self) -> str:
        """The one chosen, when she is among the list's; otherwise there is no such list."""
        asked = self.request.GET.get(PERSON, "")
        if asked and asked not in dict(self._people):
            raise Http404
        return asked

    @property
    def filter(self) -> dict[str, Any]:
        asked = self.request.GET
        is_narrowed = any(asked.get(name) for name in (CASE, PERSON, STATUS))
        return {
            "case": self._case,
            "person": asked.get(PERSON, ""),
            "people": self._people,
            "clear_url": self.request.path if is_narrowed else "",
        }

    @property
    def _case(self) -> str:
        """As typed; the diary number in the place of the id that a link holds."""
        typed = self.request.GET.get(CASE, "").strip()
        found = (
            queries.case_called(self.user, self.organisation, typed, on=self.today)
            if typed
            else None
        )
        return found.dnr or typed if found else typed


class Coming(Listing):
    name = "reminders"

    def listed(self, rows: QuerySet[Reminder]) -> QuerySet[Reminder]:
        return queries.coming(rows, now=self.now)

    def lines(self, rows: list[Reminder]) -> dict[str, Any]:
        wishes = queries.wishes_of(rows, self.organisation)
        return {"days": days_of(rows, wishes, self.desk)}


class Ended(Listing):
    name = "reminders_ended"

    def listed(self, rows: QuerySet[Reminder]) -> QuerySet[Reminder]:
        status = self.request.GET.get(STATUS, "")
        wanted = Q(status=status) if status in dict(ENDED) else Q()
        return queries.ended(rows).filter(wanted)

    @property
    def filter(self) -> dict[str, Any]:
        status = self.request.GET.get(STATUS, "")
        return super().filter | {"statuses": ENDED, "status": status}

    def lines(self, rows: list[Reminder]) -> dict[str, Any]:
        return {"lines": [ended_line(row, self.desk) for row in rows]}


class Trial(ReminderPage):
    """What the next run would do; it is tried whole and undone, and no mail leaves."""

    name = "reminders_trial"

    def get(self, _request: HttpRequest, **_: str) -> HttpResponse:
        return self.show("trial", is_tried=False)

    def post(self, _request: HttpRequest, **_: str) -> HttpResponse:
        tried = try_run(self.user, self.organisation, now=self.now, on=self.today)
        rows = queries.retold(tried.rows, self.organisation)
        lines = [ended_line(row, self.desk) for row in rows]
        left = [line for line, row in zip(lines, tried.rows, strict=True) if row.mail_id]
        return self.show(
            "trial",
            is_tried=True,
            made=counted(tried.made, "ny påminnelse skulle göras", "nya påminnelser skulle göras"),
            left=left,
            closed=[line for line in lines if line not in left],
            people=len({row.recipient_id for row in tried.rows if row.mail_id}),
            others=tried.others,
            more=f"Provet tog med {MOST_PEOPLE} mottagare. {tried.more} till väntar."
            if tried.more
            else "",
        )

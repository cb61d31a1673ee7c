"""Att göra: what needs a hand today, why, and the step itself."""

from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.roles import Verb
from kernel.dates import count_word, long_date
from meetings.models import Meeting
from ärenden.models import Cover
from ärenden.queries.colleagues import absences
from ärenden.queries.desk import OnDesk, cases_on_desk, meetings_ahead, on_desk, timetable_of
from ärenden.queries.prospects import Timetable
from ärenden.queries.reminders import tally
from ärenden.web.base import WorkView
from ärenden.web.councillor.arrivals import rows_to_register
from ärenden.web.desk import aside, balance, warnings
from ärenden.web.desk.rows import URGENT, Row, Section, rows_of, sections_of
from ärenden.workflow.duties import next_day

SHOW, EVERYONES = "visa", "alla"


class Desk(WorkView):
    """At most twelve queries, however many cases wait."""

    verb = Verb.PREPARE

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        sections = sections_of(
            self._rows,
            arrived=rows_to_register(self.user, self.organisation, now=self.now),
            others=[self._warnings, self._balance.section],
            organisation=self.organisation.slug,
            today=self.today,
        )
        reminders = tally(self.user, self.organisation, now=self.now, on=self.today)
        context = {
            "lead": self._lead(sections),
            "sections": sections,
            "empty": self._empty,
            "everyones": self._everyones,
            "next_meeting": self._next_meeting,
            "absences": aside.absences_of(self._absences, user=self.user),
            "next_report": self._balance.next,
            "reminders": aside.reminders_of(reminders),
            "beat": aside.beat(reminders.last_run, now=self.now),
        }
        return render(request, "arenden/desk/page.html", context)

    @property
    def _everyones(self) -> bool:
        return self.request.GET.get(SHOW) == EVERYONES

    @cached_property
    def _ahead(self) -> dict[int, list[Any]]:
        return meetings_ahead(self.user, self.organisation, on=self.today)

    @property
    def _meetings(self) -> dict[int, Meeting]:
        """Each body's next one, the nearest first."""
        return {body: rows[0] for body, rows in self._ahead.items()}

    @cached_property
    def _timetable(self) -> Timetable:
        return timetable_of(self.organisation, self._ahead)

    @property
    def _warnings(self) -> Section:
        return warnings.section_of(
            self._on_desk,
            ahead=self._ahead,
            timetable=self._timetable,
            organisation=self.organisation.slug,
            user=self.user.pk,
            now=self.now,
        )

    @cached_property
    def _balance(self) -> balance.Balance:
        return balance.balance_of(
            self.organisation,
            user=self.user,
            ahead=self._ahead,
            timetable=self._timetable,
            now=self.now,
        )

    @cached_property
    def _on_desk(self) -> list[OnDesk]:
        cases = cases_on_desk(
            self.user, self.organisation, on=self.today, everyones=self._everyones
        )
        return on_desk(cases, user=self.user, next_meetings=self._meetings, on=self.today)

    @cached_property
    def _rows(self) -> list[Row]:
        return rows_of(
            self._on_desk,
            organisation=self.organisation.slug,
            user=self.user.pk,
            today=self.today,
        )

    @property
    def _absences(self) -> QuerySet[Cover]:
        return absences(self.organisation, on=self.today)

    @property
    def _next_meeting(self) -> Any:
        """Of the bodies whose cases are on the desk; else the organisation's."""
        here = {each.case.decider.pk for each in self._on_desk}
        own = [row for row in self._meetings.values() if row.body_id in here]
        meeting = next(iter([*own, *self._meetings.values()]), None)
        if meeting is None:
            return None
        return aside.meeting_of(meeting, on_desk=self._on_desk, organisation=self.organisation.slug)

    def _lead(self, sections: list[Section]) -> str:
        day = long_date(self.today).capitalize()
        number = sum(len(section.rows) for section in sections)
        urgent = sum(len(section.rows) for section in sections if section.key == URGENT)
        if not number:
            return f"{day}."
        things = "sak" if number == 1 else "saker"
        waiting = f"{count_word(number, common=True).capitalize()} {things} väntar"
        waiting += "" if self._everyones else " på dig"
        hurry = f", {count_word(urgent, common=True)} av dem brådskar" if urgent else ""
        return f"{day}. {waiting}{hurry}."

    @property
    def _empty(self) -> str:
        coming = next_day((each.matter for each in self._on_desk), today=self.today)
        due = f"Nästa frist är {long_date(coming)}. " if coming else ""
        return f"{due}Nya inlämnade ärenden visas här så fort de kommer."

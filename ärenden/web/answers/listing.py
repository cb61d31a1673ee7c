"""Svar: what one is to answer, what one helps with, and what is handed in."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Verb
from kernel.dates import full_date
from kernel.text import listed
from ärenden.models import Case
from ärenden.queries import answering
from ärenden.web.base import WorkView
from ärenden.web.duty import DutyRow
from ärenden.web.lists.rows import NextDate, due


class AnswerList(WorkView):
    """Each row leads to the answer; what is private is seen by no one else."""

    verb = Verb.DRAFT_ANSWER

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        asked: dict[str, Any] = {
            "user": self.user,
            "organisation": self.organisation,
            "on": self.today,
        }
        waiting = answering.waiting_for_answer(**asked)
        shared = answering.shared_drafts(**asked)
        context = {
            "waiting": [
                self._row(
                    case, case.due_at, why=f"{_askers(case)} frågar dig", label="Skriv svaret"
                )
                for case in waiting
            ],
            "shared": [
                self._row(
                    row.case, row.due_at, why=f"{row.person.name} svarar", label="Öppna utkastet"
                )
                for row in shared
            ],
            "left": answering.left_by(**asked),
            "slug": self.organisation.slug,
            "handed_in": [
                {
                    "title": row.case.told_title,
                    "number": row.case.dnr or "",
                    "day": full_date(timezone.localdate(row.submitted_at)),
                    "url": self._url("answer_receipt", row.case),
                }
                for row in answering.handed_in(**asked)
                if row.submitted_at
            ],
        }
        return render(request, "arenden/answers/list.html", context)

    def _row(self, case: Case, due_at: datetime | None, *, why: str, label: str) -> DutyRow:
        url = self._url("answer", case)
        date = due(due_at, "svar", self.now) if due_at else NextDate("Inget datum än")
        return DutyRow(
            date_text=date.text,
            date_note=date.note,
            tone=date.tone,
            title=case.told_title,
            url=url,
            number=case.dnr or "Utan diarienummer",
            why=f"{why}.",
            action_url=url,
            action_label=label,
        )

    def _url(self, name: str, case: Case) -> str:
        return reverse(f"arenden:{name}", args=[self.organisation.slug, case.public_id])


def _askers(case: Any) -> str:
    return listed([str(agent) for agent in case.askers]) or "Någon"

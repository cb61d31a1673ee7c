"""Svar: what one is to answer, what one helps with, and what is handed in."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Verb
from kernel.dates import full_date, long_date
from kernel.text import listed
from ärenden.models import Case
from ärenden.queries import answering
from ärenden.queries.lists import SOON
from ärenden.web.base import WorkView


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
            "handed_in": [
                {
                    "title": row.case.title,
                    "number": row.case.dnr or "",
                    "day": full_date(timezone.localdate(row.submitted_at)),
                    "url": self._url("answer_receipt", row.case),
                }
                for row in answering.handed_in(**asked)
                if row.submitted_at
            ],
        }
        return render(request, "arenden/answers/list.html", context)

    def _row(self, case: Case, due_at: datetime | None, *, why: str, label: str) -> dict[str, str]:
        url = self._url("answer", case)
        return {
            "date_text": long_date(timezone.localdate(due_at)) if due_at else "Ingen dag satt",
            "tone": self._tone(due_at),
            "date_note": "Ska besvaras" if due_at else "",
            "url": url,
            "title": case.title,
            "number": case.dnr or "Utan diarienummer",
            "why": f"{why}.",
            "action_url": url,
            "action_label": label,
        }

    def _tone(self, due_at: datetime | None) -> str:
        if due_at is None:
            return ""
        if due_at < self.now:
            return "late"
        return "soon" if due_at - self.now < SOON else ""

    def _url(self, name: str, case: Case) -> str:
        return reverse(f"arenden:{name}", args=[self.organisation.slug, case.public_id])


def _askers(case: Any) -> str:
    return listed([str(agent) for agent in case.askers]) or "Någon"

"""Postlista: what was registered a day, told only by what the public may read."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.roles import Verb
from kernel.dates import DateNotUnderstood, long_date, parse_date
from ärenden import access
from ärenden.choices import Capacity, Direction, DocumentKind, LegalStatus
from ärenden.models import Case, Document
from ärenden.queries.documents import days_with_mail, mail_of
from ärenden.queries.published_texts import title_of
from ärenden.queries.secrecy import WITHHELD
from ärenden.web.base import WorkView

DAY = "dag"
CORRESPONDENTS = (Capacity.SENDER, Capacity.RECIPIENT)


@dataclass(frozen=True)
class Letter:
    """A document as it may be told to the public."""

    number: str
    url: str
    direction: str
    title: str
    notes: str
    correspondents: str
    is_annulled: bool


@dataclass(frozen=True)
class DayLink:
    label: str
    url: str


class MailList(WorkView):
    verb = Verb.READ_REGISTER

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        day, error = self._read
        mail = mail_of(self._cases, day)
        before, after = days_with_mail(self._cases, day)
        context = {
            "typed": self._typed or day.isoformat(),
            "error": error,
            "day": long_date(day),
            "letters": [self._letter(each, each.case) for each in mail if each.case],
            "before": self._link(before),
            "after": self._link(after),
        }
        return render(request, "arenden/lists/mail.html", context, status=422 if error else 200)

    @cached_property
    def _typed(self) -> str:
        return self.request.GET.get(DAY, "").strip()

    @cached_property
    def _read(self) -> tuple[date, str]:
        """The day asked for; today, with the sentence to show, when it cannot be read."""
        try:
            return (parse_date(self._typed, today=self.today) if self._typed else self.today), ""
        except DateNotUnderstood as error:
            return self.today, str(error)

    @cached_property
    def _cases(self) -> QuerySet[Case]:
        visible = access.visible_to(self.user, on=self.today)
        return visible.filter(organisation=self.organisation)

    def _letter(self, document: Any, case: Case) -> Letter:
        """The list is handed out: of what is secret it tells number, kind and public titles.

        So it does where someone with protected identity stands, whose name titles may hold.
        """
        is_kept = document.is_secret or document.is_protected
        kind = DocumentKind(document.kind).label
        title = title_of(document, is_kept=is_kept)
        case_title = title_of(case, is_kept=is_kept)
        is_annulled = document.legal_status == LegalStatus.ANNULLED
        notes = dict.fromkeys((kind, "Makulerad" if is_annulled else "", case_title))
        return Letter(
            number=f"{case.dnr or 'Utan diarienummer'}–{document.running_number}",
            url=reverse("arenden:case", args=[self.organisation.slug, case.public_id]),
            direction=Direction(document.direction).label,
            title=title,
            notes=" · ".join(each for each in notes if each and each != title),
            correspondents=WITHHELD if document.is_secret else _correspondents(document),
            is_annulled=is_annulled,
        )

    def _link(self, day: date | None) -> DayLink | None:
        return DayLink(long_date(day), f"{self.request.path}?{DAY}={day}") if day else None


def _correspondents(document: Document) -> str:
    names = [agent for agent in document.agents.all() if agent.capacity in CORRESPONDENTS]
    return ", ".join(agent.in_public for agent in names)

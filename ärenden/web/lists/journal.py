"""Dagboksblad: everything that the register says of one case, on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone

from kernel.dates import full_date
from ärenden.choices import (
    Capacity,
    CaseType,
    Channel,
    Direction,
    DocumentKind,
    Outcome,
)
from ärenden.models import AgentSnapshot, Case, CaseEvent, Document, FileRendition
from ärenden.queries.documents import readable_documents, readable_events
from ärenden.queries.secrecy import Withheld, withheld_from
from ärenden.web.base import CaseView
from ärenden.web.lists.facets import PHASES
from ärenden.web.papers import correspondents, standings


@dataclass(frozen=True)
class Fact:
    """What the register knows, or why it does not."""

    label: str
    value: str
    reason: str = ""


@dataclass(frozen=True)
class File:
    name: str
    url: str
    size: str
    sha256: str


@dataclass(frozen=True)
class Paper:
    """A document as it stands in the journal; annulled ones stay, struck through."""

    number: int
    direction: str
    kind: str
    title: str
    correspondents: str
    standings: list[tuple[str, str]]
    annulled_reason: str
    files: list[File]


@dataclass(frozen=True)
class Happening:
    """An event of the timeline: when it happened, and when and by whom it was recorded."""

    day: str
    summary: str
    reason: str
    recorded: str
    actor: str


class Journal(CaseView):
    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        agents = list(self.case.agents.select_related("person"))
        documents = list(self._documents())
        self.withheld.reread([self.case, documents])
        context = {
            "case": self.case,
            "facts": [*_facts(self.case), *_named(agents)],
            "papers": [self._paper(document) for document in documents],
            "events": [_happening(event) for event in self.withheld.retold(self._events())],
            "printed": f"{full_date(self.today)} {timezone.localtime(self.now):%H.%M}",
        }
        return render(request, "arenden/lists/journal.html", context)

    @cached_property
    def withheld(self) -> Withheld:
        return withheld_from(self.user, self.case, on=self.today)

    def _documents(self) -> QuerySet[Document]:
        readable = readable_documents(self.user, self.case, on=self.today)
        return readable.prefetch_related("agents__person", "files")

    def _events(self) -> QuerySet[CaseEvent]:
        return readable_events(self.user, self.case, on=self.today).order_by("version")

    def _paper(self, document: Document) -> Paper:
        return Paper(
            number=document.running_number,
            direction=Direction(document.direction).label,
            kind=DocumentKind(document.kind).label,
            title=document.told_title,
            correspondents=correspondents(document.agents.all()),
            standings=list(_standings(document)),
            annulled_reason=document.annulled_reason,
            files=self._files(document),
        )

    def _files(self, document: Document) -> list[File]:
        is_hidden = self.withheld.hides_files(document.pk)
        return [] if is_hidden else [self._file(file) for file in document.files.all()]

    def _file(self, file: FileRendition) -> File:
        url = reverse("arenden:file", args=[self.organisation.slug, file.public_id])
        return File(file.name, url, filesizeformat(file.size), file.sha256)


def _facts(case: Case) -> list[Fact]:
    channel = Channel(case.channel).label if case.channel else ""
    return [
        Fact("Diarienummer", case.dnr or "", case.dnr_unknown),
        Fact("Ärendetyp", CaseType(case.case_type).label),
        Fact("Organ", case.body.name),
        Fact("Inkom", _written(case.received_on), case.received_on_unknown),
        Fact("Hur den kom in", channel),
        Fact("Registrerades", _written(case.registered_on)),
        Fact("Tillstånd", PHASES[case.phase]),
        *([Fact("Utfall", Outcome(case.outcome).label)] if case.outcome else []),
        *([Fact("Avslutades", _written(case.closed_on))] if case.closed_on else []),
    ]


def _named(agents: list[AgentSnapshot]) -> list[Fact]:
    """Who stands in the case, as printed and with their offices, one line a capacity."""
    names = {
        capacity: "; ".join(_with_offices(agent) for agent in agents if agent.capacity == capacity)
        for capacity in Capacity
    }
    return [Fact(capacity.label, told) for capacity, told in names.items() if told]


def _with_offices(agent: AgentSnapshot) -> str:
    return ", ".join([str(agent), *agent.offices])


def _standings(document: Document) -> Iterator[tuple[str, str]]:
    """What it is by law and since when; else why the day is unknown, or when it was registered."""
    for status, day in standings(document):
        if day is None and document.received_on_unknown:
            yield status, f"Okänd dag: {document.received_on_unknown}"
        else:
            yield status, (day or document.registered_on).isoformat()


def _happening(event: CaseEvent) -> Happening:
    on_behalf = f", för {event.on_behalf_of}" if event.on_behalf_of else ""
    return Happening(
        day=event.happened_on.isoformat() if event.happened_on else "Okänt datum",
        summary=event.summary,
        reason=event.reason,
        recorded=f"{timezone.localtime(event.recorded_at):%Y-%m-%d %H.%M}",
        actor=f"{event.actor_name}{on_behalf}",
    )


def _written(day: date | None) -> str:
    return full_date(day) if day else ""

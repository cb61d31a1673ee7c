"""Kvittens: proof of what came in, when, and with which files; made to be printed."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import TypedDict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.roles import Verb
from kernel.dates import clock, long_date
from ärenden.choices import Capacity
from ärenden.models import AgentSnapshot, Case, CaseEvent, FileRendition
from ärenden.web.base import CaseView
from ärenden.workflow import Action


class Fact(TypedDict):
    label: str
    value: str
    reason: str


class Receipt(CaseView):
    """The case as it came in; shown to whoever may read the whole register."""

    verb = Verb.READ_REGISTER

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        first = self.case.documents.order_by("running_number").first()
        files = FileRendition.objects.filter(document=first)
        context = {
            "case": self.case,
            "facts": list(_facts(self.case)),
            "questions": self.case.questions.all(),
            "proposals": self.case.proposals.filter(document=first).prefetch_related("points"),
            "files": [_file(row) for row in files],
        }
        return render(request, "arenden/registration/receipt.html", context)


def _facts(case: Case) -> Iterator[Fact]:
    event = case.events.get(action=Action.REGISTER)
    yield Fact(label="Diarienummer", value=case.dnr or "", reason=case.dnr_unknown)
    received = f"{long_date(case.received_on)}{_at(case)}" if case.received_on else ""
    yield Fact(label="Inkom", value=received, reason=case.received_on_unknown)
    yield Fact(label="Registrerades", value=_registered(event), reason="")
    names = list(case.agents.order_by("position"))
    yield Fact(label="Från", value=_listed(case, names), reason=_why(event, "signatory"))
    addressees = [row for row in names if row.capacity == Capacity.ADDRESSEE]
    if addressees or _why(event, "addressee"):
        value = ", ".join(map(_with_office, addressees))
        yield Fact(label="Ställd till", value=value, reason=_why(event, "addressee"))


def _at(case: Case) -> str:
    return f" {clock(case.received_at)}" if case.received_at else ""


def _registered(event: CaseEvent) -> str:
    at = timezone.localtime(event.recorded_at)
    return f"{long_date(at.date())} {clock(at.time())} av {event.actor_name}"


def _listed(case: Case, names: list[AgentSnapshot]) -> str:
    signed = [str(row) for row in names if row.capacity == Capacity.SIGNATORY]
    behalf = [f"på uppdrag av {case.on_behalf_of}"] if case.on_behalf_of else []
    return ", ".join([*signed, *behalf])


def _with_office(name: AgentSnapshot) -> str:
    return ", ".join([str(name), *name.roles_printed])


def _why(event: CaseEvent, fact: str) -> str:
    return str(event.unknown.get(fact, ""))


def _file(row: FileRendition) -> dict[str, object]:
    extension = PurePath(row.name).suffix[1:5] or "fil"
    return {"extension": extension, "name": row.name, "size": row.size, "sha256": row.sha256}

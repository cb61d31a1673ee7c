"""Kvittens: proof of what came in, when, and with which files; made to be printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import PurePath
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.roles import Verb
from kernel.dates import clock, instant, long_date
from ärenden.choices import CaseType, Fact
from ärenden.models import CaseEvent
from ärenden.queries.secrecy import Withheld, withheld_from
from ärenden.web.base import CaseView
from ärenden.workflow import Action


@dataclass(frozen=True)
class Told:
    """A fact of the receipt, or why the papers lacked it."""

    label: str
    value: str
    reason: str = ""


class Receipt(CaseView):
    """What was registered, whatever has become of it; for whoever reads the whole register."""

    verb = Verb.READ_REGISTER

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        withheld = withheld_from(self.user, self.case, on=self.today)
        if withheld:
            raise PermissionDenied
        event = self.case.events.get(action=Action.REGISTER)
        [event] = withheld.retold([event])
        receipt = _read(event.data["receipt"], withheld)
        context = {
            "case": self.case,
            "kind": CaseType(receipt["case_type"]).label,
            "facts": list(_facts(event, receipt)),
            "receipt": receipt,
            "files": [_file(file) for file in receipt["files"]],
        }
        return render(request, "arenden/registration/receipt.html", context)


def _read(said: Any, withheld: Withheld) -> Any:
    """The receipt, or a part of it, without protected names."""
    if isinstance(said, dict):
        return {key: _read(each, withheld) for key, each in said.items()}
    if isinstance(said, list):
        return [_read(each, withheld) for each in said]
    return withheld.told(said) if isinstance(said, str) else said


def _facts(event: CaseEvent, receipt: dict[str, Any]) -> Iterator[Told]:
    why = event.unknown
    behalf = [f"på uppdrag av {receipt['on_behalf_of']}"] if receipt["on_behalf_of"] else []
    asking = ", ".join([*receipt["signatories"], *behalf])
    yield Told("Diarienummer", receipt["dnr"] or "", why.get(Fact.NUMBER, ""))
    yield Told("Inkom", _received(receipt), why.get(Fact.RECEIVED_ON, ""))
    yield Told("Registrerades", _registered(event))
    yield Told("Från", asking, why.get(Fact.SIGNATORY, ""))
    if receipt["addressee"] or Fact.ADDRESSEE in why:
        yield Told("Ställd till", receipt["addressee"], why.get(Fact.ADDRESSEE, ""))


def _received(receipt: dict[str, Any]) -> str:
    if not receipt["received_on"]:
        return ""
    day = long_date(date.fromisoformat(receipt["received_on"]))
    at = receipt["received_at"]
    return f"{day} {clock(time.fromisoformat(at))}" if at else day


def _registered(event: CaseEvent) -> str:
    return f"{instant(event.recorded_at)} av {event.actor_name}"


def _file(told: dict[str, Any]) -> dict[str, Any]:
    return told | {"extension": PurePath(told["name"]).suffix[1:5] or "fil"}

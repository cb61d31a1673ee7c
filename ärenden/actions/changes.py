"""Corrections and turns: each an action with a reason, the first state readable afterwards."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pghistory
from django.db.models import Model

from kernel.text import normalise
from ärenden import numbers
from ärenden.actions.base import Doing, acting
from ärenden.actions.deadlines import stop_waiting
from ärenden.actions.values import Name, listed, write_names
from ärenden.choices import Capacity, CaseType, LinkKind, State
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import (
    AgentSnapshot,
    Answer,
    AnswerPart,
    Case,
    CaseLink,
    Document,
    Question,
)
from ärenden.workflow import Action

CORRECTABLE: Mapping[type[Model], frozenset[str]] = {
    Case: frozenset({"title", "title_public", "motivation", "question_intro", "dnr"}),
    Question: frozenset({"text"}),
    Answer: frozenset({"title_printed", "preamble", "questions_intro", "closing"}),
    AnswerPart: frozenset({"text"}),
    AgentSnapshot: frozenset({"name_printed", "party_printed"}),
    Document: frozenset({"title", "title_public"}),
}


def correct(*, case: Case, doing: Doing, row: Any, field: str, text: str, reason: str) -> None:
    """Rätta: change one text; the earlier wording is kept by the row's history, with the reason.

    Raises ActionRefused for a field that cannot be corrected, a missing reason, or a text
    without which the row would say nothing.
    """
    with acting(Action.CORRECT, case=case, doing=doing) as act:
        _check(row, field, text, reason)
        target = act.case if isinstance(row, Case) else type(row).objects.get(pk=row.pk)
        before = getattr(target, field) or ""
        setattr(target, field, normalise(text).strip())
        if field == "dnr":
            _renumber(act.case, normalise(text).strip())
        with pghistory.context(reason=reason, by=doing.by.pk, name=doing.by.name):
            target.save()
        label = _label(target, field)
        act.record(
            f"Rättades: {label}", on=doing.day, reason=reason, before=before, after=text.strip()
        )


def _label(row: Model, field: str) -> str:
    return str(getattr(row._meta.get_field(field), "verbose_name", field))


def _check(row: Any, field: str, text: str, reason: str) -> None:
    found = []
    if field not in CORRECTABLE.get(type(row), frozenset()):
        found.append(Refusal("not_correctable", "den uppgiften kan inte rättas här"))
    if not reason.strip():
        found.append(Refusal("reason_missing", "Skriv varför uppgiften rättas"))
    if not text.strip() and field in {"title", "text", "name_printed", "dnr"}:
        found.append(Refusal("text_missing", "Uppgiften kan inte vara tom"))
    if found:
        raise ActionRefused(found)


def _renumber(case: Case, dnr: str) -> None:
    """A corrected number keeps its place in the series; only its print and search change."""
    same = Case.objects.filter(organisation=case.organisation, dnr_key=numbers.key(dnr))
    if same.exclude(pk=case.pk).exists():
        raise ActionRefused([Refusal("number_taken", f"{dnr} finns redan i diariet")])
    case.dnr_unknown = ""
    case.dnr_key = numbers.key(dnr)
    case.dnr_tokens = list(numbers.search_tokens(dnr))


def change_type(*, case: Case, doing: Doing, to: CaseType, reason: str) -> None:
    """Byt ärendetyp, while nothing but the registration has happened."""
    with acting(Action.CHANGE_TYPE, case=case, doing=doing) as act:
        before = CaseType(act.case.case_type)
        if before == to:
            raise ActionRefused([Refusal("same_type", f"ärendet är redan {to.label.lower()}")])
        act.case.case_type = to
        text = f"Ärendetypen ändrades från {before.label.lower()} till {to.label.lower()}"
        act.record(text, on=doing.day, reason=reason, before=before, after=to)


def change_addressee(*, case: Case, doing: Doing, to: Name, reason: str) -> None:
    """Byt vem den ställs till; the first one stays readable in the event."""
    with acting(Action.CHANGE_ADDRESSEE, case=case, doing=doing) as act:
        old = act.case.agents.filter(capacity=Capacity.ADDRESSEE).first()
        before = str(old) if old else ""
        act.case.agents.filter(capacity=Capacity.ADDRESSEE).delete()
        write_names(Capacity.ADDRESSEE, [to], case=act.case)
        text = f"Ställs till {listed([to])}{f' i stället för {before}' if before else ''}"
        act.record(text, on=doing.day, reason=reason, before=before, after=listed([to]))


def link(*, case: Case, doing: Doing, other: Case, kind: LinkKind, reason: str) -> CaseLink:
    """Koppla ärenden: how this case relates to another of the same organisation."""
    if other.pk == case.pk or other.organisation_id != case.organisation_id:
        raise ActionRefused([Refusal("wrong_case", "välj ett annat ärende i samma diarium")])
    with acting(Action.LINK, case=case, doing=doing) as act:
        row, is_new = CaseLink.objects.get_or_create(case=act.case, other=other, kind=kind)
        if not is_new:
            raise ActionRefused([Refusal("already_linked", "ärendena är redan kopplade så")])
        text = f"Kopplades till {other.dnr or other.title}: {kind.label.lower()}"
        act.record(text, on=doing.day, reason=reason, other=str(other.public_id))
    return row


def withdraw(*, case: Case, doing: Doing, on: date, reason: str = "") -> None:
    """Återtagen by the one who put it; it stays in the register and stays allmän."""
    with acting(Action.WITHDRAW, case=case, doing=doing) as act:
        act.record("Återtogs", on=on, reason=reason)
        stop_waiting(act.case, because=act.summary)


def annul(*, case: Case, doing: Doing, reason: str) -> None:
    """Makulera: the number is visibly used up and is never given to another case."""
    with acting(Action.ANNUL, case=case, doing=doing) as act:
        act.record("Ärendet makulerades", on=doing.day, reason=reason)
        stop_waiting(act.case, because=act.summary)


def dismiss(*, case: Case, doing: Doing, reason: str) -> None:
    """Avvisa a medborgarförslag that does not meet the formal demands."""
    with acting(Action.DISMISS, case=case, doing=doing) as act:
        act.record("Avvisades", on=doing.day, reason=reason)
        stop_waiting(act.case, because=act.summary)


def close(*, case: Case, doing: Doing) -> None:
    """Avsluta: nothing more is expected."""
    with acting(Action.CLOSE, case=case, doing=doing) as act:
        act.case.closed_on = doing.day
        act.record("Ärendet avslutades", on=doing.day)
        stop_waiting(act.case, because=act.summary)


def reopen(*, case: Case, doing: Doing, reason: str) -> None:
    """Öppna igen, in the state that the case was closed from."""
    with acting(Action.REOPEN, case=case, doing=doing) as act:
        closing = act.case.events.filter(action=Action.CLOSE)[0]
        act.case.state = State(closing.state_before)
        act.case.closed_on = None
        act.record("Ärendet öppnades igen", on=doing.day, reason=reason)

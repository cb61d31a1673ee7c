"""Rätta: a mistyped text or day is mended with its reason, the first one readable afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pghistory
from django.db.models import Model

from kernel.text import normalise
from ärenden import numbers
from ärenden.actions.base import Act, Doing, acting
from ärenden.actions.deadlines import Move, meet_referral_deadline
from ärenden.actions.number_parts import index_number, recognise
from ärenden.actions.recount import settle_case
from ärenden.choices import DeadlineCause, Direction
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Answer, Case, Document, Referral
from ärenden.numbers import NumberParts
from ärenden.queries.corrections import DAYS, TEXTS, rows_of
from ärenden.workflow import Action

NEVER_EMPTY = frozenset({"title", "text", "name_printed", "dnr"})


def correct(*, case: Case, doing: Doing, row: Any, field: str, text: str, reason: str) -> None:
    """Rätta: change one text; the earlier wording is kept by the row's history, with the reason.

    Raises ActionRefused for a field or row that cannot be corrected here, a missing reason, or
    a text without which the row would say nothing.
    """
    with acting(Action.CORRECT, case=case, doing=doing) as act:
        words = normalise(text).strip()
        if not words and field in NEVER_EMPTY:
            raise ActionRefused([Refusal("text_missing", "Uppgiften kan inte vara tom")])
        target = _correctable(act, row, field, among=TEXTS)
        longest = target._meta.get_field(field).max_length
        if longest and len(words) > longest:
            text = f"Uppgiften kan ha högst {longest} tecken"
            raise ActionRefused([Refusal("text_too_long", text)])
        if field == "dnr":
            _renumber(act.case, words)
        _correct(act, [target], field, words, reason)


def correct_day(*, case: Case, doing: Doing, row: Any, field: str, day: date, reason: str) -> None:
    """Rätta a mistyped day. A day of arrival is mended wherever the same paper tells it."""
    with acting(Action.CORRECT, case=case, doing=doing) as act:
        if day > doing.day:
            raise ActionRefused([Refusal("happens_later", "Dagen kan inte vara efter i dag")])
        target = _correctable(act, row, field, among=DAYS)
        arrives = field == "received_on"
        statements = _statements(target) if arrives and isinstance(target, Document) else []
        rows = _arrivals(act.case, target) if arrives else [target]
        _correct(act, rows, field, day, reason)
        if arrives:
            move = Move(doing=doing, cause=DeadlineCause.STEP, reason=reason.strip())
            settle_case(act.case, move)
        for referral in statements:
            referral.answered_on = day
            referral.save(update_fields=["answered_on"])
            meet_referral_deadline(referral, on=day, doing=act.doing)


def _correctable(
    act: Act, row: Any, field: str, *, among: Mapping[type[Model], tuple[str, ...]]
) -> Any:
    """The row as it is now, when it belongs to the case and the field may be corrected."""
    found = rows_of(type(row), act.case).filter(pk=row.pk).first()
    if field not in among.get(type(row), ()) or found is None:
        raise ActionRefused([Refusal("not_correctable", "den uppgiften kan inte rättas här")])
    return act.case if isinstance(row, Case) else found


def _arrivals(case: Case, row: Case | Document) -> list[Any]:
    """The row first; then the case, its paper and the answer in it, as far as they agree."""
    incoming = case.documents.filter(direction=Direction.INCOMING)
    paper = incoming.filter(running_number=1).first() if isinstance(row, Case) else row
    others: list[Any] = [paper, *paper.answers.all()] if paper else []
    if paper and paper.running_number == 1:
        others.append(case)
    same = [each for each in others if each != row and each.received_on == row.received_on]
    return [row, *same]


def _statements(paper: Document) -> list[Referral]:
    """The referrals that the paper answers on the day that it tells of its arrival."""
    return list(paper.referrals.filter(answered_on=paper.received_on))


def _correct(act: Act, rows: Sequence[Any], field: str, value: str | date, reason: str) -> None:
    before = getattr(rows[0], field) or ""
    if before == value:
        raise ActionRefused([Refusal("nothing_new", "Uppgiften står redan så")])
    with pghistory.context(reason=reason, by=act.doing.by.pk, name=act.doing.by.name):
        for row in rows:
            setattr(row, field, value)
            if field == "received_on" and not isinstance(row, Answer):
                row.received_on_unknown = ""
            row.save()
    label = rows[0]._meta.get_field(field).verbose_name
    told = {"before": str(before), "after": str(value)}
    if isinstance(rows[0], Document):
        told["document"] = str(rows[0].public_id)
    act.record(f"Rättades: {label}", on=act.doing.day, reason=reason, **told)


def _renumber(case: Case, dnr: str) -> None:
    """A corrected number keeps its place in the series; only its print and search change."""
    if not numbers.key(dnr):
        text = "Skriv numret med siffror eller bokstäver"
        raise ActionRefused([Refusal("number_unreadable", text)])
    same = Case.objects.filter(organisation=case.organisation, dnr_key=numbers.key(dnr))
    if same.exclude(pk=case.pk).exists():
        raise ActionRefused([Refusal("number_taken", f"{dnr} finns redan i diariet")])
    case.dnr_unknown = ""
    parts = recognise(dnr, organisation=case.organisation)
    if case.series_id and not (parts and parts.year):
        parts = replace(parts or NumberParts(), year=case.registered_on.year)
    index_number(case, dnr, parts=parts)

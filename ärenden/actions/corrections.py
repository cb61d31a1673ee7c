"""Rätta: a mistyped text, name or day is mended with its reason, and the first one readable."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db.models import Model, Q

from kernel.text import normalise
from ärenden.actions.base import Act, Doing, acting
from ärenden.actions.deadlines import Move, meet_referral_deadline
from ärenden.actions.recount import settle_case
from ärenden.actions.renumbering import demand_own_number, paragraph_values, renumber
from ärenden.actions.telling import tell_another
from ärenden.actions.values import Name
from ärenden.choices import Capacity, DeadlineCause, Direction
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import (
    AgentSnapshot,
    Answer,
    Case,
    Document,
    MinutesItem,
    Referral,
)
from ärenden.queries.corrections import (
    DAYS,
    MAY_LACK,
    NAMES,
    TEXTS,
    rows_of,
    stands,
    text_of,
)
from ärenden.queries.secrecy import kept_apart
from ärenden.workflow import Action

NEVER_EMPTY = frozenset({"title", "dnr"})
ANSWERING = frozenset({Capacity.ADDRESSEE, Capacity.ANSWERER})
SENDERS = (
    Capacity.SIGNATORY,
    Capacity.SENDER,
    Capacity.AUTHOR,
    Capacity.SIGNER,
    Capacity.PROPOSER,
)


def correct(*, case: Case, doing: Doing, row: Any, field: str, text: str, reason: str) -> None:
    """Rätta: change one text; the earlier wording is kept by the row's history, with the reason.

    Raises ActionRefused for a field or row that cannot be corrected here, a missing reason, or
    a text without which the row would say nothing.
    """
    with acting(Action.CORRECT, case=case, doing=doing) as act:
        target = correctable_row(act, row, field, among=TEXTS)
        _demand_open(act, target, field)
        words = normalise(text).strip()
        if not words and (field in NEVER_EMPTY or not isinstance(target, MAY_LACK)):
            raise ActionRefused([Refusal("text_missing", "Uppgiften kan inte vara tom")])
        values = _values(target, field, words)
        _demand_room(target, values)
        if field == "dnr":
            renumber(act.case, words)
        if field == "own_number":
            demand_own_number(act.case, words)
        _correct(act, [target], field, values, reason)


def correct_name(*, case: Case, doing: Doing, row: AgentSnapshot, to: Name, reason: str) -> None:
    """Rätta who stands there: the name and party as printed, and whose name it is.

    What the person may read goes with the name. The same name is mended wherever its paper tells
    it. The timeline, which never changes, does not tell the names: the earlier wordings do, to
    those who may read them.
    """
    with acting(Action.CORRECT, case=case, doing=doing) as act:
        agent: AgentSnapshot = correctable_row(act, row, "name_printed", among=NAMES)
        _demand_open(act, agent, "name_printed")
        values = {
            "name_printed": normalise(to.name).strip(),
            "party_printed": normalise(to.party_printed).strip(),
            "person": to.person,
            "party": to.party,
            "kind": to.kind,
        }
        if not values["name_printed"]:
            raise ActionRefused([Refusal("text_missing", "Skriv namnet")])
        _demand_room(agent, values)
        printed, whose = agent.name_printed, agent.person
        _write(act, [agent, *_same_name(act.case, agent)], values, reason)
        if agent.case_id and agent.capacity in ANSWERING and whose not in {None, to.person}:
            tell_another(act)
        text = "vem namnet gäller" if agent.name_printed == printed else "namn"
        people = [str(person.public_id) if person else "" for person in (whose, to.person)]
        act.record(f"Rättades: {text}", on=doing.day, reason=reason, people=people)


def correct_day(*, case: Case, doing: Doing, row: Any, field: str, day: date, reason: str) -> None:
    """Rätta a mistyped day. A day of arrival is mended wherever the same paper tells it."""
    with acting(Action.CORRECT, case=case, doing=doing) as act:
        if day > doing.day:
            raise ActionRefused([Refusal("happens_later", "Dagen kan inte vara efter i dag")])
        target = correctable_row(act, row, field, among=DAYS)
        arrives = field == "received_on"
        statements = _statements(target) if arrives and isinstance(target, Document) else []
        rows = _arrivals(act.case, target) if arrives else [target]
        _correct(act, rows, field, {field: day}, reason)
        if arrives:
            move = Move(doing=doing, cause=DeadlineCause.STEP, reason=reason.strip())
            settle_case(act.case, move)
        for referral in statements:
            referral.answered_on = day
            referral.save(update_fields=["answered_on"])
            meet_referral_deadline(referral, on=day, doing=act.doing)


def correctable_row(
    act: Act, row: Any, field: str, *, among: Mapping[type[Model], tuple[str, ...]]
) -> Any:
    """The row as it is now, when it belongs to the case and the field may be corrected."""
    found = rows_of(type(row), act.case).filter(pk=row.pk).first()
    if field not in among.get(type(row), ()) or found is None or not stands(found, field):
        raise ActionRefused([Refusal("not_correctable", "den uppgiften kan inte rättas här")])
    return act.case if isinstance(row, Case) else found


def _demand_open(act: Act, row: Model, field: str) -> None:
    """What is kept apart would overwrite the correction when its mark is lifted."""
    if kept_apart(act.case, row, field):
        text = "uppgiften är sekretessmarkerad; häv markeringen först"
        raise ActionRefused([Refusal("text_marked", text)])


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


def _same_name(case: Case, agent: AgentSnapshot) -> list[AgentSnapshot]:
    """The other rows of who the paper is from: of the case, the answer or the proposal in it."""
    first = case.documents.filter(running_number=1).first()
    owner = agent.answer or agent.proposal or agent
    paper = first and first.pk if agent.case_id else owner.document_id
    if agent.capacity not in SENDERS or paper is None:
        return []
    of_paper = Q(document=paper) | Q(answer__document=paper) | Q(proposal__document=paper)
    if first and paper == first.pk:
        of_paper |= Q(case=case)
    same = AgentSnapshot.objects.filter(
        of_paper,
        capacity__in=SENDERS,
        name_printed=agent.name_printed,
        party_printed=agent.party_printed,
        person=agent.person,
    )
    return list(same.exclude(pk=agent.pk))


def _values(row: Model, field: str, words: str) -> dict[str, Any]:
    """What is stored: each title of a name by itself, a paragraph's number beside its letter."""
    if isinstance(row, MinutesItem) and field == "number":
        return paragraph_values(row, words)
    if isinstance(row._meta.get_field(field), ArrayField):
        return {field: [line.strip() for line in words.splitlines() if line.strip()]}
    return {field: words}


def _demand_room(row: Model, values: Mapping[str, Any]) -> None:
    for field, value in values.items():
        kept: Any = row._meta.get_field(field)
        longest = getattr(getattr(kept, "base_field", kept), "max_length", None)
        texts = value if isinstance(value, list) else [value]
        if longest and any(len(text) > longest for text in texts):
            told = f"Uppgiften kan ha högst {longest} tecken"
            raise ActionRefused([Refusal("text_too_long", told)])


def _correct(
    act: Act, rows: Sequence[Any], field: str, values: Mapping[str, Any], reason: str
) -> None:
    before = text_of(rows[0], field)
    _write(act, rows, values, reason)
    label = rows[0]._meta.get_field(field).verbose_name
    told = {"before": before, "after": text_of(rows[0], field)}
    if isinstance(rows[0], Document):
        told["document"] = str(rows[0].public_id)
    act.record(f"Rättades: {label}", on=act.doing.day, reason=reason, **told)


def _write(act: Act, rows: Sequence[Any], values: Mapping[str, Any], reason: str) -> None:
    if all((getattr(rows[0], field) or "") == (value or "") for field, value in values.items()):
        raise nothing_new()
    with told_why(act, reason):
        for row in rows:
            for field, value in values.items():
                setattr(row, field, value)
            if "received_on" in values and not isinstance(row, Answer):
                row.received_on_unknown = ""
            row.save()


def told_why(act: Act, reason: str) -> Any:
    """What the earlier wordings say of the change."""
    return pghistory.context(reason=reason, by=act.doing.by.pk, name=act.doing.by.name)


def nothing_new() -> ActionRefused:
    return ActionRefused([Refusal("nothing_new", "Uppgiften står redan så")])

"""Corrections and turns: each an action with a reason, the first state readable afterwards."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pghistory
from django.db.models import Model

from kernel.text import normalise
from ärenden import numbers
from ärenden.actions.base import Act, Doing, acting
from ärenden.actions.deadlines import meet_referral_deadline, stop_waiting
from ärenden.actions.register import DOCUMENT_OF, write_own_proposal, write_questions
from ärenden.actions.values import (
    Name,
    Point,
    as_printed,
    begins_with_att,
    named,
    replace_name,
)
from ärenden.choices import Capacity, CaseType, Direction, LinkKind, ProposalSource, State
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Answer, Case, CaseLink, Document, ProposalPoint, Question, Referral
from ärenden.queries.corrections import DAYS, TEXTS, rows_of
from ärenden.workflow import Action
from ärenden.workflow.table import ASKED

NEVER_EMPTY = frozenset({"title", "text", "name_printed", "dnr"})
OWN_SOURCES = (ProposalSource.MOTION, ProposalSource.LETTER)


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
        for referral in statements:
            referral.answered_on = day
            referral.save(update_fields=["answered_on"])
            meet_referral_deadline(referral, on=day)


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
    case.dnr_key = numbers.key(dnr)
    case.dnr_tokens = list(numbers.search_tokens(dnr))


def change_type(*, case: Case, doing: Doing, to: CaseType, reason: str) -> None:
    """Byt ärendetyp, while nothing but the registration has happened."""
    with acting(Action.CHANGE_TYPE, case=case, doing=doing) as act:
        before = CaseType(act.case.case_type)
        if before == to:
            raise ActionRefused([Refusal("same_type", f"ärendet är redan {to.label.lower()}")])
        paper = act.case.documents.filter(running_number=1, kind=DOCUMENT_OF[before]).first()
        if paper:
            paper.kind = DOCUMENT_OF[to]
            paper.save(update_fields=["kind"])
        if (before in ASKED) != (to in ASKED):
            _retell(act.case, paper, to=to)
        act.case.case_type = to
        text = f"Ärendetypen ändrades från {before.label.lower()} till {to.label.lower()}"
        act.record(text, on=doing.day, reason=reason, before=before, after=to)


def _retell(case: Case, paper: Document | None, *, to: CaseType) -> None:
    """Questions become att-satser, or the other way: the paper's words stay the same."""
    own = case.proposals.filter(source__in=OWN_SOURCES)
    if case.steps.exists() or case.proposals.exclude(pk__in=own).exists():
        text = "yrkanden är redan antecknade i ärendet"
        raise ActionRefused([Refusal("has_proposals", text)])
    if to in ASKED:
        points = ProposalPoint.objects.filter(proposal__in=own).order_by("proposal", "number")
        write_questions(case, [Point(text=row.text, label=row.label_printed) for row in points])
        own.delete()
        return
    asked = case.questions.all()
    if asked:
        signatories = case.agents.filter(capacity=Capacity.SIGNATORY)
        write_own_proposal(
            case,
            to,
            points=[_att_sats(row) for row in asked],
            signatories=[as_printed(row) for row in signatories],
            paper=paper,
        )
        asked.delete()


def _att_sats(question: Question) -> Point:
    text = question.text
    return Point(text=text, label=question.label_printed, has_att=begins_with_att(text))


def change_addressee(*, case: Case, doing: Doing, to: Name, reason: str) -> None:
    """Byt vem den ställs till; the first one stays readable in the event."""
    with acting(Action.CHANGE_ADDRESSEE, case=case, doing=doing) as act:
        told = replace_name(act.case, Capacity.ADDRESSEE, to)
        instead = f" i stället för {told['before']}" if told["before"] else ""
        text = f"Ställs till {named([to])}{instead}"
        act.record(text, on=doing.day, reason=reason, **told)


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

"""More time for an answer: asked for with a reason, and settled by the secretary."""

from datetime import date

from kernel.dates import full_date, long_date
from ärenden.actions.base import Doing, acting
from ärenden.actions.deadlines import Term, set_deadline
from ärenden.actions.values import as_printed, named
from ärenden.choices import Capacity, DeadlineCause, Purpose
from ärenden.deadlines import moment
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, TimeRequest
from ärenden.queries.answering import answer_deadline
from ärenden.workflow import Action


def ask_for_time(*, case: Case, doing: Doing, proposed_on: date, reason: str) -> None:
    """She who is to answer asks, also when the office notes it for her."""
    with acting(Action.ASK_FOR_TIME, case=case, doing=doing) as act:
        _demand_coming(proposed_on, doing)
        by = _asking(act.case)
        act.record(f"{by} bad om tid till {full_date(proposed_on)}", on=doing.day, reason=reason)
        TimeRequest.objects.create(
            case=act.case,
            asked_by_name=by,
            asked_at=doing.at,
            proposed_on=proposed_on,
            reason=reason.strip(),
        )


def grant_time(*, case: Case, doing: Doing, until: date, reason: str = "") -> None:
    """The answer is due on the day instead; the deadline tells what it was and who moved it."""
    with acting(Action.GRANT_TIME, case=case, doing=doing) as act:
        _demand_coming(until, doing)
        request = _settle(act.case, doing, reason)
        request.granted_until = until
        request.save()
        given = f"den som svarar fick mer tid {long_date(doing.day)}"
        why = f"Svaret ska lämnas senast {long_date(until)}: {given}."
        now = answer_deadline(act.case)
        set_deadline(
            act.case,
            Purpose(now.purpose) if now else Purpose.ANSWER_IN,
            Term(at=moment(until), explanation=why),
            doing=doing,
            cause=DeadlineCause.EXTENSION,
            reason=reason or request.reason,
        )
        told = f"{request.asked_by_name} fick tid till {full_date(until)}"
        act.record(told, on=doing.day, reason=reason)


def decline_time(*, case: Case, doing: Doing, reason: str) -> None:
    """The day stands; the one who asked reads why."""
    with acting(Action.DECLINE_TIME, case=case, doing=doing) as act:
        request = _settle(act.case, doing, reason)
        request.save()
        told = f"{request.asked_by_name} fick inte mer tid för svaret"
        act.record(told, on=doing.day, reason=reason)


def _asking(case: Case) -> str:
    answering = case.agents.filter(capacity=Capacity.ANSWERER)
    rows = answering or case.agents.filter(capacity=Capacity.ADDRESSEE)
    return named([as_printed(row) for row in rows]) or "Den som ska svara"


def _settle(case: Case, doing: Doing, reason: str) -> TimeRequest:
    request = case.time_requests.get(settled_at=None)
    request.settled_at, request.settled_by_name = doing.at, doing.by.name
    request.settled_reason = reason.strip()
    return request


def _demand_coming(day: date, doing: Doing) -> None:
    if day <= doing.day:
        raise ActionRefused([Refusal("day_not_coming", "välj en dag efter i dag")])

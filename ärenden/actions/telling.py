"""What the office tells others: the matter to the one who is to answer, the decision to its mover.

The rules say by when; the office notes that it is done.
"""

from collections.abc import Mapping
from datetime import date

from kernel.dates import full_date, long_date
from ärenden.access import is_to_answer
from ärenden.actions.base import Act, Doing, acting
from ärenden.actions.deadlines import (
    Move,
    Term,
    meet_deadlines,
    set_deadline,
    settle,
    waive_deadlines,
)
from ärenden.choices import (
    CAME_IN,
    CaseType,
    DeadlineCause,
    DeadlineStatus,
    DecisionNature,
    Event,
    Purpose,
)
from ärenden.deadlines import Due, Result
from ärenden.models import AgentSnapshot, Case
from ärenden.queries.prospects import Timetable, facts_at
from ärenden.workflow import Action, step_for

TELLING: Mapping[Purpose, Action] = {
    Purpose.FORWARD: Action.FORWARD,
    Purpose.NOTIFY: Action.NOTIFY,
}


def forward(*, case: Case, doing: Doing, on: date, to: str) -> None:
    """Skickad vidare to the one who is to answer, and whom else the office names."""
    with acting(Action.FORWARD, case=case, doing=doing) as act:
        meet_deadlines(act.case, Purpose.FORWARD, on=on, doing=doing)
        act.record(f"Skickades vidare till {to}", on=on, answerer=_key(who_answers(act.case)))


def notify(*, case: Case, doing: Doing, on: date) -> None:
    """The one who put it has been told the decision."""
    with acting(Action.NOTIFY, case=case, doing=doing) as act:
        meet_deadlines(act.case, Purpose.NOTIFY, on=on, doing=doing)
        act.record("Förslagsställaren underrättades om beslutet", on=on)


def who_answers(case: Case) -> AgentSnapshot | None:
    """Who is to answer; None when no one is asked."""
    return case.agents.filter(is_to_answer()).select_related("person").first()


def _key(agent: AgentSnapshot | None) -> str:
    """The same for the same person under any name; the name itself of one who is linked to none."""
    if agent is None:
        return ""
    return str(agent.person.public_id) if agent.person else agent.name_printed


def usual_recipients(case: Case) -> str:
    """To whom the office sends it; empty when no one is asked."""
    answerer = who_answers(case)
    return f"{answerer} och presidiet" if answerer else ""


def set_telling_deadline(act: Act, purpose: Purpose) -> None:
    move = Move(doing=act.doing, cause=DeadlineCause.STEP)
    _settle(act.case, purpose, Timetable(act.case.organisation_id), move)


def settle_telling(case: Case, timetable: Timetable, move: Move) -> None:
    """Those that run, as they are counted now."""
    rows = case.deadlines.filter(status=DeadlineStatus.OPEN, purpose__in=TELLING)
    for purpose in rows.values_list("purpose", flat=True):
        _settle(case, Purpose(purpose), timetable, move)


def tell_another(act: Act) -> None:
    """Someone else is to answer: she gets it too, unless she has it or has answered."""
    case, doing = act.case, act.doing
    running = case.deadlines.filter(purpose=Purpose.FORWARD, status=DeadlineStatus.OPEN)
    key = _key(who_answers(case))
    if case.events.filter(action=Action.FORWARD, data__answerer=key).exists():
        waive_deadlines(running, doing, because="Den som ska svara har redan fått ärendet.")
        return
    if case.answer_state in CAME_IN or running.exists():
        return
    due = _due(case, Purpose.FORWARD, Timetable(case.organisation_id), handed_in_on=doing.day)
    if isinstance(due, Due):
        last = long_date(due.day)
        since = full_date(doing.day)
        text = f"En annan ska svara sedan {since}, och ska få ärendet senast {last}."
        term = Term(at=due.at, explanation=text, source=due.source)
        set_deadline(case, Purpose.FORWARD, term, doing=doing)


def forward_as_type(act: Act) -> None:
    """Of another type now: by the rules of that type, unless it has been sent on already."""
    rows = act.case.deadlines.filter(purpose=Purpose.FORWARD)
    waive_deadlines(rows, act.doing, because=act.summary)
    if rows.filter(status=DeadlineStatus.MET).exists():
        tell_another(act)
    else:
        set_telling_deadline(act, Purpose.FORWARD)


def _settle(case: Case, purpose: Purpose, timetable: Timetable, move: Move) -> None:
    due = _due(case, purpose, timetable, handed_in_on=case.received_on)
    if isinstance(due, Due):
        settle(case, purpose, due, move)


def _due(
    case: Case, purpose: Purpose, timetable: Timetable, *, handed_in_on: date | None
) -> Result | None:
    """As the rules count; None where the step does not exist, or only old papers tell of the case.

    Those do not say when it came in, nor what the office did then.
    """
    if step_for(TELLING[purpose], CaseType(case.case_type)) is None or case.received_on is None:
        return None
    decision = case.decisions.filter(nature=DecisionNature.FINAL).order_by("pk").last()
    events = {
        Event.HANDED_IN: handed_in_on,
        Event.RECEIVED: handed_in_on,
        Event.DECIDED: decision.decided_on if decision else None,
    }
    return timetable.due(purpose, facts_at(case, timetable, events=events), on=case.came_on)

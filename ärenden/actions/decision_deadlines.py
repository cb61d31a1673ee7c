"""When a case is decided: within the year of law, and by the council's own time beside it."""

from collections.abc import Mapping, Sequence

from ärenden.actions.base import Act
from ärenden.actions.deadlines import (
    Move,
    leave_waiting,
    same_as,
    settle,
    standing,
    waive_deadlines,
)
from ärenden.choices import OUTSIDE_THE_CASE, DeadlineCause, DeadlineStatus, Purpose, Route
from ärenden.deadlines import BY_LAW, Due, Result
from ärenden.models import Case, Deadline
from ärenden.queries.prospects import Timetable, facts_at, route_of

NO_TIME: Mapping[Route, str] = {
    Route.EXECUTIVE: "Reglerna har ingen tid för ärenden som styrelsen bereder själv.",
    Route.REFERRED: "Reglerna har ingen tid för ärenden på remiss.",
}
NOT_BEFORE_LAW = "Reglernas egen tid går inte ut före lagens år."


def set_decision_deadlines(act: Act) -> None:
    """Counted from the day it was raised, anew when a remiss puts it on another route."""
    move = Move(doing=act.doing, cause=DeadlineCause.STEP)
    settle_decision(act.case, Timetable(act.case.organisation_id), move)


def settle_decision(case: Case, timetable: Timetable, move: Move) -> None:
    """Within the year of law (KL 5:35, 6:34), and at the council's own time when that is earlier.

    What has ended stays so. While the meeting it is counted to is not planned, the own time waits.
    """
    rows = case.deadlines.filter(purpose=Purpose.DECIDE)
    if case.raised_on is None or rows.filter(status=DeadlineStatus.MET).exists():
        return
    route = route_of(case)
    facts = facts_at(case, timetable, route=route)
    law, own = _law_and_own(timetable.results(Purpose.DECIDE, facts, on=case.came_on))
    by_rules = rows.exclude(rule__in=(*BY_LAW, ""))
    if own is None:
        waive_deadlines(by_rules, move.doing, because=NO_TIME[route])
    elif not isinstance(own, Due):
        leave_waiting(by_rules, move)
    elif isinstance(law, Due) and own.at >= law.at:
        waive_deadlines(by_rules, move.doing, because=NOT_BEFORE_LAW)
        own = None
    for due in (law, own):
        if isinstance(due, Due) and _is_settled(case, due, move):
            settle(case, Purpose.DECIDE, due, move)


def _law_and_own(found: Sequence[Result]) -> tuple[Result | None, Result | None]:
    """At most one of each: that the council's own rules say two times is refused."""
    law = next((each for each in found if each.rule.key in BY_LAW), None)
    return law, next((each for each in found if each.rule.key not in BY_LAW), None)


def _is_settled(case: Case, due: Due, move: Move) -> bool:
    """It runs, waits or is new; a change outside the case sets nothing that is already over."""
    rows = same_as(Deadline(case=case, purpose=Purpose.DECIDE, rule=due.rule.key))
    is_over = move.cause in OUTSIDE_THE_CASE and due.at < move.doing.at
    return standing(rows).exists() or not (is_over or rows.exists())

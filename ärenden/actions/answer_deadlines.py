"""When something asked is answered, and what is due before that: counted, and counted anew."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from meetings.models import Meeting
from ärenden.actions.base import Act
from ärenden.actions.deadlines import Move, leave_waiting, settle
from ärenden.choices import (
    OUTSIDE_THE_CASE,
    DeadlineCause,
    Event,
    Occasion,
    Purpose,
)
from ärenden.deadlines import Due, Facts
from ärenden.models import Case, Deadline
from ärenden.queries.prospects import Timetable, facts_at
from ärenden.workflow.asked import BEFORE_THE_MEETING

ANSWERING = (Purpose.ANSWER, *BEFORE_THE_MEETING)


def set_answer_deadlines(
    act: Act, event: Event, *, on: date | None, chosen: Meeting | None
) -> None:
    """At the chosen meeting, else as the rules count from what is known; none while it is not."""
    timetable = Timetable(act.case.organisation_id)
    facts = facts_at(act.case, timetable, events={event: on}, chosen=chosen)
    settle_answer(act.case, facts, timetable, Move(doing=act.doing, cause=DeadlineCause.STEP))


def settle_answer(case: Case, facts: Facts, timetable: Timetable, move: Move) -> list[Deadline]:
    """Count anew when it is answered, and what is due before that; the rows that are new.

    The case aims at the meeting of the answer. Where no day can be told, the deadline waits.
    """
    terms = dict(_answer_terms(case, facts, timetable))
    lost = [purpose for purpose in ANSWERING if purpose not in terms]
    rows = case.deadlines.filter(purpose__in=lost).exclude(rule="")
    leave_waiting(rows, move.doing, because=move.reason)
    if Purpose.ANSWER not in terms and move.cause in OUTSIDE_THE_CASE:
        case.target_meeting = None
    settled = (settle(case, purpose, due, move) for purpose, due in terms.items())
    return [row for row in settled if row]


def _answer_terms(case: Case, facts: Facts, timetable: Timetable) -> Iterator[tuple[Purpose, Due]]:
    day = case.came_on  # it keeps the rules of that day
    due = timetable.due(Purpose.ANSWER, facts, on=day)
    if isinstance(due, Due):
        yield Purpose.ANSWER, due
        if meeting := due.meeting or facts.chosen:
            case.target_meeting_id = meeting.id
            facts = replace(facts, occasions={Occasion.ANSWERED: meeting})
    for purpose, done in BEFORE_THE_MEETING.items():
        earlier = timetable.due(purpose, facts, on=day)
        if isinstance(earlier, Due) and case.answer_state not in done:
            yield purpose, earlier

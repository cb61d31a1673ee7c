"""When something asked is answered, and what is due before that: counted, and counted anew."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from meetings.choices import MeetingStatus
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
from ärenden.models import Case, CaseEvent, Deadline
from ärenden.queries.prospects import Timetable, facts_at
from ärenden.workflow import Action
from ärenden.workflow.asked import BEFORE_THE_MEETING
from ärenden.workflow.steps import ASKED

ANSWERING = (Purpose.ANSWER, *BEFORE_THE_MEETING)
COUNTED_FROM: Mapping[str, Event] = {
    Action.PERMIT: Event.PERMITTED,
    Action.POSTPONE: Event.POSTPONED,
}
# When the council, or its secretary for it, said at which meeting the answer is heard.
CHOOSING = frozenset({*COUNTED_FROM, Action.SCHEDULE, Action.TAKE_OFF})


def set_answer_deadlines(
    act: Act, event: Event, *, on: date | None, chosen: Meeting | None
) -> None:
    """At the chosen meeting, else as the rules count from what is known; none while it is not."""
    timetable = Timetable(act.case.organisation_id)
    facts = facts_at(act.case, timetable, events={event: on}, chosen=chosen)
    settle_answer(act.case, facts, timetable, Move(doing=act.doing, cause=DeadlineCause.STEP))


def answered_at(act: Act, meeting: Meeting | None) -> None:
    """The answer is to be heard at another meeting, or with None where the rules say."""
    if not (act.case.case_type in ASKED and act.case.is_permitted):
        return
    timetable = Timetable(act.case.organisation_id)
    facts = facts_of_answer(act.case, choices_in([act.case])[act.case.pk], meeting, timetable)
    settle_answer(act.case, facts, timetable, Move(doing=act.doing, cause=DeadlineCause.STEP))


def chosen_before(case: Case, meeting: Meeting) -> Meeting | None:
    """The meeting chosen for the answer before the case was put on the meeting's list."""
    rows = choices_in([case])[case.pk]
    put_up = [n for n, row in enumerate(rows) if row.data.get("meeting") == meeting.pk]
    earlier = rows[: put_up[-1]] if put_up else rows
    return chosen_in({case.pk: earlier}).get(case.pk) if earlier else None


def facts_of_answer(
    case: Case, happened: Sequence[CaseEvent], chosen: Meeting | None, timetable: Timetable
) -> Facts:
    steps = {
        COUNTED_FROM[row.action]: row.happened_on
        for row in happened
        if row.action in COUNTED_FROM and row.happened_on
    }
    return facts_at(case, timetable, events=steps, chosen=chosen)


def settle_answer(case: Case, facts: Facts, timetable: Timetable, move: Move) -> list[Deadline]:
    """Count anew when it is answered, and what is due before that; the rows that are new.

    The case aims at the meeting of the answer. Where no day can be told, the deadline waits.
    """
    terms = dict(_answer_terms(case, facts, timetable))
    lost = [purpose for purpose in ANSWERING if purpose not in terms]
    rows = case.deadlines.filter(purpose__in=lost).exclude(rule="")
    leave_waiting(rows, move)
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


def chosen_in(happened: Mapping[int, Sequence[CaseEvent]]) -> Mapping[int, Meeting]:
    """The meeting last chosen for each case, when taken up or put on a list; if it stands."""
    last = {case: rows[-1].data.get("answer_meeting") for case, rows in happened.items()}
    standing = Meeting.objects.exclude(status=MeetingStatus.CANCELLED).select_related("body")
    found = standing.in_bulk([key for key in last.values() if key])
    return {case: found[key] for case, key in last.items() if key in found}


def choices_in(cases: Sequence[Case]) -> Mapping[int, list[CaseEvent]]:
    found: dict[int, list[CaseEvent]] = defaultdict(list)
    rows = CaseEvent.objects.filter(case__in=cases, action__in=CHOOSING)
    for row in rows.order_by("version"):
        found[row.case_id].append(row)
    return found

"""A meeting's own times: when it is announced and summoned to, and its minutes adjusted and posted.

What law sets stands in deadlines.clocks; what the council's rules add, as the last day to hand
something in, in its rule set.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.roles import Verb
from kernel.text import in_sentence
from meetings.choices import MeetingStatus
from meetings.models import Meeting
from parties.changes import Administering, store
from parties.choices import BodyKind
from ärenden import deadlines
from ärenden.access import can_for
from ärenden.actions.base import Doing
from ärenden.actions.deadlines import (
    Move,
    counted,
    meet,
    place,
    run_out,
    says,
    take_up_again,
    waive_deadlines,
)
from ärenden.choices import CaseType, DeadlineCause, DeadlineStatus, Event, Occasion, Purpose
from ärenden.deadlines import Due, Facts, Rule, removal_warning
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Deadline
from ärenden.queries.prospects import Timetable, planned

# The day that is noted, and what it does in time.
DONE_ON: Mapping[Purpose, str] = {
    Purpose.NOTICE: "noticed_on",
    Purpose.SUMMONS: "summoned_on",
    Purpose.ADJUST: "adjusted_on",
    Purpose.ANNOUNCE: "announced_on",
    Purpose.DISPATCH: "dispatched_on",
}
DAYS = (*DONE_ON.values(), "removal_on")
OF_THE_COUNCIL = frozenset({Purpose.NOTICE, Purpose.SUMMONS})
FIRST_THEN = (
    ("held_on", "adjusted_on", "Protokollet kan inte justeras före sammanträdet"),
    ("adjusted_on", "announced_on", "Justeringen kan inte anslås innan protokollet är justerat"),
    ("adjusted_on", "dispatched_on", "Utdragen kan inte skickas innan protokollet är justerat"),
)


@transaction.atomic
def note_days(*, meeting: Meeting, doing: Doing, days: Mapping[str, date | None]) -> None:
    """What was done for the meeting on which day; its deadlines follow.

    `days` has a value for each of DAYS. Raises PermissionDenied, or ActionRefused with every error.
    """
    row = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=meeting.pk)
    if not can_for(doing.by, Verb.MEETING, row.body, on=doing.day):
        raise PermissionDenied(f"{doing.by} does not keep the meetings of {row.body}")
    timetable = Timetable(row.body.organisation_id)
    if found := list(_problems(row.held_on, days, timetable, today=doing.day)):
        raise ActionRefused(found)
    administering = Administering(organisation=row.body.organisation, by=doing.by, at=doing.at)
    day = row.held_on.isoformat() if row.held_on else "okänt datum"
    values: dict[str, Any] = dict(days)
    told = f"Dagar antecknades för sammanträdet med {in_sentence(row.body.name)} {day}"
    store(row, doing=administering, summary=told, about=[row.body], **values)
    settle_meeting(row, timetable, Move(doing=doing, cause=DeadlineCause.STEP))


def _problems(
    held_on: date | None, days: Mapping[str, date | None], timetable: Timetable, *, today: date
) -> Iterator[Refusal]:
    known = {**days, "held_on": held_on}
    for name in DONE_ON.values():
        if (day := days[name]) and day > today:
            yield Refusal(name, "dagen kan inte vara efter i dag")
    for first, then, text in FIRST_THEN:
        before, after = known[first], known[then]
        if after and (before is None or after < before):
            yield Refusal(then, text)
    removal, announced = days["removal_on"], days["announced_on"]
    if removal and announced is None:
        yield Refusal("removal_on", "ange först vilken dag justeringen anslogs")
    elif removal and announced:
        warning = removal_warning(removal, announced_on=announced, calendar=timetable.calendar)
        if warning:
            yield Refusal("removal_on", warning.rstrip("."))


def settle_meeting(meeting: Meeting, timetable: Timetable, move: Move) -> None:
    """Its deadlines as they are now: set, moved, done, or lifted with a cancelled meeting."""
    rows = Deadline.objects.filter(meeting=meeting)
    if meeting.status == MeetingStatus.CANCELLED or meeting.held_on is None:
        waive_deadlines(rows, move.doing, because="Sammanträdet är inställt.")
        return
    known = {(row.purpose, row.rule): row for row in rows.order_by("id")}
    for rule, facts in _rules(meeting, meeting.held_on, timetable):
        due = deadlines.evaluate(rule, facts, timetable.calendar)
        if isinstance(due, Due):
            _settle_one(meeting, known.get((rule.purpose, rule.key)), due, move)
    if any(row.purpose == Purpose.HAND_IN for row in known.values()):
        run_out(rows.filter(purpose=Purpose.HAND_IN), move.doing)
    for purpose, field in DONE_ON.items():
        mine, day = rows.filter(purpose=purpose), getattr(meeting, field)
        if day:
            meet(mine, move.doing, on=day)
        elif any(row.purpose == purpose and row.met_at for row in known.values()):
            take_up_again(mine)


def _settle_one(meeting: Meeting, now: Deadline | None, due: Due, move: Move) -> None:
    """One row for each rule; what is over before it could be set is none."""
    is_over = due.rule.purpose == Purpose.HAND_IN and due.at < move.doing.at
    is_done = now is not None and now.status == DeadlineStatus.MET
    is_same = now is not None and now.status == DeadlineStatus.OPEN and says(now, due)
    if not (is_over or is_done or is_same):
        row = Deadline(meeting=meeting, purpose=due.rule.purpose, rule=due.rule.key)
        place(row, counted(due), doing=move.doing, cause=move.cause, reason=move.reason)


def _rules(meeting: Meeting, held_on: date, timetable: Timetable) -> Iterator[tuple[Rule, Facts]]:
    """What law and the rules of the day say of the meeting, and of what is put at it."""
    here = planned(meeting, held_on)
    happened = {
        Event.MET: held_on,
        Event.ADJUSTED: meeting.adjusted_on,
        Event.ANNOUNCED: meeting.announced_on,
    }
    facts = Facts(
        events={event: day for event, day in happened.items() if day},
        occasions={Occasion.HELD: here},
    )
    is_council = meeting.body.kind == BodyKind.COUNCIL
    law = (*deadlines.MEETING_CLOCKS, *deadlines.MINUTES_CLOCKS)
    own = timetable.rules(held_on)
    for rule in law:
        if rule.purpose in DONE_ON and (is_council or rule.purpose not in OF_THE_COUNCIL):
            yield rule, facts
    for rule in own.rules_for(None, None):
        if rule.purpose == Purpose.DISPATCH or (rule.purpose == Purpose.SUMMONS and not is_council):
            yield rule, facts
    if is_council:
        for case_type in CaseType:
            put = Facts(case_type=case_type, occasions={Occasion.PUT: here})
            for rule in own.rules_for(case_type, None):
                if rule.purpose == Purpose.HAND_IN:
                    yield rule, put

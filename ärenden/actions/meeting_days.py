"""A meeting's own times: when it is announced and summoned to, and its minutes adjusted and posted.

What law sets stands in deadlines.clocks; what the council's rules add, as the last day to hand
something in, in its rule set.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.roles import Verb
from kernel.dates import full_date
from kernel.text import in_sentence, listed
from meetings.choices import MeetingKind, MeetingStatus
from meetings.models import Meeting
from parties.changes import Administering, store
from parties.choices import BodyKind
from parties.models import Organisation
from ärenden import deadlines
from ärenden.access import can_for
from ärenden.actions.base import Doing
from ärenden.actions.deadlines import (
    Move,
    counted,
    meet,
    place,
    run_out,
    same_as,
    says,
    take_up_again,
    waive_deadlines,
)
from ärenden.choices import (
    LAST_MOMENTS,
    CaseType,
    DeadlineCause,
    DeadlineStatus,
    Event,
    Occasion,
    Purpose,
)
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
AGAIN: Mapping[str, str] = {
    "noticed_on": "tillkännage det",
    "summoned_on": "skicka kallelsen",
    "adjusted_on": "justera protokollet",
    "announced_on": "anslå justeringen",
    "dispatched_on": "skicka protokollsutdragen",
}
NOTHING_TO_COUNT_FROM = "Det som tiden räknas från gäller inte längre."
OF_THE_COUNCIL = frozenset({Purpose.NOTICE, Purpose.SUMMONS, Purpose.URGENT_NOTICE})
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
    rows = Meeting.objects.select_for_update(of=("self",), no_key=True).select_related("body")
    row = rows.get(pk=meeting.pk)
    if not can_for(doing.by, Verb.MEETING, row.body, on=doing.day):
        raise PermissionDenied(f"{doing.by} does not keep the meetings of {row.body}")
    one_at_a_time(row.body.organisation_id)
    timetable = Timetable(row.body.organisation_id)
    if found := list(_problems(row.held_on, days, timetable, today=doing.day)):
        raise ActionRefused(found)
    administering = Administering(organisation=row.body.organisation, by=doing.by, at=doing.at)
    day = row.held_on.isoformat() if row.held_on else "okänt datum"
    values: dict[str, Any] = dict(days)
    told = f"Dagar antecknades för sammanträdet med {in_sentence(row.body.name)} {day}"
    store(row, doing=administering, summary=told, about=[row.body], **values)
    settle_meeting(row, timetable, Move(doing=doing, cause=DeadlineCause.STEP))


@transaction.atomic
def do_again(meeting: Meeting, was: date, *, doing: Administering) -> str:
    """Nothing that was done for the day it had holds for the coming day that it has now.

    What is to be done anew, as a sentence; empty when nothing was done.
    """
    meeting.refresh_from_db(fields=DAYS)  # one may have been noted while the day was changed
    done = [field for field in DONE_ON.values() if getattr(meeting, field)]
    if not done or meeting.held_on is None or meeting.held_on < doing.day:
        return ""
    day, status = full_date(was), meeting.status
    if status == MeetingStatus.SUMMONED:
        status = MeetingStatus.PLANNED
    values: dict[str, Any] = {**dict.fromkeys(DAYS), "status": status}
    told = f"Vad som var gjort för {in_sentence(meeting.body.name)} {day} gäller inte den nya dagen"
    store(meeting, doing=doing, summary=told, about=[meeting.body], **values)
    return f"Sammanträdet har en ny dag: {listed([AGAIN[field] for field in done])} på nytt"


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


def one_at_a_time(organisation: int) -> None:
    """Keep others from settling the organisation's meetings until the transaction ends.

    Taken after the lock of the one meeting that is changed, and before those of cases; meetings
    locked in a row would wait for each other when two are moved at once.
    """
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation)


def settle_meeting(meeting: Meeting, timetable: Timetable, move: Move) -> None:
    """Its deadlines as they are now: set, moved, done, or lifted with what they came from."""
    rows = Deadline.objects.filter(meeting=meeting)
    if meeting.status == MeetingStatus.CANCELLED or meeting.held_on is None:
        waive_deadlines(rows, move.doing, because="Sammanträdet är inställt.")
        return
    undone = [purpose for purpose, field in DONE_ON.items() if getattr(meeting, field) is None]
    if Purpose.ANNOUNCE in undone:
        undone.append(Purpose.APPEAL)  # nothing ran out that was never announced
    take_up_again(rows.filter(purpose__in=undone), move.doing)
    known = {(row.purpose, row.rule): row for row in rows.order_by("id")}
    found = {
        (due.rule.purpose, due.rule.key): due for due in _dues(meeting, meeting.held_on, timetable)
    }
    for owner, due in found.items():
        _settle_one(meeting, known.get(owner), due, move)
    gone = [row.pk for owner, row in known.items() if owner not in found]
    waive_deadlines(rows.filter(pk__in=gone), move.doing, because=NOTHING_TO_COUNT_FROM)
    if any(row.purpose in LAST_MOMENTS for row in known.values()):
        run_out(rows.filter(purpose__in=LAST_MOMENTS), move.doing)
    for purpose, field in DONE_ON.items():
        if day := getattr(meeting, field):
            meet(rows.filter(purpose=purpose), move.doing, on=day)


def _settle_one(meeting: Meeting, now: Deadline | None, due: Due, move: Move) -> None:
    """One row for each rule."""
    if not _stands(now, due, at=move.doing.at):
        row = Deadline(meeting=meeting, purpose=due.rule.purpose, rule=due.rule.key)
        if now and now.status == DeadlineStatus.MET:
            take_up_again(same_as(row), move.doing)
        place(row, counted(due), doing=move.doing, cause=move.cause, reason=move.reason)


def _stands(now: Deadline | None, due: Due, *, at: datetime) -> bool:
    """Is nothing to be set?

    A last moment that ran out on another day than it has now was not the last; one that is over
    before it could be set is none.
    """
    is_last = due.rule.purpose in LAST_MOMENTS
    if now and now.status == DeadlineStatus.OPEN:
        return says(now, due)
    if now and now.status == DeadlineStatus.MET:
        return not is_last or now.due_at == due.at
    return is_last and due.at < at


def _dues(meeting: Meeting, held_on: date, timetable: Timetable) -> Iterator[Due]:
    for rule, facts in _rules(meeting, held_on, timetable):
        due = deadlines.evaluate(rule, facts, timetable.calendar)
        if isinstance(due, Due):
            yield due


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
        if is_council or rule.purpose not in OF_THE_COUNCIL:
            yield rule, facts
    for rule in own.rules_for(None, None):
        if rule.purpose == Purpose.DISPATCH or (rule.purpose == Purpose.SUMMONS and not is_council):
            yield rule, facts
    if is_council and meeting.kind == MeetingKind.ORDINARY:
        for case_type in CaseType:
            put = Facts(case_type=case_type, occasions={Occasion.PUT: here})
            for rule in own.rules_for(case_type, None):
                if rule.purpose == Purpose.HAND_IN:
                    yield rule, put

"""Motionsbalans: written for a meeting, frozen as it is tabled, and noted when it has been told."""

from datetime import date, timedelta

from django.db import transaction

from accounts.roles import Verb
from kernel.text import normalise
from meetings.choices import MeetingStatus
from meetings.models import Meeting
from parties.models import Body
from ärenden.access import can, can_for
from ärenden.actions.base import Doing, demand
from ärenden.actions.meetings import Sitting, new_shared_paragraph
from ärenden.actions.preparation import report_open
from ärenden.choices import Proposed
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import BalanceNote, Case, MotionReport, ReportedMotion
from ärenden.queries.balance import Entry, balance_of, next_report_of

TITLE = "Redovisning av obesvarade motioner och medborgarförslag"
A_DAY = timedelta(days=1)
HALF_A_YEAR = timedelta(days=183)  # the report comes twice a year, also where its day is not set


def write_note(*, case: Case, doing: Doing, shown: str, proposed: Proposed) -> None:
    """Write what the coming report is to say of a motion; nothing written is nothing kept.

    A working paper and no event: the register tells what was tabled.
    """
    demand(doing, Verb.PREPARE, granted=lambda verb: can(doing.by, verb, case, on=doing.day))
    text = normalise(shown).strip()
    if not text and proposed == Proposed.CONTINUE:
        BalanceNote.objects.filter(case=case).delete()
        return
    written = {"written_at": doing.at, "written_by_name": doing.by.name}
    BalanceNote.objects.update_or_create(
        case=case, defaults={"shown": text, "proposed": proposed, **written}
    )


@transaction.atomic
def freeze(*, council: Body, meeting: Meeting, doing: Doing) -> MotionReport:
    """Freeze the report for a coming meeting; an earlier one for the same meeting stands beside.

    What was written for it is used up: the next report begins from the register.
    """
    _demand_meeting(council, doing)
    day = _day_of(meeting, doing)
    entries = balance_of(council, user=doing.by, on=doing.day).entries
    if not entries:
        raise ActionRefused([Refusal("nothing_to_report", "Ingen motion är obesvarad")])
    following = next_report_of(council, on=day + A_DAY)
    report = MotionReport.objects.create(
        body=council,
        meeting=meeting,
        as_of=day,
        next_on=following.meeting.day if following else None,
        frozen_at=doing.at,
        frozen_by_id=doing.by.pk,
        frozen_by_name=doing.by.name,
    )
    ReportedMotion.objects.bulk_create(
        _as_reported(report, position, entry) for position, entry in enumerate(entries, start=1)
    )
    BalanceNote.objects.filter(case__in=[entry.case for entry in entries]).delete()
    return report


def _demand_meeting(council: Body, doing: Doing) -> None:
    demand(doing, Verb.MEETING, granted=lambda verb: can_for(doing.by, verb, council, on=doing.day))


def _day_of(meeting: Meeting, doing: Doing) -> date:
    day = meeting.held_on
    if day is None or day < doing.day or meeting.status == MeetingStatus.CANCELLED:
        raise ActionRefused([Refusal("meeting_over", "Välj ett kommande sammanträde")])
    if meeting.motion_reports.filter(told_at__isnull=False).exists():
        text = "Motionsbalansen har redan redovisats vid det sammanträdet"
        raise ActionRefused([Refusal("report_told", text)])
    return day


def _as_reported(report: MotionReport, position: int, entry: Entry) -> ReportedMotion:
    next_time = report.next_on or report.as_of + HALF_A_YEAR
    return ReportedMotion(
        report=report,
        position=position,
        case=entry.case,
        case_type=entry.case_type,
        number=entry.number,
        title=entry.title,
        signers=list(entry.signers),
        raised_on=entry.raised_on,
        year_ends_on=entry.year_ends_on,
        place=entry.place,
        shown=entry.shown,
        proposed=entry.proposed,
        is_of_the_year=entry.year_ends_on is not None and entry.year_ends_on < next_time,
    )


@transaction.atomic
def note_told(*, report: MotionReport, doing: Doing, paragraph: int | None) -> list[str]:
    """Note that the meeting had the report before it: one event in each case.

    Returns the motions that got none, with the reason: decided or withdrawn meanwhile.
    """
    locked = MotionReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    _demand_meeting(locked.body, doing)
    meeting = locked.meeting
    if locked.told_at or meeting.motion_reports.filter(told_at__isnull=False).exists():
        raise ActionRefused([Refusal("report_told", "Redovisningen är redan antecknad")])
    if meeting.status == MeetingStatus.CANCELLED:
        raise ActionRefused([Refusal("meeting_cancelled", "Sammanträdet är inställt")])
    if meeting.held_on is None or meeting.held_on > doing.day:
        raise ActionRefused([Refusal("not_met_yet", "Sammanträdet har inte hållits än")])
    if paragraph is not None:
        locked.minutes_item = new_shared_paragraph(meeting, paragraph, title=TITLE)
    locked.told_at, locked.told_by_name = doing.at, doing.by.name
    locked.save(update_fields=["told_at", "told_by_name", "minutes_item"])
    sitting = Sitting(meeting=meeting, paragraph=paragraph, shared=locked.minutes_item)
    motions = locked.motions.select_related("case")
    return [told for motion in motions if (told := _tell(motion, doing, sitting))]


def _tell(motion: ReportedMotion, doing: Doing, sitting: Sitting) -> str:
    """Why the case got no event; empty when it did."""
    try:
        report_open(
            case=motion.case, doing=doing, sitting=sitting, shown=motion.shown, motion=motion
        )
    except ActionRefused as refused:
        return f"{motion.number} {motion.title}: {refused}"
    return ""

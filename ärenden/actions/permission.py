"""Får ställas: the council decides without debate whether it may be put (KL 5:62)."""

from datetime import date
from typing import Any

from meetings.models import Meeting
from ärenden.actions.answer_deadlines import answered_at, chosen_before, set_answer_deadlines
from ärenden.actions.base import Doing, acting
from ärenden.actions.deadlines import meet_deadlines, stop_waiting, waive_deadlines
from ärenden.actions.meetings import Sitting, at, described, put_on_agenda, write_decision
from ärenden.choices import (
    AgendaKind,
    DecisionNature,
    Event,
    Fact,
    Outcome,
    Purpose,
    State,
)
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, Decision
from ärenden.queries.offers import ordinary_meetings
from ärenden.workflow import Action
from ärenden.workflow.table import ASKED


def announce(*, case: Case, doing: Doing, meeting: Meeting) -> None:
    """Put the case on the list of a coming meeting."""
    given = frozenset({Fact.MEETING})
    with acting(Action.ANNOUNCE, case=case, doing=doing, given=given) as act:
        asked = act.case.case_type in ASKED
        kind = AgendaKind.PERMISSION if asked else AgendaKind.ANNOUNCEMENT
        put_on_agenda(act.case, meeting, kind)
        before, act.case.target_meeting = act.case.target_meeting_id, meeting
        text = f"Anmäldes till {described(meeting)}"
        act.record(text, on=doing.day, meeting=meeting.pk, before=before)


def schedule(*, case: Case, doing: Doing, meeting: Meeting) -> None:
    """Put the case on a meeting's list for what comes next: an answer, or a decision."""
    given = frozenset({Fact.MEETING})
    with acting(Action.SCHEDULE, case=case, doing=doing, given=given) as act:
        put_on_agenda(act.case, meeting, agenda_kind(act.case))
        before, act.case.target_meeting = act.case.target_meeting_id, meeting
        answered_at(act, meeting)
        text = f"Sattes upp till {described(meeting)}"
        told: dict[str, Any] = _chosen(meeting) if act.case.is_permitted else {}
        act.record(text, on=doing.day, meeting=meeting.pk, before=before, **told)


def take_off(*, case: Case, doing: Doing, meeting: Meeting, reason: str) -> None:
    """Take the case off a coming meeting's list; it is to be taken up where it was before."""
    with acting(Action.TAKE_OFF, case=case, doing=doing) as act:
        items = meeting.agenda.filter(case=act.case, removed_reason="")
        if not items.update(removed_reason=reason.strip()):
            text = f"ärendet står inte på listan till {described(meeting)}"
            raise ActionRefused([Refusal("not_on_list", text)])
        if act.case.target_meeting_id == meeting.pk:
            act.case.target_meeting_id = _target_before(act.case, meeting)
        listed = act.case.agenda_items.filter(removed_reason="")
        if act.case.state == State.ANNOUNCED and not listed.exists():
            act.case.state = State.REGISTERED
        chosen = chosen_before(act.case, meeting) if act.case.is_permitted else None
        answered_at(act, chosen)
        text = f"Togs bort från listan till {described(meeting)}"
        told: dict[str, Any] = {"meeting": meeting.pk} | _chosen(chosen)
        act.record(text, on=doing.day, reason=reason, **told)


def _target_before(case: Case, meeting: Meeting) -> int | None:
    """Where the case was to be taken up before, past every meeting that it was taken off too."""
    items = case.agenda_items.values_list("meeting", flat=True)
    left = set(items.exclude(removed_reason="")) - set(items.filter(removed_reason=""))
    target: int | None = meeting.pk
    for put_up in case.events.filter(action__in=(Action.ANNOUNCE, Action.SCHEDULE)):
        if target in left and put_up.data["meeting"] == target:
            target = put_up.data.get("before")
    return None if target in left else target


def permit(
    *, case: Case, doing: Doing, sitting: Sitting, answer_meeting: Meeting | None = None
) -> Decision:
    """The council let it be put; the answer is due where they say, or as the rules count it."""
    with acting(Action.PERMIT, case=case, doing=doing, given=sitting.given) as act:
        decision = write_decision(
            act.case,
            sitting,
            DecisionNature.PERMISSION,
            unknown=doing.unknown.get(Fact.MEETING, ""),
        )
        act.case.is_permitted = True
        set_answer_deadlines(act, Event.PERMITTED, on=sitting.day, chosen=answer_meeting)
        told = sitting.told | _chosen(answer_meeting)
        act.record(f"Fick ställas{at(sitting)}", on=sitting.day, **told)
    return decision


def refuse_permission(*, case: Case, doing: Doing, sitting: Sitting, reason: str) -> Decision:
    """The council did not let it be put; it stays in the register."""
    with acting(Action.REFUSE_PERMISSION, case=case, doing=doing, given=sitting.given) as act:
        decision = write_decision(
            act.case,
            sitting,
            DecisionNature.PERMISSION_REFUSED,
            unknown=doing.unknown.get(Fact.MEETING, ""),
            motivation=reason,
        )
        act.case.is_permitted = False
        text = f"Fick inte ställas{at(sitting)}"
        act.record(text, on=sitting.day, reason=reason, **sitting.told)
        stop_waiting(act)
    return decision


def postpone(
    *, case: Case, doing: Doing, sitting: Sitting, reason: str, next_meeting: Meeting | None
) -> Decision:
    """Bordlägg: taken up again at the next meeting unless another is chosen (KL 5:51)."""
    with acting(Action.POSTPONE, case=case, doing=doing, given=sitting.given) as act:
        decision = write_decision(
            act.case,
            sitting,
            DecisionNature.POSTPONED,
            unknown=doing.unknown.get(Fact.MEETING, ""),
            motivation=reason,
        )
        target = next_meeting or _next_ordinary(act.case, after=sitting.day or doing.day)
        act.case.target_meeting = target
        if act.case.is_permitted:
            set_answer_deadlines(act, Event.POSTPONED, on=sitting.day, chosen=next_meeting)
        if target is not None:
            put_on_agenda(act.case, target, agenda_kind(act.case))
        again = f", tas upp igen vid {described(target)}" if target else ""
        text = f"Bordlades{at(sitting)}{again}"
        told = sitting.told | _chosen(next_meeting)
        act.record(text, on=sitting.day, reason=reason, **told)
    return decision


def record_answered(
    *, case: Case, doing: Doing, sitting: Sitting, outcome: Outcome, reason: str = ""
) -> Decision:
    """Besvarad: in writing, orally, or closed without an answer for a reason (no duty exists)."""
    with acting(
        Action.RECORD_ANSWERED, case=case, doing=doing, given=sitting.given, outcome=outcome
    ) as act:
        decision = write_decision(
            act.case,
            sitting,
            DecisionNature.ANSWERED,
            unknown=doing.unknown.get(Fact.MEETING, ""),
            outcome=outcome,
            motivation=reason,
        )
        act.case.outcome = outcome
        text = f"{outcome.label}{at(sitting)}"
        act.record(text, on=sitting.day, reason=reason, **sitting.told)
        day = sitting.day or doing.day
        meet_deadlines(act.case, Purpose.ANSWER, on=day, doing=doing)
        waive_deadlines(act.case.deadlines.all(), doing, because=text)
    return decision


def _chosen(meeting: Meeting | None) -> dict[str, int]:
    """What the event keeps of the council's own choice, so that its day can be followed."""
    return {"answer_meeting": meeting.pk} if meeting else {}


def _next_ordinary(case: Case, *, after: date) -> Meeting | None:
    return ordinary_meetings(case.decider, after=after).first()


def agenda_kind(case: Case) -> AgendaKind:
    if case.case_type not in ASKED:
        return AgendaKind.DECISION
    return AgendaKind.ANSWER if case.is_permitted else AgendaKind.PERMISSION

"""What a case waits for from the office: what is to be done, why, by when, and by which step."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kernel.dates import full_date
from kernel.text import in_sentence, listed
from ärenden.choices import AgendaKind, AnswerState, CaseType, Outcome, Purpose, State
from ärenden.exceptions import Refusal
from ärenden.workflow import Action, refusals
from ärenden.workflow.agenda import likely_step
from ärenden.workflow.asked import NOT_IN
from ärenden.workflow.matters import Listed, Matter
from ärenden.workflow.steps import ASKED, CITIZEN, MOTION, OPEN

A = Action
NEAR = timedelta(days=7)
YEAR_IS_NEAR = timedelta(days=60)


@dataclass(frozen=True, kw_only=True)
class Duty:
    """One thing to do: the day it is to be done by, or the day since when it has waited.

    `meeting` is the one that the step is noted from.
    """

    action: Action
    why: str
    day: date | None = None
    since: date | None = None
    meeting: str = ""


Rule = Callable[[Matter, date], Iterable[Duty | None]]


def duties_of(matter: Matter, *, today: date) -> list[Duty]:
    """Everything that waits in the case; a step once, as the first rule that asks for it says."""
    found = [duty for rule in RULES for duty in rule(matter, today) if duty]
    doable = [duty for duty in found if matter.may(duty.action)]
    return list({duty.action: duty for duty in reversed(doable)}.values())[::-1]


def _taken_back(matter: Matter, _: date) -> Iterator[Duty]:
    if matter.taken_back_on:
        why = "Den som lämnat in den har återtagit den."
        yield Duty(action=A.WITHDRAW, why=why, since=matter.taken_back_on)


def _asked_for_time(matter: Matter, _: date) -> Iterator[Duty]:
    if plea := matter.plea:
        why = f"{plea.by} ber om mer tid för svaret, till {full_date(plea.until)}."
        yield Duty(action=A.GRANT_TIME, why=why, since=plea.asked_on)


def _answer_to_hand_over(matter: Matter, today: date) -> Iterator[Duty]:
    snapshot = matter.snapshot
    if snapshot.answer_state != AnswerState.RECEIVED:
        return
    came = f" {full_date(matter.answer_came_on)}" if matter.answer_came_on else ""
    unsaid = f" {_questions(snapshot.unanswered)} saknar svar." if snapshot.unanswered else ""
    clock = matter.clock(Purpose.ANSWER_TO_ASKER, Purpose.ANSWER)
    yield Duty(
        action=A.HAND_OVER_ANSWER,
        why=f"Svaret kom in{came} och ska lämnas över till frågeställaren.{unsaid}",
        day=_earliest(clock.day if clock else None, _taken_up(matter, today)),
        since=matter.answer_came_on,
    )


def _answer_due(matter: Matter, _: date) -> Iterator[Duty]:
    clock = matter.clock(Purpose.ANSWER_IN, Purpose.ANSWER)
    if clock and matter.snapshot.answer_state in NOT_IN:
        whose = f" från {matter.answerer}" if matter.answerer else ""
        why = f"Svaret{whose} har inte kommit. {clock.explanation}"
        yield Duty(action=A.RECEIVE_ANSWER, why=why, day=clock.day)


def _to_forward(matter: Matter, _: date) -> Iterator[Duty]:
    if clock := matter.clock(Purpose.FORWARD):
        to = f" till {matter.answerer}" if matter.answerer else ""
        why = f"Ska skickas vidare{to}. {clock.explanation}"
        yield Duty(action=A.FORWARD, why=why, day=clock.day)


def _mover_to_tell(matter: Matter, _: date) -> Iterator[Duty]:
    if clock := matter.clock(Purpose.NOTIFY):
        why = f"Förslagsställaren ska få veta beslutet. {clock.explanation}"
        yield Duty(action=A.NOTIFY, why=why, day=clock.day)


def _statement_due(matter: Matter, today: date) -> Iterator[Duty]:
    for clock in matter.clocks:
        if clock.purpose == Purpose.STATEMENT and clock.day <= today + NEAR:
            why = f"Yttrandet från {in_sentence(clock.whom)} har inte kommit."
            yield Duty(action=A.RECEIVE_STATEMENT, why=why, day=clock.day)


def _errand_due(matter: Matter, today: date) -> Iterator[Duty]:
    for errand in matter.errands:
        if errand.due_on is None or errand.due_on <= today + NEAR:
            why = f"{errand.responsible} ska redovisa uppdraget: {errand.text}"
            yield Duty(action=A.REPORT_TASK, why=why, day=errand.due_on)


def _not_noted(matter: Matter, today: date) -> Iterator[Duty | None]:
    for row in matter.lists:
        if row.meeting.day < today and not row.is_noted:
            action = _expected(matter, row)
            why = f"Togs upp i {row.meeting}. Vad som hände är inte antecknat."
            yield _to_do(action, why=why, since=row.meeting.day, meeting=row.meeting.key)


def _lacks(matter: Matter, today: date) -> Iterator[Duty | None]:
    """What a case on a coming list lacks, in the words of the workflow."""
    for row in matter.coming(today):
        found = [each for each in _hinders(matter, row) if each.code in WAYS]
        ways = [way for refusal in found for way in WAYS[refusal.code]]
        action = matter.first_of(*ways)
        text = listed([refusal.text for refusal in found])
        yield _to_do(action, why=f"Står på listan, men {text}.", day=row.meeting.day)


def _year_ends(matter: Matter, today: date) -> Iterator[Duty | None]:
    """The law's year, and the time that the council's own rules set beside it."""
    for clock in matter.clocks:
        if clock.purpose == Purpose.DECIDE and clock.day <= today + YEAR_IS_NEAR:
            is_ready = matter.snapshot.has_proposal
            action = matter.first_of(*(READY_FOR_DECISION if is_ready else ON_THE_WAY))
            yield _to_do(action, why=clock.explanation, day=clock.day)


def _to_announce(matter: Matter, today: date) -> Iterator[Duty | None]:
    snapshot = matter.snapshot
    is_new = snapshot.state == State.REGISTERED and snapshot.case_type in ASKED | MOTION | CITIZEN
    if is_new and not matter.coming(today):
        when = f" i {matter.next_meeting}" if matter.next_meeting else ""
        yield Duty(
            action=A.ANNOUNCE,
            why=f"Är registrerad och ska anmälas{when}.",
            day=matter.next_meeting.day if matter.next_meeting else None,
            since=matter.registered_on,
        )


def _to_prepare(matter: Matter, _: date) -> Iterator[Duty]:
    if matter.snapshot.state == State.RAISED and not matter.snapshot.is_entrusted:
        why = "Är väckt och väntar på att lämnas till beredning."
        yield Duty(action=A.PREPARE, why=why, since=matter.raised_on)


def _to_schedule(matter: Matter, today: date) -> Iterator[Duty]:
    snapshot, meeting = matter.snapshot, matter.next_meeting
    why = READY.get(snapshot.state, "")
    if snapshot.state == State.PERMITTED and snapshot.answer_state == AnswerState.HANDED_OVER:
        why = "Svaret är överlämnat"
    if why and not matter.coming(today):
        text = f"{why}, men ärendet står inte på något kommande sammanträdes lista."
        yield Duty(action=A.SCHEDULE, why=text, day=meeting.day if meeting else None)


def _reservation_without_text(matter: Matter, _: date) -> Iterator[Duty]:
    for who, day in matter.silent_reservations:
        when = f" {full_date(day)}" if day else ""
        why = f"{who} reserverade sig{when}. Den skriftliga texten har inte kommit."
        yield Duty(action=A.RECEIVE_RESERVATION, why=why, since=day)


RULES: tuple[Rule, ...] = (
    *(_taken_back, _asked_for_time, _to_forward, _mover_to_tell),
    *(_not_noted, _answer_to_hand_over, _answer_due),
    *(_statement_due, _errand_due, _year_ends, _lacks, _to_announce, _to_prepare, _to_schedule),
    _reservation_without_text,
)
# What is done first about a hindrance; the first that is possible.
WAYS: Mapping[str, tuple[Action, ...]] = {
    "answer_not_handed_over": (A.HAND_OVER_ANSWER, A.RECEIVE_ANSWER),
    "questions_unanswered": (A.SUPPLEMENT_ANSWER, A.RECEIVE_ANSWER),
    "motivation_missing": (A.REQUEST_COMPLETION, A.ADD_DOCUMENT),
    "questions_missing": (A.REQUEST_COMPLETION, A.ADD_DOCUMENT),
    "referrals_open": (A.RECEIVE_STATEMENT, A.CLOSE_REFERRAL),
    "proposal_missing": (A.RECEIVE_STATEMENT, A.PROPOSE, A.PREPARE),
}
READY_FOR_DECISION = (A.SCHEDULE, A.REPORT_OPEN)
ON_THE_WAY = (A.RECEIVE_STATEMENT, A.PROPOSE, A.PREPARE, A.ANNOUNCE, A.REPORT_OPEN)
READY: Mapping[State, str] = {
    State.PROPOSED: "Förslag till beslut finns",
    State.POSTPONED: "Är bordlagd",
}
USUAL = {AgendaKind.ANSWER: Outcome.ANSWERED_IN_WRITING}


def lacking(matter: Matter, *, meeting: str) -> tuple[Refusal, ...]:
    """What the case lacks for a meeting whose list it stands on."""
    return tuple(
        refusal
        for row in matter.lists
        if row.meeting.key == meeting
        for refusal in _hinders(matter, row)
        if refusal.code in WAYS
    )


def next_day(matters: Iterable[Matter], *, today: date) -> date | None:
    """The nearest deadline ahead."""
    return min((c.day for each in matters for c in each.clocks if c.day >= today), default=None)


def _to_do(action: Action | None, **said: Any) -> Duty | None:
    return Duty(action=action, **said) if action else None


def _expected(matter: Matter, row: Listed) -> Action | None:
    snapshot = matter.snapshot
    kind, state = CaseType(snapshot.case_type), State(snapshot.state)
    return likely_step(row.kind, case_type=kind, state=state) if state in OPEN else None


def _hinders(matter: Matter, row: Listed) -> tuple[Refusal, ...]:
    action = _expected(matter, row)
    if action is None:
        return ()
    return refusals(action, matter.snapshot, outcome=USUAL.get(row.kind))


def _taken_up(matter: Matter, today: date) -> date | None:
    return min((row.meeting.day for row in matter.coming(today)), default=None)


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day), default=None)


def _questions(numbers: tuple[int, ...]) -> str:
    noun = "Fråga" if len(numbers) == 1 else "Frågorna"
    return f"{noun} {listed([str(number) for number in numbers])}"

"""What a case waits for: each rule by the plain facts that call for it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from accounts.roles import Verb
from ärenden.choices import AgendaKind, AnswerState, CaseType, Purpose, State
from ärenden.workflow import Action, Snapshot
from ärenden.workflow.duties import Duty, duties_of, lacking, next_day
from ärenden.workflow.matters import Clock, Errand, Gathering, Listed, Matter, Plea

TODAY = date(2026, 11, 23)
COUNCIL = Gathering(key="kf", body="Kommunfullmäktige", day=date(2026, 11, 30))
HELD = Gathering(key="kf-1", body="Kommunfullmäktige", day=date(2026, 10, 26))
INTERPELLATION = Snapshot(
    case_type=CaseType.INTERPELLATION,
    state=State.PERMITTED,
    is_permitted=True,
    has_motivation=True,
    question_count=2,
    unanswered=(1, 2),
)
MOTION = Snapshot(case_type=CaseType.MOTION, state=State.PREPARING)


def matter(snapshot: Snapshot, **facts: Any) -> Matter:
    given: dict[str, Any] = {
        "verbs": frozenset(Verb),
        "registered_on": date(2026, 10, 1),
        "next_meeting": COUNCIL,
    }
    return Matter(snapshot=snapshot, **(given | facts))


def clock(purpose: Purpose, day: date, **more: Any) -> Clock:
    return Clock(purpose=purpose, day=day, explanation="Så här räknades den.", **more)


def on_list(meeting: Gathering, kind: AgendaKind, *, is_noted: bool = False) -> Listed:
    return Listed(meeting=meeting, kind=kind, is_noted=is_noted)


def waits(matter: Matter) -> list[Duty]:
    return duties_of(matter, today=TODAY)


def test_answer_that_has_not_come_is_waited_for_until_its_day() -> None:
    due = clock(Purpose.ANSWER, COUNCIL.day)

    found = waits(matter(INTERPELLATION, clocks=(due,), answerer="Sven Svar (S)"))

    assert found == [
        Duty(
            action=Action.RECEIVE_ANSWER,
            why="Svaret från Sven Svar (S) har inte kommit. Så här räknades den.",
            day=COUNCIL.day,
        )
    ]


def test_answer_in_is_handed_over_before_the_meeting_and_told_where_it_is_silent() -> None:
    came = replace(INTERPELLATION, answer_state=AnswerState.RECEIVED, unanswered=(2,))
    listed = on_list(COUNCIL, AgendaKind.ANSWER)

    [first, *others] = waits(matter(came, answer_came_on=TODAY, lists=(listed,)))

    assert first == Duty(
        action=Action.HAND_OVER_ANSWER,
        why="Svaret kom in 23 november 2026 och ska lämnas över till frågeställaren."
        " Fråga 2 saknar svar.",
        day=COUNCIL.day,
        since=TODAY,
    )
    assert others == []


def test_plea_for_more_time_is_settled() -> None:
    plea = Plea(by="Sven Svar", asked_on=TODAY, until=date(2026, 12, 14))
    snapshot = replace(INTERPELLATION, is_asked_for_time=True)

    [duty] = waits(matter(snapshot, plea=plea))

    assert duty == Duty(
        action=Action.GRANT_TIME,
        why="Sven Svar ber om mer tid för svaret, till 14 december 2026.",
        since=TODAY,
    )


@pytest.mark.parametrize(("days", "expected"), [(-4, 1), (7, 1), (8, 0)])
def test_statement_is_waited_for_when_its_day_is_near_or_gone(days: int, expected: int) -> None:
    snapshot = replace(MOTION, open_referrals=("Socialnämnden",))
    due = clock(Purpose.STATEMENT, TODAY + timedelta(days=days), whom="Socialnämnden")

    found = [each.why for each in waits(matter(snapshot, clocks=(due,)))]

    assert found == ["Yttrandet från socialnämnden har inte kommit."] * expected


def test_meeting_that_was_held_is_noted_from_that_meeting() -> None:
    listed = on_list(HELD, AgendaKind.ANSWER)

    [duty] = waits(matter(INTERPELLATION, lists=(listed,)))

    assert (duty.action, duty.since, duty.meeting) == (
        Action.RECORD_ANSWERED,
        HELD.day,
        "kf-1",
    )
    assert waits(matter(INTERPELLATION, lists=(replace(listed, is_noted=True),))) == []


def test_case_on_a_coming_list_says_what_it_lacks_and_what_to_do_first() -> None:
    bare = matter(MOTION, lists=(on_list(COUNCIL, AgendaKind.DECISION),))
    ready = replace(bare, snapshot=replace(MOTION, state=State.PROPOSED, has_proposal=True))

    [duty] = waits(bare)

    assert (duty.action, duty.day) == (Action.PROPOSE, COUNCIL.day)
    assert duty.why == (
        "Står på listan, men ärendet är inte berett, det finns inget förslag till beslut."
    )
    assert [refusal.code for refusal in lacking(bare, meeting="kf")] == ["proposal_missing"]
    assert (waits(ready), lacking(ready, meeting="kf")) == ([], ())


def test_new_case_is_announced_to_the_next_meeting() -> None:
    new = replace(INTERPELLATION, state=State.REGISTERED, is_permitted=None)

    [duty] = waits(matter(new))

    assert (duty.action, duty.day) == (Action.ANNOUNCE, COUNCIL.day)
    assert duty.why == "Är registrerad och ska anmälas i kommunfullmäktige måndag 30 november 2026."


def test_raised_motion_waits_for_its_preparation() -> None:
    raised = matter(replace(MOTION, state=State.RAISED), raised_on=HELD.day)

    assert [(each.action, each.since) for each in waits(raised)] == [(Action.PREPARE, HELD.day)]


def test_proposal_that_stands_on_no_list_is_put_up() -> None:
    proposed = replace(MOTION, state=State.PROPOSED, has_proposal=True)

    assert [each.action for each in waits(matter(proposed))] == [Action.SCHEDULE]
    listed = on_list(COUNCIL, AgendaKind.DECISION)
    assert waits(matter(proposed, lists=(listed,))) == []


@pytest.mark.parametrize(("days", "expected"), [(61, []), (60, [Action.PROPOSE])])
def test_year_that_ends_soon_asks_for_what_brings_it_on(days: int, expected: list[Action]) -> None:
    due = clock(Purpose.DECIDE, TODAY + timedelta(days=days))

    assert [each.action for each in waits(matter(MOTION, clocks=(due,)))] == expected


def test_errands_are_reported_back_the_undated_too() -> None:
    decided = Snapshot(case_type=CaseType.MOTION, state=State.DECIDED, has_open_task=True)
    errand = Errand(responsible="Tekniska nämnden", text="Räkna cyklarna.", due_on=None)
    far = replace(errand, due_on=TODAY + timedelta(days=8))

    [duty] = waits(matter(decided, errands=(errand,)))

    assert duty.why == "Tekniska nämnden ska redovisa uppdraget: Räkna cyklarna."
    assert waits(matter(decided, errands=(far,))) == []


def test_reservation_without_its_text_waits() -> None:
    decided = Snapshot(case_type=CaseType.MOTION, state=State.DECIDED, awaits_reservation=True)

    [duty] = waits(matter(decided, silent_reservations=(("Anna Ek (M)", HELD.day),)))

    assert (duty.action, duty.since) == (Action.RECEIVE_RESERVATION, HELD.day)


def test_only_what_one_may_do_waits_for_one() -> None:
    due = clock(Purpose.ANSWER, COUNCIL.day)
    officer = frozenset({Verb.PREPARE})

    assert waits(matter(INTERPELLATION, clocks=(due,), verbs=officer)) == []


def test_next_day_is_the_nearest_ahead() -> None:
    rows = [
        matter(MOTION, clocks=(clock(Purpose.DECIDE, TODAY + timedelta(days=days)),))
        for days in (-1, 9, 4)
    ]

    assert next_day(rows, today=TODAY) == date(2026, 11, 27)
    assert next_day([], today=TODAY) is None

"""The matter is sent to the one who is to answer, and the mover told the decision, in time."""

from datetime import date, timedelta

import pytest

from parties.models import Person
from tests.factories import cases
from tests.factories.cases import TODAY, World, name_of
from ärenden.actions.answers import NewAnswer, change_answerer, receive_answer
from ärenden.actions.changes import change_addressee, change_type
from ärenden.actions.corrections import correct_day
from ärenden.actions.deadline_moves import waive_deadline
from ärenden.actions.deadlines import Term, set_deadline
from ärenden.actions.decisions import NewDecision, decide
from ärenden.actions.endings import close, withdraw
from ärenden.actions.entrusting import entrust
from ärenden.actions.meetings import Sitting
from ärenden.actions.preparation import raise_case
from ärenden.actions.recount import after_calendar_change
from ärenden.actions.telling import forward, notify
from ärenden.actions.values import Part
from ärenden.choices import CaseType, DeadlineStatus, Fact, Outcome, Purpose, State
from ärenden.exceptions import ActionRefused
from ärenden.models import Case, ClosedDay, Deadline
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db
MARCH_3, MARCH_30 = date(2026, 3, 3), date(2026, 3, 30)


@pytest.fixture
def world() -> World:
    return cases.world()


def sent(world: World, case: Case, *, on: date = MARCH_3) -> None:
    forward(case=case, doing=world.doing(on=on), on=on, to="Sven Svar (S) och presidiet")


def decided(world: World) -> Case:
    """A medborgarförslag that the council left to the board, which rejects it."""
    case = cases.motion(world, case_type=CaseType.CITIZEN_PROPOSAL)
    sitting = Sitting(meeting=world.first_meeting)
    doing = world.doing(on=MARCH_30)
    raise_case(case=case, doing=doing, sitting=sitting, raised_on=None)
    entrust(case=case, doing=doing, sitting=sitting, body=world.board)
    decide(case=case, doing=doing, new=NewDecision(outcome=Outcome.REJECTED, sitting=sitting))
    return case


def told(case: Case, purpose: Purpose = Purpose.FORWARD) -> list[tuple[date, str]]:
    """Each deadline of the kind in order: its day, and how it stands."""
    rows = Deadline.objects.filter(case=case, purpose=purpose).order_by("pk")
    return [(row.due_at.date(), row.status) for row in rows]


def test_interpellation_is_to_be_sent_on_the_next_working_day(world: World) -> None:
    due = cases.to_send_on(world, received_on=date(2026, 2, 27)).deadlines.get()

    assert (due.purpose, due.due_at.date()) == (Purpose.FORWARD, TODAY)
    assert due.explanation == (
        "Senast måndag 2 mars 2026: en arbetsdag efter att interpellationen lämnades in"
        " fredag 27 februari."
    )


def test_what_no_rule_speaks_of_or_came_in_on_no_known_day_has_none(world: World) -> None:
    unknown = world.doing(unknown={Fact.RECEIVED_ON: "Stämpeln är oläslig"})
    question = cases.to_send_on(world, case_type=CaseType.QUESTION)

    undated = cases.register(doing=unknown, new=cases.new_case(world, received_on=None))

    assert told(question) == told(undated) == []


def test_it_is_met_on_the_day_it_was_sent(world: World) -> None:
    case = cases.to_send_on(world)

    sent(world, case)

    due = case.deadlines.get()
    assert (due.status, due.met_at.date()) == (DeadlineStatus.MET, MARCH_3)
    assert case.events.latest("version").summary == (
        "Skickades vidare till Sven Svar (S) och presidiet"
    )
    with pytest.raises(ActionRefused, match="ingen frist löper för att skicka den vidare"):
        sent(world, case)


def test_answer_that_came_in_ends_the_wait(world: World) -> None:
    case = cases.to_send_on(world)
    parts = [Part(question=question, text="Tolv.") for question in case.questions.all()]

    new = NewAnswer(parts=parts, received_on=MARCH_3)
    receive_answer(case=case, doing=world.doing(on=MARCH_3), new=new)

    assert told(case) == [(MARCH_3, DeadlineStatus.WAIVED)]
    assert case.deadlines.get().ended_reason == "Svar kom in"


def test_withdrawn_one_is_not_sent_on(world: World) -> None:
    case = cases.to_send_on(world)

    withdraw(case=case, doing=world.doing(on=MARCH_3), on=MARCH_3)

    assert told(case) == [(MARCH_3, DeadlineStatus.WAIVED)]


def test_another_who_is_to_answer_gets_it_too_and_none_gets_it_twice(world: World) -> None:
    case = cases.to_send_on(world)
    sent(world, case)
    doing, first = world.doing(on=date(2026, 3, 6)), name_of(world.answerer, party="(S)")

    change_addressee(case=case, doing=doing, to=name_of(world.asker), reason="Fel namn")
    anew = told(case)
    explained = case.deadlines.get(status=DeadlineStatus.OPEN).explanation
    change_addressee(case=case, doing=doing, to=first, reason="Rätt namn ändå")

    assert anew == [(MARCH_3, DeadlineStatus.MET), (date(2026, 3, 9), DeadlineStatus.OPEN)]
    assert explained == (
        "En annan ska svara sedan 6 mars 2026, och ska få ärendet senast måndag 9 mars 2026."
    )
    assert told(case)[1] == (date(2026, 3, 9), DeadlineStatus.WAIVED)


def test_each_of_two_with_protected_identity_gets_it(world: World) -> None:
    Person.objects.filter(pk__in=[world.asker.pk, world.answerer.pk]).update(
        has_protected_identity=True
    )
    case = cases.to_send_on(world)
    sent(world, case)

    change_answerer(
        case=case, doing=world.doing(on=MARCH_3), to=name_of(world.asker), reason="Ledig"
    )

    assert told(case) == [(MARCH_3, DeadlineStatus.MET), (date(2026, 3, 4), DeadlineStatus.OPEN)]
    assert "Frida" not in case.deadlines.latest("pk").explanation


def test_day_set_by_hand_stands_when_another_day_is_mended(world: World) -> None:
    case = cases.to_send_on(world)
    due = case.deadlines.get()
    set_deadline(
        case,
        Purpose.FORWARD,
        Term(at=due.due_at - timedelta(days=1), explanation="Senast i dag."),
        doing=world.doing(),
    )
    paper = case.documents.get()

    correct_day(
        case=case,
        doing=world.doing(),
        row=paper,
        field="dated_on",
        day=TODAY,
        reason="Stämpeln",
    )

    assert told(case)[-1] == (TODAY, DeadlineStatus.OPEN)


def test_change_before_it_is_sent_keeps_the_day(world: World) -> None:
    case = cases.to_send_on(world)

    doing = world.doing(on=date(2026, 3, 6))
    change_answerer(case=case, doing=doing, to=name_of(world.asker), reason="Ledig")

    assert told(case) == [(MARCH_3, DeadlineStatus.OPEN)]


def test_question_registered_as_interpellation_is_not_sent_on(world: World) -> None:
    case = cases.to_send_on(world)

    change_type(case=case, doing=world.doing(), to=CaseType.QUESTION, reason="Fel typ")
    as_question = told(case)
    change_type(case=case, doing=world.doing(), to=CaseType.INTERPELLATION, reason="Rätt typ")

    assert as_question == [(MARCH_3, DeadlineStatus.WAIVED)]
    assert told(case) == [*as_question, (MARCH_3, DeadlineStatus.OPEN)]


def test_closed_day_moves_it_and_the_case_tells_so(world: World) -> None:
    case = cases.to_send_on(world)
    ClosedDay.objects.create(organisation=world.organisation, day=MARCH_3, name="planeringsdagen")

    changed = after_calendar_change(world.organisation, doing=world.doing(), why="dagar stängdes")

    assert changed == 1
    assert told(case) == [
        (MARCH_3, DeadlineStatus.REPLACED),
        (date(2026, 3, 4), DeadlineStatus.OPEN),
    ]
    assert case.events.get(action=Action.RECOUNT).summary == (
        "Frister räknades om: skickas vidare till den som ska svara 4 mars 2026 (var 3 mars 2026)"
    )


def test_mended_day_of_arrival_moves_it(world: World) -> None:
    case = cases.to_send_on(world, received_on=date(2026, 2, 2))

    correct_day(
        case=case, doing=world.doing(), row=case, field="received_on", day=TODAY, reason="Stämpeln"
    )

    assert told(case)[-1] == (MARCH_3, DeadlineStatus.OPEN)
    assert case.deadlines.latest("pk").reason == "Stämpeln"


def test_mover_is_to_be_told_the_decision_within_five_working_days(world: World) -> None:
    case = decided(world)

    assert told(case, Purpose.NOTIFY) == [(date(2026, 4, 8), DeadlineStatus.OPEN)]


def test_case_is_closed_when_its_mover_has_been_told(world: World) -> None:
    case, doing = decided(world), world.doing(on=date(2026, 4, 7))

    with pytest.raises(ActionRefused, match="förslagsställaren är inte underrättad"):
        close(case=case, doing=doing)
    notify(case=case, doing=doing, on=date(2026, 4, 1))
    close(case=case, doing=doing)

    assert case.state == State.CLOSED
    assert told(case, Purpose.NOTIFY) == [(date(2026, 4, 8), DeadlineStatus.MET)]


def test_mover_who_cannot_be_reached_is_waited_for_no_more(world: World) -> None:
    case, doing = decided(world), world.doing(on=date(2026, 4, 7))
    due = case.deadlines.get(purpose=Purpose.NOTIFY)

    waive_deadline(case=case, doing=doing, deadline=due, reason="Förslaget är anonymt")
    close(case=case, doing=doing)

    assert case.state == State.CLOSED

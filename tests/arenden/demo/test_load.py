"""What the demo shows: every phase, and the shapes of real papers."""

from datetime import date

import pytest
from django.db import transaction
from django.test import override_settings

from accounts.models import DemoMark, User
from accounts.roles import Role
from ärenden.choices import CaseType, DeadlineStatus, Proposed, Purpose, ReminderStatus, State
from ärenden.demo.load import load_demo
from ärenden.models import (
    BalanceNote,
    Case,
    CaseEvent,
    Deadline,
    FileRendition,
    MeetingNote,
    MotionReport,
    Reminder,
    Reservation,
)
from ärenden.workflow import steps_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo"),
]
TODAY = date(2026, 11, 22)
BEFORE_AN_ANSWER = {"answering", "answer_received", "answer_handed_over"}


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):  # noqa: ARG001
    """Loaded once for the module, and rolled back after it."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), media, transaction.atomic():
        load_demo(today=TODAY)
        yield
        transaction.set_rollback(True)


def reachable(case_type):
    """Every phase that the workflow's table leads to."""
    asked = case_type in {CaseType.INTERPELLATION, CaseType.QUESTION}
    states = {step.target for step in steps_of(case_type)} - {None}
    return states | {State.REGISTERED} | (BEFORE_AN_ANSWER if asked else set())


def test_demo_shows_every_phase_of_every_case_type():
    phases = set(Case.objects.values_list("case_type", "phase"))

    assert phases == {(kind, phase) for kind in CaseType for phase in reachable(kind)}
    assert Case.objects.count() >= 60


def test_demo_has_overdue_and_late_and_old_cases():
    deadlines = Deadline.objects.filter(purpose=Purpose.ANSWER)
    late = [row for row in deadlines.filter(status=DeadlineStatus.MET) if row.met_at > row.due_at]
    overdue = Deadline.objects.filter(
        status=DeadlineStatus.OPEN, due_at__date__lt=TODAY
    ).values_list("purpose", flat=True)

    assert [row.case.title for row in late] == [
        "Interpellation om vattenläckorna i Brunnsvik och underhållet av ledningsnätet"
    ]
    assert set(overdue) >= {Purpose.ANSWER, Purpose.DECIDE, Purpose.STATEMENT}
    assert set(overdue).isdisjoint({Purpose.FORWARD, Purpose.NOTIFY, Purpose.REGISTER})
    assert Case.objects.filter(registered_on__lt=date(2025, 11, 22)).exists()


def test_numbers_follow_the_order_of_registration():
    cases = Case.objects.order_by("events__recorded_at").filter(events__version=1)
    numbers = cases.values_list("series__code", "reset_period", "sequence")

    assert [number for number in numbers if number[0] == "KS"] == sorted(
        number for number in numbers if number[0] == "KS"
    )


def test_sign_in_page_offers_one_person_of_every_role():
    people = DemoMark.objects.get().people

    assert {row["role_label"] for row in people} == set(Role.labels)
    assert {row["public_id"] for row in people} == {
        str(user.public_id) for user in User.objects.all()
    }
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_motion_is_voted_on_and_decided_point_by_point():
    case = Case.objects.get(title="Motion om solceller på kommunens tak")
    decision = case.decisions.latest("pk")

    assert list(decision.point_outcomes.values_list("point__number", "outcome")) == [
        (1, "approved"),
        (2, "rejected"),
        (3, "considered_answered"),
    ]
    assert [point.text for point in decision.points.all()] == [
        "att motionens första punkt bifalls",
        "att motionens andra punkt avslås",
        "att motionens tredje punkt anses besvarad",
    ]
    assert case.steps.values_list("yes", "no", "abstained").get() == (23, 7, 1)


def test_reservation_of_three_names_the_losing_addition():
    reservation = Reservation.objects.get(decision__case__title__startswith="Översyn av telefon")

    assert reservation.in_favour_of.points.get().text == (
        "att det nya talsvaret tas ur bruk medan utredningen pågår"
    )
    assert list(reservation.agents.values_list("name_printed", flat=True)) == [
        "Claes Ekeberga",
        "Göran Torpmyra",
        "Lovisa Ängsholma",
    ]


def test_answer_quotes_one_of_five_questions_differently():
    case = Case.objects.get(title__startswith="Interpellation om hur kommunen bemöter")
    parts = case.answers.get().parts.select_related("question")

    different = [
        part.question.number for part in parts if part.question_text_as_quoted != part.question.text
    ]
    assert (parts.count(), different) == (5, [3])


def test_every_first_document_has_a_file_and_notes_agree():
    without = Case.objects.exclude(
        pk__in=FileRendition.objects.values("document__case")
    ).values_list("title", flat=True)

    assert list(without) == []
    assert MeetingNote.objects.count() == 2


def test_motions_were_reported_and_the_next_report_is_under_way():
    report = MotionReport.objects.get()
    written = BalanceNote.objects.get()

    assert report.told_at is not None
    told = CaseEvent.objects.filter(summary__startswith="Redovisades i motionsbalansen")
    assert (report.motions.count(), told.count()) == (4, 3)  # one was decided the same evening
    assert (written.case.title, written.proposed) == (
        "Motion om kartläggning av delade turer",
        Proposed.WRITE_OFF,
    )


def test_demo_has_reminders_that_were_sent_wait_and_did_not_go():
    found = set(Reminder.objects.values_list("status", flat=True))

    assert found == {
        ReminderStatus.SENT,
        ReminderStatus.WAITING,
        ReminderStatus.HELD,
        ReminderStatus.FAILED,
    }

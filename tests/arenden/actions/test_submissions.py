"""Lämna in: locked at once, come in for good, and registered word for word."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from parties.choices import AssignmentRole
from parties.models import Assignment
from tests.factories import cases, drafts, people
from tests.factories.drafts import MOTION, WORDS, Writers
from ärenden.actions import drafts as acts
from ärenden.actions.completions import begin_completion, receive_completion, request_completion
from ärenden.actions.submissions import hand_in, take_back
from ärenden.choices import Capacity, Channel, State
from ärenden.exceptions import ActionRefused, AlreadyDone, ChangedMeanwhile
from ärenden.models import Case, CompletionRequest, Draft, Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def those(settings: Any, tmp_path: Any) -> Writers:
    settings.MEDIA_ROOT = tmp_path
    return drafts.writers()


def codes(do: Callable[[], Any]) -> list[str]:
    with pytest.raises(ActionRefused) as refused:
        do()
    return [refusal.code for refusal in refused.value.refusals]


def test_handed_in_holds_text_time_names_and_checksum(those: Writers) -> None:
    draft = drafts.signed(those)

    submission = hand_in(draft=draft, doing=those.doing())

    assert submission.text.endswith("2. När målas de om?\n\nFrida Fråga (V)\nKim Kollega (V)\n")
    assert submission.handed_in_at == cases.noon()
    assert submission.agents.filter(capacity=Capacity.SIGNATORY).count() == 2
    assert Case.objects.count() == 0


def test_handed_in_twice_came_in_once(those: Writers) -> None:
    draft = drafts.draft(those)

    first, second = (hand_in(draft=draft, doing=those.doing()) for _ in range(2))

    assert first == second == Submission.objects.get()


def test_older_version_than_the_one_shown_is_not_handed_in(those: Writers) -> None:
    draft = drafts.draft(those)

    with pytest.raises(ChangedMeanwhile):
        hand_in(draft=draft, doing=those.doing(version=1))

    assert Submission.objects.count() == 0


def test_incomplete_or_unsigned_text_is_refused_in_words(those: Writers) -> None:
    empty = drafts.draft(those, drafts.changed(title="", motivation=""))
    waiting = drafts.draft(those)
    acts.invite(draft=waiting, person=those.colleague_person, doing=those.doing())

    assert codes(lambda: hand_in(draft=empty, doing=those.doing())) == ["title", "motivation"]
    assert codes(lambda: hand_in(draft=waiting, doing=those.doing())) == ["signatures"]


def as_substitute(those: Writers) -> None:
    seats = Assignment.objects.filter(person=those.world.asker)
    seats.update(role=AssignmentRole.SUBSTITUTE)


def test_substitute_hands_in_only_on_a_day_when_she_serves(those: Writers) -> None:
    as_substitute(those)
    draft = drafts.draft(those)

    assert codes(lambda: hand_in(draft=draft, doing=those.doing(), serves=True)) == ["standing"]

    meeting = people.meeting(those.world.council, cases.TODAY)
    assert codes(lambda: hand_in(draft=draft, doing=those.doing())) == ["serves"]
    submission = hand_in(draft=draft, doing=those.doing(), serves=True)
    assert submission.serving_at == meeting


def test_who_has_left_the_council_cannot_hand_in(those: Writers) -> None:
    Assignment.objects.filter(person=those.world.asker).delete()
    draft = drafts.draft(those)

    assert codes(lambda: hand_in(draft=draft, doing=those.doing())) == ["standing"]


@pytest.mark.parametrize("field", ["text", "sha256", "title", "handed_in_by_name"])
def test_database_refuses_to_change_what_came_in(those: Writers, field: str) -> None:
    rows = Submission.objects.filter(pk=drafts.handed_in(those).pk)

    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(**{field: "annat"})
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.delete()


def test_registered_word_for_word_with_the_time_it_came_in(those: Writers) -> None:
    submission = drafts.handed_in(those)

    case = drafts.registered(those, submission)

    assert (case.title, case.motivation) == (WORDS.title, WORDS.motivation)
    assert tuple(case.questions.values_list("text", flat=True)) == WORDS.items
    assert (case.received_on, case.received_at) == (cases.TODAY, time(12))
    assert (case.channel, case.dnr) == (Channel.INTERNAL, "KS 2026/00001")
    names = case.agents.values_list("capacity", "name_printed", "person")
    assert set(names) == {
        (Capacity.SIGNATORY, "Frida Fråga", those.world.asker.pk),
        (Capacity.ADDRESSEE, "Sven Svar", those.world.answerer.pk),
    }


def test_registered_file_has_the_checksum_of_the_receipt(those: Writers) -> None:
    submission = drafts.handed_in(those)

    case = drafts.registered(those, submission)

    [file] = case.documents.get().files.all()
    with file.file.open() as stored:
        assert (file.sha256, stored.read().decode()) == (submission.sha256, submission.text)


def test_motion_keeps_its_points(those: Writers) -> None:
    case = drafts.registered(those, drafts.handed_in(those, MOTION))

    points = case.proposals.get().points.values_list("label_printed", "has_att", "text")
    assert list(points) == [("1.", True, MOTION.items[0])]


def test_registered_once(those: Writers) -> None:
    submission = drafts.handed_in(those)
    case = drafts.registered(those, submission)

    with pytest.raises(AlreadyDone) as done:
        drafts.registered(those, submission)

    assert done.value.case_id == case.pk == Case.objects.get().pk


def test_taken_back_before_registration_is_registered_as_withdrawn(those: Writers) -> None:
    submission = drafts.handed_in(those)
    take_back(submission=submission, doing=those.doing(), because="Frågan är löst")

    case = drafts.registered(those, Submission.objects.get(), on=date(2026, 3, 3))

    assert case.state == State.WITHDRAWN
    told = case.events.values_list("summary", "reason", "happened_on")
    assert told[0] == ("Återtogs", "Frågan är löst", cases.TODAY)


def test_only_the_author_takes_back(those: Writers) -> None:
    submission = drafts.handed_in(those)

    for user in (those.colleague, those.world.registrar):
        with pytest.raises(PermissionDenied):
            take_back(submission=submission, doing=those.doing(user), because="")


def completed(those: Writers, case: Case) -> tuple[CompletionRequest, Submission]:
    """Asked for, and handed in again on 5 March."""
    office = those.doing(those.world.registrar)
    request = request_completion(case=case, doing=office, reason="Vilken park?")
    later = those.doing(on=date(2026, 3, 5))
    draft = begin_completion(request=request, doing=later)
    acts.save(draft=draft, written=drafts.changed(motivation="I Stadsparken."), doing=later)
    return request, hand_in(draft=Draft.objects.get(pk=draft.pk), doing=later)


def receive(those: Writers, case: Case, waiting: Submission, *, counted: Submission) -> None:
    receive_completion(
        case=case,
        doing=those.doing(those.world.registrar, on=date(2026, 3, 6)),
        submission=waiting,
        counted=counted,
        reason="Kompletteringen ändrar inget i sak",
    )


def test_arrival_that_is_neither_first_nor_counts_nor_waits_is_not_counted(those: Writers) -> None:
    first = drafts.handed_in(those)
    case = drafts.registered(those, first)
    _, second = completed(those, case)
    receive(those, case, second, counted=first)
    _, third = completed(those, case)

    refused = codes(lambda: receive(those, case, third, counted=second))

    assert refused == ["not_countable"]
    assert case.documents.count() == 2


def test_completion_is_a_document_of_the_case_and_the_first_text_stands(those: Writers) -> None:
    first = drafts.handed_in(those)
    case = drafts.registered(those, first)
    request, second = completed(those, case)

    receive(those, case, second, counted=first)

    assert case.counted_from == cases.noon()
    documents = case.documents.values_list("running_number", "received_on")
    assert list(documents) == [(1, cases.TODAY), (2, date(2026, 3, 5))]
    assert (case.motivation, case.received_on) == (WORDS.motivation, cases.TODAY)
    event = case.events.first()
    assert event is not None
    assert event.summary == (
        "Komplettering kom in från Frida Fråga (V). Som inlämningsdag räknas 2 mars 2026"
    )
    request.refresh_from_db()
    assert request.counts_from == cases.TODAY


def test_completion_is_asked_once_at_a_time_and_only_of_what_was_handed_in_here(
    those: Writers,
) -> None:
    case = drafts.registered(those, drafts.handed_in(those))
    office = those.doing(those.world.registrar)
    request_completion(case=case, doing=office, reason="Vilken park?")
    paper = cases.registered_case(those.world)

    assert codes(lambda: request_completion(case=case, doing=office, reason="Igen")) == [
        "completion_asked"
    ]
    assert codes(lambda: request_completion(case=paper, doing=office, reason="Ja")) == [
        "not_handed_in_here"
    ]


@pytest.mark.parametrize("seat", [AssignmentRole.SUBSTITUTE, None])
def test_completion_needs_no_seat_anew(those: Writers, seat: AssignmentRole | None) -> None:
    case = drafts.registered(those, drafts.handed_in(those))
    office = those.doing(those.world.registrar)
    request = request_completion(case=case, doing=office, reason="Vilken park?")
    seats = Assignment.objects.filter(person=those.world.asker)
    seats.update(role=seat) if seat else seats.delete()
    later = those.doing(on=date(2026, 3, 5))

    second = hand_in(draft=begin_completion(request=request, doing=later), doing=later)

    assert (second.case, second.serving_at) == (case, None)


def test_completion_begun_twice_is_one_draft(those: Writers) -> None:
    case = drafts.registered(those, drafts.handed_in(those))
    office = those.doing(those.world.registrar)
    request = request_completion(case=case, doing=office, reason="Vilken park?")

    first, second = (begin_completion(request=request, doing=those.doing()) for _ in range(2))

    assert (first, first.written) == (second, WORDS)

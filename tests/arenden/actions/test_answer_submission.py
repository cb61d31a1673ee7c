"""Handing in an answer, passing it on, and asking for more time."""

from collections.abc import Callable
from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.core.exceptions import PermissionDenied

from accounts.roles import Role
from kernel.periods import period
from parties.choices import AssignmentRole, BodyKind
from parties.models import Person
from tests.factories import answers, cases, people
from tests.factories.answers import Answering, to
from ärenden.actions import answer_drafts, answer_time
from ärenden.actions.answer_submission import submit, whole_text
from ärenden.actions.answers import change_answerer, transfer_answer
from ärenden.choices import AnswerState, Coverage, Direction, Purpose
from ärenden.drafting import checksum
from ärenden.exceptions import ActionRefused
from ärenden.models import AnswerDraft
from ärenden.queries.answering import named_by_law

pytestmark = pytest.mark.django_db
WHOLE = """Svar på interpellation: Interpellation om bänkarna i parken

Fråga 1. Hur många bänkar finns i parken?

Tolv.

Fråga 2. När målas de om?

Besvaras inte: Det avgör nämnden i höst.

Sven Svar (S)
"""


@pytest.fixture
def those() -> Answering:
    return answers.answering()


def handed_in(those: Answering, draft: AnswerDraft) -> AnswerDraft:
    return submit(draft=draft, doing=those.doing(), read=checksum(whole_text(draft)))


def codes(refused: pytest.ExceptionInfo[ActionRefused]) -> list[str]:
    return [each.code for each in refused.value.refusals]


def test_submitted_draft_becomes_the_answer_that_came_in(those: Answering) -> None:
    draft = answers.draft(those, "Tolv.")
    declined = to(those.questions[1], "Det avgör nämnden i höst.", coverage=Coverage.DECLINED)
    answer_drafts.save_texts(draft=draft, rows=[declined], doing=those.doing())

    done = handed_in(those, draft)

    those.case.refresh_from_db()
    [answer] = those.case.answers.all()
    assert those.case.answer_state == AnswerState.RECEIVED
    assert [(part.coverage, part.text) for part in answer.parts.all()] == [
        (Coverage.FULL, "Tolv."),
        (Coverage.DECLINED, "Det avgör nämnden i höst."),
    ]
    assert (done.answer, done.submitted_text, answer.received_on) == (answer, WHOLE, cases.TODAY)


def test_receipt_and_registered_file_have_the_same_checksum(those: Answering) -> None:
    done = answers.submitted(those)

    assert done.answer is not None
    assert done.answer.document is not None
    [file] = done.answer.document.files.all()
    with file.file.open() as stored:
        content = stored.read()
    assert done.answer.document.direction == Direction.INCOMING
    assert done.sha256 == file.sha256 == sha256(content).hexdigest()
    assert content.decode() == done.submitted_text


def test_event_tells_that_the_answer_came_in_and_no_word_of_it(those: Answering) -> None:
    answers.submitted(those)

    event = those.case.events.latest("version")
    assert (event.summary, event.actor_name) == ("Svar kom in från Sven Svar (S)", "Sven Svar")


def test_question_without_answer_or_reason_is_told_and_nothing_is_handed_in(
    those: Answering,
) -> None:
    draft = answers.draft(those, "Tolv.")

    with pytest.raises(ActionRefused) as refused:
        handed_in(those, draft)

    assert [each.text for each in refused.value.refusals] == [
        "fråga 2 saknar svar; skriv ett svar eller varför den inte besvaras"
    ]
    assert those.case.answers.count() == 0


def test_text_changed_after_the_reading_is_not_handed_in(those: Answering) -> None:
    draft = answers.shared(those, "Tolv.", "I maj.")
    read = checksum(whole_text(draft))
    shown = draft.texts.get(text="I maj.").mark
    late = to(those.questions[1], "I juni.", shown=shown)
    answer_drafts.save_texts(draft=draft, rows=[late], doing=those.doing(those.officer))

    with pytest.raises(ActionRefused) as refused:
        submit(draft=draft, doing=those.doing(), read=read)

    assert codes(refused) == ["draft_changed"]


def test_officer_who_writes_may_not_hand_in(those: Answering) -> None:
    draft = answers.shared(those, "Tolv.", "I maj.")

    with pytest.raises(PermissionDenied):
        submit(draft=draft, doing=those.doing(those.officer), read=checksum(whole_text(draft)))


def test_submitted_draft_is_locked(those: Answering) -> None:
    done = answers.submitted(those)

    with pytest.raises(ActionRefused) as refused:
        answer_drafts.comment(draft=done, question=None, text="Nej", doing=those.doing())

    assert codes(refused) == ["answer_submitted"]


def company_of(those: Answering) -> Person:
    organisation = those.world.organisation
    organisation.allows_answer_transfer = True
    organisation.save()
    company = people.body(organisation, kind=BodyKind.COMPANY, name="Byhem AB", abbreviation="B")
    return people.person(organisation, "Bo Bolagsson", member_of=company)


def test_chair_passes_the_answer_on_herself_and_is_no_longer_the_one_who_answers(
    those: Answering,
) -> None:
    to_person = cases.name_of(company_of(those))
    draft = answers.draft(those, "Tolv.")

    transfer_answer(case=those.case, doing=those.doing(), to=to_person, reason="Bolagets fråga")

    with pytest.raises(PermissionDenied):
        handed_in(those, draft)


@pytest.mark.parametrize("step", [transfer_answer, change_answerer])
def test_who_answers_in_the_chairs_place_passes_nothing_on(
    those: Answering, step: Callable[..., None]
) -> None:
    bo = company_of(those)
    office = those.doing(those.world.registrar)
    step(case=those.case, doing=office, to=cases.name_of(bo), reason="Bolagets fråga")
    next_one = people.person(
        those.world.organisation, "Cia Chef", member_of=bo.assignments.get().body
    )
    doing = those.doing(people.user(those.world.organisation, Role.COUNCILLOR, person=bo))

    with pytest.raises(ActionRefused) as refused:
        transfer_answer(case=those.case, doing=doing, to=cases.name_of(next_one), reason="B")

    assert codes(refused) == ["transfer_not_allowed"]


def test_chair_passes_on_nothing_that_the_rules_do_not_allow(those: Answering) -> None:
    to_person = cases.name_of(people.person(those.world.organisation, "Ida Ingen"))

    with pytest.raises(ActionRefused) as refused:
        transfer_answer(case=those.case, doing=those.doing(), to=to_person, reason="Hinner inte")

    assert codes(refused) == ["transfer_not_in_rules"]


def test_those_offered_by_name_are_those_to_whom_the_answer_may_pass(those: Answering) -> None:
    member = company_of(those)
    company = member.assignments.get().body
    stand_in = people.person(those.world.organisation, "Eva Ersättare")
    stand_in.assignments.create(
        body=company, role=AssignmentRole.SUBSTITUTE, period=period(people.LONG_AGO)
    )

    offered = named_by_law(those.world.organisation, on=cases.TODAY)

    assert [each.partition(",")[0] for each in offered] == [member.name]


def test_granted_time_moves_the_day_and_says_who_moved_it(those: Answering) -> None:
    until = cases.TODAY + timedelta(days=30)
    answer_time.ask_for_time(
        case=those.case, doing=those.doing(), proposed_on=until, reason="Underlag saknas"
    )

    answer_time.grant_time(case=those.case, doing=those.world.doing(), until=until)

    deadline = those.case.deadlines.get(purpose=Purpose.ANSWER_IN, status="open")
    assert (deadline.set_by_name, deadline.explanation) == (
        "Rut Registrator",
        (
            "Svaret ska lämnas senast onsdag 1 april 2026: den som svarar fick mer tid"
            " måndag 2 mars 2026."
        ),
    )
    assert those.case.time_requests.get().granted_until == until


def test_second_request_waits_for_the_first_to_be_settled(those: Answering) -> None:
    asked = {"case": those.case, "doing": those.doing(), "proposed_on": date(2026, 5, 1)}
    answer_time.ask_for_time(**asked, reason="Underlag saknas")

    with pytest.raises(ActionRefused) as refused:
        answer_time.ask_for_time(**asked, reason="Igen")
    answer_time.decline_time(case=those.case, doing=those.world.doing(), reason="Fullt")
    answer_time.ask_for_time(**asked, reason="Igen")

    assert codes(refused) == ["time_already_asked_for"]


def test_someone_else_neither_asks_for_time_nor_grants_it(those: Answering) -> None:
    later = cases.TODAY + timedelta(days=9)
    with pytest.raises(PermissionDenied):
        answer_time.ask_for_time(
            case=those.case, doing=those.doing(those.officer), proposed_on=later, reason="x"
        )
    answer_time.ask_for_time(case=those.case, doing=those.doing(), proposed_on=later, reason="x")

    with pytest.raises(PermissionDenied):
        answer_time.grant_time(case=those.case, doing=those.doing(), until=later)

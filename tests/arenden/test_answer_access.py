"""Who sees a word of an answer: while it is written, when it is in, handed over, and heard."""

from datetime import date, timedelta

import pytest

from accounts.models import User
from accounts.roles import Role
from kernel.periods import period
from tests.factories import answers, cases, people
from tests.factories.answers import Answering
from tests.factories.cases import TODAY
from ärenden import access, answer_access
from ärenden.actions.answer_drafts import revoke
from ärenden.actions.answers import change_answerer, hand_over_answer
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import permit, record_answered, schedule
from ärenden.actions.secrecy import NewMark, mark_secrecy
from ärenden.choices import Outcome
from ärenden.models import AnswerDraft

pytestmark = pytest.mark.django_db
ELECTED = {Role.COUNCILLOR, Role.GROUP_LEADER}


@pytest.fixture
def those() -> Answering:
    return answers.answering()


def everyone(those: Answering) -> dict[str, User]:
    home = those.world.organisation
    roles = {role: people.user(home, role) for role in Role if role not in ELECTED}
    return {
        **{str(role): user for role, user in roles.items()},
        "answerer": those.answerer,
        "named_officer": those.officer,
        "named_colleague": those.colleague,
        "asker": people.user(home, Role.COUNCILLOR, person=those.world.asker),
        "member": people.user(
            home,
            Role.COUNCILLOR,
            person=people.person(home, "Lea Ledamot", member_of=those.world.council),
        ),
        "elsewhere": people.user(people.organisation()),
    }


def anew(user: User) -> User:
    """As the next request finds the account."""
    return User.objects.get(pk=user.pk)


def readers_of(draft: AnswerDraft, among: dict[str, User]) -> set[str]:
    return {
        name
        for name, user in among.items()
        if answer_access.readable_drafts(anew(user), on=TODAY).filter(pk=draft.pk).exists()
    }


def test_draft_is_there_for_its_writer_and_those_named_alone(those: Answering) -> None:
    among = everyone(those)
    draft = answers.shared(those, "Tolv.")

    assert readers_of(draft, among) == {"answerer", "named_officer", "named_colleague"}


def test_writing_is_for_the_writer_and_those_named_to_write(those: Answering) -> None:
    draft = answers.shared(those, "Tolv.")
    among = everyone(those)

    writers = {
        name for name, user in among.items() if answer_access.may_write(user, draft, on=TODAY)
    }
    owners = {name for name, user in among.items() if answer_access.owns(user, draft, on=TODAY)}

    assert (writers, owners) == ({"answerer", "named_officer"}, {"answerer"})


def test_share_ends_with_the_role_and_with_its_revocation(those: Answering) -> None:
    draft = answers.shared(those, "Tolv.")
    among = everyone(those)
    those.officer.memberships.update(period=period(people.LONG_AGO, TODAY))
    revoke(share=draft.shares.get(user=those.colleague), doing=those.doing())

    assert readers_of(draft, among) == {"answerer"}


def test_share_opens_no_case_that_was_marked_as_secret(those: Answering) -> None:
    draft = answers.shared(those, "Tolv.")
    ground = {"provision": "26 kap. 1 § OSL", "authority": "Kommunstyrelsen"}
    mark_secrecy(case=those.case, doing=those.world.doing(), new=NewMark(row=those.case, **ground))

    assert "named_officer" not in readers_of(draft, everyone(those))


def test_draft_of_who_is_no_longer_to_answer_is_closed_to_everyone(those: Answering) -> None:
    draft = answers.shared(those, "Tolv.")
    friend = those.colleague.memberships.get().person
    assert friend is not None
    change_answerer(
        case=those.case, doing=those.world.doing(), to=cases.name_of(friend), reason="Sjuk"
    )

    assert readers_of(draft, everyone(those)) == set()
    assert answer_access.owns(those.colleague, draft, on=TODAY) is False


def answer_readers(those: Answering, among: dict[str, User], *, on: date) -> set[str]:
    case = those.case
    case.refresh_from_db()
    seeing = {name: user for name, user in among.items() if access.can_read(user, case, on=on)}
    return {
        name for name, user in seeing.items() if access.readable_answers(user, case, on=on).exists()
    }


STAFF = {"registrar", "committee_secretary", "officer", "reviewer", "named_officer"}
OFFICE = STAFF | {"answerer"}


def test_questioner_reads_the_answer_before_anyone_else_of_the_council(
    those: Answering,
) -> None:
    world, among = those.world, everyone(those)
    meeting = world.first_meeting
    assert meeting.held_on is not None
    answers.submitted(those)
    before = answer_readers(those, among, on=TODAY)
    today = Sitting(meeting=people.meeting(world.council, TODAY))
    permit(case=those.case, doing=world.doing(), sitting=today)
    schedule(case=those.case, doing=world.doing(), meeting=meeting)

    hand_over_answer(case=those.case, doing=world.doing(), on=TODAY)

    eve, day = meeting.held_on - timedelta(days=1), meeting.held_on
    assert before == OFFICE
    assert answer_readers(those, among, on=eve) == OFFICE | {"asker"}
    assert answer_readers(those, among, on=day) == OFFICE | {"asker", "member", "named_colleague"}


def test_answer_that_has_been_heard_is_read_by_all_who_read_the_case(those: Answering) -> None:
    world, among = those.world, everyone(those)
    answers.submitted(those)
    today = Sitting(meeting=people.meeting(world.council, TODAY))
    permit(case=those.case, doing=world.doing(), sitting=today)
    hand_over_answer(case=those.case, doing=world.doing(), on=TODAY)
    record_answered(
        case=those.case,
        doing=world.doing(),
        sitting=today,
        outcome=Outcome.ANSWERED_IN_WRITING,
    )

    assert answer_readers(those, among, on=TODAY) == OFFICE | {"asker", "member", "named_colleague"}


def test_one_who_no_longer_is_to_answer_reads_no_answer_of_another(those: Answering) -> None:
    friend = those.colleague.memberships.get().person
    assert friend is not None
    former = those.answerer
    name = cases.name_of(friend)
    change_answerer(case=those.case, doing=those.world.doing(), to=name, reason="Sjuk")

    assert access.is_answering(former, those.case, on=TODAY) is False
    assert access.is_answering(those.colleague, those.case, on=TODAY) is True

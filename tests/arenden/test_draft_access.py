"""A draft is seen by its author, those she invited and the leader she named: by no one else."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import User
from accounts.roles import Role
from kernel.periods import period
from tests.arenden.test_access import user_with
from tests.factories import cases, drafts, people
from tests.factories.drafts import Writers
from ärenden import draft_access
from ärenden.actions import drafts as acts
from ärenden.models import Draft, Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def those() -> Writers:
    return drafts.writers()


def readers(draft: Draft, users: list[User]) -> set[str]:
    """Who sees the draft, by the query and the predicate alike."""
    for user in users:
        listed = draft in draft_access.visible_to(user, on=cases.TODAY)
        assert listed == draft_access.can_read(user, draft, on=cases.TODAY)
    return {user.name for user in users if draft_access.can_read(user, draft, on=cases.TODAY)}


def everyone(those: Writers) -> list[User]:
    organisation = those.world.organisation
    roles = [user_with(role, organisation, person=None) for role in Role if role != "councillor"]
    answerer = people.user(
        organisation, Role.COUNCILLOR, name="Sven Svar", person=those.world.answerer
    )
    elsewhere = drafts.writers()
    return [
        *roles,
        *(answerer, those.author, those.colleague, those.leader),
        *(elsewhere.author, elsewhere.leader, elsewhere.world.registrar, people.user()),
    ]


def test_new_draft_is_its_authors_alone(those: Writers) -> None:
    draft = drafts.draft(those)

    assert readers(draft, everyone(those)) == {"Frida Fråga"}


def test_shared_draft_is_seen_by_those_it_is_shared_with(those: Writers) -> None:
    draft = drafts.draft(those)
    acts.invite(draft=draft, person=those.colleague_person, doing=those.doing())
    acts.name_reader(draft=draft, leader=those.leads, doing=those.doing())

    assert readers(draft, everyone(those)) == {"Frida Fråga", "Kim Kollega", "Lena Ledare"}


def test_who_declines_or_is_no_longer_named_is_out_again(those: Writers) -> None:
    draft = drafts.draft(those)
    acts.invite(draft=draft, person=those.colleague_person, doing=those.doing())
    acts.name_reader(draft=draft, leader=those.leads, doing=those.doing())

    acts.decline(draft=draft, because="Hinner inte", doing=those.doing(those.colleague))
    acts.forget_reader(draft=draft, user=those.leader, doing=those.doing())

    assert readers(draft, [those.author, those.colleague, those.leader]) == {"Frida Fråga"}


def test_leader_is_out_when_the_author_has_left_the_party(those: Writers) -> None:
    draft = drafts.draft(those)
    acts.name_reader(draft=draft, leader=those.leads, doing=those.doing())

    those.world.asker.affiliations.update(period=period(people.LONG_AGO, date(2026, 3, 1)))

    assert readers(draft, [those.author, those.leader]) == {"Frida Fråga"}


@pytest.mark.parametrize("who", ["author", "colleague", "leader"])
def test_role_that_has_ended_opens_nothing(those: Writers, who: str) -> None:
    draft = drafts.signed(those)
    acts.name_reader(draft=draft, leader=those.leads, doing=those.doing())
    user = getattr(those, who)

    user.memberships.update(period=period(people.LONG_AGO, cases.TODAY))

    assert readers(draft, [User.objects.get(pk=user.pk)]) == set()


def staff_who_see(submission: Submission, users: list[User]) -> set[str]:
    return {
        str(user.memberships.get().role)
        for user in users
        if submission in draft_access.submissions_visible_to(user, on=cases.TODAY)
    }


STAFF = (
    *(Role.REGISTRAR, Role.COMMITTEE_SECRETARY, Role.OFFICER, Role.REVIEWER),
    *(Role.ADMINISTRATOR, Role.GROUP_LEADER),
)
READ_THE_REGISTER = {"registrar", "committee_secretary", "officer", "reviewer"}


def test_handed_in_is_read_by_the_office_until_the_case_takes_over(those: Writers) -> None:
    submission = drafts.handed_in(those)
    users = [user_with(role, those.world.organisation, person=None) for role in STAFF]

    assert staff_who_see(submission, users) == READ_THE_REGISTER

    drafts.registered(those, submission)
    assert staff_who_see(submission, users) == set()
    mine = draft_access.submissions_visible_to(those.author, on=cases.TODAY)
    assert list(mine) == [submission]


def test_body_bound_secretary_registers_only_for_her_own_body(those: Writers) -> None:
    submission = drafts.handed_in(those)
    council, board = (
        people.user(those.world.organisation, Role.COMMITTEE_SECRETARY, of=body)
        for body in (those.world.council, those.world.board)
    )

    assert list(draft_access.submissions_to_register(council, on=cases.TODAY)) == [submission]
    assert list(draft_access.submissions_to_register(board, on=cases.TODAY)) == []


def test_no_one_else_acts_on_a_draft(those: Writers) -> None:
    draft = drafts.draft(those)
    others = [those.colleague, those.leader, those.world.registrar]

    for user in others:
        doing = those.doing(user)
        for act in (
            lambda doing=doing: acts.save(draft=draft, written=drafts.MOTION, doing=doing),
            lambda doing=doing: acts.discard(draft=draft, doing=doing),
            lambda doing=doing: acts.sign(draft=draft, checksum=draft.checksum, doing=doing),
            lambda doing=doing: acts.comment(draft=draft, text="Hej", doing=doing),
            lambda doing=doing: drafts.hand_in(draft=draft, doing=doing),
        ):
            with pytest.raises(PermissionDenied):
                act()

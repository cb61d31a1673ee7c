"""What its owner may not see on a page stands in no calendar either, one class at a time."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from accounts.models import User
from accounts.roles import Role
from kernel.periods import period
from parties.models import Person
from tests.arenden.calendars.feeding import about, body_feed, feed, fetched
from tests.arenden.groups.making import group_of, grouped, inside, outsiders
from tests.arenden.test_access_matrix import viewers
from tests.arenden.web import acting
from tests.factories import cases, people
from tests.factories.cases import World
from tests.security.register import DRAFTED, NOT_YET, SECRET, register
from ärenden.actions.answer_time import ask_for_time, grant_time
from ärenden.actions.endings import annul
from ärenden.actions.secrecy import NewMark, mark_secrecy
from ärenden.choices import FeedContent, Purpose
from ärenden.models import CalendarFeed, Case
from ärenden.queries.calendars import bodies_offered, groups_offered, may_have_own

pytestmark = pytest.mark.django_db
WORD = "bänkarna"
GROUND = {"provision": "bestämmelse för prov", "authority": "Kommunstyrelsen"}


@pytest.fixture
def world() -> World:
    return acting.world()


def all_feeds(user: User, world: World) -> list[CalendarFeed]:
    """One of each kind and of everything that the account is offered."""
    home, today = world.organisation, acting.today()
    own = [FeedContent.OWN] if may_have_own(user, home, on=today) else []
    return [
        *(feed(user, home, content) for content in (*own, FeedContent.MEETINGS)),
        *(
            feed(user, home, FeedContent.BODY, body=body)
            for body in bodies_offered(user, home, on=today)
        ),
        *(
            feed(user, home, FeedContent.GROUP, group=group)
            for group in groups_offered(user, home, on=today)
        ),
    ]


def said(user: User, world: World) -> str:
    """Everything that stands in any calendar of the account, unfolded."""
    content = b"".join(fetched(row).content for row in all_feeds(user, world))
    return content.replace(b"\r\n ", b"").decode()


def mark(world: World, case: Case, row: Any, field: str = "", **more: str) -> None:
    new = NewMark(row=row, field=field, **GROUND, **more)
    mark_secrecy(case=case, doing=acting.now(world), new=new)


@pytest.mark.parametrize(
    "name", ["school_secretary", "officer", "reviewer", "administrator", "group_secretary"]
)
def test_secret_case_is_not_there_for_the_uncleared(world: World, name: str) -> None:
    case = acting.permitted(world)
    user = viewers(world)[name]

    mark(world, case, case)

    text = said(user, world)
    assert [word for word in (WORD, str(case.dnr), str(case.public_id)) if word in text] == []


@pytest.mark.parametrize("name", ["registrar", "council_secretary", "asker", "seated_leader"])
def test_secret_case_is_a_number_only_for_the_cleared(world: World, name: str) -> None:
    case = acting.permitted(world)
    user = viewers(world)[name]

    mark(world, case, case)

    text = said(user, world)
    assert WORD not in text
    assert "Besvaras vid" not in text
    assert f": {case.dnr}" in text


def test_secret_case_vanishes_from_a_calendar_that_had_it(world: World) -> None:
    case = acting.permitted(world)
    row = body_feed(world, people.user(world.organisation, Role.OFFICER))
    assert about(row, WORD)

    mark(world, case, case)

    assert about(row, str(case.dnr)) == []


def test_marked_title_is_told_in_its_open_words(world: World) -> None:
    case = acting.permitted(world)

    mark(world, case, case, "title", wording="Interpellation om en sak")

    assert WORD not in said(world.registrar, world)
    assert about(body_feed(world), "Interpellation om en sak")


def test_annulled_case_is_not_there_for_those_who_sit(world: World) -> None:
    case = acting.permitted(world)
    annul(case=case, doing=acting.now(world), reason="Fel register")

    member = viewers(world)["other_party"]

    assert WORD not in said(member, world)


def test_protected_person_is_named_in_no_calendar(world: World) -> None:
    case, doing = acting.permitted(world), acting.now(world)
    until = acting.today() + timedelta(days=20)
    ask_for_time(case=case, doing=doing, proposed_on=until, reason="Underlag saknas")
    grant_time(case=case, doing=doing, until=until)
    Person.objects.update(has_protected_identity=True)

    for user in viewers(world).values():
        assert [name for name in ("Frida", "Sven") if name in said(user, world)] == []


def test_matters_of_another_body_are_not_there_for_those_who_do_not_sit_in_it(
    world: World,
) -> None:
    other = people.person(world.organisation, "Olle Annan", member_of=world.board)
    case = acting.registered(
        world,
        body=world.board,
        signatories=[cases.name_of(other)],
        addressee=cases.name_of(other),
    )
    dated(case)
    asker = people.user(world.organisation, Role.COUNCILLOR, person=world.asker)

    assert case.title not in said(asker, world)
    assert case.title in said(world.registrar, world)


def test_calendar_of_one_organisation_holds_nothing_of_another(world: World) -> None:
    elsewhere = acting.world()
    case = acting.registered(elsewhere)
    dated(case)
    meeting = people.meeting(elsewhere.board, acting.today())
    world.registrar.memberships.create(
        organisation=elsewhere.organisation, role=Role.REGISTRAR, period=period(people.LONG_AGO)
    )

    text = said(world.registrar, world)

    assert [row for row in (case, meeting) if str(row.public_id) in text] == []
    assert "BEGIN:VEVENT" in text


def test_group_calendar_holds_the_cases_of_its_own_parties_only() -> None:
    made = grouped()
    dated(made.case)
    other = group_of(made.world, "S")
    answerer = people.user(made.world.organisation, Role.COUNCILLOR, person=made.world.answerer)
    inside(other, answerer)

    own = feed(made.member, made.world.organisation, FeedContent.GROUP, group=made.group)
    others = feed(answerer, made.world.organisation, FeedContent.GROUP, group=other)

    assert len(about(own, WORD)) == 1
    assert about(others, WORD) == []


def test_no_word_of_a_groups_notes_stands_in_a_calendar() -> None:
    made = grouped()
    made.note("Hemliga sommarplaner", ask_again_on=acting.today())

    for user in (made.member, made.secretary, *outsiders(made).values()):
        assert "Hemliga" not in said(user, made.world)


def test_what_is_not_handed_over_or_handed_in_stands_in_no_calendar(
    settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    made = register()

    for user in viewers(made.world).values():
        text = said(user, made.world)
        assert [word for word in (SECRET, NOT_YET, DRAFTED) if word in text] == []


def dated(case: Case) -> None:
    """The case with a last day."""
    case.deadlines.create(
        purpose=Purpose.ANSWER,
        due_at=timezone.now(),
        original_due_at=timezone.now(),
        explanation="Så är det.",
        set_at=timezone.now(),
        set_by_name="Rut Registrator",
    )

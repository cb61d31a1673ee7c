"""No address names one who is protected, to any role or to those who are let into a work."""

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from accounts.models import User
from accounts.roles import Role
from parties.choices import BodyKind
from tests.arenden.groups.making import group_of, inside, secretary_of
from tests.arenden.web import acting
from tests.factories import answers, people
from tests.security.addresses import IN_ORGANISATION, words
from tests.security.protected import KEPT, answering, name_in_texts
from tests.security.register import Register, register
from tests.security.test_secret_leaks import reader
from ärenden.actions.answer_drafts import own_draft, save_texts
from ärenden.actions.answers import change_answerer
from ärenden.actions.groups import Content, Member, Promise, watch, write_note
from ärenden.actions.values import Name

pytestmark = pytest.mark.django_db

UNTOLD = tuple(role for role in Role if role != Role.ADMINISTRATOR)  # who keeps the names
CLEARED = {Role.REGISTRAR, Role.COMMITTEE_SECRETARY}  # who open files, whatever stands in them
READ_IN_THE_OFFICE = (
    *("desk", "cases", "case", "act", "journal", "receipt", "mail_list", "arrivals", "handed_in"),
    *("register_handed_in", "meetings", "meeting", "notes", "note", "motion_balance"),
    *("motion_report", "motion_report_word", "reminders", "reminder_hold", "handover"),
)
Reading = tuple[User, list[str]]


@pytest.fixture
def made(settings: Settings, tmp_path: Path) -> Register:
    settings.MEDIA_ROOT = tmp_path
    return register()


@pytest.mark.parametrize("role", UNTOLD)
def test_protected_name_stands_nowhere(client: Client, made: Register, role: Role) -> None:
    answering(made)
    client.force_login(reader(role, made, seat=made.world.council))

    opened = set()
    for address in IN_ORGANISATION:
        if address.name == "arenden:file" and role in CLEARED:
            continue
        response = client.get(made.path(address))
        said = words(response.getvalue())
        assert [each for each in KEPT if each in said] == [], address
        assert response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR, address
        opened |= {address.name} if response.status_code == HTTPStatus.OK else set()

    if role == Role.REGISTRAR:
        assert {f"arenden:{name}" for name in READ_IN_THE_OFFICE} <= opened


def test_protected_name_is_told_to_no_one_who_is_let_in(client: Client, made: Register) -> None:
    those = answering(made)
    readings = [*helping(made, those), member(made), author(made), secretary(made)]

    for user, paths in readings:
        client.force_login(user)
        for path in paths:
            response = client.get(path)
            said = words(response.getvalue())
            told = [each for each in KEPT if each in said]
            assert (response.status_code, told) == (HTTPStatus.OK, []), path


def at(made: Register, *names: str, **things: UUID) -> list[str]:
    slug = {"organisation": made.world.organisation.slug}
    return [reverse(f"arenden:{name}", kwargs=slug | things) for name in names]


def helping(made: Register, those: answers.Answering) -> Iterator[Reading]:
    """Who helped with the answer that is in, and is herself to answer another matter."""
    world, acts = made.world, acting.now(made.world)
    case, karin = acting.registered(world), those.colleague.memberships.get().person
    to = Name(name="Karin Kollega", person=karin)
    change_answerer(case=case, doing=acts, to=to, reason="Byte")
    name_in_texts(made, case)
    doing = those.doing(those.colleague, at=acts.at)
    draft = own_draft(case=case, person=karin, doing=doing)
    save_texts(draft=draft, rows=[answers.to(case.questions.first(), "Ja.")], doing=doing)
    own = ("answer", "answer_share", "answer_history", "answer_review", "answer_time")
    yield those.colleague, at(made, *own, case=case.public_id)
    done = at(made, "answer_receipt", case=made.case.public_id)
    yield those.colleague, [*at(made, "answers", "my_cases"), *done]


def member(made: Register) -> Reading:
    """Who is let in by her group, and quotes the answer."""
    group = group_of(made.world, "V")
    user = secretary_of(group)
    inside(group, user)
    here = Member(user=user, group=group, at=acting.now(made.world).at)
    promise = Promise(quote="Sven Svar (S) räknar bänkarna", part=None)
    content = Content(text="", ask_again_on=acting.today())
    note = write_note(here, case=made.case, content=content, promise=promise)
    watch(here, made.case)
    own = at(made, "group", "group_notes", "group_export", "group_cases", group=group.public_id)
    noted = at(made, "group_note", group=group.public_id, entry=note.public_id)
    beside = at(made, "group_case", group=group.public_id, case=made.case.public_id)
    return user, [*own, *noted, *beside]


def author(made: Register) -> Reading:
    """Who is asked to complete what she handed in."""
    user = made.world.asker.memberships.get().user
    return user, [*at(made, "complete", asked=made.things["asked"]), *at(made, "my_cases")]


def secretary(made: Register) -> Reading:
    """Of another body: she reads the register and is cleared for none of the cases."""
    home = made.world.organisation
    body = people.body(home, kind=BodyKind.BOARD, name="Skolnämnden", abbreviation="SN")
    user = people.user(home, Role.COMMITTEE_SECRETARY, of=body)
    meeting = at(made, "meeting", meeting=made.things["meeting"])
    return user, [*meeting, *at(made, "cases", "desk", "mail_list")]

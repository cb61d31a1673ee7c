"""No address tells the uncleared of a case marked as secret, or names one who is protected."""

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from accounts.models import User
from accounts.roles import Role
from parties.choices import BodyKind
from parties.memberships import name_accounts
from parties.models import Body, Person
from tests.arenden.test_access import user_with
from tests.arenden.web import acting
from tests.factories import answers, people
from tests.security.addresses import IN_ORGANISATION, words
from tests.security.register import Register, new_file, register
from ärenden.actions.answer_time import ask_for_time, grant_time
from ärenden.actions.answers import change_answerer
from ärenden.actions.corrections import correct
from ärenden.actions.documents import NewDocument, add_document
from ärenden.actions.search import refresh_named
from ärenden.actions.secrecy import NewMark, mark_secrecy
from ärenden.actions.values import Name
from ärenden.choices import Direction, DocumentKind

pytestmark = pytest.mark.django_db

TITLE = "Kallkällan är hemlig"
KEPT = ("Frida", "Sven", "Signaturen", "hemlig.adress")
NOT_THERE = {HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN}
GROUND = {"provision": "bestämmelse för prov", "authority": "Nämnden"}
UNCLEARED = (Role.OFFICER, Role.REVIEWER, Role.ADMINISTRATOR, Role.COUNCILLOR, Role.GROUP_LEADER)
UNTOLD = tuple(role for role in Role if role != Role.ADMINISTRATOR)  # who keeps the names


@pytest.fixture
def made(settings: Settings, tmp_path: Path) -> Register:
    settings.MEDIA_ROOT = tmp_path
    return register()


def reader(role: Role, made: Register, *, seat: Body) -> User:
    home = made.world.organisation
    member = people.person(home, "Lo Ledamot", member_of=seat)
    is_elected = role in {Role.COUNCILLOR, Role.GROUP_LEADER}
    return user_with(role, home, person=member if is_elected else None)


def hide(made: Register) -> None:
    rename(made)
    mark_secrecy(case=made.case, doing=acting.now(made.world), new=NewMark(row=made.case, **GROUND))


def rename(made: Register) -> None:
    changes = {"row": made.case, "field": "title", "text": TITLE, "reason": "Stod fel"}
    correct(case=made.case, doing=acting.now(made.world), **changes)


def hide_title(made: Register) -> None:
    rename(made)
    new = NewMark(row=made.case, field="title", wording="En källa", **GROUND)
    mark_secrecy(case=made.case, doing=acting.now(made.world), new=new)


def hide_paper(made: Register) -> None:
    doing, file = acting.now(made.world), new_file(f"{TITLE}.txt", TITLE.encode())
    letter = NewDocument(
        kind=DocumentKind.LETTER, title=TITLE, direction=Direction.INTERNAL, files=[file]
    )
    paper = add_document(case=made.case, doing=doing, new=letter)
    made.things["file"] = paper.files.get().public_id
    doing = acting.now(made.world)
    mark_secrecy(case=made.case, doing=doing, new=NewMark(row=paper, **GROUND))


@pytest.mark.parametrize("role", UNCLEARED)
def test_secret_case_leaks_nowhere(client: Client, made: Register, role: Role) -> None:
    hide(made)
    home = made.world.organisation
    school = people.body(home, kind=BodyKind.BOARD, name="Skolnämnden", abbreviation="SN")
    client.force_login(reader(role, made, seat=school))
    found = f"{reverse('arenden:cases', args=[home.slug])}?visa=alla&q=Kallkällan"

    for path in (found, *map(made.path, IN_ORGANISATION)):
        response = client.get(path)
        said = words(response.getvalue())
        assert TITLE not in said, path
        if str(made.case.public_id) in path:
            assert response.status_code in NOT_THERE, path
        else:
            assert str(made.case.public_id) not in said, path


@pytest.mark.parametrize("marked", [hide_title, hide_paper])
def test_secret_fact_and_paper_leak_nowhere(
    client: Client, made: Register, marked: Callable[[Register], None]
) -> None:
    marked(made)
    client.force_login(reader(Role.OFFICER, made, seat=made.world.council))
    found = f"{reverse('arenden:cases', args=[made.world.organisation.slug])}?q=Kallkällan"

    for path in (found, *map(made.path, IN_ORGANISATION)):
        assert TITLE not in words(client.get(path).getvalue()), path


def protect(*people: Person) -> None:
    for person in people:
        person.has_protected_identity = True
        person.save(update_fields=["has_protected_identity"])
        refresh_named(person)
        name_accounts(person)


def answering(made: Register) -> None:
    """The register's case is one where she is asked, asks for time, is replaced and is back."""
    world = made.world
    until, acts = acting.today() + timedelta(days=20), acting.now(world)
    case = acting.registered(world)
    those = answers.answering(world, case)
    own = {"name": "Signaturen", "email": "hemlig.adress@provby.example"}
    User.objects.filter(pk=those.answerer.pk).update(**own)
    those.answerer.refresh_from_db()
    ask = {"proposed_on": until, "reason": "Underlag saknas"}
    ask_for_time(case=case, doing=those.doing(at=acts.at), **ask)
    for name in ("Bo Byte", "Sven Svar"):
        person = Person.objects.filter(given_name=name.split()[0]).first()
        to = Name(name=name, party_printed="(S)", person=person)
        change_answerer(case=case, doing=acts, to=to, reason="Byte")
    protect(world.asker, world.answerer)
    grant_time(case=case, doing=acts, until=until)
    answer = answers.submitted(those, at=acts.at).answer
    text = {"field": "title", "text": "Sven Svars bänkar", "reason": "Stod fel"}
    correct(case=case, doing=acts, row=case, **text)
    made.case, file = case, answer.document.files.get()
    made.things |= {"case": case.public_id, "file": file.public_id}


@pytest.mark.parametrize("role", UNTOLD)
def test_protected_name_stands_nowhere(client: Client, made: Register, role: Role) -> None:
    answering(made)
    client.force_login(reader(role, made, seat=made.world.council))

    for address in IN_ORGANISATION:
        said = words(client.get(made.path(address)).getvalue())
        assert [each for each in KEPT if each in said] == [], address

"""No address tells the uncleared of a case marked as secret."""

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from accounts.models import User
from accounts.roles import Role
from parties.choices import BodyKind
from parties.models import Body
from tests.arenden.test_access import user_with
from tests.arenden.web import acting
from tests.factories import people
from tests.security.addresses import IN_ORGANISATION, words
from tests.security.register import Register, new_file, register
from ärenden.actions.corrections import correct
from ärenden.actions.documents import NewDocument, add_document
from ärenden.actions.secrecy import NewMark, mark_secrecy
from ärenden.choices import Direction, DocumentKind

pytestmark = pytest.mark.django_db

TITLE = "Kallkällan är hemlig"
NOT_THERE = {HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN}
GROUND = {"provision": "bestämmelse för prov", "authority": "Nämnden"}
UNCLEARED = (Role.OFFICER, Role.REVIEWER, Role.ADMINISTRATOR, Role.COUNCILLOR, Role.GROUP_LEADER)


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

"""No word of an answer under way, nor that there is one, reaches anyone who is not let in."""

from dataclasses import replace
from http import HTTPStatus
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from accounts.models import User
from accounts.roles import Role
from tests.arenden.test_access import user_with
from tests.arenden.web import acting
from tests.factories import answers, people
from tests.security.addresses import IN_ORGANISATION, words
from tests.security.register import Register, register
from ärenden.actions.answer_drafts import comment

pytestmark = pytest.mark.django_db
WRITTEN, SAID = "Källvattnet räcker länge", "Dricksprovet saknas helt"
OF_THE_ANSWER = tuple(
    each for each in IN_ORGANISATION if f"{each.name}_".startswith("arenden:answer_")
)
OTHERS = (*Role, "asker", "elsewhere")


@pytest.fixture
def made(settings: Settings, tmp_path: Path) -> Register:
    """A case whose answer is being written, shared and commented."""
    settings.MEDIA_ROOT = tmp_path
    found = register()
    case = acting.registered(found.world)
    those = answers.answering(found.world, case)
    doing = replace(those.doing(), at=acting.now(found.world).at)
    draft = answers.shared(those, WRITTEN, at=doing.at)
    comment(draft=draft, question=None, text=SAID, doing=doing)
    found.things |= {"case": case.public_id}
    return found


def someone(made: Register, who: Role | str) -> User:
    home = made.world.organisation
    if who == "elsewhere":
        return people.user(people.organisation())
    if who == "asker":
        return people.user(home, Role.COUNCILLOR, person=made.world.asker)
    elected = who in {Role.COUNCILLOR, Role.GROUP_LEADER}
    person = people.person(home, "Lea Ledamot", member_of=made.world.council) if elected else None
    return user_with(Role(who), home, person=person)


@pytest.mark.parametrize("who", OTHERS)
def test_no_page_of_any_role_holds_a_word_of_it(client: Client, made: Register, who: str) -> None:
    client.force_login(someone(made, who))

    for address in IN_ORGANISATION:
        said = words(client.get(made.path(address)).getvalue())
        assert [text for text in (WRITTEN, SAID) if text in said] == [], address


@pytest.mark.parametrize("who", OTHERS)
def test_search_finds_and_counts_no_word_of_it(client: Client, made: Register, who: str) -> None:
    client.force_login(someone(made, who))
    address = made.path(next(each for each in IN_ORGANISATION if each.name == "arenden:cases"))

    response = client.get(address, {"q": "Källvattnet", "visa": "alla"})

    assert str(made.things["case"]) not in response.getvalue().decode()


@pytest.mark.parametrize("who", OTHERS)
def test_its_addresses_are_not_there_for_any_role(client: Client, made: Register, who: str) -> None:
    client.force_login(someone(made, who))

    for address in OF_THE_ANSWER:
        path = made.path(address)
        statuses = {client.get(path).status_code, client.post(path).status_code}
        assert statuses == {HTTPStatus.NOT_FOUND}, address

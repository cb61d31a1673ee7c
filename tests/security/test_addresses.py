"""Who meets what at each address, whatever addresses there come to be."""

from datetime import date
from http import HTTPStatus
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from accounts.roles import Role
from kernel.periods import period
from tests.arenden.test_access import user_with
from tests.factories import people
from tests.security.addresses import IN_ORGANISATION, INTERNAL, words
from tests.security.register import DRAFTED, NOT_YET, SECRET, Register, register

OWNED = {
    *("case", "note", "file", "meeting", "draft", "submission", "asked", "report"),
    *("body", "person", "assignment", "party", "group", "membership", "invitation", "series"),
    *("rules", "closed_day"),
    *("reminder", "reminder_rule"),
    "feed",
}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def made() -> Register:
    return register()


def asked(client: Client, path: str, **fields: str) -> tuple[int, str]:
    """Status and text of a page, or of a file."""
    response = client.get(path, fields)
    return response.status_code, words(response.getvalue())


def answers_at(client: Client, made: Register) -> dict[str, int]:
    """What each address answers, by its name."""
    return {
        each.name.removeprefix("arenden:"): asked(client, made.path(each))[0]
        for each in IN_ORGANISATION
    }


def test_signed_out_meets_the_same_answer_whether_the_thing_exists_or_not(
    client: Client, made: Register
) -> None:
    answers = set()
    for address in INTERNAL:
        for path in (made.path(address), address.path()):
            for response in (client.get(path), client.post(path, {"title": "Bänkar"})):
                said = response.serialize().decode()
                target = response["Location"]
                assert target.startswith("/logga-in/?next=")
                answers.add(said.replace(target, ""))

    assert len(answers) == 1


def test_signed_out_script_is_led_to_the_sign_in(client: Client, made: Register) -> None:
    for address in INTERNAL:
        for path in (made.path(address), address.path()):
            response = client.get(path, headers={"HX-Request": "true"})

            assert (response.status_code, response.content) == (HTTPStatus.NO_CONTENT, b"")
            assert response["HX-Redirect"].startswith("/logga-in/?next=")


def test_without_a_role_in_the_organisation_nothing_is_there(
    client: Client, made: Register
) -> None:
    former = people.user(made.world.organisation)
    former.memberships.update(period=period(people.LONG_AGO, date(2021, 1, 1)))
    elsewhere = people.user(people.organisation())

    for user in (people.user(), former, elsewhere):
        client.force_login(user)
        found = {
            (address.name, response.status_code)
            for address in IN_ORGANISATION
            for path in [made.path(address)]
            for response in (client.get(path), client.post(path))
        }
        assert {status for _, status in found} == {HTTPStatus.NOT_FOUND}, found


def test_things_of_another_organisation_are_not_under_ones_own(
    client: Client, made: Register
) -> None:
    own = people.organisation()
    user = people.user(own)
    user.memberships.create(
        organisation=own, role=Role.ADMINISTRATOR, period=period(people.LONG_AGO)
    )
    client.force_login(user)
    theirs = made.things | {"organisation": own.slug}
    of_things = [each for each in IN_ORGANISATION if dict(each.holds).keys() & OWNED]

    for address in of_things:
        path = address.path(**theirs)
        statuses = {client.get(path).status_code, client.post(path).status_code}
        assert statuses <= {HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}, address
        assert HTTPStatus.NOT_FOUND in statuses, address


# What opens for whom, of what has an address; everything else is refused or not there.
RULES = {"admin_rules", "admin_closed_days"}
EVERYONE = RULES | {
    *("cases", "meetings", "meeting", "calendars", "party_colours", "help", "own_reminders"),
}
DESK = {
    "desk",
    "away",
    "handover",
    "reminders",
    "reminders_ended",
    "reminders_trial",
    "reminder_hold",
}
COUNCIL = EVERYONE | {"case", "journal"}
ADMINISTERING = {
    each.name.removeprefix("arenden:")
    for each in IN_ORGANISATION
    if each.name.startswith("arenden:admin")
}
ELECTED = COUNCIL | {"my_cases", "groups"}
HANDED_IN = {"handed_in", "handed_in_text"}
REVIEWING = COUNCIL | {
    "mail_list",
    "notes",
    "note",
    "note_source",
    "case_source",
    "receipt",
    "file",
    "motion_balance",
    "motion_report",
    "motion_report_word",
    *HANDED_IN,
}
REGISTERING = REVIEWING | {"register", "act", "arrivals", "register_handed_in", "meeting_days"}
OPENS = {
    Role.REGISTRAR: REGISTERING | DESK,
    Role.COMMITTEE_SECRETARY: REGISTERING | DESK | {"answers"},
    Role.OFFICER: REVIEWING | DESK | {"answers"},
    Role.REVIEWER: REVIEWING,
    Role.ADMINISTRATOR: EVERYONE | ADMINISTERING,
    Role.COUNCILLOR: ELECTED | HANDED_IN | {"draft", "review", "complete", "answers"},
    Role.GROUP_LEADER: ELECTED | {"answers"},
}


POSTED_ONLY = {
    *("calendar_renew", "calendar_close", "group_open"),
}
# What is there for those it belongs to alone: to everyone else, no such thing.
OWN = {
    "admin_rule_set",
    "undo",
    "answer",
    "file",
    "draft",
    "review",
    "share",
    "discard_draft",
    "complete",
}
OWN_SPACES = ("answer_", "group_")
OF_HANDED_IN = {"handed_in", "handed_in_text", "take_back"}
OF_REMINDERS = {"reminder_again", "reminder_let_go", "reminder_send"}
OF_A_CASE = {"case", "act", "journal"}


def code_of(name: str, role: Role) -> HTTPStatus:
    """405 where only forms are sent, 404 for what the role does not see, else 403."""
    opens = OPENS[role]
    is_hidden = (
        name in OWN
        or name == "group"
        or name.startswith(OWN_SPACES)
        or (name in OF_HANDED_IN and "handed_in" not in opens)
        or (name in OF_A_CASE and "case" not in opens)
        or (name == "balance_note" and "desk" in opens)  # the case is no motion
    )
    if name in POSTED_ONLY or (name in OF_REMINDERS and "reminders" in opens):
        return HTTPStatus.METHOD_NOT_ALLOWED
    return HTTPStatus.NOT_FOUND if is_hidden else HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("role", Role)
def test_role_opens_what_it_may_and_nothing_else(
    client: Client, made: Register, role: Role
) -> None:
    person = made.world.asker if role in {Role.COUNCILLOR, Role.GROUP_LEADER} else None
    client.force_login(user_with(role, made.world.organisation, person=person))

    found = answers_at(client, made)

    assert {name for name, code in found.items() if code == HTTPStatus.OK} == OPENS[role]
    refused = {name: code for name, code in found.items() if code >= HTTPStatus.BAD_REQUEST}
    assert refused == {name: code_of(name, role) for name in refused}
    assert len(refused) > 50


READERS = (Role.COUNCILLOR, Role.GROUP_LEADER, Role.ADMINISTRATOR)


@pytest.mark.parametrize("role", READERS)
def test_answer_that_is_not_handed_over_leaks_nowhere(
    client: Client, made: Register, role: Role
) -> None:
    person = None if role == Role.ADMINISTRATOR else made.world.asker
    client.force_login(user_with(role, made.world.organisation, person=person))

    for address in IN_ORGANISATION:
        for query in ("", SECRET, "tolv meter"):
            _, said = asked(client, made.path(address), q=query)
            assert NOT_YET not in said, address
            assert f"Svar om {SECRET}" not in said, address
            assert f"{SECRET}.txt" not in said, address


def test_search_does_not_count_an_answer_that_is_not_handed_over(
    client: Client, made: Register
) -> None:
    path = reverse("arenden:cases", args=[made.world.organisation.slug])
    asker = people.user(made.world.organisation, Role.COUNCILLOR, person=made.world.asker)

    found = []
    for user in (asker, made.world.registrar):
        client.force_login(user)
        page = client.get(path, {"q": SECRET, "visa": "alla"}).content.decode()
        found.append(str(made.case.public_id) in page)

    assert found == [False, True]


@pytest.mark.parametrize("role", Role)
def test_draft_leaks_nowhere_to_those_it_is_not_shared_with(
    client: Client, made: Register, role: Role
) -> None:
    elected = role in {Role.COUNCILLOR, Role.GROUP_LEADER}
    person = made.world.answerer if elected else None
    client.force_login(user_with(role, made.world.organisation, person=person))

    for address in IN_ORGANISATION:
        path = made.path(address)
        for response in (client.get(path), client.post(path, {"edit": "save"})):
            assert DRAFTED not in words(response.getvalue()), address
        _, said = asked(client, path, q=DRAFTED)
        assert f"{DRAFTED} är djup" not in said, address
    drafts = [each for each in IN_ORGANISATION if "draft" in dict(each.holds)]
    statuses = {client.get(made.path(each)).status_code for each in drafts}
    assert statuses == {HTTPStatus.NOT_FOUND}

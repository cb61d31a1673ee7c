"""Ärenden: the address is the filter, and nothing on the page tells of what one may not see."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.answers import NewAnswer, receive_answer
from ärenden.actions.endings import withdraw
from ärenden.actions.values import Part
from ärenden.choices import CaseType, Fact
from ärenden.models import Case

pytestmark = pytest.mark.django_db

LATER = date(2027, 2, 1)
MOST_QUERIES = 8
INTERPELLATION = "Interpellation om bänkarna i parken"
MOTION = "Motion om fler cykelställ"
MATTER = "Åtgärder vid hamnen"


def shown(client: Client, world: World, by: User, address: str = "", **headers: str) -> Any:
    client.force_login(by)
    return client.get(f"{list_of(world)}?{address}", headers=headers)


def list_of(world: World) -> str:
    return reverse("arenden:cases", args=[world.organisation.slug])


def titles(response: Any) -> list[str]:
    return [row.title for row in response.context["rows"]]


def choices(response: Any, name: str) -> dict[str, int]:
    groups = {group.name: group.options for group in response.context["groups"]}
    return {option.label: option.count for option in groups.get(name, [])}


def councillor(world: World) -> User:
    person = people.person(world.organisation, "Lisa Ledamot", member_of=world.council)
    return people.user(world.organisation, Role.COUNCILLOR, person=person)


def three_cases(world: World) -> None:
    """An interpellation that was withdrawn, a motion, and a later case of the board."""
    interpellation = cases.registered_case(world)
    withdraw(case=interpellation, doing=world.doing(), on=cases.TODAY)
    cases.motion(world)
    cases.registered_case(
        world,
        on=LATER,
        body=world.board,
        case_type=CaseType.COMMITTEE,
        title=MATTER,
        questions=(),
        signatories=(),
        addressee=None,
        received_on=LATER,
    )


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", [MATTER, MOTION, INTERPELLATION]),
        ("visa=oppna", [MATTER, MOTION]),
        ("typ=motion", [MOTION]),
        ("typ=motion&typ=interpellation", [MOTION, INTERPELLATION]),
        ("visa=mina", [MATTER, MOTION]),
        ("tillstand=withdrawn", [INTERPELLATION]),
        ("organ=KS", [MATTER]),
        ("parti=V", [MOTION, INTERPELLATION]),
        ("parti=S", []),
        ("ar=2027", [MATTER]),
        ("ar=2026&typ=motion", [MOTION]),
        ("q=cykelställ", [MOTION]),
        ("q=hamn&typ=motion", []),
        ("ordning=rubrik", [INTERPELLATION, MOTION, MATTER]),
        ("ordning=-nummer", [MATTER, MOTION, INTERPELLATION]),
        ("ordning=nummer", [INTERPELLATION, MOTION, MATTER]),
        ("ar=foo&fran=x&till=&typ=%00&ordning=y&frist=z&sida=99", [MATTER, MOTION, INTERPELLATION]),
    ],
)
def test_address_is_the_filter(client: Client, address: str, expected: list[str]) -> None:
    world = cases.world()
    three_cases(world)

    response = shown(client, world, world.registrar, address)

    assert titles(response) == expected
    assert response.context["total"] == len(expected)


def test_cases_are_filtered_by_who_asks_and_who_is_asked(client: Client) -> None:
    world = cases.world()
    three_cases(world)
    asker, answerer = world.asker.public_id, world.answerer.public_id

    asked_by = shown(client, world, world.registrar, f"fran={asker}")
    put_to = shown(client, world, world.registrar, f"till={answerer}")
    reversed_roles = shown(client, world, world.registrar, f"fran={answerer}")

    assert titles(asked_by) == [MOTION, INTERPELLATION]
    assert titles(put_to) == [INTERPELLATION]
    assert titles(reversed_roles) == []
    assert [tag.label for tag in reversed_roles.context["tags"]] == ["Från Sven Svar"]


def test_facets_count_what_their_choice_would_show(client: Client) -> None:
    world = cases.world()
    three_cases(world)

    response = shown(client, world, world.registrar, "typ=motion")

    assert choices(response, "typ") == {"Interpellation": 1, "Motion": 1, "Nämndärende": 1}
    assert choices(response, "visa") == {"Alla": 1, "Öppna": 1, "Mina öppna": 1}
    assert choices(response, "parti") == {}
    assert [(tag.label, tag.url[-9:]) for tag in response.context["tags"]] == [
        ("Motion", "/arenden/")
    ]


def test_facets_tell_a_councillor_nothing_of_other_cases(client: Client) -> None:
    world = cases.world()
    three_cases(world)

    response = shown(client, world, councillor(world))

    assert titles(response) == [MOTION, INTERPELLATION]
    assert response.context["total"] == 2
    assert choices(response, "typ") == {"Interpellation": 1, "Motion": 1}
    assert choices(response, "organ") == {}
    assert choices(response, "ar") == {}


def test_councillor_neither_finds_nor_counts_a_word_of_an_answer_not_handed_over(
    client: Client,
) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    part = Part(text="Hundratolv.", question=case.questions.get(number=1))
    answer = NewAnswer(parts=[part], received_on=date(2026, 3, 20))
    receive_answer(case=case, doing=world.doing(on=date(2026, 3, 20)), new=answer)

    staff = shown(client, world, world.registrar, "q=hundratolv")
    council = shown(client, world, councillor(world), "q=hundratolw")
    council_exactly = shown(client, world, councillor(world), "q=hundratolv")

    assert staff.context["total"] == 1
    assert council_exactly.context["total"] == council.context["total"] == 0
    assert "hundratolv" not in council.content.decode()
    assert choices(council_exactly, "visa") == {}


def test_list_of_another_organisation_does_not_exist(client: Client) -> None:
    world, elsewhere = cases.world(), cases.world()
    cases.registered_case(elsewhere)

    response = shown(client, elsewhere, world.registrar)

    assert response.status_code == 404


def test_list_takes_the_same_few_queries_for_any_number_of_rows(client: Client) -> None:
    world = cases.world()
    client.force_login(world.registrar)
    chosen = {"q": "bänkarna", "fran": str(world.asker.public_id)}
    taken = []

    for more in (1, 2, 197):
        for _ in range(more):
            cases.registered_case(world, questions=())
        with CaptureQueriesContext(connection) as queries:
            client.get(list_of(world), chosen)
        taken.append(len(queries))

    assert taken[0] <= MOST_QUERIES
    assert taken == [taken[0]] * 3


def test_misspelt_search_takes_no_more_queries_than_a_list(client: Client) -> None:
    world = cases.world()
    cases.registered_case(world)
    client.force_login(world.registrar)

    with CaptureQueriesContext(connection) as queries:
        response = client.get(list_of(world), {"q": "bankarnna parkn"})

    assert response.context["empty"]["link"] == "bänkarna parken?"
    assert len(queries) <= MOST_QUERIES


def test_pages_have_twenty_five_rows_and_keep_the_filter(client: Client) -> None:
    world = cases.world()
    for _ in range(26):
        cases.motion(world)

    response = shown(client, world, world.registrar, "typ=motion&sida=2")

    assert len(titles(response)) == 1
    assert response.context["page_summary"] == "26–26 av 26"
    assert response.context["previous_url"].endswith("?typ=motion")


def test_case_without_number_says_why(client: Client) -> None:
    world = cases.world()
    unknown = {Fact.NUMBER: "Handlingen bär inget nummer"}
    cases.register(
        doing=world.doing(unknown=unknown), new=cases.new_case(world, series=None, title="Utan")
    )

    row = shown(client, world, world.registrar).context["rows"][0]

    assert (row.number, row.kind) == (
        "Inget nummer",
        "Interpellation · utan diarienummer: Handlingen bär inget nummer",
    )


def test_htmx_gets_the_part_alone_and_the_address_to_show(client: Client) -> None:
    world = cases.world()
    three_cases(world)

    headers = {"HX-Request": "true", "HX-Target": "urval"}
    response = shown(client, world, world.registrar, "q=&typ=motion", **headers)

    assert response.content.decode().lstrip().startswith('<div class="register" id="urval">')
    assert response.headers["HX-Push-Url"].endswith("/arenden/?typ=motion")
    assert titles(response) == [MOTION]


def test_tight_list_is_remembered(client: Client) -> None:
    world = cases.world()
    cases.registered_case(world)

    before = shown(client, world, world.registrar).context["is_tight"]
    shown(client, world, world.registrar, "tat=1")
    after = shown(client, world, world.registrar).context["is_tight"]

    assert (before, after) == (False, True)


@pytest.mark.parametrize(
    ("address", "empty"),
    [
        (
            "q=cykelställl",
            ("Inget ärende innehåller ”cykelställl”.", "cykelställ?", "?q=cykelst%C3%A4ll"),
        ),
        (
            "q=hamnen&typ=motion",
            ("Inget ärende i urvalet innehåller ”hamnen”.", "alla ärenden", "?q=hamnen"),
        ),
    ],
)
def test_search_that_finds_nothing_leads_on(
    client: Client, address: str, empty: tuple[str, str, str]
) -> None:
    world = cases.world()
    three_cases(world)

    said = shown(client, world, world.registrar, address).context["empty"]

    assert (said["heading"], said["link"], f"?{said['url'].partition('?')[2]}") == empty


def test_empty_register_says_what_will_come(client: Client) -> None:
    world = cases.world()

    response = shown(client, world, world.registrar)

    assert Case.objects.count() == 0
    empty = response.context["empty"]
    assert empty["heading"] == "Inga ärenden än."
    assert empty["url"] == reverse("arenden:register", args=[world.organisation.slug])


def test_role_that_reads_no_cases_is_told_so(client: Client) -> None:
    world = cases.world()
    three_cases(world)
    administrator = people.user(world.organisation, Role.ADMINISTRATOR)

    response = shown(client, world, administrator)

    assert response.context["empty"]["heading"] == "Din roll läser inga ärenden."

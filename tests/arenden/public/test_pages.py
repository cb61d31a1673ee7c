"""The public's pages: what they say, what they cost, and what they never set."""

from http import HTTPStatus
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries, Settings

from meetings.choices import MeetingStatus
from tests.arenden.public import publishing
from tests.arenden.web import acting
from tests.factories import people
from tests.factories.cases import World
from tests.security.addresses import PUBLIC
from ärenden.actions.corrections import correct
from ärenden.actions.permission import announce
from ärenden.choices import CaseType, DecisionNature
from ärenden.models import AgentSnapshot, Case, FileRendition
from ärenden.web.public.words import IT, TURNS, WHAT_IT_IS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def world() -> World:
    return acting.world()


def page(client: Client, world: World, rest: str = "", **fields: str) -> str:
    response = client.get(f"/oppet/{world.organisation.slug}/{rest}", fields)
    assert response.status_code == HTTPStatus.OK
    return response.content.decode()


def published(world: World, word: str = "bänkarna") -> Case:
    case = publishing.answered(world, word)
    publishing.publish_all(world, case)
    return case


def test_case_is_read_with_its_questions_answers_and_papers(client: Client, world: World) -> None:
    case = published(world)

    text = page(client, world, f"arenden/{case.public_id}/")

    for said in (
        "Interpellation om bänkarna</h1>",
        "Var finns bänkarna?",
        "Här finns bänkarna.",
        "Frågan är besvarad.",
        "Motivet är bänkarna.",
        "Interpellationen kom in till Provby kommun.",
        "Besvarad i kommunfullmäktige, §\u00a05.",
        publishing.BASIS,
    ):
        assert said in text


def test_file_is_handed_out_as_an_attachment_of_its_own(client: Client, world: World) -> None:
    case = published(world)
    file = FileRendition.objects.filter(variant="public", document__case=case).earliest("pk")
    slug = world.organisation.slug

    response = client.get(f"/oppet/{slug}/handlingar/{file.document.public_id}/{file.public_id}/")

    assert response["Content-Disposition"] == 'attachment; filename="handling-1.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response.getvalue().startswith(b"%PDF-")


def test_original_file_has_no_public_address(client: Client, world: World) -> None:
    case = published(world)
    file = FileRendition.objects.filter(variant="original", document__case=case).earliest("pk")
    slug = world.organisation.slug

    response = client.get(f"/oppet/{slug}/handlingar/{file.document.public_id}/{file.public_id}/")

    assert response.status_code == HTTPStatus.NOT_FOUND


def test_start_and_list_tell_of_the_case(client: Client, world: World) -> None:
    published(world)

    for rest in ("", "arenden/", "nytt.atom"):
        assert "Interpellation om bänkarna" in page(client, world, rest)


@pytest.mark.parametrize("search", ["bänk", "Frida", "finns", "BÄNKARNA"])
def test_search_finds_what_is_published(client: Client, world: World, search: str) -> None:
    published(world)

    assert "1 ärende<" in page(client, world, "arenden/", q=search)


def test_misspelt_word_is_mended_from_published_texts(client: Client, world: World) -> None:
    published(world)

    assert "Menade du" in page(client, world, "arenden/", q="bänkarmna")


def test_corrected_text_shows_and_is_found_as_it_reads_now(client: Client, world: World) -> None:
    case = published(world)
    correct(
        case=case,
        doing=acting.now(world),
        row=case.questions.get(),
        field="text",
        text="Var står sofforna?",
        reason="Fel ord",
    )

    assert "Var står sofforna?" in page(client, world, f"arenden/{case.public_id}/")
    assert "1 ärende<" in page(client, world, "arenden/", q="sofforna")
    assert "Var finns bänkarna?" not in page(client, world, f"arenden/{case.public_id}/")


def test_filters_narrow_the_list(client: Client, world: World) -> None:
    published(world)

    assert "1 ärende<" in page(client, world, "arenden/", visa="besvarade", parti="BÄNK")
    assert "0 ärenden<" in page(client, world, "arenden/", visa="vantar")
    assert "1 ärende<" in page(client, world, "arenden/", visa="'", ar="x", typ="-1", sida="²")


def test_person_meeting_and_statement_have_pages(client: Client, world: World) -> None:
    case = published(world)
    person = AgentSnapshot.objects.get(case=case, capacity="signatory").person
    assert person is not None

    assert "Frida Bänkarna" in page(client, world, "personer/")
    assert "Interpellation om bänkarna" in page(client, world, f"personer/{person.public_id}/")
    meeting = f"sammantraden/{world.first_meeting.public_id}/"
    assert "Besvarad i kommunfullmäktige, §\u00a05." in page(client, world, meeting)
    assert "WCAG 2.2" in page(client, world, "tillganglighet/")
    assert str(case.public_id) in page(client, world, "sitemap.xml")


def test_cancelled_meeting_takes_up_nothing(client: Client, world: World) -> None:
    case, meeting = acting.registered(world), world.second_meeting
    announce(case=case, doing=acting.now(world), meeting=meeting)
    publishing.publish_page(world, case)
    before = [page(client, world, "sammantraden/"), page(client, world, "arenden/")]

    meeting.status = MeetingStatus.CANCELLED
    meeting.save()

    after = [page(client, world, "sammantraden/"), page(client, world, "arenden/")]
    told = (str(meeting.public_id), "Tas upp ")
    assert [word in text for word, text in zip(told, before, strict=True)] == [True, True]
    assert [word in text for word, text in zip(told, after, strict=True)] == [False, False]


def test_resident_stands_without_name(client: Client, world: World) -> None:
    case = publishing.answered(world)
    AgentSnapshot.objects.filter(case=case, capacity="signatory").update(
        kind="public", person=None, name_printed="Rut Granne"
    )
    publishing.publish_all(world, case)

    for rest in ("", "arenden/", f"arenden/{case.public_id}/", "personer/"):
        assert "Rut Granne" not in page(client, world, rest)
    assert "0 ärenden<" in page(client, world, "arenden/", q="Granne")


def test_strangers_get_no_cookie_and_pages_are_asked_for_anew(client: Client, world: World) -> None:
    published(world)
    party = {"organisation": world.organisation.slug}

    for address in PUBLIC:
        response = client.get(address.path(**party))
        assert response.cookies == {}
        assert "Cookie" not in response.get("Vary", "")
        assert "no-cache" in response["Cache-Control"] or "no-store" in response["Cache-Control"]
    again = client.get(f"/oppet/{world.organisation.slug}/")
    unchanged = client.get(
        f"/oppet/{world.organisation.slug}/", headers={"If-None-Match": again["ETag"]}
    )
    assert unchanged.status_code == HTTPStatus.NOT_MODIFIED


def test_front_door_leads_to_those_who_have_published(client: Client, world: World) -> None:
    other = people.organisation(name="Tystby kommun")
    published(world)

    text = client.get("/oppet/").content.decode()

    assert (f"/oppet/{world.organisation.slug}/" in text, other.name in text) == (True, False)


def test_organisation_may_keep_search_engines_out(client: Client, world: World) -> None:
    published(world)
    world.organisation.is_indexed = False
    world.organisation.save()

    assert '<meta name="robots" content="noindex">' in page(client, world)
    path = f"/oppet/{world.organisation.slug}/sitemap.xml"
    assert client.get(path).status_code == HTTPStatus.NOT_FOUND


def test_nothing_but_reading_is_allowed(client: Client, world: World) -> None:
    for address in PUBLIC:
        response = client.post(address.path(organisation=world.organisation.slug))
        assert response.status_code in {HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_FOUND}


def test_every_kind_of_case_and_turn_has_its_plain_words() -> None:
    assert set(IT) == set(WHAT_IT_IS) == set(CaseType)
    assert set(TURNS) == set(DecisionNature)


MOST_QUERIES = {"": 10, "arenden/": 8, "personer/": 4, "partier/": 4, "sammantraden/": 4}


@pytest.mark.parametrize("rest", MOST_QUERIES)
def test_list_costs_the_same_for_one_case_and_for_three(
    client: Client, world: World, rest: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    path = f"/oppet/{world.organisation.slug}/{rest}"
    published(world)
    with django_assert_max_num_queries(MOST_QUERIES[rest]) as one:
        client.get(path)
    for word in ("lyktorna", "trädgården"):
        published(world, word)

    with django_assert_max_num_queries(len(one.captured_queries)):
        client.get(path)


def test_case_costs_at_most_twenty_queries(
    client: Client, world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    case = published(world)

    with django_assert_max_num_queries(20):
        page(client, world, f"arenden/{case.public_id}/")

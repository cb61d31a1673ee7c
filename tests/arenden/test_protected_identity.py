"""Skyddade personuppgifter: no page, list, search or timeline names the person."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from parties.models import PROTECTED, Person
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.answers import NewAnswer, change_answerer, receive_answer
from ärenden.actions.changes import change_addressee
from ärenden.actions.corrections import correct_name
from ärenden.actions.search import refresh_named
from ärenden.actions.values import Name, NewFile, Part
from ärenden.choices import AgentKind, Capacity
from ärenden.models import Case, Source, TimeRequest
from ärenden.models.search import Audience
from ärenden.published import shows_name
from ärenden.queries.answering import time_requests
from ärenden.queries.lists import put_by_party
from ärenden.queries.search import found_by
from ärenden.queries.secrecy import Withheld
from ärenden.web.people import People

pytestmark = pytest.mark.django_db

NAME = "Frida"  # of the one who asks, in every case of the factories


def protect(person: Person) -> None:
    person.has_protected_identity = True
    person.save(update_fields=["has_protected_identity"])
    refresh_named(person)


def readers(world: World) -> list[User]:
    member = people.person(world.organisation, "Lo Ledamot", member_of=world.council)
    return [
        world.registrar,
        people.user(world.organisation, Role.OFFICER),
        people.user(world.organisation, Role.COUNCILLOR, person=member),
    ]


def addresses(case: Case) -> list[str]:
    own = [case.organisation.slug, case.public_id]
    return [
        *(reverse(f"arenden:{name}", args=own) for name in ("case", "journal", "receipt")),
        *(reverse(f"arenden:{name}", args=own[:1]) for name in ("cases", "mail_list", "meetings")),
        *(reverse("arenden:act", args=[*own, name]) for name in ("correct", "receive_answer")),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Av Frida\nFråga\n(V), som…", f"Av {PROTECTED}, som…"),
        ("Av Frida\u00a0 Fråga (-).", f"Av {PROTECTED}."),
        ("Av Frida Fråga(KD).", f"Av {PROTECTED}."),
        ("FRIDA FRÅGAS (se bilaga 2)", f"{PROTECTED} (se bilaga 2)"),
        ("Alfrida Frågare", "Alfrida Frågare"),
    ],
)
def test_name_is_taken_out_however_it_is_spaced(text: str, told: str) -> None:
    assert Withheld(names=("Frida Fråga",)).told(text) == told


def test_name_stands_nowhere(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    agent = case.agents.get(person=world.asker)
    to = Name(name="Frida F Fråga", party_printed="(V)", person=world.asker)
    correct_name(case=case, doing=world.doing(), row=agent, to=to, reason="Stod fel")
    protect(world.asker)

    for user in readers(world):
        client.force_login(user)
        for address in addresses(case):
            response = client.get(address)
            assert response.status_code in {200, 403}, address
            assert NAME not in response.content.decode(), address


def test_typed_name_of_the_protected_is_linked_and_told_to_no_one() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    protect(world.asker)
    protect(world.answerer)
    known = People(world.organisation, cases.TODAY)

    name = known.named("sven svar (S)", otherwise=AgentKind.EXTERNAL)
    change_addressee(case=case, doing=world.doing(), to=name, reason="Fel")

    asked = case.agents.get(capacity=Capacity.ADDRESSEE)
    told = case.events.latest("version").summary
    assert (asked.person, asked.name, shows_name(asked)) == (world.answerer, PROTECTED, False)
    assert (told, known.suggestions) == (
        f"Ställs till {PROTECTED} i stället för {PROTECTED}",
        [f"{PROTECTED} (V)", f"{PROTECTED} (S)"],
    )


def test_timeline_names_neither_who_was_replaced_nor_the_party(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    for name in ("Sven Svar", "Ada Ask"):
        person = world.answerer if name == "Sven Svar" else None
        to = Name(name=name, party_printed="(S)", person=person)
        change_answerer(case=case, doing=world.doing(), to=to, reason=f"{name}s tur")
    protect(world.answerer)
    client.force_login(world.registrar)

    events = client.get(addresses(case)[0]).context["events"]

    assert [(row.headline, row.quote) for row in events[:2]] == [
        ("Ändrad svarande: Ada Ask (S).", "Ada Asks tur"),
        (f"Ändrad svarande: {PROTECTED}.", f"{PROTECTED} tur"),
    ]


def test_papers_of_the_protected_are_opened_only_by_the_cleared(client: Client) -> None:
    world = cases.world()
    content = ContentFile(NAME.encode(), name="brev.txt")
    paper = NewFile(name="brev.txt", media_type="text/plain", size=5, sha256="a" * 64, file=content)
    case = cases.registered_case(world, files=[paper])
    source = Source.objects.create(
        organisation=world.organisation, name="a.txt", sha256="a" * 64, case=case, text=NAME
    )
    file = case.documents.get().files.get()
    slug = world.organisation.slug
    addresses = [
        reverse("arenden:file", args=[slug, file.public_id]),
        reverse("arenden:case_source", args=[slug, case.public_id, source.public_id]),
    ]
    protect(world.asker)

    got = []
    for user in (world.registrar, people.user(world.organisation, Role.OFFICER)):
        client.force_login(user)
        pages = [client.get(address) for address in addresses]
        got += [(page.status_code, NAME in page.getvalue().decode()) for page in pages]

    assert got == [(200, True), (200, True), (404, False), (403, False)]
    page = client.get(reverse("arenden:case", args=[slug, case.public_id])).content.decode()
    assert "Filerna öppnas bara av dem som får läsa det hemliga." in page


def test_answer_that_addresses_the_protected_is_read_without_the_name(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    part = Part(question=case.questions.first(), text="Tolv, Frida Fråga (V).")
    said = "Frida Fråga (V) har frågat mig om bänkarna."
    new = NewAnswer(preamble=said, parts=[part], received_on=cases.TODAY)
    receive_answer(case=case, doing=world.doing(), new=new)
    protect(world.asker)
    client.force_login(world.registrar)

    exchange = client.get(addresses(case)[0]).context["exchange"]

    assert exchange.before[0].text == f"{PROTECTED} har frågat mig om bänkarna."
    assert exchange.pairs[0].answers[0].text == f"Tolv, {PROTECTED}."


def test_those_who_did_something_before_they_were_protected_are_not_named(
    client: Client,
) -> None:
    world = cases.world()
    world.registrar.name = "Sven Svar"
    world.registrar.save()
    case = cases.registered_case(world)
    settled = {"settled_at": timezone.now(), "settled_by_name": "Sven Svar"}
    TimeRequest.objects.create(
        case=case,
        proposed_on=cases.TODAY,
        reason="Underlag saknas",
        asked_at=timezone.now(),
        asked_by_name="Sven Svar",
        settled_reason="Sven Svar hinner",
        **settled,
    )
    protect(world.answerer)
    client.force_login(people.user(world.organisation))

    receipt = client.get(reverse("arenden:receipt", args=[world.organisation.slug, case.public_id]))
    [request] = time_requests(case)

    assert "Sven" not in receipt.content.decode()
    assert (request.settled_by_name, request.settled_reason) == (PROTECTED, f"{PROTECTED} hinner")


def test_party_of_the_protected_is_not_counted(client: Client) -> None:
    world = cases.world()
    cases.registered_case(world)
    protect(world.asker)
    client.force_login(world.registrar)
    listed = reverse("arenden:cases", args=[world.organisation.slug])

    counted = Case.objects.filter(put_by_party("V")).count()

    assert (counted, "Vänsterpartiet" in client.get(listed).content.decode()) == (0, False)


def test_office_of_the_protected_stands_nowhere(client: Client) -> None:
    world = cases.world()
    office = "ordförande i kommunstyrelsen"
    asked = Name(name="Sven Svar", roles=(office,), person=world.answerer)
    case = cases.registered_case(world, addressee=asked)
    protect(world.answerer)
    client.force_login(world.registrar)

    pages = [client.get(address).content.decode() for address in addresses(case)[:2]]

    assert [office in page for page in pages] == [False, False]


def test_page_says_that_the_identity_is_protected(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    protect(world.asker)
    client.force_login(world.registrar)

    head = client.get(addresses(case)[0]).context["head"]

    assert [(each.person.name, each.person.has_party) for each in head.askers] == [
        ("Skyddade personuppgifter", False)
    ]


def test_search_does_not_find_a_protected_name_and_finds_it_again_when_it_is_not() -> None:
    world = cases.world()
    cases.registered_case(world, motivation="Frida Fråga (V) har skrivit förr.")
    found = [Case.objects.filter(found_by(NAME, audience=Audience.STAFF)).count()]

    protect(world.asker)
    found.append(Case.objects.filter(found_by(NAME, audience=Audience.STAFF)).count())
    world.asker.has_protected_identity = False
    world.asker.save()
    refresh_named(world.asker)
    found.append(Case.objects.filter(found_by(NAME, audience=Audience.STAFF)).count())

    assert found == [1, 0, 1]


def test_titles_are_told_without_the_name_as_long_as_it_is_protected() -> None:
    world = cases.world()
    titles = {"title": "Frida Frågas bänkar", "title_public": "Fråga av FRIDA FRÅGA (V)"}
    case = cases.registered_case(world, **titles)
    protect(world.asker)
    told = [Case.objects.get(), case.documents.get()]

    world.asker.has_protected_identity = False
    world.asker.save()
    refresh_named(world.asker)

    assert [(row.told_title, row.told_title_public) for row in told] == [
        (f"{PROTECTED} bänkar", f"Fråga av {PROTECTED}")
    ] * 2
    assert Case.objects.get().told_title == titles["title"]


def test_administrator_protects_a_name_and_search_and_account_forget_it(client: Client) -> None:
    world = cases.world()
    cases.registered_case(world)
    account = people.user(world.organisation, Role.COUNCILLOR, name=NAME, person=world.asker)
    client.force_login(people.user(world.organisation, Role.ADMINISTRATOR))
    own = {"organisation": world.organisation.slug, "person": world.asker.public_id}
    typed = {"given_name": NAME, "family_name": "Fråga", "has_protected_identity": "on"}

    response = client.post(reverse("arenden:admin_person", kwargs=own), typed)

    assert response.status_code == 302
    assert not Case.objects.filter(found_by(NAME, audience=Audience.STAFF)).exists()
    account.refresh_from_db()
    assert (account.name, account.kept_name) == (PROTECTED, NAME)

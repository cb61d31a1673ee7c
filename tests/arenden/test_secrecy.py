"""Sekretessmarkering: who sees what is marked, and that nothing else tells of it."""

import hashlib
from dataclasses import dataclass

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden import access
from ärenden.actions.base import Doing
from ärenden.actions.corrections import correct
from ärenden.actions.documents import move_document
from ärenden.actions.secrecy import NewMark, lift_secrecy, mark_secrecy
from ärenden.actions.values import Name, NewFile
from ärenden.choices import AgentKind, CaseType
from ärenden.exceptions import ActionRefused
from ärenden.models import Case, SecrecyMark
from ärenden.models.search import Audience
from ärenden.queries.search import found_by
from ärenden.queries.secrecy import WITHHELD

pytestmark = pytest.mark.django_db

GROUND = {"provision": "bestämmelse för prov", "authority": "Kommunstyrelsen"}
SECRET = "Gösta Grannbo"
PAGES = ("case", "journal")


@dataclass
class Readers:
    """Everyone who reads the case: by office, by seat in the body that handles it, and not so."""

    registrar: User
    school_secretary: User
    officer: User
    reviewer: User
    council_member: User
    school_member: User

    @property
    def uncleared(self) -> tuple[User, ...]:
        return (self.school_secretary, self.officer, self.reviewer)


def readers(world: World) -> Readers:
    home = world.organisation
    school = people.body(home, name="Skolnämnden", abbreviation="SN")
    sits, elsewhere = (
        people.person(home, name, member_of=body)
        for name, body in (("Lo Ledamot", world.council), ("Nils Nämnd", school))
    )
    return Readers(
        registrar=world.registrar,
        school_secretary=people.user(home, Role.COMMITTEE_SECRETARY, of=school),
        officer=people.user(home, Role.OFFICER),
        reviewer=people.user(home, Role.REVIEWER),
        council_member=people.user(home, Role.COUNCILLOR, person=sits),
        school_member=people.user(home, Role.COUNCILLOR, person=elsewhere),
    )


def case_of(world: World, **changes: object) -> Case:
    content = SECRET.encode()
    paper = NewFile(
        name="brev.txt",
        file=ContentFile(content, name="brev.txt"),
        media_type="text/plain",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )
    values = {
        "case_type": CaseType.COMMITTEE,
        "title": f"Klagomål på {SECRET}",
        "motivation": f"{SECRET} spelar musik om natten.",
        "questions": (),
        "addressee": None,
        "signatories": [Name(name=SECRET, kind=AgentKind.PUBLIC)],
        "files": [paper],
    }
    return cases.registered_case(world, **(values | changes))


def mark(case: Case, doing: Doing, *, field: str = "", wording: str = "") -> SecrecyMark:
    new = NewMark(row=case, field=field, wording=wording, **GROUND)
    return mark_secrecy(case=case, doing=doing, new=new)


def keep_apart(case: Case, doing: Doing) -> None:
    """Title, motivation and name: everything that says who it is about."""
    mark(case, doing, field="title", wording="Klagomål på en granne")
    mark(case, doing, field="motivation")
    new = NewMark(row=case.agents.get(), field="name_printed", **GROUND)
    mark_secrecy(case=case, doing=doing, new=new)
    case.refresh_from_db()


def addresses(case: Case) -> list[str]:
    own = [case.organisation.slug, case.public_id]
    lists = [reverse(f"arenden:{name}", args=own[:1]) for name in ("cases", "mail_list")]
    file = case.documents.get().files.get()
    return [
        *(reverse(f"arenden:{name}", args=own) for name in PAGES),
        *(f"{address}?q=Gösta" for address in lists),
        reverse("arenden:receipt", args=own),
        reverse("arenden:file", args=[case.organisation.slug, file.public_id]),
    ]


def test_marked_case_is_there_for_the_office_and_the_body_that_handle_it() -> None:
    world = cases.world()
    who = readers(world)
    case = case_of(world)

    mark(case, world.doing())

    seeing = {
        name for name, user in vars(who).items() if access.can_read(user, case, on=cases.TODAY)
    }
    assert seeing == {"registrar", "council_member"}


def test_predicate_and_query_of_clearance_agree_for_every_reader() -> None:
    world = cases.world()
    case, other = case_of(world), case_of(cases.world())

    for user in vars(readers(world)).values():
        cleared = set(access.cleared_for(user, on=cases.TODAY))
        told = {row for row in (case, other) if access.is_cleared(user, row, on=cases.TODAY)}
        assert cleared == told


def test_kept_apart_words_are_nowhere_for_those_who_are_not_cleared(client: Client) -> None:
    world = cases.world()
    who = readers(world)
    case = case_of(world)
    keep_apart(case, world.doing())

    for user in who.uncleared:
        client.force_login(user)
        pages = [client.get(address) for address in addresses(case)]
        assert {page.status_code for page in pages} == {200, 403, 404}
        read = b"".join(part for page in pages for part in page)
        assert (b"Grannbo" in read, b"spelar musik" in read) == (False, False)


def test_kept_apart_words_are_read_on_the_page_by_those_who_are_cleared(client: Client) -> None:
    world = cases.world()
    case = case_of(world)
    keep_apart(case, world.doing())
    client.force_login(world.registrar)

    marks = client.get(addresses(case)[0]).context["marks"]

    assert [(row.what, row.kept) for row in marks] == [
        ("Rubriken", f"Klagomål på {SECRET}"),
        ("Rubriken på handling 1", f"Klagomål på {SECRET}"),
        ("Motiveringen", f"{SECRET} spelar musik om natten."),
        ("Handling 1", ""),
        ("Ett namn", SECRET),
        ("Ett namn", SECRET),
    ]


def test_search_finds_nothing_by_words_that_are_kept_apart() -> None:
    world = cases.world()
    case = case_of(world)
    before = Case.objects.filter(found_by("Grannbo", audience=Audience.STAFF)).count()

    keep_apart(case, world.doing())

    after = Case.objects.filter(found_by("Grannbo", audience=Audience.STAFF)).count()
    assert (before, after) == (1, 0)


def test_earlier_wordings_of_a_marked_fact_are_withheld_with_it(client: Client) -> None:
    world = cases.world()
    case = case_of(world)
    correct(
        case=case, doing=world.doing(), row=case, field="title", text="Om oljud", reason="Kortare"
    )
    mark(case, world.doing(), field="title", wording="Klagomål")

    told = {}
    for name, user in (
        ("office", world.registrar),
        ("other", people.user(world.organisation, Role.OFFICER)),
    ):
        client.force_login(user)
        told[name] = len(client.get(addresses(case)[0]).context["wordings"])

    assert told == {"office": 2, "other": 0}


def test_lifted_mark_puts_the_words_back() -> None:
    world = cases.world()
    case = case_of(world)
    made = mark(case, world.doing(), field="title", wording="Klagomål på en granne")

    lift_secrecy(case=case, doing=world.doing(), mark=made, reason="Tiden har gått ut")

    case.refresh_from_db()
    assert case.title == f"Klagomål på {SECRET}"
    assert [event.summary for event in case.events.order_by("version")][1:] == [
        "Sekretessmarkerades: rubriken och rubriken på handling 1",
        "Sekretessmarkeringen hävdes: rubriken",
    ]


def test_marked_text_takes_its_paper_with_it() -> None:
    world = cases.world()
    case = case_of(world)

    mark(case, world.doing(), field="motivation")

    case.refresh_from_db()
    on_paper = case.secrecy_marks.get(field="")
    assert (case.motivation, on_paper.document) == (WITHHELD, case.documents.get())


def test_mark_follows_its_document_to_another_case() -> None:
    world = cases.world()
    case, other = case_of(world), case_of(world)
    paper = case.documents.get()
    new = NewMark(row=paper, **GROUND)
    made = mark_secrecy(case=case, doing=world.doing(), new=new)

    move_document(document=paper, to=other, doing=world.doing(), reason="Fel ärende")

    made.refresh_from_db()
    assert made.case == other


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"provision": " "}, "provision_missing"),
        ({"authority": ""}, "authority_missing"),
        ({"field": "title"}, "public_wording_missing"),
        ({"field": "dnr"}, "not_markable"),
    ],
)
def test_mark_without_its_ground_is_refused(changes: dict[str, str], code: str) -> None:
    world = cases.world()
    case = case_of(world)

    with pytest.raises(ActionRefused) as refused:
        mark_secrecy(case=case, doing=world.doing(), new=NewMark(row=case, **(GROUND | changes)))

    assert [each.code for each in refused.value.refusals] == [code]


def test_what_is_marked_cannot_be_marked_again() -> None:
    world = cases.world()
    case = case_of(world)
    mark(case, world.doing())

    with pytest.raises(ActionRefused):
        mark(case, world.doing())


def test_officer_cannot_mark() -> None:
    world = cases.world()
    case = case_of(world)
    officer = people.user(world.organisation, Role.OFFICER)

    with pytest.raises(PermissionDenied):
        mark(case, world.doing(by=officer))


def test_database_refuses_a_mark_on_two_things() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    document = case.documents.create(
        running_number=9,
        kind="other",
        direction="internal",
        legal_status="working",
        title="PM",
        registered_on=cases.TODAY,
    )

    with pytest.raises(IntegrityError):
        SecrecyMark.objects.create(
            case=case,
            document=document,
            question=case.questions.first(),
            provision="bestämmelse för prov",
            authority_printed="Kommunstyrelsen",
            marked_on=cases.TODAY,
        )

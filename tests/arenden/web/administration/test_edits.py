"""The administrator's forms: what is wrong is told and kept, what is done is logged."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import FormDraft
from kernel.periods import period
from meetings.choices import MeetingStatus
from parties.choices import PartyScope
from parties.models import Body, Party, PartyGroup, Person
from tests.arenden.web.administration.desk import Desk, desk
from tests.factories import cases, people
from ärenden.models import NumberSeries

pytestmark = pytest.mark.django_db
BOARD = {
    "name": "Socialnämnden",
    "abbreviation": "SN",
    "kind": "committee",
    "paragraph_series": "year",
    "first": "2027-01-01",
    "last": "",
}


def test_body_is_added_and_stands_in_the_list_with_its_time() -> None:
    at = desk()

    response = at.send("admin_body_new", BOARD | {"last": "2030-12-31"})

    body = Body.objects.get(abbreviation="SN")
    days = period(timezone.datetime(2027, 1, 1).date(), timezone.datetime(2031, 1, 1).date())
    assert (response["Location"], body.period) == (at.path("admin_bodies"), days)
    assert "1 januari 2027–31 december 2030" in at.get("admin_bodies")
    assert at.log() == [("Socialnämnden lades till", [])]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"kind": "subcommittee"}, "Välj vilket organ det hör till"),
        ({"last": "2026-12-31"}, "Sista dagen kan inte vara före första dagen"),
        ({"abbreviation": "KF", "first": "2026-01-01"}, "Ett annat organ har samma förkortning"),
        ({"first": "snart"}, "Skriv datumet som"),
        ({"abbreviation": ""}, "Skriv förkortning"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(wrong: dict[str, str], said: str) -> None:
    at = desk()

    response = at.send("admin_body_new", BOARD | wrong)

    page = response.content.decode()
    assert (response.status_code, said in page) == (422, True)
    assert 'value="Socialnämnden"' in page
    assert 'value="Socialnämnden"' in at.get("admin_body_new")
    assert at.log() == []


def test_change_is_logged_with_before_and_after_and_shown_on_the_page() -> None:
    at = desk()
    board = at.world.board
    fields = BOARD | {"kind": "board", "abbreviation": "KS", "first": "2020-01-01", "seats": "13"}

    at.send("admin_body", fields, body=board.public_id)

    changes = [["Namn", "Kommunstyrelsen", "Socialnämnden"], ["Platser", "inget", "13"]]
    assert at.log() == [("Socialnämnden ändrades", changes)]
    page = at.get("admin_body", body=board.public_id)
    assert "Astrid Ansvar" in page
    assert "Namn: Kommunstyrelsen → Socialnämnden" in page


def test_saving_what_was_not_changed_logs_nothing() -> None:
    at = desk()
    person = at.world.asker
    names = {"given_name": "Frida", "family_name": "Fråga"}

    response = at.send("admin_person", names, person=person.public_id)

    assert (response.status_code, at.log()) == (302, [])


def test_protected_person_is_named_on_her_own_page_only() -> None:
    at = desk()
    person = at.world.asker
    names = {"given_name": "Frida", "family_name": "Fråga", "has_protected_identity": "on"}

    at.send("admin_person", names, person=person.public_id)

    lists = ("admin", "admin_people", "admin_changes")
    assert [name for name in lists if "Fråga" in at.get(name)] == []
    assert 'value="Fråga"' in at.get("admin_person", person=person.public_id)
    assert at.log()[0][0] == "Skyddade personuppgifter ändrades"


def test_what_is_used_cannot_be_removed_and_what_is_not_can() -> None:
    at = desk()
    unused = people.person(at.world.organisation, "Fel Inlagd")
    cases.registered_case(at.world)

    for person in (unused, at.world.asker):
        at.client.post(f"{at.path('admin_person', person=person.public_id)}?gor=ta-bort")

    assert list(Person.objects.order_by("pk")) == [at.world.asker, at.world.answerer]
    assert at.log() == [("Fel Inlagd togs bort", [])]


def test_draft_can_be_thrown_away() -> None:
    at = desk()
    at.send("admin_body_new", BOARD | {"first": "snart"})

    at.send("admin_body_new", {"tool": "discard"})

    assert not FormDraft.objects.exists()


def test_new_person_has_a_party_and_then_an_assignment() -> None:
    at = desk()
    new = {"given_name": "Nora", "family_name": "Ny", "party": "V", "first": "2026-10-15"}
    at.send("admin_person_new", new)
    person = Person.objects.get(family_name="Ny")

    seat = {"body": at.world.council.public_id, "role": "member", "first": "2026-10-15"}
    response = at.send("admin_assignment_new", seat, person=person.public_id)

    assert response["Location"] == at.path("admin_person", person=person.public_id)
    assert str(person.affiliations.get().party) == "Vänsterpartiet"
    assert [row.printed_title for row in person.assignments.all()] == [
        "ledamot i kommunfullmäktige"
    ]
    assert at.log()[0] == ("Uppdraget ledamot i kommunfullmäktige för Nora Ny lades till", [])


def test_party_of_a_person_is_changed_and_the_seat_stays() -> None:
    at = desk()
    asker = at.world.asker

    at.send("admin_affiliation", {"party": "–", "first": "2026-03-01"}, person=asker.public_id)

    page = at.get("admin_person", person=asker.public_id)
    assert asker.assignments.get().period == period(people.LONG_AGO)
    assert [text in page for text in ("Partilös", "1 januari 2020–28 februari 2026")] == [True] * 2


def test_local_party_is_added_with_its_colour_and_national_ones_are_not_the_organisations() -> None:
    at = desk()
    fields = {"name": "Provbypartiet", "abbreviation": "PB", "colour": "#6B4E8E"}

    at.send("admin_party_new", fields | {"first": "2022-01-01"})

    party = Party.objects.get(abbreviation="PB")
    assert (party.scope, party.organisation) == (PartyScope.LOCAL, at.world.organisation)
    national = at.path("admin_party", party=people.party().public_id)
    assert at.client.get(national).status_code == 404


def test_party_group_logs_its_parties() -> None:
    at = desk()
    days = {"first": "2022-10-15", "last": ""}
    fields = {"name": "Samling", "body": at.world.council.public_id} | days
    at.send("admin_group_new", fields | {"parties": [people.party().public_id]})
    group = PartyGroup.objects.get()

    both = [people.party().public_id, people.party("V").public_id]
    at.send("admin_group", fields | {"parties": both}, group=group.public_id)

    assert set(group.parties.values_list("abbreviation", flat=True)) == {"S", "V"}
    assert at.log()[0] == ("Gruppen Samling ändrades", [["Partier", "S", "S, V"]])


def test_settings_are_changed_and_a_wrong_number_is_told() -> None:
    at = desk()
    fields = {"name": "Provby", "organisation_number": "12", "area_code": "", "is_indexed": "on"}

    wrong = at.send("admin_organisation", fields)
    at.send(
        "admin_organisation",
        fields | {"organisation_number": "", "second_factor_roles": ["registrar"]},
    )

    assert "Skriv tio siffror" in wrong.content.decode()
    assert at.log() == [
        (
            "Inställningarna ändrades",
            [
                ["Namn", "Provby kommun", "Provby"],
                ["Roller som kräver tvåstegsinloggning", "inget", "Registrator"],
            ],
        )
    ]


def series_fields(at: Desk, **more: str) -> dict[str, object]:
    given = {"code": "KS", "name": "KS", "reset": "yearly", "bodies": at.world.board.public_id}
    return given | {"pattern": "{series} {year}/{seq:5}", "first": "2020-01-01"} | more


def test_next_number_is_shown_before_anything_is_saved() -> None:
    at = desk()
    year = timezone.localdate().year
    fields = series_fields(at, pattern="{year}-{series}:{seq}", tool="preview")

    response = at.send("admin_one_series", fields, series=at.world.series.public_id)

    assert f"{year}-KS:1" in response.content.decode()
    assert at.world.series.templates.get().pattern == "{series} {year}/{seq:5}"


def test_next_number_is_the_one_that_will_be_given() -> None:
    at = desk()
    year = timezone.localdate().year
    cases.registered_case(at.world, series=None, dnr=f"{year}.1 KS")
    fields = series_fields(at, pattern="{series}-{year}/{seq}.{class}", tool="preview")

    response = at.send("admin_one_series", fields, series=at.world.series.public_id)

    assert f"KS-{year}/2.…" in response.content.decode()
    assert f"KS {year}/00002" in at.get("admin_series")


def test_document_number_in_a_pattern_is_refused() -> None:
    at = desk()
    fields = series_fields(at, pattern="{series} {year}/{seq}-{doc}")

    response = at.send("admin_one_series", fields, series=at.world.series.public_id)

    assert "Ta bort {doc}" in response.content.decode()


def test_new_pattern_ends_the_earlier_and_keeps_the_counter() -> None:
    at = desk()
    today = timezone.localdate()
    cases.registered_case(at.world, on=today, received_on=today)
    fields = series_fields(at, pattern="{series} {year}-{seq}", first=today.isoformat())

    at.send("admin_one_series", fields, series=at.world.series.public_id)

    patterns = at.world.series.templates.order_by("period").values_list("pattern", "period")
    assert list(patterns) == [
        ("{series} {year}/{seq:5}", period(people.LONG_AGO, today)),
        ("{series} {year}-{seq}", period(today)),
    ]
    assert f"KS {today.year}-2" in at.get("admin_series")


def test_code_of_a_series_that_has_given_numbers_stands() -> None:
    at = desk()
    cases.registered_case(at.world)

    response = at.send(
        "admin_one_series", series_fields(at, code="KF"), series=at.world.series.public_id
    )

    assert "Serien har redan delat ut nummer" in response.content.decode()
    assert NumberSeries.objects.get().code == "KS"


def test_meeting_with_cases_tells_what_depends_on_it_and_is_cancelled() -> None:
    at = desk()
    meeting = at.world.first_meeting
    cases.registered_case(at.world, target_meeting=meeting)
    before = at.get("admin_meeting", meeting=meeting.public_id)

    fields = {"held_on": "2026-03-30", "kind": "ordinary", "mode": "on_site"}
    at.send("admin_meeting", fields | {"status": "cancelled"}, meeting=meeting.public_id)

    meeting.refresh_from_db()
    assert "1 ärende ska upp på sammanträdet" in before
    assert meeting.status == MeetingStatus.CANCELLED
    assert at.log()[0][1] == [["Läge", "Planerat", "Inställt"]]


def test_registrar_may_not_administer() -> None:
    at = desk()
    client = Client()
    client.force_login(at.world.registrar)

    statuses = {client.get(at.path(name)).status_code for name in ("admin", "admin_roles")}

    assert statuses == {403}

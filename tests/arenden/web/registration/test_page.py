"""Registrera: from what is typed to a case, and nothing lost on the way."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import FormDraft, Upload
from accounts.roles import Role
from tests.arenden.web.registration.forms import PDF, pdf, typed
from tests.factories import people
from ärenden.choices import Capacity, Fact
from ärenden.models import Case, FileRendition, Proposal

pytestmark = pytest.mark.django_db


def as_user(client, world, role):
    user = people.user(world.organisation, role, name="Nils Nämndsekreterare")
    client.force_login(user)
    return user


def test_form_becomes_a_case_with_number_names_and_texts(registrar, world, path):
    response = registrar.post(path, typed(world, question_intro="Jag frågar:", channel="email"))

    case = Case.objects.get()
    names = case.agents.values_list("capacity", "name_printed", "party_printed", "person")
    assert response.url == path.replace("registrera/", f"arenden/{case.public_id}/")
    assert case.dnr == f"KS {timezone.localdate().year}/00001"
    assert case.motivation == "Bänkarna är slitna.\n\nMycket slitna."
    assert list(case.questions.values_list("number", "label_printed", "text")) == [
        (1, "1.", "Hur många?"),
        (2, "2.", "När målas de?"),
    ]
    assert set(names) == {
        (Capacity.SIGNATORY, "Frida Fråga", "(V)", world.asker.pk),
        (Capacity.ADDRESSEE, "Sven Svar", "(S)", world.answerer.pk),
    }


def test_motion_keeps_its_points(registrar, world, path):
    points = ["att kommunen sätter upp tio cykelställ", "de målas gröna"]
    registrar.post(path, typed(world, case_type="motion", shown_type="motion", question=points))

    stored = Proposal.objects.get().points.values_list("number", "has_att", "text")
    assert list(stored) == [(1, True, points[0]), (2, False, points[1])]
    assert Case.objects.get().questions.count() == 0


def test_name_left_in_the_box_is_an_asker_after_those_in_the_list(registrar, world, path):
    registrar.post(path, typed(world, new_asker="Ny Person", new_asker_party="–"))

    names = Case.objects.get().agents.filter(capacity=Capacity.SIGNATORY)
    assert list(names.values_list("position", "name_printed", "party_printed", "person")) == [
        (1, "Frida Fråga", "(V)", world.asker.pk),
        (2, "Ny Person", "(–)", None),
    ]


def test_party_alone_may_stand_for_the_asker(registrar, world, path):
    party = people.party("V")
    registrar.post(path, typed(world, asker=None, on_behalf_of=str(party.public_id)))

    assert Case.objects.get().on_behalf_of == party


def test_office_alone_is_linked_to_its_holder(registrar, world, path):
    registrar.post(path, typed(world, addressee="kommunstyrelsens ordförande"))

    addressee = Case.objects.get().agents.get(capacity=Capacity.ADDRESSEE)
    assert (addressee.name_printed, addressee.person, addressee.body) == (
        "kommunstyrelsens ordförande",
        world.answerer,
        world.board,
    )


def test_same_form_sent_twice_registers_once(registrar, world, path):
    fields = typed(world)

    first, second = registrar.post(path, fields), registrar.post(path, fields)

    assert (first.url, Case.objects.count()) == (second.url, 1)


def test_form_with_its_own_number_sent_twice_is_no_duplicate(registrar, world, path):
    fields = typed(world, dnr="KS 2019/7", own_number="Interpellation 2026:3")

    first, second = registrar.post(path, fields), registrar.post(path, fields)

    assert (first.url, Case.objects.count()) == (second.url, 1)


def test_late_autosave_of_a_registered_form_leaves_no_draft(registrar, world, path):
    fields = typed(world)
    registrar.post(path, fields)

    headers = {"HX-Request": "true", "HX-Target": "saved"}
    response = registrar.post(path, fields | {"edit": "save"}, headers=headers)

    address = path.replace("registrera/", f"arenden/{Case.objects.get().public_id}/")
    assert (response.headers["HX-Redirect"], FormDraft.objects.count()) == (address, 0)


def test_sent_form_leaves_no_draft_and_no_waiting_file(registrar, world, path):
    registrar.post(path, typed(world, edit="save", file=[pdf()]))

    registrar.post(path, typed(world))

    stored = FileRendition.objects.values_list("name", "media_type", "size")
    assert list(stored) == [("underskriven.pdf", "application/pdf", len(PDF))]
    assert (FormDraft.objects.count(), Upload.objects.count()) == (0, 0)


def test_wrong_fields_are_told_together_and_keep_what_was_typed(registrar, world, path):
    wrong = {"addressee": "", "received_on": "31/2", "title": "", "asker": None}
    response = registrar.post(path, typed(world, **wrong, file=[pdf()]))

    page = response.content.decode()
    sentences = [
        "Fyra saker behöver rättas",
        "Ange vem som ställt den, eller vilket parti",
        "Ange vem den ställs till",
        "Datumet 31/2 finns inte i kalendern",
        "Skriv rubriken som den står i handlingen",
    ]
    kept = ['value="31/2"', "Mycket slitna.", "När målas de?", "underskriven.pdf"]
    assert response.status_code == 422
    assert [text for text in (*sentences, *kept) if text not in page] == []
    assert Case.objects.count() == 0


def test_office_too_long_to_store_is_told_at_the_field(registrar, world, path):
    response = registrar.post(path, typed(world, addressee=f"Sven Svar (S), {'o' * 161}"))

    assert response.status_code == 422
    assert "Uppdraget kan ha högst 160 tecken" in response.content.decode()


def test_office_of_an_asker_is_kept_as_it_was_typed(registrar, world, path):
    added = typed(world, edit="add_asker", asker=None, new_asker="Frida Fråga (V), gruppledare")
    registrar.post(path, added)
    registrar.post(path, {**FormDraft.objects.get().data, "edit": "register"})

    signed = Case.objects.get().agents.get(capacity="signatory")
    assert (signed.person, signed.party.abbreviation) == (world.asker, "V")
    assert (str(signed), signed.roles_printed) == ("Frida Fråga (V)", ["gruppledare"])


def test_day_after_today_is_refused(registrar, world, path):
    response = registrar.post(path, typed(world, received_on="i morgon"))

    assert "Inkommen dag kan inte vara efter i dag" in response.content.decode()


def test_file_of_wrong_type_is_told_and_the_others_are_kept(registrar, world, path):
    program = pdf("spel.exe", b"MZ\x90\x00")
    response = registrar.post(path, typed(world, file=[pdf(), program]))

    assert response.status_code == 422
    assert "spel.exe: Filen är ett program." in response.content.decode()
    assert [upload.name for upload in Upload.objects.all()] == ["underskriven.pdf"]


def test_waiting_file_can_be_removed_by_its_owner_only(registrar, world, path):
    registrar.post(path, typed(world, edit="save", file=[pdf(), pdf("två.pdf", b"%PDF-1")]))
    first, second = Upload.objects.all()
    other = people.user(world.organisation)
    foreign = Upload.objects.create(user=other, path=path, name="annans.pdf", size=1, file=pdf())

    for upload in (first, foreign):
        registrar.post(path, typed(world, edit=f"remove_file:{upload.public_id}"))

    assert list(Upload.objects.order_by("id")) == [second, foreign]


def test_post_after_the_sign_in_ran_out_comes_back_filled_in(client, world, path):
    response = client.post(path, typed(world, title="Om allt jag skrev", file=[pdf()]))

    client.force_login(world.registrar)
    page = client.get(path).content.decode()
    kept = ["Om allt jag skrev", "Mycket slitna.", "Frida Fråga", "underskriven.pdf", "När målas"]
    assert response.url.startswith("/logga-in/")
    assert [text for text in kept if text not in page] == []


def test_draft_can_be_thrown_away(registrar, world, path):
    registrar.post(path, typed(world, edit="save", file=[pdf()]))

    registrar.post(path, typed(world, edit="discard"))

    assert "Interpellation om bänkarna" not in registrar.get(path).content.decode()
    assert (FormDraft.objects.count(), Upload.objects.count()) == (0, 0)


def test_registrar_may_say_why_facts_are_missing(registrar, world, path):
    reasons = {
        "unknown_signatory": "Står inte i handlingen",
        "unknown_addressee": "Ingen nämns",
        "unknown_received_on": "Ingen stämpel",
        "unknown_number": "Diariefördes aldrig",
    }
    lacking = {"asker": None, "addressee": "", "received_on": "", "series": ""}
    registrar.post(path, typed(world, **lacking, **reasons))

    event = Case.objects.get().events.get()
    assert event.unknown == {
        Fact.SIGNATORY: "Står inte i handlingen",
        Fact.ADDRESSEE: "Ingen nämns",
        Fact.RECEIVED_ON: "Ingen stämpel",
        Fact.NUMBER: "Diariefördes aldrig",
    }


def test_reason_beside_the_fact_itself_is_refused(registrar, world, path):
    response = registrar.post(path, typed(world, unknown_received_on="Ingen stämpel"))

    assert response.status_code == 422
    assert "Ta bort skälet eller uppgiften" in response.content.decode()


def test_committee_secretary_cannot_waive_or_import_by_posting_the_fields(client, world, path):
    as_user(client, world, Role.COMMITTEE_SECRETARY)
    sneaked = {"addressee": "", "unknown_addressee": "Ingen nämns", "dnr": "KS 2019/7"}

    refused = client.post(path, typed(world, **sneaked))
    client.post(path, typed(world, dnr="KS 2019/7"))

    assert (refused.status_code, "Ingen nämns" in refused.content.decode()) == (422, False)
    case = Case.objects.get()
    assert (case.dnr, case.events.get().unknown) == (f"KS {timezone.localdate().year}/00001", {})


def test_number_given_elsewhere_is_kept_and_not_taken_twice(registrar, world, path):
    registrar.post(path, typed(world, dnr="BUN 2019/0007"))

    response = registrar.post(path, typed(world, dnr="bun 2019-7"))

    case = Case.objects.get()
    assert (case.dnr, case.sequence) == ("BUN 2019/0007", None)
    assert "Numret finns redan: BUN 2019/0007" in response.content.decode()


def test_series_that_prints_a_classification_asks_for_it_and_keeps_it(registrar, world, path):
    world.series.templates.update(pattern="{year}/{series} {seq:4} {class}")
    other = people.series(world.organisation, code="BUN")
    year = timezone.localdate().year

    plain = registrar.post(path, typed(world, edit="show", series=other.public_id), follow=True)
    without = registrar.post(path, typed(world))
    refused = registrar.post(path, typed(world, classification="1.2", title=""))
    registrar.post(path, typed(world, classification="1.2"))

    assert 'name="classification"' not in plain.content.decode()
    assert f"nästa nummer {year}/KS 0001 …" in plain.content.decode()
    assert "Ange klassificeringen, som ingår i numret" in without.content.decode()
    assert 'name="classification" value="1.2"' in refused.content.decode()
    assert Case.objects.get().dnr == f"{year}/KS 0001 1.2"


@pytest.mark.parametrize(
    ("role", "status"), [(Role.COUNCILLOR, 403), (Role.OFFICER, 403), (Role.REVIEWER, 403)]
)
def test_roles_that_do_not_register_are_refused(client, world, path, role, status):
    person = world.asker if role == Role.COUNCILLOR else None
    client.force_login(people.user(world.organisation, role, person=person))

    assert client.get(path).status_code == status
    assert client.post(path, typed(world)).status_code == status
    assert Case.objects.count() == 0


def test_registrar_of_another_organisation_finds_no_page(client, world, path):
    client.force_login(people.user(people.organisation(name="Grannby kommun")))

    assert client.post(path, typed(world)).status_code == 404


def test_page_asks_the_database_no_more_for_more_people(
    registrar, world, path, django_assert_num_queries
):
    today = timezone.localdate()
    for days in (20, 40):
        people.meeting(world.council, today + timedelta(days=days))
    registrar.get(path)
    with CaptureQueriesContext(connection) as few:
        registrar.get(path)
    for number in range(12):
        people.person(world.organisation, f"Anna {number}", party=people.party("S"))
        people.meeting(world.council, today + timedelta(days=60 + number))

    with django_assert_num_queries(len(few)):
        registrar.get(path)

"""The tools of the form: each a button that works without script, and by HTMX in its part."""

from collections.abc import Mapping

import pytest
from django.utils import timezone

from accounts.models import FormDraft
from tests.arenden.web.registration.forms import typed
from tests.factories import people
from ärenden.web.registration.askers import unpacked

pytestmark = pytest.mark.django_db


def kept() -> Mapping[str, list[str]]:
    return FormDraft.objects.get().data


@pytest.mark.parametrize(
    ("tool", "texts", "labels"),
    [
        ("up:2", ["B", "A one\nA two", "C"], ["2.", "1.", "3."]),
        ("down:2", ["A one\nA two", "C", "B"], ["1.", "3.", "2."]),
        ("join:2", ["A one\nA two", "B\nC"], ["1.", "2."]),
        ("split:1", ["A one", "A two", "B", "C"], ["1.", "", "2.", "3."]),
        ("split:2", ["A one\nA two", "B", "C"], ["1.", "2.", "3."]),
        ("remove:2", ["A one\nA two", "C"], ["1.", "3."]),
        ("add", ["A one\nA two", "B", "C", ""], ["1.", "2.", "3.", ""]),
        ("up:9", ["A one\nA two", "B", "C"], ["1.", "2.", "3."]),
        ("up:x", ["A one\nA two", "B", "C"], ["1.", "2.", "3."]),
    ],
)
def test_list_tool_changes_texts_and_signs_together(registrar, world, path, tool, texts, labels):
    items = {"question": ["A one\r\nA two", "B", "C"], "question_label": ["1.", "2.", "3."]}
    registrar.post(path, typed(world, edit=tool, **items))

    kept_texts = [text.replace("\r\n", "\n") for text in kept()["question"]]
    assert (kept_texts, kept()["question_label"]) == (texts, labels)


def test_split_divides_where_the_cursor_stood(registrar, world, path):
    registrar.post(path, typed(world, edit="split:1", cursor="4", question=["Hur många?"]))

    assert kept()["question"] == ["Hur", "många?"]


def test_removed_question_comes_back_in_its_place(registrar, world, path):
    registrar.post(path, typed(world, edit="remove:1"))
    registrar.post(path, {**kept(), "edit": "undo"})

    assert kept()["question"] == ["Hur många?", "När målas de?"]
    assert kept()["question_label"] == ["1.", "2."]


def test_tool_without_script_leads_back_to_the_changed_question(registrar, world, path):
    response = registrar.post(path, typed(world, edit="down:1"))

    page = registrar.get(path).content.decode()
    assert response.url == f"{path}#question-2"
    assert page.index("När målas de?") < page.index("Hur många?")


def test_tool_by_htmx_sends_only_its_part_and_says_what_it_did(registrar, world, path):
    headers = {"HX-Request": "true", "HX-Target": "questions"}
    response = registrar.post(path, typed(world, edit="up:2"), headers=headers)

    page = response.content.decode()
    assert "Fråga 2 är nu 1" in page
    assert ("<html" in page, "id_received_on" in page) == (False, False)


def test_pasted_questions_are_split_and_the_original_stays(registrar, world, path):
    pasted = "Jag vill fråga:\n\n- Är det kallt?\n- Blir det varmt?"
    registrar.post(path, typed(world, edit="split_pasted", pasted=pasted, question=None))

    assert kept()["question"] == ["Är det kallt?", "Blir det varmt?"]
    assert kept()["question_intro"] == ["Jag vill fråga:"]
    assert (kept()["original"], kept()["pasted"]) == ([pasted], [""])
    assert kept()["found"] == ["Texten innehöll två frågor."]


def test_paste_without_questions_stays_in_the_box(registrar, world, path):
    registrar.post(path, typed(world, edit="split_pasted", pasted="Bara prat."))

    assert kept()["pasted"] == ["Bara prat."]
    assert kept()["question"] == ["Hur många?", "När målas de?"]


def test_pasted_paper_fills_only_what_is_empty(registrar, world, path):
    paper = "Fråga om snö\n\nDet snöar.\n\nJag frågar:\n\n1. Hur mycket?\n\nNy Man (V)"
    empty = {"motivation": "", "question": None, "question_label": None, "asker": None}
    registrar.post(path, typed(world, edit="read_paper", paper=paper, title="Mitt", **empty))

    asker = unpacked(kept()["asker"][0])
    assert (kept()["title"], kept()["motivation"]) == (["Mitt"], ["Det snöar."])
    assert (kept()["question"], kept()["question_label"]) == (["Hur mycket?"], ["1."])
    assert asker
    assert (asker.name, asker.party, asker.person) == ("Ny Man", "V", "")


def test_pasted_motion_makes_the_form_one_of_a_motion(registrar, world, path):
    paper = "Motion om cykelställ\n\nJag yrkar\n\natt tio ställ sätts upp\natt de målas"
    registrar.post(path, typed(world, edit="read_paper", paper=paper, question=None))

    assert (kept()["case_type"], kept()["body"]) == (["motion"], [str(world.council.public_id)])
    assert kept()["question"] == ["att tio ställ sätts upp", "att de målas"]


def test_askers_keep_their_order_and_can_be_moved_and_removed(registrar, world, path):
    person = people.person(
        world.organisation, "Bo Berg", party=people.party("M", name="Moderaterna")
    )
    registrar.post(path, typed(world, edit=f"choose_asker:{person.public_id}"))
    registrar.post(path, {**kept(), "edit": "add_asker", "new_asker": "Ny Kvinna (S)"})
    registrar.post(path, {**kept(), "edit": "move_asker:3"})
    registrar.post(path, {**kept(), "edit": "remove_asker:1"})

    askers = [unpacked(value) for value in kept()["asker"]]
    assert [(each.name, each.party, each.person) for each in askers if each] == [
        ("Ny Kvinna", "S", ""),
        ("Bo Berg", "M", str(person.public_id)),
    ]


def test_enter_in_the_asker_box_adds_the_known_person_with_party(registrar, world, path):
    registrar.post(path, typed(world, edit="enter", asker=None, new_asker="frida fråga"))

    asker = unpacked(kept()["asker"][0])
    assert asker
    assert (asker.party, asker.person) == ("V", str(world.asker.public_id))


def test_people_are_suggested_by_any_part_of_the_name(registrar, world, path):
    people.person(people.organisation(), "Frida Frågvis")
    headers = {"HX-Request": "true", "HX-Target": "people"}
    response = registrar.post(path, typed(world, edit="save", new_asker="frå"), headers=headers)

    page = response.content.decode()
    assert (page.count("choose_asker:"), str(world.asker.public_id) in page) == (1, True)


def test_holders_are_suggested_until_the_text_fits_none(registrar, world, path):
    headers = {"HX-Request": "true", "HX-Target": "holders"}
    found, none = (
        registrar.post(path, typed(world, edit="save", addressee=text), headers=headers)
        for text in ("styrelse", "skatteverket")
    )

    assert "choose_addressee:Sven Svar (S), ordförande i kommunstyrelsen" in found.content.decode()
    assert "choose_addressee" not in none.content.decode()


def test_change_of_type_moves_to_the_body_of_that_type(registrar, world, path):
    registrar.post(path, typed(world, edit="show", case_type="committee"))

    assert kept()["body"] == [str(world.board.public_id)]


def test_aside_tells_the_next_number_the_meeting_and_what_is_alike(registrar, world, path):
    today = timezone.localdate()
    registrar.post(path, typed(world))
    people.meeting(world.council, today)
    headers = {"HX-Request": "true", "HX-Target": "saved"}

    changed = typed(world, edit="save", title="Interpellation om bänkarna i parken")
    page = registrar.post(path, changed, headers=headers).content.decode()

    told = [f"KS {today.year}/00002", "Kommunfullmäktige", f"KS {today.year}/00001 Interpellation"]
    assert [text for text in told if text not in page] == []


def test_aside_tells_what_the_law_asks_for_until_it_is_there(registrar, world, path):
    headers = {"HX-Request": "true", "HX-Target": "saved"}
    bare, whole = (
        registrar.post(path, typed(world, edit="save", **changes), headers=headers)
        for changes in ({"motivation": "", "question": None}, {})
    )

    law = ["ska ha en motivering", "Ingen fråga är inlagd än"]
    assert [text for text in law if text not in bare.content.decode()] == []
    assert "Att se över" not in whole.content.decode()


def test_other_fields_sent_do_not_break_the_page(registrar, world, path):
    strange = {"removed": ["x"], "cursor": "-1", "body": "7", "series": "7", "asker": ["[]"]}
    response = registrar.post(path, typed(world, edit="undo", **strange), follow=True)

    assert response.status_code == 200

"""A note that another changes or deletes while a member is writing in it."""

import pytest
from django.test import Client

from tests.arenden.groups.making import TODAY, Grouped, grouped, path
from ärenden.actions.groups import Content, rewrite_note, settle_note
from ärenden.exceptions import ChangedMeanwhile
from ärenden.models import GroupNote

pytestmark = pytest.mark.django_db


def test_note_that_another_rewrote_meanwhile_is_not_overwritten_unseen(
    client: Client, made: Grouped
) -> None:
    note = made.note("Ring Eva")
    page = path(made, "group_note", entry=note.public_id)
    mark = client.get(page).context["shown"]
    rewrite_note(note, content=Content(text="Ring Olle"), shown=mark)

    refused = client.post(page, {"text": "Ring Pia", "shown": mark})
    note.refresh_from_db()

    said = refused.content.decode()
    assert (refused.status_code, note.text) == (409, "Ring Olle")
    assert "<p>Ring Olle</p>" in said
    assert "Ring Pia</textarea>" in said
    client.post(page, {"text": "Ring Pia", "shown": refused.context["shown"]})
    note.refresh_from_db()
    assert note.text == "Ring Pia"


def test_words_typed_while_another_deleted_the_note_make_a_new_one(
    client: Client, made: Grouped
) -> None:
    note = made.note("Ring Eva")
    page = path(made, "group_note", entry=note.public_id)
    opened = client.get(page).context
    sent = {"text": "Ring Pia", "ask_again_on": "1 mars 2027", "shown": opened["shown"]}
    note.delete()

    gone = client.post(page, sent | {"case": str(opened["case"])})

    form = gone.context["form"]
    assert gone.status_code == 409
    assert "någon annan raderade anteckningen" in gone.content.decode()
    client.post(gone.context["case_url"], {field.html_name: field.value() for field in form})
    new = GroupNote.objects.get()
    assert (new.text, new.case, f"{new.ask_again_on}") == ("Ring Pia", made.case, "2027-03-01")
    assert client.post(page, sent | {"case": "x"}).status_code == 404


def test_note_that_was_deleted_meanwhile_does_not_come_back() -> None:
    note = grouped().note()
    GroupNote.objects.all().delete()

    settle_note(note, on=TODAY)
    with pytest.raises(ChangedMeanwhile):
        rewrite_note(note, content=Content(text="En gång till"), shown=note.mark)

    assert not GroupNote.objects.exists()

"""Written, saved, shared and handed in: nothing typed is lost."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone

from tests.arenden.web.councillor.typed import TYPED, at, begun, hand_in, of, saved, signed_in
from tests.factories.drafts import WORDS, Writers
from ärenden.models import Draft, Submission

pytestmark = pytest.mark.django_db


def test_new_text_is_written_and_saved_as_typed(author: Client, those: Writers) -> None:
    draft = saved(author, those)

    page = author.get(of(those, "draft", draft)).content.decode()
    assert draft.written == WORDS
    assert "Bara du ser utkastet" in page
    assert WORDS.items[1] in page


def test_autosave_answers_with_the_version_that_is_now(author: Client, those: Writers) -> None:
    draft = saved(author, those)

    fields = TYPED | {"title": "Ny rubrik", "version": draft.version, "edit": "save"}
    part = author.post(
        of(those, "draft", draft), fields, headers={"HX-Request": "true", "HX-Target": "saved"}
    ).content.decode()

    assert "Sparat" in part
    assert f'value="{draft.version + 1}" hx-swap-oob="true"' in part
    assert "<html" not in part


def test_two_windows_lose_nothing(author: Client, those: Writers) -> None:
    draft = saved(author, those)
    path, old = of(those, "draft", draft), draft.version
    author.post(path, TYPED | {"title": "Första fönstret", "version": old, "edit": "save"})

    second = TYPED | {"title": "Andra fönstret", "version": old, "edit": "save"}
    part = author.post(path, second, headers={"HX-Target": "saved"}).content.decode()
    clash = author.get(path)

    assert "Texten är ändrad i ett annat fönster" in part
    assert clash.status_code == HTTPStatus.CONFLICT
    shown = clash.content.decode()
    assert "Första fönstret" in shown
    assert "Andra fönstret" in shown
    version = Draft.objects.get().version
    author.post(path, second | {"version": version})
    assert Draft.objects.get().title == "Andra fönstret"
    assert author.get(path).status_code == HTTPStatus.OK


@pytest.mark.parametrize("part", ["saved", "questions", "holders"])
def test_older_window_is_told_beside_its_words_and_goes_on_keeping_them(
    author: Client, those: Writers, part: str
) -> None:
    draft = saved(author, those)
    path = of(those, "draft", draft)

    typed = TYPED | {"title": "Andra fönstret", "version": 1, "edit": ""}
    response = author.post(path, typed, headers={"HX-Request": "true", "HX-Target": part})

    assert response["HX-Retarget"] == "#saved"
    assert f'hx-post="{path}"' in response.content.decode()


def test_window_left_open_is_told_that_the_text_is_handed_in(
    author: Client, those: Writers
) -> None:
    draft = saved(author, those)
    hand_in(author, those, draft)
    path, typed = of(those, "draft", draft), TYPED | {"title": "För sent", "version": draft.version}

    part = author.post(path, typed, headers={"HX-Request": "true", "HX-Target": "questions"})
    page = author.post(path, typed)

    told = "Inte sparat. Texten är inlämnad och kan inte längre ändras."
    assert (part.status_code, page.status_code) == (HTTPStatus.CONFLICT, HTTPStatus.CONFLICT)
    assert (part["HX-Retarget"], told in part.content.decode()) == ("#saved", True)
    assert told in page.content.decode()
    assert "För sent" in page.content.decode()


def test_kept_draft_may_be_chosen_instead(author: Client, those: Writers) -> None:
    draft = saved(author, those)
    path = of(those, "draft", draft)
    author.post(path, TYPED | {"title": "För sent", "version": 1, "edit": "save"})

    author.post(path, {"edit": "drop"})

    assert author.get(path).status_code == HTTPStatus.OK
    assert Draft.objects.get().title == WORDS.title


def test_tools_move_and_remove_and_undo_without_script(author: Client, those: Writers) -> None:
    draft = saved(author, those)
    path = of(those, "draft", draft)

    author.post(path, TYPED | {"version": draft.version, "edit": "up:2"})
    assert Draft.objects.get().items == [WORDS.items[1], WORDS.items[0]]

    author.post(path, TYPED | {"version": draft.version + 1, "edit": "remove:1"})
    page = author.get(path).content.decode()
    assert Draft.objects.get().items == [WORDS.items[1]]
    assert 'value="undo"' in page


def test_office_holders_are_suggested(author: Client, those: Writers) -> None:
    draft = saved(author, those)

    fields = TYPED | {"addressee": "sven", "version": draft.version, "edit": ""}
    part = author.post(of(those, "draft", draft), fields, headers={"HX-Target": "holders"})

    assert "Sven Svar (S), ordförande i kommunstyrelsen" in part.content.decode()


def test_hindrances_stand_on_the_review_with_their_law(author: Client, those: Writers) -> None:
    draft = begun(author, those)

    page = author.get(of(those, "review", draft)).content.decode()

    for told in ("Skriv en motivering", "5 kap. 60 §", "Ange vem", "5 kap. 59 §", "Skriv minst en"):
        assert told in page
    assert ">Lämna in</button>" not in page


def test_review_says_when_it_is_put(author: Client, those: Writers) -> None:
    page = author.get(of(those, "review", saved(author, those))).content.decode()

    assert "Lämnas interpellationen in senast" in page


def test_handed_in_gives_a_receipt_that_can_be_checked(author: Client, those: Writers) -> None:
    response = hand_in(author, those, saved(author, those))

    submission = Submission.objects.get()
    page = response.content.decode()
    assert submission.sha256 in page
    assert "Inlämnad. Här är din kvittens." in page
    text = author.get(at(those, "handed_in_text", submission=submission.public_id))
    assert text.getvalue().decode() == submission.text


def test_handed_in_twice_leads_to_the_same_receipt(author: Client, those: Writers) -> None:
    draft = saved(author, those)

    first, second = (hand_in(author, those, draft) for _ in range(2))

    assert first.redirect_chain == second.redirect_chain
    assert Submission.objects.count() == 1


def test_text_changed_in_another_window_is_read_again_first(author: Client, those: Writers) -> None:
    draft = saved(author, those)

    response = author.post(of(those, "review", draft), {"version": draft.version - 1})

    page = response.content.decode()
    local = timezone.localtime(draft.saved_at)
    assert response.status_code == HTTPStatus.CONFLICT
    assert f"Texten ändrades i dag kl. {local:%H.%M}" in page
    assert "Läs igenom den igen" in page
    assert Submission.objects.count() == 0


def test_cosigner_signs_herself_and_is_asked_again_after_a_change(
    author: Client, those: Writers
) -> None:
    draft = saved(author, those)
    share = of(those, "share", draft)
    author.post(share, {"do": "invite", "who": str(those.colleague_person.public_id)})
    colleague = signed_in(those.colleague)
    desk = colleague.get(at(those, "my_cases")).content.decode()
    assert "Frida Fråga vill att du skriver under" in desk

    colleague.post(share, {"do": "sign", "sum": draft.checksum})
    assert (
        "Du har skrivit under texten" in colleague.get(of(those, "draft", draft)).content.decode()
    )

    author.post(
        of(those, "draft", draft),
        TYPED | {"title": "Ny rubrik", "version": draft.version, "edit": "save"},
    )
    desk = colleague.get(at(those, "my_cases")).content.decode()
    assert "Texten har ändrats sedan du skrev under" in desk


def test_author_is_asked_before_an_invitation_and_its_signature_are_gone(
    author: Client, those: Writers
) -> None:
    draft = saved(author, those)
    share, key = of(those, "share", draft), str(those.colleague_person.public_id)
    author.post(share, {"do": "invite", "who": key})

    said = author.get(of(those, "draft", draft)).content.decode()
    author.post(share, {"do": "uninvite", "who": key})

    assert f'<dialog class="dialog" id="uninvite-{key}"' in said
    assert f'<input type="hidden" name="who" value="{key}">' in said
    assert '<button class="btn danger" type="submit" name="do" value="uninvite">' in said
    assert not draft.cosigners.exists()


def test_who_declines_is_led_to_her_desk(author: Client, those: Writers) -> None:
    draft = saved(author, those)
    share = of(those, "share", draft)
    author.post(share, {"do": "invite", "who": str(those.colleague_person.public_id)})
    colleague = signed_in(those.colleague)

    response = colleague.post(share, {"do": "decline", "text": "Hinner inte"})

    assert response["Location"] == at(those, "my_cases")
    assert colleague.get(of(those, "draft", draft)).status_code == HTTPStatus.NOT_FOUND
    assert "Har tackat nej: Hinner inte" in author.get(of(those, "draft", draft)).content.decode()


def test_leader_reads_and_comments_and_no_more(author: Client, those: Writers) -> None:
    draft = saved(author, those)
    author.post(of(those, "share", draft), {"do": "name", "who": str(those.leader.public_id)})
    leader = signed_in(those.leader)

    leader.post(of(those, "share", draft), {"do": "comment", "text": "Korta den."})

    assert "Korta den." in author.get(of(those, "draft", draft)).content.decode()
    for path in (of(those, "draft", draft), of(those, "review", draft)):
        assert leader.post(path, TYPED).status_code == HTTPStatus.FORBIDDEN
    assert leader.post(of(those, "discard_draft", draft)).status_code == HTTPStatus.FORBIDDEN

"""The answerer's workplace: writing together, handing in, and the ways out."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from accounts.roles import Role
from kernel.dates import instant
from tests.arenden.web import acting
from tests.factories import answers, cases, people
from tests.factories.answers import EMPTY, Answering
from ärenden.actions.answer_submission import whole_text
from ärenden.choices import AnswerState, Coverage
from ärenden.drafting import checksum
from ärenden.models import AnswerDraft
from ärenden.models.answer_drafts import mark_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def those() -> Answering:
    world = acting.world()
    return answers.answering(world, acting.permitted(world))


def url(those: Answering, name: str = "answer") -> str:
    return reverse(f"arenden:{name}", args=[those.world.organisation.slug, those.case.public_id])


def keys(those: Answering) -> list[str]:
    return [f"q{question.pk}" for question in those.questions]


def as_typed(those: Answering, *texts: str, shown: str = EMPTY) -> dict[str, str]:
    """The form of the page with answers in its boxes."""
    fields = {}
    for key, text in zip(keys(those), texts, strict=False):
        fields |= {f"text_{key}": text, f"coverage_{key}": "full", f"shown_{key}": shown}
    return fields


def sent(client: Client, those: Answering, user: User, **fields: str) -> HttpResponse:
    client.force_login(user)
    return client.post(url(those), fields)


def draft_of(those: Answering) -> AnswerDraft:
    return AnswerDraft.objects.get(case=those.case)


def begun(those: Answering, *texts: str) -> AnswerDraft:
    return answers.shared(those, *texts, at=timezone.now())


def test_saved_without_script_stands_in_the_boxes(client: Client, those: Answering) -> None:
    response = sent(client, those, those.answerer, **as_typed(those, "Tolv.", "I maj."))

    page = client.get(response["Location"])
    assert [field.text for field in page.context["fields"] if field.question] == ["Tolv.", "I maj."]
    assert page.context["cover"].sentence == "2 av 2 besvarade"


def test_saved_as_one_types_answers_with_the_marks_alone(client: Client, those: Answering) -> None:
    client.force_login(those.answerer)

    response = client.post(
        url(those), as_typed(those, "Tolv."), headers={"HX-Request": "true", "HX-Target": "saved"}
    )

    said = response.content.decode()
    assert mark_of("Tolv.", Coverage.FULL) in said
    assert "1 av 2 besvarade, 1 utan svar" in said
    assert "<textarea" not in said


def test_second_writer_is_told_who_changed_what_and_keeps_her_words(
    client: Client, those: Answering
) -> None:
    begun(those, "Tolv.")
    shown = mark_of("Tolv.", Coverage.FULL)
    sent(client, those, those.officer, **as_typed(those, "Elva.", shown=shown))

    response = sent(client, those, those.answerer, **as_typed(those, "Tretton.", shown=shown))

    [field, *_] = [each for each in response.context["fields"] if each.question]
    assert response.status_code == 409
    assert (field.text, field.theirs.text) == ("Tretton.", "Elva.")
    assert "Hanna Handläggare, i dag" in response.content.decode()
    assert draft_of(those).texts.get().text == "Elva."


@pytest.mark.parametrize(("choice", "stands"), [("keep", "Tretton."), ("drop", "Elva.")])
def test_collision_is_settled_by_choosing(
    client: Client, those: Answering, choice: str, stands: str
) -> None:
    begun(those, "Tolv.")
    shown, theirs = mark_of("Tolv.", Coverage.FULL), mark_of("Elva.", Coverage.FULL)
    sent(client, those, those.officer, **as_typed(those, "Elva.", shown=shown))
    [key, _] = keys(those)
    chosen = {"keep": f"{key}:{theirs}", "drop": key}[choice]

    fields = as_typed(those, "Tretton.", shown=shown)
    response = sent(client, those, those.answerer, **fields, **{choice: chosen})

    assert response["Location"] == f"{url(those)}#{key}"
    assert draft_of(those).texts.get().text == stands


def test_commenter_reads_and_comments_and_has_no_boxes(client: Client, those: Answering) -> None:
    begun(those, "Tolv.")
    [key, _] = keys(those)

    sent(client, those, those.colleague, **{"comment": key, f"comment_{key}": "Är det elva?"})
    page = client.get(url(those)).content.decode()

    assert "Är det elva?" in page
    assert "Tolv." in page
    assert f'name="text_{key}"' not in page
    assert sent(client, those, those.colleague, **as_typed(those, "X")).status_code == 403


def test_shared_and_revoked_on_its_page(client: Client, those: Answering) -> None:
    client.force_login(those.answerer)

    client.post(url(those, "answer_share"), {"user": those.officer.pk, "level": "writes"})
    share = draft_of(those).shares.get()
    client.post(url(those, "answer_share"), {"revoke": share.pk})

    share.refresh_from_db()
    assert (share.user, share.may_write) == (those.officer, True)
    assert share.revoked_at is not None


def test_sharing_is_offered_with_those_who_may_help_in_this_organisation(
    client: Client, those: Answering
) -> None:
    people.user(people.organisation(), Role.OFFICER)
    client.force_login(those.answerer)

    page = client.get(url(those, "answer_share"))

    assert list(page.context["form"].fields["user"].queryset) == [those.officer, those.colleague]


def test_read_and_handed_in_it_leads_to_the_receipt(client: Client, those: Answering) -> None:
    draft = begun(those, "Tolv.", "I maj.")
    client.force_login(those.answerer)
    read = client.get(url(those, "answer_review")).context["read"]

    response = client.post(url(those, "answer_review"), {"read": read})

    receipt = client.get(response["Location"]).content.decode()
    those.case.refresh_from_db()
    assert response["Location"] == url(those, "answer_receipt")
    assert (those.case.answer_state, read) == (AnswerState.RECEIVED, checksum(whole_text(draft)))
    assert read in receipt
    assert client.get(url(those, "answer_receipt")).context["facts"][0] == {
        "label": "Inlämnat",
        "value": instant(draft_of(those).submitted_at),
    }
    assert client.get(url(those))["Location"] == url(those, "answer_receipt")


def test_unanswered_question_is_told_before_and_at_the_handing_in(
    client: Client, those: Answering
) -> None:
    begun(those, "Tolv.")
    client.force_login(those.answerer)

    page = client.get(url(those, "answer_review"))
    response = client.post(url(those, "answer_review"), {"read": page.context["read"]})

    assert page.context["missing"] == [2]
    assert response.status_code == 409
    assert "Fråga 2 saknar svar" in response.content.decode()


def test_more_time_is_asked_for_and_the_answer_to_it_is_read(
    client: Client, those: Answering
) -> None:
    client.force_login(those.answerer)
    day = acting.today() + timedelta(days=40)

    client.post(url(those, "answer_time"), {"proposed_on": day.isoformat(), "reason": "Underlag"})
    waiting = client.get(url(those)).content.decode()

    assert those.case.time_requests.get().proposed_on == day
    assert "Kansliet har inte svarat än" in waiting


def test_passing_on_says_why_it_may_not_be_done(client: Client, those: Answering) -> None:
    client.force_login(those.answerer)

    page = client.get(url(those, "answer_transfer")).content.decode()

    assert "arbetsordning låter inte svaret överlåtas" in page


def test_answer_is_passed_on_to_a_board_member(client: Client) -> None:
    world = acting.world()
    those = answers.answering(world, acting.with_company(world))
    client.force_login(those.answerer)

    response = client.post(
        url(those, "answer_transfer"), {"to": "Bo Bolagsson", "reason": "Bolagets fråga"}
    )

    assert response["Location"] == acting.case_url(those.case)
    assert client.get(url(those)).status_code == 404


def test_list_leads_to_what_waits_and_what_is_shared(client: Client, those: Answering) -> None:
    begun(those, "Tolv.")
    address = reverse("arenden:answers", args=[those.world.organisation.slug])
    found = {}
    for user in (those.answerer, those.officer, those.colleague):
        client.force_login(user)
        context = client.get(address).context
        found[user.name] = (len(context["waiting"]), len(context["shared"]))

    assert found == {"Sven Svar": (1, 0), "Hanna Handläggare": (0, 1), "Karin Kollega": (0, 1)}


@pytest.mark.parametrize("count", [1, 5])
def test_list_asks_as_many_questions_whatever_it_holds(
    client: Client,
    those: Answering,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    for _ in range(count - 1):
        cases.registered_case(those.world)
    address = reverse("arenden:answers", args=[those.world.organisation.slug])
    client.force_login(those.answerer)

    with django_assert_max_num_queries(12):
        assert len(client.get(address).context["waiting"]) == count


def test_case_page_leads_its_answerer_and_those_let_in_to_the_answer(
    client: Client, those: Answering
) -> None:
    begun(those, "Tolv.")
    found = set()
    for user in (those.answerer, those.officer, those.colleague, those.world.registrar):
        client.force_login(user)
        if url(those) in client.get(acting.case_url(those.case)).content.decode():
            found.add(user.name)

    assert found == {"Sven Svar", "Hanna Handläggare", "Karin Kollega"}


def test_desk_of_the_one_who_is_to_answer_leads_to_the_answer(
    client: Client, those: Answering
) -> None:
    client.force_login(those.answerer)
    desk = reverse("arenden:my_cases", args=[those.world.organisation.slug])

    waiting, *_ = client.get(desk).context["sections"]

    assert [row.action_url for row in waiting.rows] == [url(those)]


def test_words_typed_before_the_sign_in_ran_out_stand_in_their_boxes(
    client: Client, those: Answering
) -> None:
    client.force_login(those.answerer)
    owner = client.get(url(those)).context["owner_token"]
    client.logout()

    client.post(url(those), as_typed(those, "Tolv.") | {"owner": owner})
    client.force_login(those.answerer)

    [field, *_] = [each for each in client.get(url(those)).context["fields"] if each.question]
    assert field.text == "Tolv."


def test_window_left_open_is_told_that_the_answer_is_handed_in(
    client: Client, those: Answering
) -> None:
    answers.submitted(those, at=timezone.now())
    for user in (those.answerer, those.officer):
        client.force_login(user)
        typed = as_typed(those, "Elva.")

        part = client.post(url(those), typed, headers={"HX-Request": "true", "HX-Target": "saved"})
        page = client.post(url(those), typed)

        assert (part.status_code, page.status_code) == (409, 409)
        assert "Inte sparat: svaret är redan inlämnat." in part.content.decode()
        assert "Elva." in page.content.decode()
        assert client.get(url(those))["Location"] == url(those, "answer_receipt")

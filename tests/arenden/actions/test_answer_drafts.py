"""Writing an answer together: no one's words are lost, and only those named take part."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from tests.factories import answers, people
from tests.factories.answers import EMPTY, Answering, to
from tests.factories.cases import noon
from ärenden.actions import answer_drafts as acts
from ärenden.actions.answer_drafts import Met
from ärenden.choices import Coverage, DraftPlace
from ärenden.exceptions import ActionRefused
from ärenden.models import AnswerDraft, CaseEvent
from ärenden.models.answer_drafts import mark_of

pytestmark = pytest.mark.django_db
FIRST = mark_of("Tolv.", Coverage.FULL)


@pytest.fixture
def those() -> Answering:
    return answers.answering()


def texts(draft: AnswerDraft) -> list[str]:
    return [row.text for row in draft.texts.all()]


def test_drafting_writes_no_event_and_no_version_of_the_case(those: Answering) -> None:
    before = CaseEvent.objects.count(), those.case.version

    answers.shared(those, "Tolv.")

    those.case.refresh_from_db()
    assert (CaseEvent.objects.count(), those.case.version) == before


def test_two_who_write_on_different_questions_both_save(those: Answering) -> None:
    draft = answers.shared(those, "Tolv.")
    one, two = those.questions

    met = acts.save_texts(
        draft=draft,
        rows=[to(one, "Tolv.", shown=FIRST), to(two, "I maj.")],
        doing=those.doing(those.officer),
    )

    assert list(met.values()) == [Met.UNTOUCHED, Met.SAVED]
    assert texts(draft) == ["Tolv.", "I maj."]


def test_second_writer_of_the_same_question_replaces_nothing_and_loses_nothing(
    those: Answering,
) -> None:
    draft = answers.shared(those, "Tolv.")
    [one, _] = those.questions
    acts.save_texts(draft=draft, rows=[to(one, "Elva.", shown=FIRST)], doing=those.doing())

    rows = [to(one, "Tretton.", shown=FIRST)]
    met = acts.save_texts(draft=draft, rows=rows, doing=those.doing(those.officer))

    wordings = draft.texts.get().wordings.order_by("id")
    assert list(met.values()) == [Met.COLLIDED]
    assert texts(draft) == ["Elva."]
    assert [(row.author_name, row.text, row.is_kept) for row in wordings] == [
        ("Sven Svar", "Elva.", True),
        ("Hanna Handläggare", "Tretton.", False),
    ]


def test_older_window_without_own_words_is_behind_and_changes_nothing(those: Answering) -> None:
    draft = answers.shared(those, "Tolv.")
    [one, _] = those.questions

    rows = [acts.typed(place=DraftPlace.QUESTION, question=one, text="", coverage="", shown=EMPTY)]
    met = acts.save_texts(draft=draft, rows=rows, doing=those.doing(those.officer))

    assert list(met.values()) == [Met.BEHIND]
    assert texts(draft) == ["Tolv."]


def test_pause_begins_a_new_wording_in_the_history(those: Answering) -> None:
    draft = answers.draft(those, "Tolv.")
    [one, _] = those.questions
    later = those.doing(at=noon() + timedelta(minutes=16))

    acts.save_texts(draft=draft, rows=[to(one, "Elva.", shown=FIRST)], doing=later)

    assert [row.text for row in draft.texts.get().wordings.all()] == ["Elva.", "Tolv."]


def test_who_may_only_comment_does_not_write(those: Answering) -> None:
    draft = answers.shared(those, "Tolv.")
    [one, _] = those.questions

    with pytest.raises(PermissionDenied):
        acts.save_texts(
            draft=draft, rows=[to(one, "X", shown=FIRST)], doing=those.doing(those.colleague)
        )

    said = acts.comment(draft=draft, question=one, text="Elva?", doing=those.doing(those.colleague))
    assert (said.author_name, texts(draft)) == ("Karin Kollega", ["Tolv."])


def test_revoked_share_is_gone_and_may_be_given_again(those: Answering) -> None:
    draft = answers.shared(those, "Tolv.")
    [share] = draft.shares.filter(user=those.officer)

    acts.revoke(share=share, doing=those.doing())

    with pytest.raises(PermissionDenied):
        acts.comment(draft=draft, question=None, text="Hej", doing=those.doing(those.officer))
    acts.share(draft=draft, user=those.officer, may_also_write=False, doing=those.doing())
    acts.comment(draft=draft, question=None, text="Hej", doing=those.doing(those.officer))
    assert draft.shares.filter(user=those.officer).count() == 2


def test_only_the_one_who_answers_shares(those: Answering) -> None:
    draft = answers.shared(those, "Tolv.")

    with pytest.raises(PermissionDenied):
        acts.share(
            draft=draft,
            user=those.world.registrar,
            may_also_write=True,
            doing=those.doing(those.officer),
        )


def test_account_that_may_not_read_the_case_is_refused(those: Answering) -> None:
    draft = answers.draft(those, "Tolv.")
    stranger = people.user(people.organisation())

    with pytest.raises(ActionRefused) as refused:
        acts.share(draft=draft, user=stranger, may_also_write=True, doing=those.doing())

    assert [each.code for each in refused.value.refusals] == ["case_not_readable"]


def test_someone_who_is_not_asked_begins_no_draft(those: Answering) -> None:
    for user, person in (
        (those.colleague, those.world.answerer),
        (those.world.registrar, those.world.answerer),
    ):
        with pytest.raises(PermissionDenied):
            acts.own_draft(case=those.case, person=person, doing=those.doing(user))

    assert AnswerDraft.objects.count() == 0

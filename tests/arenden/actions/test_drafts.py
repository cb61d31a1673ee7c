"""Writing together: nothing typed is lost, and a signature holds for the text it stands under."""

import pytest

from tests.factories import drafts
from tests.factories.drafts import WORDS, Writers, changed
from ärenden.actions import drafts as acts
from ärenden.exceptions import ActionRefused, ChangedMeanwhile
from ärenden.models import Draft
from ärenden.queries.drafting import invitable, leaders_of, standing_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def those() -> Writers:
    return drafts.writers()


def unsigned(draft: Draft) -> tuple[str, ...]:
    fresh = Draft.objects.get(pk=draft.pk)
    return standing_of(fresh, on=fresh.saved_at.date(), serves=False).unsigned


def test_saved_words_are_kept_as_written(those: Writers) -> None:
    draft = drafts.draft(those)

    assert (draft.written, draft.version) == (WORDS, 2)


def test_older_window_is_told_and_overwrites_nothing(those: Writers) -> None:
    draft = drafts.draft(those)
    acts.save(draft=draft, written=changed(title="Ny rubrik"), doing=those.doing(version=2))

    with pytest.raises(ChangedMeanwhile):
        acts.save(draft=draft, written=changed(title="Gammal"), doing=those.doing(version=2))

    assert Draft.objects.get().title == "Ny rubrik"


def test_same_words_again_change_nothing(those: Writers) -> None:
    draft = drafts.signed(those)

    again = acts.save(draft=draft, written=WORDS, doing=those.doing(version=1))

    assert (again.version, unsigned(draft)) == (2, ())


def test_changed_text_asks_the_cosigner_again_and_the_old_text_does_not(those: Writers) -> None:
    draft = drafts.signed(those)

    acts.save(draft=draft, written=changed(items=("Hur många?",)), doing=those.doing())
    assert unsigned(draft) == ("Kim Kollega",)

    acts.save(draft=draft, written=WORDS, doing=those.doing())
    assert unsigned(draft) == ()


def test_signature_under_another_text_than_the_one_shown_is_refused(those: Writers) -> None:
    draft = drafts.draft(those)
    acts.invite(draft=draft, person=those.colleague_person, doing=those.doing())
    shown = draft.checksum
    acts.save(draft=draft, written=changed(title="Ny rubrik"), doing=those.doing())

    with pytest.raises(ChangedMeanwhile):
        acts.sign(draft=draft, checksum=shown, doing=those.doing(those.colleague))

    assert draft.cosigners.get().signed_at is None


def test_who_declined_is_not_waited_for_and_may_be_asked_again(those: Writers) -> None:
    draft = drafts.draft(those)
    acts.invite(draft=draft, person=those.colleague_person, doing=those.doing())
    acts.decline(draft=draft, because=" Hinner inte ", doing=those.doing(those.colleague))

    declined = draft.cosigners.get()
    assert (declined.declined_because, unsigned(draft)) == ("Hinner inte", ())

    acts.invite(draft=draft, person=those.colleague_person, doing=those.doing())
    assert unsigned(draft) == ("Kim Kollega",)


def test_members_with_an_account_may_be_invited_once(those: Writers) -> None:
    draft = drafts.draft(those)
    day = draft.saved_at.date()

    assert [each.person.name for each in invitable(draft, on=day)] == ["Kim Kollega"]

    acts.invite(draft=draft, person=those.colleague_person, doing=those.doing())
    assert invitable(draft, on=day) == []


def test_leader_of_the_authors_own_group_may_be_named(those: Writers) -> None:
    elsewhere = drafts.writers()
    day = drafts.draft(those).saved_at.date()

    assert list(leaders_of(those.world.asker, on=day)) == [those.leads]
    assert those.leads not in leaders_of(elsewhere.world.asker, on=day)
    assert list(leaders_of(those.world.answerer, on=day)) == []


def test_comment_says_who_wrote_it(those: Writers) -> None:
    draft = drafts.draft(those)
    acts.name_reader(draft=draft, leader=those.leads, doing=those.doing())

    acts.comment(draft=draft, text=" Korta den andra frågan. ", doing=those.doing(those.leader))

    [said] = draft.comments.all()
    assert (said.author_name, said.text) == ("Lena Ledare", "Korta den andra frågan.")


def test_handed_in_draft_is_closed_for_every_change(those: Writers) -> None:
    draft = drafts.handed_in(those).draft

    for act in (
        lambda: acts.save(draft=draft, written=drafts.MOTION, doing=those.doing()),
        lambda: acts.discard(draft=draft, doing=those.doing()),
        lambda: acts.invite(draft=draft, person=those.colleague_person, doing=those.doing()),
        lambda: acts.comment(draft=draft, text="För sent", doing=those.doing()),
    ):
        with pytest.raises(ActionRefused):
            act()


def test_discarded_draft_is_gone(those: Writers) -> None:
    draft = drafts.signed(those)

    acts.discard(draft=draft, doing=those.doing())

    assert Draft.objects.count() == 0

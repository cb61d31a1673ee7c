"""Write an answer with others, word by word safe, and hand it in. No event tells of a draft."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import User
from kernel.text import normalise, storable
from parties.models import Person
from ärenden.access import can_read, is_answering
from ärenden.actions.base import Doing
from ärenden.answer_access import may_write, owns, readable_drafts
from ärenden.choices import Coverage, DraftPlace
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import AnswerComment, AnswerDraft, AnswerShare, Case, DraftText, Question
from ärenden.models.answer_drafts import mark_of
from ärenden.queries.snapshots import snapshot_of
from ärenden.workflow import Action, refusals

ONE_SITTING = timedelta(minutes=15)
Place = tuple[DraftPlace, int | None]


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What a form holds in one place, and the mark of the wording that it was opened with."""

    place: DraftPlace
    question: Question | None = None
    text: str
    coverage: str = ""
    shown: str

    @property
    def key(self) -> Place:
        return self.place, self.question.pk if self.question else None

    @property
    def mark(self) -> str:
        return mark_of(self.text, self.coverage)


class Met(StrEnum):
    """How what was typed met what stood in the draft."""

    UNTOUCHED = "untouched"  # nothing typed, nothing changed
    SAVED = "saved"
    BEHIND = "behind"  # nothing typed, but another wrote meanwhile
    COLLIDED = "collided"  # both wrote: the draft stands as it was, what was typed is remembered


def typed(
    *, place: DraftPlace, text: str, shown: str, question: Question | None = None, coverage: str
) -> Typed:
    """The text as it will be stored, without empty lines at its ends."""
    clean = normalise(storable(text)).strip()
    return Typed(place=place, question=question, text=clean, coverage=coverage, shown=shown)


def own_draft(*, case: Case, person: Person, doing: Doing) -> AnswerDraft:
    """Her living draft, begun when she first writes or shares; while an answer is awaited."""
    if not is_answering(doing.by, case, on=doing.day):
        raise PermissionDenied
    if found := refusals(Action.RECEIVE_ANSWER, snapshot_of(case, on=doing.day)):
        raise ActionRefused(found)
    draft, _ = AnswerDraft.objects.get_or_create(case=case, person=person, submitted_at=None)
    return draft


@contextmanager
def living(draft: AnswerDraft) -> Iterator[AnswerDraft]:
    """The draft, locked against others; refused when it has been handed in."""
    with transaction.atomic():
        locked = AnswerDraft.objects.select_for_update().get(pk=draft.pk)
        if locked.submitted_at:
            raise ActionRefused([Refusal("answer_submitted", "svaret är redan inlämnat")])
        yield locked


def save_texts(*, draft: AnswerDraft, rows: Sequence[Typed], doing: Doing) -> Mapping[Place, Met]:
    """Keep what was typed, place by place; no one's words replace another's unseen ones."""
    with living(draft) as locked:
        if not may_write(doing.by, locked, on=doing.day):
            raise PermissionDenied
        stand = {(row.place, row.question_id): row for row in locked.texts.all()}
        return {row.key: _save(locked, row, stand.get(row.key), doing) for row in rows}


def _save(draft: AnswerDraft, row: Typed, stands: DraftText | None, doing: Doing) -> Met:
    now = stands.mark if stands else mark_of("", "")
    if row.mark == row.shown:
        return Met.UNTOUCHED if now == row.shown else Met.BEHIND
    if row.mark == now:
        return Met.SAVED
    if stands and now != row.shown:
        _remember(stands, row, doing, is_kept=False)
        return Met.COLLIDED
    place = stands or DraftText(draft=draft, place=row.place, question=row.question)
    place.text, place.coverage = row.text, Coverage(row.coverage) if row.coverage else ""
    place.written_by_name, place.written_at = doing.by.name, doing.at
    place.save()
    _remember(place, row, doing, is_kept=True)
    return Met.SAVED


def _remember(place: DraftText, row: Typed, doing: Doing, *, is_kept: bool) -> None:
    """One wording for each sitting: later words of the same person replace her own unless pause."""
    last = place.wordings.first()
    is_same = last is not None and (last.author_id, last.is_kept) == (doing.by.pk, is_kept)
    words = {"text": row.text, "coverage": row.coverage, "written_at": doing.at}
    if last is not None and is_same and doing.at - last.written_at < ONE_SITTING:
        place.wordings.filter(pk=last.pk).update(**words)
    else:
        place.wordings.create(
            author=doing.by, author_name=doing.by.name, begun_at=doing.at, is_kept=is_kept, **words
        )


def share(*, draft: AnswerDraft, user: User, may_also_write: bool, doing: Doing) -> AnswerShare:
    """Let a colleague or an officer in; shared anew it says what she may do from now on."""
    with living(draft) as locked:
        _demand_owner(locked, doing)
        if not can_read(user, locked.case, on=doing.day):
            text = f"{user.name} får inte läsa ärendet och kan därför inte läsa svaret"
            raise ActionRefused([Refusal("case_not_readable", text)])
        values = {"may_write": may_also_write, "shared_at": doing.at}
        row, _ = locked.shares.update_or_create(user=user, revoked_at=None, defaults=values)
    return row


def revoke(*, share: AnswerShare, doing: Doing) -> None:
    """From now on she sees nothing of it; what she wrote stands, with her name."""
    with living(share.draft) as locked:
        _demand_owner(locked, doing)
        locked.shares.filter(pk=share.pk, revoked_at=None).update(revoked_at=doing.at)


def comment(
    *, draft: AnswerDraft, question: Question | None, text: str, doing: Doing
) -> AnswerComment:
    """Anyone who reads the draft may say something about a question, or about all of it."""
    with living(draft) as locked:
        if not readable_drafts(doing.by, on=doing.day).filter(pk=locked.pk).exists():
            raise PermissionDenied
        said = normalise(storable(text)).strip()
        if not said:
            raise ActionRefused([Refusal("comment_empty", "skriv något i kommentaren")])
        return locked.comments.create(
            question=question, text=said, author_name=doing.by.name, written_at=doing.at
        )


def _demand_owner(draft: AnswerDraft, doing: Doing) -> None:
    if not owns(doing.by, draft, on=doing.day):
        raise PermissionDenied

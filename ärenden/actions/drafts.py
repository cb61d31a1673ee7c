"""Writing together: a draft is saved, shared, signed and commented on by those who may see it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import User
from parties.models import Body, Membership, Person
from ärenden import draft_access
from ärenden.actions.base import Doing
from ärenden.choices import CaseType
from ärenden.drafting import Written, tidied
from ärenden.exceptions import ActionRefused, ChangedMeanwhile, Refusal
from ärenden.models import CoSigner, Draft, DraftComment, DraftReader

HANDED_IN = Refusal("handed_in", "Texten är inlämnad och kan inte längre ändras")


def start(*, author: Person, body: Body, case_type: CaseType, doing: Doing, **more: Any) -> Draft:
    """An empty draft, or one that goes on from an earlier text."""
    if author.pk not in draft_access.writers_of(doing.by, on=doing.day):
        raise PermissionDenied
    return Draft.objects.create(
        organisation_id=author.organisation_id,
        body=body,
        author=author,
        case_type=case_type,
        created_at=doing.at,
        saved_at=doing.at,
        **more,
    )


def save(*, draft: Draft, written: Written, doing: Doing) -> Draft:
    """Keep the words as they are now. Raises ChangedMeanwhile for an older version than the kept.

    The same words again change nothing, so that no one is asked to sign anew for nothing.
    """
    with _writing(draft, doing) as kept:
        tidy = tidied(written)
        if tidy == kept.written:
            return kept
        if doing.version is not None and doing.version != kept.version:
            raise ChangedMeanwhile
        for name, value in asdict(tidy).items():
            setattr(kept, name, list(value) if name == "items" else value)
        kept.version += 1
        kept.saved_at = doing.at
        kept.save()
    return kept


def discard(*, draft: Draft, doing: Doing) -> None:
    """Throw the draft away; it was never an allmän handling."""
    with _writing(draft, doing) as kept:
        kept.delete()


def invite(*, draft: Draft, person: Person, doing: Doing) -> None:
    """Ask someone to sign; who once declined is asked again."""
    with _writing(draft, doing) as kept:
        if person.organisation_id != kept.organisation_id or person.pk == kept.author_id:
            raise PermissionDenied
        fresh = {"invited_at": doing.at, "declined_at": None, "declined_because": ""}
        row, is_new = kept.cosigners.get_or_create(person=person, defaults=fresh)
        if not is_new and row.declined_at:
            CoSigner.objects.filter(pk=row.pk).update(**fresh)


def uninvite(*, draft: Draft, person: Person, doing: Doing) -> None:
    with _writing(draft, doing) as kept:
        kept.cosigners.filter(person=person).delete()


def sign(*, draft: Draft, checksum: str, doing: Doing) -> None:
    """Put one's name under the text that was shown. Raises ChangedMeanwhile for another text."""
    with _invited(draft, doing) as row:
        if checksum != row.draft.checksum:
            raise ChangedMeanwhile
        row.signed_at, row.signed_sum = doing.at, checksum


def decline(*, draft: Draft, because: str, doing: Doing) -> None:
    """Say no: the draft is closed again for the one who declines."""
    with _invited(draft, doing) as row:
        row.signed_at = row.signed_sum = None
        row.declined_at, row.declined_because = doing.at, because.strip()


def name_reader(*, draft: Draft, leader: Membership, doing: Doing) -> None:
    """Let a leader of the author's group read and comment."""
    with _writing(draft, doing) as kept:
        if leader.organisation_id != kept.organisation_id or leader.party_group is None:
            raise PermissionDenied
        given = {"party_group": leader.party_group, "named_at": doing.at}
        DraftReader.objects.update_or_create(draft=kept, user=leader.user, defaults=given)


def forget_reader(*, draft: Draft, user: User, doing: Doing) -> None:
    with _writing(draft, doing) as kept:
        kept.readers.filter(user=user).delete()


def comment(*, draft: Draft, text: str, doing: Doing) -> None:
    if not draft_access.can_read(doing.by, draft, on=doing.day):
        raise PermissionDenied
    if not text.strip():
        raise ActionRefused([Refusal("comment", "Skriv något i kommentaren")])
    with _unlocked(draft) as kept:
        DraftComment.objects.create(
            draft=kept,
            user=doing.by,
            author_name=doing.by.name,
            text=text.strip(),
            written_at=doing.at,
        )


@contextmanager
def _writing(draft: Draft, doing: Doing) -> Iterator[Draft]:
    if not draft_access.writes(doing.by, draft, on=doing.day):
        raise PermissionDenied
    with _unlocked(draft) as kept:
        yield kept


@contextmanager
def _invited(draft: Draft, doing: Doing) -> Iterator[CoSigner]:
    """The account's own place among the co-signers, saved on leaving."""
    with _unlocked(draft) as kept:
        row = draft_access.signs(doing.by, kept, on=doing.day)
        if row is None:
            raise PermissionDenied
        row.draft = kept
        yield row
        row.save()


@contextmanager
def _unlocked(draft: Draft) -> Iterator[Draft]:
    """The draft as it is now, held until the transaction ends; refused when it is handed in."""
    with transaction.atomic():
        rows = Draft.objects.select_related("body").select_for_update(of=("self",))
        kept = rows.get(pk=draft.pk)
        if hasattr(kept, "submission"):
            raise ActionRefused([HANDED_IN])
        yield kept

"""Keeping what someone typed and chose: on a signed-out post, on errors, and while they write."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet
from django.http import QueryDict

from accounts.models import FormDraft, Upload, User
from accounts.uploading import LARGEST_FILE

OWNER_FIELD = "owner"
UNKEPT_FIELDS = frozenset({"csrfmiddlewaretoken", OWNER_FIELD, "submission"})
OWNER_SALT = "accounts.form-owner"
OWNER_MAX_AGE = timedelta(days=7)
KEPT_FOR: Final = timedelta(days=30)
MOST_FILES: Final = 100  # that wait for one account, at all addresses together


def owner_token(user: User, *, path: str) -> str:
    """A signed mark in every internal form: who had it open when the sign-in ran out.

    It opens its own address only, so that it cannot be used to store things elsewhere.
    """
    return signing.dumps([user.pk, path], salt=OWNER_SALT)


def owner_of(token: str, *, path: str) -> User | None:
    """The active user who opened the form there; None for a forged, foreign or too old token."""
    try:
        key, opened = signing.loads(token, salt=OWNER_SALT, max_age=OWNER_MAX_AGE)
    except signing.BadSignature:
        return None
    return User.objects.filter(pk=key, is_active=True).first() if opened == path else None


def keep_fields(*, user: User, path: str, data: QueryDict) -> FormDraft:
    """Store the fields typed at an address; a later save replaces the earlier."""
    fields = {name: values for name, values in data.lists() if name not in UNKEPT_FIELDS}
    draft, _ = FormDraft.objects.update_or_create(user=user, path=path, defaults={"data": fields})
    return draft


def keep_files(
    *,
    user: User,
    path: str,
    files: Sequence[UploadedFile],  # type: ignore[type-arg]  # generic only in the stubs
) -> list[Upload]:
    """Store chosen files at an address until the form goes through, as far as there is room."""
    room = max(MOST_FILES - user.uploads.count(), 0)
    taken = [file for file in files if (file.size or 0) <= LARGEST_FILE][:room]
    return [
        Upload.objects.create(
            user=user, path=path, name=(file.name or "fil")[-200:], size=file.size or 0, file=file
        )
        for file in taken
    ]


def kept_fields(*, user: User, path: str) -> QueryDict | None:
    """What was typed at the address, as a form takes it; None when nothing was."""
    draft = FormDraft.objects.filter(user=user, path=path).first()
    return None if draft is None else as_query(draft.data)


def as_query(fields: Mapping[str, Sequence[str]]) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, values in fields.items():
        query.setlist(name, list(values))
    return query


@transaction.atomic
def forget(*, user: User, path: str) -> None:
    """The form went through: its draft and its waiting files are done with."""
    FormDraft.objects.filter(user=user, path=path).delete()
    _delete(Upload.objects.filter(user=user, path=path))


@transaction.atomic
def forget_before(moment: datetime) -> None:
    """What no one came back to. Files of documents are copies of their own and stay."""
    FormDraft.objects.filter(saved_at__lt=moment).delete()
    _delete(Upload.objects.filter(uploaded_at__lt=moment))


def _delete(uploads: QuerySet[Upload]) -> None:
    """The rows now; their files when it is certain that the rows are gone."""
    found = list(uploads)
    Upload.objects.filter(pk__in=[upload.pk for upload in found]).delete()
    for upload in found:
        transaction.on_commit(partial(upload.file.delete, save=False))

"""Keeping what someone typed and chose: on a signed-out post, on errors, and while they write."""

from collections.abc import Mapping, Sequence

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import QueryDict

from accounts.models import FormDraft, Upload, User

OWNER_FIELD = "owner"
UNKEPT_FIELDS = frozenset({"csrfmiddlewaretoken", OWNER_FIELD, "submission"})
OWNER_SALT = "accounts.form-owner"
OWNER_MAX_AGE = 7 * 24 * 60 * 60  # seconds


def owner_token(user: User) -> str:
    """A signed mark in every internal form: who had it open when the sign-in ran out."""
    return signing.dumps(user.pk, salt=OWNER_SALT)


def owner_of(token: str) -> User | None:
    """The active user who opened the form, or None for a forged or too old token."""
    try:
        key = signing.loads(token, salt=OWNER_SALT, max_age=OWNER_MAX_AGE)
    except signing.BadSignature:
        return None
    return User.objects.filter(pk=key, is_active=True).first()


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
    """Store chosen files at an address until the form goes through."""
    return [
        Upload.objects.create(
            user=user, path=path, name=(file.name or "fil")[-200:], size=file.size or 0, file=file
        )
        for file in files
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
    Upload.objects.filter(user=user, path=path).delete()

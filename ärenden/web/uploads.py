"""Chosen files wait at the form's address until it goes through: none is lost on an error."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile

from accounts import drafts
from accounts.models import Upload, User
from ärenden.actions.values import NewFile
from ärenden.files import FileRefused, inspect_file

NO_ROOM = f"Du har redan {drafts.MOST_FILES} filer som väntar. Ta bort några av dem först."
GONE = "Filen väntar inte längre. Välj den igen."


def take_in(
    *,
    user: User,
    path: str,
    files: Sequence[UploadedFile],  # type: ignore[type-arg]  # generic only in the stubs
) -> list[str]:
    """Keep the files that may be kept; returns what is wrong with the others, each by name."""
    problems, good = [], []
    for file in files:
        name = file.name or "fil"
        try:
            inspect_file(file, name)
        except FileRefused as refused:
            problems.append(f"{name}: {refused}")
        else:
            good.append(file)
    kept = drafts.keep_files(user=user, path=path, files=good)
    return problems + [f"{file.name}: {NO_ROOM}" for file in good[len(kept) :]]


def waiting(*, user: User, path: str) -> list[Upload]:
    return list(Upload.objects.filter(user=user, path=path))


def remove(*, user: User, path: str, key: str) -> None:
    """Take one waiting file away; a key of someone else's file finds nothing."""
    for upload in waiting(user=user, path=path):
        if str(upload.public_id) == key:
            upload.file.delete(save=False)
            upload.delete()


def as_new_files(uploads: Sequence[Upload]) -> tuple[list[NewFile], list[str]]:
    """The waiting files as actions take them, and what is wrong with those that cannot be.

    The same content chosen twice is one file. The files are left open.
    """
    files: dict[str, NewFile] = {}
    problems = []
    for upload in uploads:
        try:
            facts = inspect_file(upload.file, upload.name)
        except FileRefused as refused:
            problems.append(f"{upload.name}: {refused}")
            continue
        except FileNotFoundError:
            problems.append(f"{upload.name}: {GONE}")
            continue
        files[facts.sha256] = NewFile(
            name=upload.name,
            media_type=facts.media_type,
            size=facts.size,
            sha256=facts.sha256,
            file=File(upload.file.file, name=upload.name),
        )
    return list(files.values()), problems


@contextmanager
def opened(uploads: Sequence[Upload]) -> Iterator[tuple[list[NewFile], list[str]]]:
    """The same, closed on leaving."""
    try:
        yield as_new_files(uploads)
    finally:
        for upload in uploads:
            upload.file.close()

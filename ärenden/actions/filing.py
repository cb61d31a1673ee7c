"""Files follow their rows: what an undone action wrote on the disk is taken away again."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models.fields.files import FieldFile

from ärenden.actions.values import NewFile
from ärenden.choices import RenditionVariant
from ärenden.models import Document, FileRendition

_written: ContextVar[list[FieldFile]] = ContextVar("files written by the action under way")


def write_files(
    document: Document,
    files: Sequence[NewFile],
    *,
    variant: RenditionVariant = RenditionVariant.ORIGINAL,
) -> list[FileRendition]:
    """Store the files of a document; only within `undoing_files`."""
    rows = []
    for new in files:
        row = FileRendition(
            document=document,
            variant=variant,
            name=new.name,
            media_type=new.media_type,
            size=new.size,
            sha256=new.sha256,
        )
        row.file.save(new.name, new.file, save=False)
        _written.get().append(row.file)
        row.save()
        rows.append(row)
    return rows


@contextmanager
def undoing_files() -> Iterator[None]:
    """Around a transaction: when it is undone, the files that were written in it go too.

    No file goes that a row still names: an error may come after the commit as well, and a lost
    connection leaves us not knowing, when the question raises and everything stays. What an
    action wrote within a larger whole goes with that one.
    """
    around = _written.get([])
    written: list[FieldFile] = []
    token = _written.set(written)
    try:
        yield
    except BaseException:
        _delete_unnamed(written)
        raise
    else:
        around.extend(written)
    finally:
        _written.reset(token)


def _delete_unnamed(files: Sequence[FieldFile]) -> None:
    names = [file.name for file in files]
    named = set(FileRendition.objects.filter(file__in=names).values_list("file", flat=True))
    for file in files:
        if file.name not in named:
            file.storage.delete(str(file.name))

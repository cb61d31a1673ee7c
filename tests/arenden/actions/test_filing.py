"""A file on the disk and its row are there together, or not at all."""

from hashlib import sha256
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from tests.factories import cases
from ärenden.actions.documents import NewDocument, add_document
from ärenden.actions.filing import undoing_files, write_files
from ärenden.actions.values import NewFile
from ärenden.choices import Direction, DocumentKind
from ärenden.models import FileRendition

pytestmark = pytest.mark.django_db


@pytest.fixture
def media(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def new_file(content: bytes = b"%PDF letter") -> NewFile:
    return NewFile(
        name="brev.pdf",
        media_type="application/pdf",
        size=len(content),
        sha256=sha256(content).hexdigest(),
        file=ContentFile(content),
    )


def letter(*files: NewFile) -> NewDocument:
    return NewDocument(
        kind=DocumentKind.LETTER,
        title="Brev om bänkarna",
        direction=Direction.INCOMING,
        received_on=cases.TODAY,
        files=files,
    )


def contents(media: Path) -> list[bytes]:
    return sorted(path.read_bytes() for path in media.rglob("*") if path.is_file())


def test_undone_action_takes_its_files_away_and_no_others(media: Path) -> None:
    world = cases.world()
    case = cases.registered_case(world, files=[new_file(b"%PDF kept")])

    with pytest.raises(IntegrityError, match="same_file_once"):
        add_document(case=case, doing=world.doing(), new=letter(new_file(), new_file()))

    assert contents(media) == [b"%PDF kept"]


def test_file_stays_when_the_error_comes_after_its_row_is_kept(media: Path) -> None:
    document = cases.registered_case(cases.world()).documents.get()

    def keep_and_fail() -> None:
        with undoing_files():
            with transaction.atomic():
                write_files(document, [new_file()])
            raise ConnectionError

    with pytest.raises(ConnectionError):
        keep_and_fail()

    assert contents(media) == [b"%PDF letter"]
    assert (media / FileRendition.objects.get().file.name).exists()


def test_files_of_an_action_go_with_the_larger_whole_that_is_undone(media: Path) -> None:
    world = cases.world()
    case = cases.registered_case(world)

    def add_and_fail() -> None:
        with undoing_files(), transaction.atomic():
            add_document(case=case, doing=world.doing(), new=letter(new_file()))
            raise ConnectionError

    with pytest.raises(ConnectionError):
        add_and_fail()

    assert contents(media) == []

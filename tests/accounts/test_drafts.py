"""What waits with an account: for its owner only, within limits, and not for ever."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from accounts import drafts
from accounts.models import FormDraft, Upload, User
from accounts.tasks import forget_old_drafts
from accounts.uploading import LARGEST_FILE
from tests.factories import people

pytestmark = pytest.mark.django_db
PATH = "/org/provby/registrera/"
Commit = Callable[..., object]


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def files_in(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def paper(name: str = "brev.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"Hej")


def keep(user: User, *, path: str = PATH, number: int = 1) -> list[Upload]:
    return drafts.keep_files(user=user, path=path, files=[paper() for _ in range(number)])


def left(client: Client, token: str, *, path: str = PATH, **fields: object) -> None:
    """A form that is posted after the sign-in ran out."""
    client.post(path, {"owner": token, "title": "Bänkar", **fields})


def test_form_of_its_own_address_is_kept_for_its_owner(client: Client) -> None:
    user = people.user()

    left(client, drafts.owner_token(user, path=PATH), file=paper())

    assert FormDraft.objects.get(user=user, path=PATH).data == {"title": ["Bänkar"]}
    assert [upload.name for upload in user.uploads.all()] == ["brev.txt"]


@pytest.mark.parametrize("token", ["", "x", "1:2:3", "\0", "x" * 10_000])
def test_forged_owner_keeps_nothing(client: Client, token: str) -> None:
    left(client, token, file=paper())

    assert (FormDraft.objects.count(), Upload.objects.count()) == (0, 0)


def test_owner_of_another_address_keeps_nothing(client: Client) -> None:
    token = drafts.owner_token(people.user(), path=PATH)

    left(client, token, path=f"/org/{'x' * 400}/", file=paper())

    assert (FormDraft.objects.count(), Upload.objects.count()) == (0, 0)


def test_deactivated_owner_keeps_nothing(client: Client) -> None:
    user = people.user()
    token = drafts.owner_token(user, path=PATH)
    User.objects.filter(pk=user.pk).update(is_active=False)

    left(client, token, file=paper())

    assert (FormDraft.objects.count(), Upload.objects.count()) == (0, 0)


def test_signed_out_post_stores_no_file_that_is_too_large(client: Client, media: Path) -> None:
    user = people.user()
    large = BytesIO(b"%PDF-" + bytes(LARGEST_FILE))
    large.name = "stor.pdf"

    left(client, drafts.owner_token(user, path=PATH), file=[large, paper()])

    assert [upload.name for upload in user.uploads.all()] == ["brev.txt"]
    assert files_in(media) == 1


def test_account_has_room_for_so_many_files_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST_FILES", 3)
    user, other = people.user(), people.user()

    kept = [len(keep(user, number=2)), len(keep(user, path="/org/b/", number=2)), len(keep(user))]

    assert kept == [2, 1, 0]
    assert len(keep(other)) == 1


def test_forgotten_files_are_gone_from_the_disk(
    media: Path, django_capture_on_commit_callbacks: Commit
) -> None:
    user = people.user()
    keep(user, number=2)
    keep(user, path="/org/b/")

    with django_capture_on_commit_callbacks(execute=True):
        drafts.forget(user=user, path=PATH)

    assert (Upload.objects.count(), files_in(media)) == (1, 1)


def test_files_stay_when_forgetting_is_undone(
    media: Path, django_capture_on_commit_callbacks: Commit
) -> None:
    user = people.user()
    keep(user)

    with django_capture_on_commit_callbacks():
        drafts.forget(user=user, path=PATH)

    assert files_in(media) == 1


def test_what_no_one_came_back_to_goes_and_the_rest_stays(
    media: Path, django_capture_on_commit_callbacks: Commit
) -> None:
    user = people.user()
    [old] = keep(user)
    [fresh] = keep(user)
    aged = timezone.now() - drafts.KEPT_FOR - timedelta(minutes=1)
    Upload.objects.filter(pk=old.pk).update(uploaded_at=aged)
    FormDraft.objects.create(user=user, path=PATH)
    FormDraft.objects.create(user=user, path="/org/b/")
    FormDraft.objects.filter(path=PATH).update(saved_at=aged)

    for _twice in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            forget_old_drafts()

    assert list(Upload.objects.all()) == [fresh]
    assert [draft.path for draft in FormDraft.objects.all()] == ["/org/b/"]
    assert files_in(media) == 1

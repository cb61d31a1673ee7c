"""Folders for servers, which may run as another account than the tests."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """Unlike tmp_path, a folder that every account may walk to."""
    folder = Path(tempfile.mkdtemp(prefix="arenden-tests-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)

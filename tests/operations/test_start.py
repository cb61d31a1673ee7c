"""The two commands of the README, as far as they can be tested from inside one of them."""

import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from localservices.servers import missing_servers
from tests.architecture.source import ROOT

SENTENCE = "Skriv python3 start.py demo eller python3 start.py test.\n"


@pytest.mark.parametrize("words", [[], ["prod"]])
def test_unknown_command_shows_the_two(words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "start.py", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (1, SENTENCE)


def test_packages_are_not_installed_again_when_nothing_has_changed(tmp_path: Path) -> None:
    """The mark of the last run is enough; further words, and from where, reach the command."""
    shutil.copy(ROOT / "start.py", tmp_path)
    requirements = tmp_path / "requirements" / "test.txt"
    python = tmp_path / ".venv" / "bin" / "python"
    for path, text in (
        (requirements, "nothing==1\n"),
        (python, '#!/bin/sh\necho "$@" "$ARENDEN_DEMO_FROM"\n'),
    ):
        path.parent.mkdir(parents=True)
        path.write_text(text)
    python.chmod(0o755)
    mark = sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()
    (tmp_path / ".venv" / "test.sha256").write_text(mark)

    done = subprocess.run(
        [sys.executable, "../start.py", "test", "-k", "mål"],
        cwd=tmp_path / "requirements",
        capture_output=True,
        text=True,
        check=False,
    )

    said = f"-m pytest -k mål {tmp_path / 'requirements'}\n"
    assert (done.stdout, done.stderr) == (said, "")


def test_servers_that_are_given_are_used_and_no_others_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given = {"DATABASE_URL": "postgresql://db/given", "REDIS_URL": "redis://broker"}
    for name, value in given.items():
        monkeypatch.setenv(name, value)

    with missing_servers(tmp_path, durable=True) as urls:
        assert (urls, list(tmp_path.iterdir())) == (given, [])

"""What pre-commit runs, so that one command checks everything."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.source import ROOT

PROGRAMS = Path(sys.executable).parent
PRODUCTION = {
    "ARENDEN_DEBUG": "0",
    "ARENDEN_SECRET_KEY": "a-key-of-fifty-letters-and-more-0123456789-abcdefghij",
    "PYTHONWARNINGS": "error",
}


def run(*command: str | Path, **variables: str) -> str:
    """What the command complains about."""
    env = os.environ | variables
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "--quiet"],
        ["ruff", "format", "--check", "--quiet", "--diff"],
        ["mypy", "--no-error-summary"],
        ["lint-imports"],
        ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    ],
    ids=" ".join,
)
def test_tool_has_no_complaint(command: list[str]) -> None:
    if complaint := run(PROGRAMS / command[0], *command[1:]):
        pytest.fail(complaint, pytrace=False)


def test_production_settings_pass_the_deployment_check() -> None:
    command = ["manage.py", "check", "--deploy", "--fail-level=WARNING"]

    if complaint := run(sys.executable, *command, **PRODUCTION):
        pytest.fail(complaint, pytrace=False)


def test_static_files_can_be_collected_and_hashed(tmp_path: Path) -> None:
    command = ["manage.py", "collectstatic", "--noinput"]

    assert run(sys.executable, *command, **PRODUCTION, ARENDEN_STATIC=str(tmp_path)) == ""
    assert (tmp_path / "staticfiles.json").exists()


@pytest.mark.parametrize("kind", ["production", "demo", "test"])
def test_pinned_packages_are_those_asked_for(kind: str) -> None:
    pins = {
        canonicalize_name(name): version
        for line in (ROOT / "requirements" / f"{kind}.txt").read_text().splitlines()
        if "==" in line
        for name, _, version in [line.split(" ")[0].partition("==")]
    }

    assert [str(wanted) for wanted in asked_for(kind) if not satisfied(wanted, pins)] == []


def asked_for(kind: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = {"production": [], "demo": ["demo"], "test": ["demo", "test"]}[kind]
    lines = [*project["project"]["dependencies"]]
    for group in groups:
        lines += [line for line in project["dependency-groups"][group] if isinstance(line, str)]
    return [Requirement(line) for line in lines]


def satisfied(wanted: Requirement, pins: dict[str, str]) -> bool:
    pinned = pins.get(canonicalize_name(wanted.name))
    return pinned is not None and wanted.specifier.contains(pinned)

"""The compose file's services as processes of this machine, and other ways to start things."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import yaml

from tests.architecture.source import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
PATH = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
VALUES = {
    "ARENDEN_SECRET_KEY": "a-key-of-fifty-letters-and-more-0123456789-abcdefghij",
    "ARENDEN_HOSTS": "arenden.example.se",
    "ARENDEN_BEHIND_PROXY": "1",
    "OWNER_PASSWORD": "owner",
    "APP_PASSWORD": "app",
}


def interpolated(text: str) -> str:
    """With the values of .env put in as compose does it."""

    def value(match: re.Match[str]) -> str:
        return VALUES.get(match["name"]) or match["default"] or ""

    return re.sub(r"\$\{(?P<name>\w+)(:\?|:-(?P<default>[^}]*))?\}", value, text)


def environment(service: str, *, database: int, broker: int) -> dict[str, str]:
    """What the service gets, with our ports in place of the containers' names."""
    given = {k: interpolated(v) for k, v in COMPOSE["services"][service]["environment"].items()}
    given["DATABASE_URL"] = given["DATABASE_URL"].replace("db:5432", f"127.0.0.1:{database}")
    given["REDIS_URL"] = given["REDIS_URL"].replace("broker:6379", f"127.0.0.1:{broker}")
    return {"PATH": PATH, "PYTHONUTF8": "1", **given}


def command(service: str, *, port: int = 8000) -> list[str]:
    """The service's command; the container's own port becomes one of ours."""
    words: list[str] = COMPOSE["services"][service]["command"]
    return [word.replace("0.0.0.0:8000", f"127.0.0.1:{port}") for word in words]


def run(words: list[str], **variables: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        words,
        cwd=ROOT,
        env={"PATH": PATH, "PYTHONUTF8": "1", **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answer(port: int, path: str) -> tuple[int, str]:
    """The status and text of a page, asked for as the proxy in front does."""
    address = f"http://127.0.0.1:{port}{path}"
    try:
        with urlopen(Request(address, headers={"X-Forwarded-Proto": "https"}), timeout=30) as page:
            return page.status, page.read().decode()
    except HTTPError as refusal:
        return refusal.code, refusal.read().decode()


def eventually(question: Callable[[], bool], *, seconds: float = 60) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if question():
            return True
        time.sleep(0.1)
    return False


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0

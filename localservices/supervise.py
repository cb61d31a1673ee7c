"""Several processes that live and end together."""

import subprocess
import time
from collections.abc import Mapping
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from localservices.processes import LocalServiceError

Children = Mapping[str, subprocess.Popen[bytes]]


def wait_for_page(address: str, *, children: Children, patience: float = 120) -> None:
    """Return when the page answers without an error."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        check(children)
        try:
            with urlopen(address, timeout=30) as answer:
                answer.read()
        except HTTPError as problem:
            text = f"{address} svarar {problem}. Skälet står i meddelandena ovan."
            raise LocalServiceError(text) from problem
        except URLError as problem:
            if not isinstance(problem.reason, ConnectionRefusedError):
                raise
            time.sleep(0.05)
        else:
            return
    raise LocalServiceError(f"{address} svarar inte. Se meddelandena ovan.")


def watch(children: Children) -> None:
    """Wait until one of the children ends, which raises."""
    while True:
        check(children)
        time.sleep(0.5)


def check(children: Children) -> None:
    for name, child in children.items():
        if child.poll() is not None:
            text = f"Processen {name} avslutades med kod {child.returncode}. Se meddelandena ovan."
            raise LocalServiceError(text)

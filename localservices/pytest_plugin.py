"""Servers for the tests, unless DATABASE_URL and REDIS_URL name some.

Loaded with `-p`, before pytest-django reads the settings.  Parallel workers inherit the
environment of the process that started them.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path

import pytest

from localservices.servers import missing_servers

_running = ExitStack()


@pytest.hookimpl(wrapper=True)  # wrappers go first, and pytest-django reads settings in this hook
def pytest_load_initial_conftests() -> Generator[None, None, None]:
    if "PYTEST_XDIST_WORKER" not in os.environ:
        _provide()
    return (yield)


def _provide() -> None:
    atexit.register(_running.close)  # also when pytest ends before its hooks are set up
    root = Path(tempfile.mkdtemp(prefix="arenden-tests-"))
    root.chmod(0o755)  # PostgreSQL may run as another account
    _running.callback(shutil.rmtree, root)
    os.environ |= _running.enter_context(missing_servers(root, durable=False))
    os.environ["ARENDEN_DEBUG"] = "1"
    os.environ["ARENDEN_MEDIA"] = str(root / "media")

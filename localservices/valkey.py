"""A private Valkey server."""

import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from localservices.processes import LocalServiceError, child, private_dir, socket_dir
from localservices.programs import valkey_program

PATIENCE = 15.0


@contextmanager
def valkey(root: Path, *, durable: bool, port: int = 0) -> Iterator[str]:
    """Run a server below root, on a socket or on a TCP port of this machine; gives its address.

    The caller holds the lock on root.
    """
    root = root.resolve()
    data = private_dir(root / "valkey", account={})
    log = root / "valkey.log"
    with socket_dir(root, name="valkey", account={}) as sockets:
        at = sockets / "valkey.sock"
        _end_previous(at)
        arguments = _arguments(at, data=data, durable=durable, port=port)
        with child(arguments, log=log, stop_signal=signal.SIGINT) as process:
            _wait(at, process, log)
            yield f"redis://127.0.0.1:{port}/0" if port else f"unix://{at}?db=0"


def _arguments(at: Path, *, data: Path, durable: bool, port: int) -> list[str | Path]:
    settings = {
        "--bind": "127.0.0.1",
        "--port": str(port),
        "--unixsocket": str(at),
        "--unixsocketperm": "700",
        "--save": "",
        "--appendonly": "yes" if durable else "no",
        "--dir": str(data),
    }
    return [valkey_program(), *(word for setting in settings.items() for word in setting)]


def _ask(at: Path, command: bytes) -> bytes:
    """The server's first words, or nothing where no server listens."""
    with suppress(OSError), socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(2)
        probe.connect(str(at))
        probe.sendall(command + b"\r\n")
        return probe.recv(16)
    return b""


def _end_previous(at: Path) -> None:
    """End a server whose owner was killed."""
    deadline = time.monotonic() + PATIENCE
    while _ask(at, b"PING"):
        _ask(at, b"SHUTDOWN")
        if time.monotonic() > deadline:
            raise LocalServiceError("En tidigare Valkey stannar inte. Avsluta den och försök igen.")
        time.sleep(0.1)
    at.unlink(missing_ok=True)


def _wait(at: Path, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not _ask(at, b"PING").startswith(b"+PONG"):
        if process.poll() is not None or time.monotonic() > deadline:
            tail = log.read_text(errors="replace")[-800:]
            text = f"Valkey startade inte: {tail}\nAnge en egen med REDIS_URL."
            raise LocalServiceError(text)
        time.sleep(0.01)

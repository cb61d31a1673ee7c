"""Child processes that end with their parent, and folders that only one account may read."""

import ctypes
import fcntl
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypedDict

PR_SET_PDEATHSIG = 1
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class LocalServiceError(RuntimeError):
    """A bundled server could not be started; the text says what to set instead."""


class Account(TypedDict, total=False):
    """Another account to run a program as, in subprocess's own words; empty for our own."""

    user: int
    group: int
    extra_groups: list[int]


def unprivileged_account() -> Account:
    """PostgreSQL refuses root, so as root it runs as `nobody`."""
    if os.geteuid() != 0:
        return {}
    entry = pwd.getpwnam("nobody")
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


@contextmanager
def child(
    arguments: Sequence[str | Path],
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path = Path("/"),
    log: Path | None = None,
    account: Account | None = None,
    stop_signal: signal.Signals = signal.SIGTERM,
) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a session of its own, stopped at the end of the block.

    Its own session keeps Ctrl-C in the terminal from reaching it before the others that
    still need it.  While it is started the signals wait: one that arrives during a fork is lost.
    """
    with ExitStack() as stack:
        output = stack.enter_context(log.open("ab")) if log else None
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
        try:
            process = subprocess.Popen(
                arguments,
                env=env,
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT if log else None,
                start_new_session=True,
                preexec_fn=partial(_follow_parent, stop_signal),
                **(account or {}),
            )
            stack.callback(stop, process, with_signal=stop_signal)
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
        yield process


def stop(process: subprocess.Popen[bytes], *, with_signal: signal.Signals) -> None:
    """Ask the process to end, and after a while see to it."""
    if process.poll() is None:
        process.send_signal(with_signal)
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _follow_parent(stop_signal: signal.Signals) -> None:
    """In the child: hear signals again, and (on Linux) be stopped when the parent is killed."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, stop_signal)


@contextmanager
def held(root: Path) -> Iterator[None]:
    """The only holder of a folder's servers; the lock goes when the process does."""
    root.mkdir(parents=True, exist_ok=True)
    with (root / "lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as problem:
            text = f"Servrarna i {root} körs redan. Stoppa den andra körningen med Ctrl-C."
            raise LocalServiceError(text) from problem
        yield


def short_name(root: Path) -> str:
    """A name of its own for what belongs to root but cannot lie below it."""
    return f"arenden-{os.geteuid()}-{sha256(str(root).encode()).hexdigest()[:12]}"


@contextmanager
def socket_dir(root: Path, *, name: str, account: Account) -> Iterator[Path]:
    """A private folder for root's sockets, whose paths may have about 100 characters."""
    folder = private_dir(Path("/tmp") / f"{short_name(root)}-{name}", account=account)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def private_dir(path: Path, *, account: Account) -> Path:
    """Make path a folder that only the account may enter, or refuse another's."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    info = path.lstat()
    owner = account.get("user", os.geteuid())
    if not stat.S_ISDIR(info.st_mode) or info.st_uid not in {owner, os.geteuid()}:
        raise LocalServiceError(f"{path} ägs av någon annan. Ta bort mappen eller kör som ägaren.")
    path.chmod(0o700)
    if account:
        os.chown(path, account["user"], account["group"])
    return path

"""A private PostgreSQL cluster."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from localservices.processes import (
    Account,
    LocalServiceError,
    child,
    private_dir,
    short_name,
    socket_dir,
    unprivileged_account,
)
from localservices.programs import postgres_programs

ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
BUILTIN_LOCALE_SINCE = 17
PATIENCE = 30.0
FAST_AND_FORGETFUL = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


@dataclass(frozen=True)
class Postgres:
    """Where a running cluster answers."""

    host: str
    port: int

    def url(self, *, role: str = "app", database: str = "app") -> str:
        if self.host.startswith("/"):
            return f"postgresql://{role}@/{database}?host={quote(self.host, safe='')}"
        return f"postgresql://{role}@{self.host}:{self.port}/{database}"


@contextmanager
def postgres(root: Path, *, durable: bool, port: int | None = None) -> Iterator[Postgres]:
    """Run a cluster below root, on a socket or on a TCP port of this machine.

    The role `app` owns the database `app` but is no superuser, so that revoked privileges
    hold for it.  The caller holds the lock on root.
    """
    account = unprivileged_account()
    root = _reachable(root.resolve(), account)
    data = private_dir(root / "postgres", account=account)
    programs = postgres_programs(account)
    _end_previous(data)
    if not (data / "PG_VERSION").exists():
        _initialise(data, programs, account)
    log = root / "postgres.log"
    with socket_dir(root, name="postgres", account=account) as sockets:
        server = Postgres("127.0.0.1" if port else str(sockets), port or 5432)
        arguments: list[str | Path] = [programs / "postgres", "-D", data]
        for name, value in _parameters(sockets, durable=durable, port=port).items():
            arguments += ["-c", f"{name}={value}"]
        with child(
            arguments, env=ENVIRONMENT, log=log, account=account, stop_signal=signal.SIGINT
        ) as process:
            _prepare(server, process, log)
            yield server


def _reachable(root: Path, account: Account) -> Path:
    """Root itself, or a stand-in where the account cannot walk to it (below /root, say)."""
    root.mkdir(parents=True, exist_ok=True)
    walk = subprocess.run(["test", "-x", root], check=False, cwd="/", **account)
    if walk.returncode == 0:
        return root
    stand_in = Path("/var/tmp") / short_name(root)
    stand_in.mkdir(mode=0o755, exist_ok=True)
    return stand_in


def _parameters(sockets: Path, *, durable: bool, port: int | None) -> dict[str, str]:
    return {
        "listen_addresses": "127.0.0.1" if port else "",
        "port": str(port or 5432),
        "unix_socket_directories": str(sockets),
        "unix_socket_permissions": "0700",
        "shared_buffers": "64MB",
        "max_wal_size": "256MB",
        "timezone": "UTC",
        "log_timezone": "UTC",
        **({} if durable else FAST_AND_FORGETFUL),
    }


def _initialise(data: Path, programs: Path, account: Account) -> None:
    """Make the cluster in UTF-8 with a locale that is the same on every machine."""
    version = subprocess.run([programs / "postgres", "-V"], capture_output=True, check=True).stdout
    major = int(version.split()[2].split(b".")[0])
    locale = ["--locale=C.UTF-8"]
    if major >= BUILTIN_LOCALE_SINCE:
        locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync"]
    made = subprocess.run(
        [programs / "initdb", "-D", data, *options, *locale],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        **account,
    )
    if made.returncode:
        text = f"initdb: {made.stderr.strip()}\nAnge en egen PostgreSQL med DATABASE_URL."
        raise LocalServiceError(text)


def _end_previous(data: Path) -> None:
    """Wait out a server whose owner was killed, so that the new one can have its folder."""
    pid_file = data / "postmaster.pid"
    deadline = time.monotonic() + PATIENCE
    while pid_file.exists():
        pid = int(pid_file.read_text().split("\n", 1)[0])
        if str(data) not in _command_line(pid):
            pid_file.unlink(missing_ok=True)
            return
        os.kill(pid, signal.SIGINT)
        if time.monotonic() > deadline:
            text = f"En tidigare PostgreSQL stannar inte. Avsluta process {pid} och försök igen."
            raise LocalServiceError(text)
        time.sleep(0.2)


def _command_line(pid: int) -> str:
    """How the process was started; nothing when it has ended, also as a zombie."""
    if sys.platform != "linux":
        shown = ["ps", "-o", "command=", "-p", str(pid)]
        return subprocess.run(shown, capture_output=True, text=True, check=False).stdout
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except FileNotFoundError:
        return ""


def _prepare(server: Postgres, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait for the server, and make our role and database in it."""
    deadline = time.monotonic() + PATIENCE
    address = server.url(role="postgres", database="postgres")
    while True:
        try:
            with psycopg.connect(address, autocommit=True, connect_timeout=5) as admin:
                _make_database(admin, "app")
        except psycopg.OperationalError as problem:
            if process.poll() is not None or time.monotonic() > deadline:
                tail = log.read_text(errors="replace")[-800:]
                raise LocalServiceError(f"PostgreSQL startade inte: {tail}") from problem
            time.sleep(0.02)
        else:
            return


def _make_database(admin: psycopg.Connection, name: str) -> None:
    known = "select 1 from pg_database where datname = %s"
    if admin.execute(known, [name]).fetchone():
        return
    role = sql.Identifier(name)
    admin.execute(sql.SQL("create role {} login createdb").format(role))
    admin.execute(sql.SQL("create database {} owner {}").format(role, role))

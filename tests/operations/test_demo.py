"""The demo writes only where it may, and leaves no process behind."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from localservices.processes import held
from tests.architecture.source import ROOT
from tests.operations.processes import PATH, answer, eventually, free_port, listens, run
from ärenden.management.commands.load_demo import FOREIGN, OLD

LOAD = ["python", "manage.py", "load_demo"]
DEMO = ["python", "-m", "config.demo"]
IN_THE_BACKGROUND = ["sh", "-c", 'trap "" INT; exec "$@"', "sh"]  # what a shell's & does
NEEDS_PROC = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def database() -> Iterator[str]:
    """A new, empty database on the tests' server."""
    server, name = os.environ["DATABASE_URL"], f"demo_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"create database {name}")
        yield make_conninfo(server, dbname=name)
        admin.execute(f"drop database {name} with (force)")


def load(database: str, home: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    variables = {"ARENDEN_DEBUG": "1", "ARENDEN_MEDIA": str(home / "media")}
    return run([*LOAD, *options], DATABASE_URL=database, **variables)


def migrate(database: str) -> None:
    command = ["python", "manage.py", "migrate", "--skip-checks"]
    assert run(command, DATABASE_URL=database, ARENDEN_DEBUG="1").returncode == 0


def execute(database: str, statement: str) -> list[tuple[object, ...]]:
    with psycopg.connect(database, autocommit=True) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []


@pytest.mark.parametrize("options", [[], ["--reset"]], ids=["load", "reset"])
def test_foreign_database_is_left_alone(database: str, home: Path, options: list[str]) -> None:
    execute(database, "create table anteckning as select 'viktig' as text")

    done = load(database, home, *options)

    tables = execute(database, "select tablename from pg_tables where schemaname = 'public'")
    assert (done.returncode, done.stderr) == (1, f"CommandError: {FOREIGN}\n")
    assert tables == [("anteckning",)]


def test_register_in_use_without_mark_is_left_alone(database: str, home: Path) -> None:
    migrate(database)
    execute(database, "insert into kernel_heartbeat values ('beat', now())")

    done = load(database, home, "--reset")

    assert (done.returncode, done.stderr) == (1, f"CommandError: {FOREIGN}\n")
    assert execute(database, "select name from kernel_heartbeat") == [("beat",)]


def test_load_that_was_broken_off_is_done_again(database: str, home: Path) -> None:
    migrate(database)

    done = load(database, home)

    assert done.returncode == 0
    assert execute(database, "select count(*) from accounts_demomark") == [(1,)]


def test_old_demo_offers_reset_which_starts_over(database: str, home: Path) -> None:
    migrate(database)
    execute(database, "insert into accounts_demomark values (1, now() - interval '15 days', '[]')")
    media = home / "media" / "gammal.txt"
    media.parent.mkdir(exist_ok=True)
    media.touch()

    kept = load(database, home)
    reset = load(database, home, "--reset")

    age = "select now() - created_at < interval '1 hour' from accounts_demomark"
    assert kept.stdout == OLD.format(days=15) + "\n"
    assert (reset.returncode, media.exists()) == (0, False)
    assert execute(database, age) == [(True,)]


def test_folder_without_papers_is_told_before_the_demo_is_emptied(
    database: str, home: Path
) -> None:
    migrate(database)
    execute(database, "insert into accounts_demomark values (1, now(), '[]')")
    words = [*DEMO, f"--port={free_port()}", "--reset", "--documents=papper"]
    servers = {"DATABASE_URL": database, "REDIS_URL": "redis://127.0.0.1:1/0"}

    done = run(words, ARENDEN_DEMO_FROM=str(home), ARENDEN_DEMO_HOME=str(home / "demo"), **servers)

    sentence = f"CommandError: {home / 'papper'}: ingen av filerna har en läsning\n"
    assert (done.returncode, done.stderr) == (1, sentence)
    assert execute(database, "select count(*) from accounts_demomark") == [(1,)]


@contextmanager
def started(home: Path, port: int) -> Iterator["subprocess.Popen[str]"]:
    env = {"PATH": PATH, "PYTHONUTF8": "1", "ARENDEN_DEMO_HOME": str(home)}
    words = [*IN_THE_BACKGROUND, *DEMO, f"--port={port}"]
    with subprocess.Popen(words, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as demo:
        try:
            yield demo
        finally:
            demo.kill()


def shown_address(demo: "subprocess.Popen[str]") -> str:
    assert demo.stdout
    return next((line for line in demo.stdout if "http" in line), "")


def family(home: Path) -> set[str]:
    """The living processes that the demo started: their words or their folder name its home."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
        if str(home).encode() in words:
            found.add(process.name)
    return found


@NEEDS_PROC
def test_demo_killed_or_interrupted_leaves_no_process_and_keeps_its_data(home: Path) -> None:
    port = free_port()

    with started(home / "demo", port) as demo:
        assert f"http://127.0.0.1:{port}/" in shown_address(demo)
        assert "Logga in" in answer(port, "/")[1]
        assert len(family(home)) >= 5
        demo.kill()
        assert eventually(lambda: family(home) == set())
    with started(home / "demo", port) as demo:
        assert "http" in shown_address(demo)
        demo.send_signal(signal.SIGINT)

        assert demo.wait(timeout=60) == 0
    assert (family(home), listens(port)) == (set(), False)


def test_demo_on_a_taken_port_says_so(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        done = run([*DEMO, f"--port={port}"], ARENDEN_DEMO_HOME=str(home / "taken"))

    sentence = f"Port {port} är upptagen. Välj en annan med --port.\n"
    assert (done.returncode, done.stderr) == (1, sentence)


def test_demo_beside_another_in_the_same_folder_says_so(home: Path) -> None:
    folder = home / "shared"

    with held(folder):
        done = run([*DEMO, f"--port={free_port()}"], ARENDEN_DEMO_HOME=str(folder))

    sentence = f"Servrarna i {folder} körs redan. Stoppa den andra körningen med Ctrl-C.\n"
    assert (done.returncode, done.stderr) == (1, sentence)

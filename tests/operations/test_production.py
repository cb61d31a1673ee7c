"""The compose file's commands, roles and environment, on servers over TCP."""

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
import yaml
from compose_spec import PyCompose

from localservices.postgres import postgres
from localservices.processes import child
from localservices.valkey import valkey
from tests.architecture.source import ROOT
from tests.operations.processes import (
    COMPOSE,
    answer,
    command,
    environment,
    eventually,
    free_port,
    interpolated,
    listens,
    run,
)
from ärenden.management.commands.grant_app_role import event_tables

SIGN_IN = "/logga-in/"
OF_OWNERS = {"django_migrations"}


@dataclass(frozen=True)
class Production:
    database: int
    web: int
    web_without_broker: int

    @property
    def app(self) -> str:
        return environment("web", database=self.database, broker=0)["DATABASE_URL"]


@pytest.fixture(scope="module")
def production(home: Path) -> Iterator[Production]:
    database, broker, nothing, web, lonely = (free_port() for _ in range(5))
    files = {"ARENDEN_STATIC": str(home / "static"), "ARENDEN_MEDIA": str(home / "media")}
    with ExitStack() as stack:
        server = stack.enter_context(postgres(home, durable=False, port=database))
        stack.enter_context(valkey(home, durable=False, port=broker))
        _make_database(server.url(role="postgres", database="postgres"))
        owner = environment("migrate", database=database, broker=broker)
        for words in (command("migrate"), ["python", "manage.py", "collectstatic", "--noinput"]):
            assert run(words, **owner, **files).stderr == ""
        app = environment("web", database=database, broker=broker) | files
        alone = environment("web", database=database, broker=nothing) | files
        for words, env in (
            (command("web", port=web), app),
            (command("web", port=lonely), alone),
            (command("worker"), app),
            ([*command("beat"), f"--schedule={home / 'beat'}"], app),
        ):
            stack.enter_context(child(words, env=env, cwd=ROOT, log=home / f"{words[0]}.log"))
        assert eventually(lambda: listens(web) and listens(lonely))
        yield Production(database, web, lonely)


def _make_database(address: str) -> None:
    """What the image of PostgreSQL does the first time."""
    with psycopg.connect(address, autocommit=True) as admin:
        admin.execute("create role owner login superuser")
        admin.execute("drop database app")
        admin.execute("drop role app")
        admin.execute("create database arenden owner owner")
        admin.execute(interpolated(COMPOSE["configs"]["roles"]["content"]))


def test_web_is_ready_and_shows_the_sign_in_page(production: Production) -> None:
    ready = answer(production.web, "/readyz")

    assert (ready[0], json.loads(ready[1])["missing_migrations"]) == (200, 0)
    assert answer(production.web, "/healthz") == (200, '{"process": "ok"}')
    assert "Logga in" in answer(production.web, SIGN_IN)[1]


def test_status_turns_green_when_worker_has_done_what_beat_sent(production: Production) -> None:
    assert eventually(lambda: answer(production.web, "/status")[0] == 200, seconds=90)


def test_web_without_broker_shows_pages_and_reports_it(production: Production) -> None:
    code, text = answer(production.web_without_broker, "/status")

    assert (code, json.loads(text)["broker"]) == (503, "unreachable")
    assert answer(production.web_without_broker, "/readyz")[0] == 200
    assert answer(production.web_without_broker, SIGN_IN)[0] == 200


def test_app_role_has_what_each_table_needs_and_no_more(production: Production) -> None:
    verbs = ("select", "insert", "update", "delete", "truncate", "trigger", "references")
    query = """
        select tablename, verb from pg_tables, unnest(%s::text[]) verb
        where schemaname = 'public' and has_table_privilege(quote_ident(tablename), verb)
    """

    with psycopg.connect(production.app) as app:
        held: dict[str, set[str]] = {}
        for table, verb in app.execute(query, [list(verbs)]):
            held.setdefault(table, set()).add(verb)

    assert "arenden_caseevent" in event_tables() <= set(held)
    for table, rights in held.items():
        expected = {"select", "insert", "update", "delete"}
        if table in event_tables():
            expected = {"select", "insert"}
        assert (table, rights) == (table, {"select"} if table in OF_OWNERS else expected)


@pytest.mark.parametrize(
    "statement",
    [
        "update arenden_caseevent set id = id",
        "delete from arenden_caseevent",
        "truncate arenden_caseevent",
        "alter table arenden_caseevent disable trigger all",
        "set session_replication_role = 'replica'",
    ],
)
def test_app_role_cannot_change_what_has_happened(production: Production, statement: str) -> None:
    with (
        psycopg.connect(production.app) as app,
        pytest.raises(
            psycopg.errors.InsufficientPrivilege, match=r"permission denied|must be owner"
        ),
    ):
        app.execute(statement)


def test_web_never_loads_celery() -> None:
    """Actions insert rows and beat delivers them, so no page can depend on the broker."""
    asked = "import sys, config.wsgi, config.urls; print('celery' in sys.modules)"

    env = environment("web", database=1, broker=1)

    assert run(["python", "-c", asked], **env).stdout == "False\n"


def test_compose_file_has_the_form_of_its_specification() -> None:
    resolved = yaml.safe_dump(COMPOSE, sort_keys=False)

    services = PyCompose.from_yaml(resolved).service_names()

    assert services == ["db", "broker", "migrate", "web", "worker", "beat", "mail"]


def test_env_example_names_what_compose_asks_for() -> None:
    asked = set(re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text()))
    example = (ROOT / ".env.example").read_text()

    assert set(re.findall(r"^(\w+)=", example, re.MULTILINE)) == asked


def test_compose_gives_web_only_what_settings_read() -> None:
    settings = "".join((ROOT / "config" / f"{name}.py").read_text() for name in ("settings", "env"))
    given = COMPOSE["services"]["web"]["environment"]

    assert [name for name in given if f'"{name}"' not in settings] == []


def test_container_keeps_its_database_where_the_image_wants_it() -> None:
    """From version 18 the image's volume is the folder above its data."""
    database = COMPOSE["services"]["db"]

    assert database["image"] == "postgres:18"
    assert database["volumes"] == ["database:/var/lib/postgresql"]


def test_image_runs_as_no_root_and_is_asked_whether_it_lives() -> None:
    text = (ROOT / "Dockerfile").read_text().replace("\\\n", " ")
    said = dict(line.split(maxsplit=1) for line in text.splitlines() if line[:1].isupper())

    assert said["USER"] == "arenden"
    assert "/healthz" in said["HEALTHCHECK"]

"""The typed environment: right values, and errors that name the variable."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.env import Env, celery_address


def test_database_over_tcp_becomes_a_databases_entry() -> None:
    env = Env({"DATABASE_URL": "postgresql://app:s%C3%A5%40@db:5433/arenden?sslmode=require"})

    entry = env.database("DATABASE_URL")

    assert entry == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "arenden",
        "USER": "app",
        "PASSWORD": "så@",
        "HOST": "db",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_database_on_a_socket_keeps_the_folder_as_host() -> None:
    env = Env({"DATABASE_URL": "postgresql://app@/app?host=%2Frun%2Fpg"})

    entry = env.database("DATABASE_URL")

    assert (entry["HOST"], entry["PORT"], entry["NAME"]) == ("/run/pg", "", "app")


def test_values_are_read_by_their_type() -> None:
    env = Env({"A": "ja,  nej ,", "B": "On", "C": "7", "D": "", "E": "/etc/../srv"})

    values = (env.names("A"), env.flag("B"), env.number("C", default=1), env.text("D", default="d"))

    assert values == (["ja", "nej"], True, 7, "d")
    assert env.path("E", default=Path()) == Path("/srv")


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (Env.text, ""),
        (Env.flag, "kanske"),
        (lambda env, name: env.number(name, default=1), "-3"),
        (Env.database, "sqlite:///x"),
        (Env.redis, "memory://"),
    ],
)
def test_bad_value_names_its_variable(read: Callable[[Env, str], object], value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="ARENDEN_THING"):
        read(Env({"ARENDEN_THING": value}), "ARENDEN_THING")


@pytest.mark.parametrize(
    ("redis", "celery"),
    [
        ("redis://cache:6379/1", "redis://cache:6379/1"),
        ("unix:///tmp/kv/valkey.sock?db=2", "redis+socket:///tmp/kv/valkey.sock?virtual_host=2"),
        ("unix:///tmp/kv/valkey.sock", "redis+socket:///tmp/kv/valkey.sock?virtual_host=0"),
    ],
)
def test_celery_address_writes_sockets_its_own_way(redis: str, celery: str) -> None:
    assert celery_address(redis) == celery


OPENID = {
    "ARENDEN_OIDC_ISSUER": "https://id.provby.example",
    "ARENDEN_OIDC_CLIENT_ID": "arenden",
    "ARENDEN_OIDC_CLIENT_SECRET": "hemligt",
    "ARENDEN_OIDC_ORGANISATION": "provby",
}


def test_no_issuer_is_no_sign_in_of_the_organisation() -> None:
    assert Env({}).openid() == []


def test_sign_in_of_the_organisation_is_read_with_its_defaults() -> None:
    [app] = Env(OPENID | {"ARENDEN_OIDC_STRONG_ACR": "loa3, loa4"}).openid()

    assert (app["name"], app["client_id"], app["secret"]) == (
        *("Kommunens inloggning", "arenden", "hemligt"),
    )
    assert app["settings"] == {
        "server_url": "https://id.provby.example",
        "organisation": "provby",
        "email_claim": "email",
        "strong_acr": ["loa3", "loa4"],
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [("ARENDEN_OIDC_ISSUER", "http://id.provby.example"), ("ARENDEN_OIDC_ORGANISATION", "")],
)
def test_sign_in_of_the_organisation_names_what_is_wrong(name: str, value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=name):
        Env(OPENID | {name: value}).openid()
